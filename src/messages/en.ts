import type { conflicts } from './en/conflicts.ts';
import type { later } from './en/later.ts';
import type { refresh } from './en/refresh.ts';
import type { time } from './en/time.ts';
import { errors } from './en/errors.ts';
import { okr } from './en/okr.ts';
import { reasons } from './en/reasons.ts';
import { screens } from './en/screens.ts';

export const messages = { ...screens, okr, errors, reasons };

/** Every locale has exactly these messages; a missing one does not compile. */
export type Messages = typeof messages;
/** Words of the screens that are fetched later. */
export type LaterMessages = typeof later;
/** Words of the screens that show what a newer file changes, and of the sources. */
export type RefreshMessages = typeof refresh;
/** Words about past days: the verdicts of earlier reviews, and what changed since. */
export type TimeMessages = typeof time;
/** Words about KPIs and OKRs that disagree. */
export type ConflictMessages = typeof conflicts;
