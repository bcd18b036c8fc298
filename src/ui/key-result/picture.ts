import type { Fan } from '../../domain/assessment.ts';
import type { EpochDay } from '../../domain/calendar.ts';
import { limitsOf, type ProcessLimits } from '../../domain/limits.ts';
import type { Datum } from '../../domain/steps.ts';
import type { Assessed } from '../../state/assessments.svelte.ts';
import { frameOfRow, planCorners } from '../board/row-model.ts';
import type { DayValue, DriftPicture } from '../charts/drift-model.ts';

/** How many figures before the start are shown at most: enough to see the usual swing. */
const HISTORY = 60;

/** Where a figure is drawn: a level on its day, an amount or ratio at the end of its period. */
const drawn = ({ last, value }: Datum): DayValue => ({ day: last, value });

/** Sum so far at the end of each period, from the value at the start on. */
function runningTotal(data: readonly Datum[], start: EpochDay, opening: number): DayValue[] {
  let total = opening;
  return [{ day: start, value: opening }, ...data.map(({ last, value }) => ({ day: Math.max(start, last), value: (total += value) }))];
}

/** Signals since the start: the figures that are members of one, once each, and the rules that they broke. */
function signalsSince(limits: ProcessLimits | null, start: EpochDay): Pick<DriftPicture, 'signals' | 'rules'> {
  if (!limits) return { signals: [], rules: [] };
  const isSince = (index: number) => (limits.points[index]?.last ?? start - 1) >= start;
  const since = limits.signals.filter((signal) => signal.members.some(isSince));
  const members = [...new Set(since.flatMap((signal) => signal.members.filter(isSince)))].sort((a, b) => a - b);
  return {
    signals: members.flatMap((index) => limits.points[index] ?? []).map(({ last, value }) => ({ day: last, value })),
    rules: [...new Set(since.map((signal) => signal.rule))],
  };
}

/** The chart of a key result: levels as they were measured, totals as the sum so far. */
export function pictureOf(row: Assessed, fan: Fan, asOf: EpochDay): DriftPicture {
  const { keyResult, series } = row;
  const frame = frameOfRow(row, asOf);
  const total = frame?.kind === 'total';
  const data = frame ? [...frame.window, ...(frame.partial ? [frame.partial] : [])] : [];
  const actual = frame && total ? runningTotal(data, keyResult.start, frame.opening) : data.map(drawn);
  const history = frame && !total ? frame.history.slice(-HISTORY).map(drawn) : [];
  const limits = total ? null : limitsOf({ keyResult, series, asOf });
  const notes = keyResult.checkIns.filter((checkIn) => checkIn.note && checkIn.day <= asOf);
  return {
    start: keyResult.start,
    due: keyResult.due,
    today: asOf,
    history,
    actual,
    ...signalsSince(limits, keyResult.start),
    plan: planCorners(keyResult),
    earlierPlans: keyResult.revisions
      .filter((revision) => revision.day <= asOf)
      .map((revision) => planCorners(keyResult, revision.before.goal, revision.before.due)),
    limits: (limits?.points ?? []).slice(-HISTORY * 2).map(({ last, lower, upper }) => ({ day: last, low: lower, high: upper })),
    fan,
    notes: notes.map((checkIn, index) => ({ day: checkIn.day, number: index + 1 })),
  };
}
