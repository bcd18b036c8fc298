import { proposeBaseline } from './baseline.ts';
import type { KeyResult } from './objective.ts';
import type { Series } from './series.ts';

export type KeyResultWarning =
  | { readonly code: 'not-linked'; readonly keyResult: KeyResult }
  /** The baseline stands at 0 as though nobody had set it, while the history says `level`. */
  | { readonly code: 'no-baseline'; readonly keyResult: KeyResult; readonly level: number }
  /** The history was there already; `level` null for a checklist that was done before it began. */
  | { readonly code: 'met-at-start'; readonly keyResult: KeyResult; readonly level: number | null };

/** A history nearer to 0 than this share of the target begins at 0, as far as anybody can tell. */
const NEAR_ZERO = 0.1;

/** What one key result leaves open: figures, baseline, or anything to do at all. `series` is that of its KPI. */
export function keyResultWarnings(keyResult: KeyResult, series: Series | null, linked: boolean): KeyResultWarning[] {
  const { goal, link, start } = keyResult;
  if (goal.kind === 'milestones') {
    const done = goal.milestones.every(({ doneOn }) => doneOn !== null && doneOn < start);
    return done && goal.milestones.length ? [{ code: 'met-at-start', keyResult, level: null }] : [];
  }
  if (goal.kind === 'manual') return [];
  if (!linked) return [{ code: 'not-linked', keyResult }];
  // A total begins at 0, and a share of periods has no history of its own.
  const leveled = link?.reading.kind === 'latest' || link?.reading.kind === 'rolling-mean' || link?.reading.kind === 'mean';
  if (goal.kind === 'keep' || !leveled || !series || series.accrual === 'cumulative') return [];
  const { baseline, target } = goal;
  if (!Number.isFinite(target)) return [];
  const level = proposeBaseline(series, start);
  if (level === null) return [];
  const unset = baseline === 0 && Math.abs(level) > NEAR_ZERO * Math.abs(target);
  // A baseline that nobody set does not say which way is good.
  if (unset) return [{ code: 'no-baseline', keyResult, level }];
  return (target - baseline) * (level - target) >= 0 ? [{ code: 'met-at-start', keyResult, level }] : [];
}
