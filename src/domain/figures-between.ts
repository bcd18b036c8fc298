import { periodEnd, type EpochDay } from './calendar.ts';
import type { KeyResult } from './objective.ts';
import type { Series } from './series.ts';
import { isByDue, isInWindow, isMeasured } from './steps.ts';

/** How many figures of a key result's time came in after day `from`, up to and with day `to`: a period's on its last day. */
export function figuresBetween(keyResult: KeyResult, series: Series | null, from: EpochDay, to: EpochDay): number {
  const { goal, checkIns, start, due } = keyResult;
  if (goal.kind === 'milestones') return 0;
  const measured = goal.kind === 'manual' || (series !== null && isMeasured(series));
  const days =
    goal.kind === 'manual'
      ? [...new Set(checkIns.filter(({ value }) => value !== null).map(({ day }) => day))].map((day) => ({ first: day, last: day }))
      : (series?.points ?? []).map(({ day }) => ({ first: day, last: measured ? day : periodEnd(day, series!.grain) }));
  return days.filter(({ first, last }) => {
    const datum = { first, last, at: last, value: 0 };
    return last > from && last <= to && isInWindow(datum, start, measured) && isByDue(datum, due, measured);
  }).length;
}
