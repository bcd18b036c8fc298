import type { Fan } from '../domain/assessment.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { ProcessLimits } from '../domain/limits.ts';
import type { Datum } from '../domain/steps.ts';
import type { Assessed } from './assessed.ts';
import { frameOfRow } from './row-model.ts';
import type { DayValue, DriftPicture, LimitAt, MarkedFigure } from './drift-picture.ts';
import { chartNotes } from './chart-notes.ts';
import { planLines } from './plan-lines.ts';

/** How many figures before the start are shown at most: enough to see the usual swing. */
const HISTORY = 60;

/** Where a figure is drawn: a level on its day, an amount or ratio at the end of its period. */
const drawn = ({ last, value }: Datum): DayValue => ({ day: last, value });

/** Sum so far at the end of each period, from the value at the start on. */
function runningTotal(data: readonly Datum[], start: EpochDay, opening: number): DayValue[] {
  let total = opening;
  return [{ day: start, value: opening }, ...data.map(({ last, value }) => ({ day: Math.max(start, last), value: (total += value) }))];
}

/** The drawn figures that are members of a pattern, where they are drawn; the first pattern in the order of the rules gives the meaning. */
function marked(limits: ProcessLimits | null, figures: readonly DayValue[]): MarkedFigure[] {
  if (!limits) return [];
  return figures.flatMap((figure) => {
    const place = limits.points.findIndex(({ last }) => last === figure.day);
    const found = limits.signals.filter(({ members }) => members.includes(place));
    return found[0] ? [{ ...figure, meaning: found[0].meaning, rules: found.map(({ rule }) => rule) }] : [];
  });
}

/** Limits by stretch, of the figures that are drawn. */
function stretches(limits: ProcessLimits | null, from: EpochDay): LimitAt[][] {
  if (!limits) return [];
  return limits.segments
    .map(({ begin, end }) => limits.points.slice(begin, end).filter(({ last }) => last >= from))
    .filter((points) => points.length)
    .map((points) => points.map(({ last, lower, upper }) => ({ day: last, low: lower, high: upper })));
}

/** The chart of a key result: levels as they were measured, totals as the sum so far (whose limits, those of each period, are not drawn). */
export function pictureOf(row: Assessed, fan: Fan, asOf: EpochDay, limits: ProcessLimits | null): DriftPicture {
  const { keyResult } = row;
  const frame = frameOfRow(row, asOf);
  const total = frame?.kind === 'total';
  const whole = frame?.whole;
  const data = whole ? [...whole.window, ...(frame.partial ? [frame.partial] : [])] : [];
  const actual = whole && total ? runningTotal(data, keyResult.start, whole.opening) : data.map(drawn);
  const history = whole && !total ? whole.history.slice(-HISTORY).map(drawn) : [];
  const figures = total ? actual.slice(1) : [...history, ...actual];
  return {
    start: keyResult.start,
    due: keyResult.due,
    today: asOf,
    history,
    actual,
    signals: marked(limits, figures),
    plan: planLines(keyResult, asOf, row.series),
    limits: total ? [] : stretches(limits, figures[0]?.day ?? asOf),
    lockedOn: limits?.segments.findLast(({ lockedOn }) => lockedOn !== null)?.lockedOn ?? null,
    fan,
    notes: chartNotes(keyResult, asOf),
  };
}
