import type { Fan } from '../../domain/assessment.ts';
import { periodEnd, type EpochDay } from '../../domain/calendar.ts';
import { limitsOf, type ProcessLimits } from '../../domain/limits.ts';
import type { Assessed } from '../../state/assessments.svelte.ts';
import { isTotal, planCorners, windowPoints } from '../board/row-model.ts';
import type { DayValue, DriftPicture } from '../charts/drift-model.ts';

/** How many figures before the start are shown at most: enough to see the usual swing. */
const HISTORY = 60;

/** Sum so far at the end of each period. */
function runningTotal(points: readonly DayValue[], end: (day: EpochDay) => EpochDay, opening: number): DayValue[] {
  let total = opening;
  return points.map((point) => ({ day: end(point.day), value: (total += point.value) }));
}

/** Every figure that is a member of some signal, once. */
const signalPoints = ({ points, signals }: ProcessLimits): DayValue[] =>
  [...new Set(signals.flatMap((signal) => signal.members))].sort((a, b) => a - b).flatMap((index) => points[index] ?? []);

/** The chart of a key result: levels as they were measured, totals as the sum so far. */
export function pictureOf(row: Assessed, fan: Fan, asOf: EpochDay, trial: DayValue | null): DriftPicture {
  const { keyResult, series } = row;
  const total = isTotal(row);
  const window = windowPoints(row, asOf);
  const opening = total && keyResult.goal.kind === 'reach' ? keyResult.goal.baseline : 0;
  const end = (day: EpochDay) => (series ? periodEnd(day, series.grain) : day);
  const actual = total
    ? series?.accrual === 'cumulative'
      ? window
      : [{ day: keyResult.start, value: opening }, ...runningTotal(window, end, opening)]
    : window;
  const history = total ? [] : (series?.points ?? []).filter((point) => point.day < keyResult.start && point.day <= asOf).slice(-HISTORY);
  const limits = total ? null : limitsOf({ keyResult, series, asOf });
  const notes = keyResult.checkIns.filter((checkIn) => checkIn.note && checkIn.day <= asOf);
  return {
    start: keyResult.start,
    due: keyResult.due,
    today: asOf,
    history,
    actual,
    signals: limits ? signalPoints(limits).filter((point) => point.day >= keyResult.start) : [],
    plan: planCorners(keyResult),
    earlierPlans: keyResult.revisions
      .filter((revision) => revision.day <= asOf)
      .map((revision) => planCorners(keyResult, revision.before.goal, revision.before.due)),
    limits: (limits?.points ?? []).slice(-HISTORY * 2).map(({ day, lower, upper }) => ({ day, low: lower, high: upper })),
    fan,
    trial,
    notes: notes.map((checkIn, index) => ({ day: checkIn.day, number: index + 1 })),
  };
}
