import { addPeriods, civilOf, daysInGrain, daysInMonth, periodEnd, weekdayOf, type EpochDay, type Grain } from './calendar.ts';
import type { Series, SeriesPoint } from './series.ts';
import type { Observations } from './stats/season-adjust.ts';
import { median } from './stats/robust.ts';

const MONTHS: Record<'month' | 'quarter' | 'half-year' | 'year', number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** Position of a day on a line where each period of the grain is 1 long; months are as long as each other. */
function position(day: EpochDay, grain: Grain): number {
  if (grain === 'day') return day;
  if (grain === 'week') return day / 7;
  const { year, month, day: dayOfMonth } = civilOf(day);
  return (year * 12 + month - 1 + (dayOfMonth - 1) / daysInMonth(year, month)) / MONTHS[grain];
}

/** Steps (periods of the grain) from one day to another; whole months are whole steps. */
export const stepsBetween = (from: EpochDay, to: EpochDay, grain: Grain): number => position(to, grain) - position(from, grain);

/** Length of a year in steps, where a season is looked for; days have the week as their year. */
export const seasonLength: Record<Grain, number> = { day: 7, week: 0, month: 12, quarter: 4, 'half-year': 0, year: 0 };

/** Phase of the year (of the week, for days) that a day falls in. */
export function phaseOf(day: EpochDay, grain: Grain): number {
  if (grain === 'day') return weekdayOf(day) - 1;
  if (grain === 'month') return civilOf(day).month - 1;
  return grain === 'quarter' ? Math.floor((civilOf(day).month - 1) / 3) : 0;
}

/** Days that a figure covers: a level is measured on one day, everything else covers its period. */
export interface Span {
  readonly first: EpochDay;
  readonly last: EpochDay;
  /** Where it stands on the line of steps: the day measured, or the end of its period (the day after the last). */
  readonly at: EpochDay;
}

export interface Datum extends Span {
  readonly value: number;
}

/** True where a figure belongs to a day, not to a period. */
export const isMeasured = (series: Series): boolean => series.accrual === 'level';

const datumOf = (point: SeriesPoint, series: Series): Datum => {
  if (isMeasured(series)) return { value: point.value, first: point.day, last: point.day, at: point.day };
  const last = periodEnd(point.day, series.grain);
  return { value: point.value, first: point.day, last, at: last + 1 };
};

/**
 * A running total starts again: it falls when the year changes (a total of the year), or to less than half at any date (a financial year,
 * a total of the month). A smaller fall is a correction.
 */
function isReset(before: Datum, now: Datum): boolean {
  const [a, b] = [Math.abs(before.value), Math.abs(now.value)];
  return b < a && (civilOf(now.first).year !== civilOf(before.first).year || b < a / 2);
}

/**
 * Amounts per period out of running totals: each less the one before; after a new start the figure counts whole. The first figure has
 * nothing before it: in the window it counts from `opening`, the running total at the start; in the history it is left out.
 */
function differenced(data: readonly Datum[], start: EpochDay, opening: number): Datum[] {
  const out: Datum[] = [];
  for (let i = 0; i < data.length; i++) {
    const [now, before] = [data[i]!, data[i - 1]];
    if (before) out.push({ ...now, value: isReset(before, now) ? now.value : now.value - before.value });
    else if (isInWindow(now, start, false)) out.push({ ...now, value: now.value - opening });
  }
  return out;
}

/** The figures of a series as data on the line of days; running totals become amounts, counted from `opening` at the start. */
export function dataOf(series: Series, start: EpochDay, opening: number): Datum[] {
  const data = series.points.map((point) => datumOf(point, series));
  return series.accrual === 'cumulative' ? differenced(data, start, opening) : data;
}

/** True where most of the period lies on or after the start; a day measured on the start itself is history. */
export function isInWindow(datum: Span, start: EpochDay, measured: boolean): boolean {
  return measured ? datum.first > start : datum.first + datum.last >= 2 * start;
}

/** True where the datum counts before the end of the due date: measured by then, or most of its period. */
export function isByDue(datum: Datum, due: EpochDay, measured: boolean): boolean {
  return measured ? datum.first <= due : datum.first + datum.last <= 2 * due;
}

/** Observations for the model, in steps since the start. */
export function observationsOf(data: readonly Datum[], start: EpochDay, grain: Grain): Observations {
  return {
    t: Float64Array.from(data, (d) => stepsBetween(start, d.at, grain)),
    y: Float64Array.from(data, (d) => d.value),
    phase: Int32Array.from(data, (d) => phaseOf(d.first, grain)),
  };
}

/** The periods after `last` (the last day covered) that still count towards the due date. */
export function periodsAfter(last: EpochDay, due: EpochDay, grain: Grain, measured: boolean): Span[] {
  const out: Span[] = [];
  for (let k = 1; out.length < 1000; k++) {
    if (measured) {
      const day = addPeriods(last, grain, k);
      if (day >= due) break;
      out.push({ first: day, last: day, at: day });
    } else {
      const first = addPeriods(last + 1, grain, k - 1);
      const end = periodEnd(first, grain);
      if (first + end > 2 * due) break;
      out.push({ first, last: end, at: end + 1 });
    }
  }
  if (measured && due > last) out.push({ first: due, last: due, at: due });
  return out;
}

/** Median days between data; the length of a period where there are fewer than three. */
export function cadenceOf(data: readonly Datum[], grain: Grain): number {
  if (data.length < 3) return daysInGrain[grain];
  return median(data.slice(1).map((d, i) => d.last - data[i]!.last));
}

/** The grain nearest to a cadence in days. */
export function grainNear(cadence: number): Grain {
  if (cadence < 4) return 'day';
  if (cadence < 18) return 'week';
  if (cadence < 60) return 'month';
  return cadence < 137 ? 'quarter' : cadence < 274 ? 'half-year' : 'year';
}
