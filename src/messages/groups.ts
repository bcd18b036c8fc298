import type { Locale } from './locale.ts';
import type { boardTrial } from './en/board-trial.ts';
import type { catalogue } from './en/catalogue.ts';
import type { closing } from './en/closing.ts';
import type { conflicts } from './en/conflicts.ts';
import type { contributions } from './en/contributions.ts';
import type { cycle } from './en/cycle.ts';
import type { events } from './en/events.ts';
import type { guidance } from './en/guidance.ts';
import type { keeping } from './en/keeping.ts';
import type { later } from './en/later.ts';
import type { map } from './en/map.ts';
import type { meeting } from './en/meeting.ts';
import type { refresh } from './en/refresh.ts';
import type { sharing } from './en/sharing.ts';
import type { pictures } from './en/pictures.ts';
import type { report } from './en/report.ts';
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
  /** Ways out of the browser, what goes with them, and boards behind a passphrase. */
  readonly sharing: typeof sharing;
  /** Workbooks, tables, Markdown, pictures and paper. */
  readonly report: typeof report;
  /** Charts that are saved as pictures. */
  readonly pictures: typeof pictures;
  /** How the board is kept in this browser: other tabs, earlier states, what goes wrong, the page without a network. */
  readonly keeping: typeof keeping;
}
export type GroupName = keyof Groups;

/** How the words of each group are fetched, in one language. */
export type GroupLoaders = { readonly [Name in GroupName]: () => Promise<{ readonly [N in Name]: Groups[Name] }> };

/** Where they are is fetched itself: a first visit sees none of them. */
export const groupLoaders: Readonly<Record<Locale, () => Promise<{ readonly loaders: GroupLoaders }>>> = {
  en: () => import('./en/groups.ts'),
  'zh-CN': () => import('./zh-CN/groups.ts'),
  'zh-TW': () => import('./zh-TW/groups.ts'),
};
