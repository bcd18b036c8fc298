import type { Locale } from './locale.ts';
import type { boardTrial } from './en/board-trial.ts';
import type { catalogue } from './en/catalogue.ts';
import type { closing } from './en/closing.ts';
import type { conflicts } from './en/conflicts.ts';
import type { contributions } from './en/contributions.ts';
import type { cycle } from './en/cycle.ts';
import type { events } from './en/events.ts';
import type { guidance } from './en/guidance.ts';
import type { later } from './en/later.ts';
import type { map } from './en/map.ts';
import type { meeting } from './en/meeting.ts';
import type { refresh } from './en/refresh.ts';
import type { time } from './en/time.ts';

/** Words that are fetched with the screens that say them. Every locale has exactly these; a missing one does not compile. */
export interface Groups {
  /** Key result, import, share and KPI screens. */
  readonly later: typeof later;
  /** What a newer file changes, and the sources. */
  readonly refresh: typeof refresh;
  /** Past days: the verdicts of earlier reviews, and what changed since. */
  readonly time: typeof time;
  /** KPIs and OKRs that disagree. */
  readonly conflicts: typeof conflicts;
  /** What-if for many key results at once. */
  readonly boardTrial: typeof boardTrial;
  /** Headwinds and tailwinds on KPIs. */
  readonly events: typeof events;
  readonly map: typeof map;
  /** Reviews, their minutes, and check-ins. */
  readonly meeting: typeof meeting;
  /** KPIs taken apart into key results. */
  readonly contributions: typeof contributions;
  /** Changes of goals, and of KPIs. */
  readonly cycle: typeof cycle;
  /** The end of a cycle, and the beginning of the next. */
  readonly closing: typeof closing;
  readonly guidance: typeof guidance;
  /** KPIs with their four parts. */
  readonly catalogue: typeof catalogue;
}
export type GroupName = keyof Groups;

type Loaders = { readonly [Name in GroupName]: Readonly<Record<Locale, () => Promise<{ readonly [N in Name]: Groups[Name] }>>> };

/** Where the words of each group are. */
export const groupLoaders: Loaders = {
  later: {
    en: () => import('./en/later.ts'),
    'zh-CN': () => import('./zh-CN/later.ts'),
    'zh-TW': () => import('./zh-TW/later.ts'),
  },
  refresh: {
    en: () => import('./en/refresh.ts'),
    'zh-CN': () => import('./zh-CN/refresh.ts'),
    'zh-TW': () => import('./zh-TW/refresh.ts'),
  },
  time: {
    en: () => import('./en/time.ts'),
    'zh-CN': () => import('./zh-CN/time.ts'),
    'zh-TW': () => import('./zh-TW/time.ts'),
  },
  conflicts: {
    en: () => import('./en/conflicts.ts'),
    'zh-CN': () => import('./zh-CN/conflicts.ts'),
    'zh-TW': () => import('./zh-TW/conflicts.ts'),
  },
  boardTrial: {
    en: () => import('./en/board-trial.ts'),
    'zh-CN': () => import('./zh-CN/board-trial.ts'),
    'zh-TW': () => import('./zh-TW/board-trial.ts'),
  },
  events: {
    en: () => import('./en/events.ts'),
    'zh-CN': () => import('./zh-CN/events.ts'),
    'zh-TW': () => import('./zh-TW/events.ts'),
  },
  map: {
    en: () => import('./en/map.ts'),
    'zh-CN': () => import('./zh-CN/map.ts'),
    'zh-TW': () => import('./zh-TW/map.ts'),
  },
  meeting: {
    en: () => import('./en/meeting.ts'),
    'zh-CN': () => import('./zh-CN/meeting.ts'),
    'zh-TW': () => import('./zh-TW/meeting.ts'),
  },
  contributions: {
    en: () => import('./en/contributions.ts'),
    'zh-CN': () => import('./zh-CN/contributions.ts'),
    'zh-TW': () => import('./zh-TW/contributions.ts'),
  },
  cycle: {
    en: () => import('./en/cycle.ts'),
    'zh-CN': () => import('./zh-CN/cycle.ts'),
    'zh-TW': () => import('./zh-TW/cycle.ts'),
  },
  closing: {
    en: () => import('./en/closing.ts'),
    'zh-CN': () => import('./zh-CN/closing.ts'),
    'zh-TW': () => import('./zh-TW/closing.ts'),
  },
  guidance: {
    en: () => import('./en/guidance.ts'),
    'zh-CN': () => import('./zh-CN/guidance.ts'),
    'zh-TW': () => import('./zh-TW/guidance.ts'),
  },
  catalogue: {
    en: () => import('./en/catalogue.ts'),
    'zh-CN': () => import('./zh-CN/catalogue.ts'),
    'zh-TW': () => import('./zh-TW/catalogue.ts'),
  },
};
