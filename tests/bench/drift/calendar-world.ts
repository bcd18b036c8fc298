import { addMonths, addPeriods, civilOf, dayOf, periodEnd, periodStart, type EpochDay, type Grain } from '../../../src/domain/calendar.ts';
import type { Random } from '../random.ts';

/** A period of a KPI in the real calendar. */
export interface Period {
  readonly first: EpochDay;
  readonly last: EpochDay;
  /** Day that a level of the period is measured on: Friday of the week, last day of the month; the last one on the due date. */
  readonly measured: EpochDay;
  /** Month of the year from 0, for seasons. */
  readonly phase: number;
}

/** When a key result runs, how often its KPI is measured, and when it is reviewed. */
export interface Schedule {
  readonly grain: Grain;
  readonly start: EpochDay;
  readonly due: EpochDay;
  /** Periods in the order of time; the first `history` of them lie before the start. */
  readonly periods: readonly Period[];
  readonly history: number;
  readonly reviews: readonly EpochDay[];
}

function reviewDays(grain: Grain, start: EpochDay, due: EpochDay, { uniform }: Random): EpochDay[] {
  // Reviews have a rhythm of their own: they fall on any day of the month, and a few days after the week.
  const step = grain === 'month' ? 30.4375 : due - start > 100 ? 14 : 7;
  const offset = grain === 'month' ? 30 * uniform() : Math.floor(4 * uniform());
  const days: EpochDay[] = [];
  for (let day = start + step + offset; day < due; day += step) days.push(Math.floor(day));
  return days;
}

/** A quarter or half-year of weeks, or half a year or a year of months, from the first day of some quarter. */
export function scheduleOf(grain: 'week' | 'month', before: number, random: Random): Schedule {
  const { uniform } = random;
  const start = dayOf(2025, 1 + 3 * Math.floor(4 * uniform()), 1);
  const months = grain === 'week' ? (uniform() < 0.75 ? 3 : 6) : uniform() < 0.3 ? 6 : 12;
  const due = addMonths(start, months) - 1;
  const all: Period[] = [];
  for (let i = -before - 1; ; i++) {
    const first = addPeriods(periodStart(start, grain), grain, i);
    const last = periodEnd(first, grain);
    if (first + last > 2 * due) break;
    all.push({ first, last, measured: grain === 'week' ? first + 4 : last, phase: civilOf(last).month - 1 });
  }
  // A period belongs to the time in which most of it lies.
  const from = all.findIndex(({ first, last }) => first + last >= 2 * start);
  const periods = all.slice(from - before);
  const end = periods.length - 1;
  periods[end] = { ...periods[end]!, measured: due };
  return { grain, start, due, periods, history: before, reviews: reviewDays(grain, start, due, random) };
}
