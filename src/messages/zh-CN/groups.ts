import type { GroupLoaders } from '../groups.ts';

/** Words that are fetched with the screens that say them. */
export const loaders: GroupLoaders = {
  later: () => import('./later.ts'),
  refresh: () => import('./refresh.ts'),
  time: () => import('./time.ts'),
  conflicts: () => import('./conflicts.ts'),
  boardTrial: () => import('./board-trial.ts'),
  events: () => import('./events.ts'),
  map: () => import('./map.ts'),
  meeting: () => import('./meeting.ts'),
  contributions: () => import('./contributions.ts'),
  cycle: () => import('./cycle.ts'),
  closing: () => import('./closing.ts'),
  guidance: () => import('./guidance.ts'),
  catalogue: () => import('./catalogue.ts'),
  sharing: () => import('./sharing.ts'),
  report: () => import('./report.ts'),
  pictures: () => import('./pictures.ts'),
  keeping: () => import('./keeping.ts'),
};
