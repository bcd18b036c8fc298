import type { GroupLoaders } from '../groups.ts';

const beside = () => import('./beside.ts');

/** Words that are fetched with the screens that say them. */
export const loaders: GroupLoaders = {
  later: () => import('./later.ts'),
  refresh: () => import('./refresh.ts'),
  time: beside,
  conflicts: beside,
  boardTrial: () => import('./board-trial.ts'),
  events: () => import('./events.ts'),
  map: () => import('./map.ts'),
  meeting: () => import('./meeting.ts'),
  contributions: beside,
  cycle: beside,
  closing: () => import('./closing.ts'),
  guidance: beside,
  catalogue: () => import('./catalogue.ts'),
  sharing: () => import('./sharing.ts'),
  report: () => import('./report.ts'),
  pictures: () => import('./pictures.ts'),
  keeping: () => import('./keeping.ts'),
};
