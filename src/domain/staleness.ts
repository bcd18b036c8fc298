import type { Reason } from './assessment.ts';
import { weekdayOf, type EpochDay } from './calendar.ts';
import type { Frame } from './frame.ts';
import { median } from './stats/robust.ts';

/** ISO weekdays on which no figure is awaited. */
type RestDays = ReadonlySet<number>;

const SATURDAY = 6;
const SUNDAY = 7;
/** Series that come less often than this many days are not kept by weekday. */
const WEEK = 7;
/** A Saturday or Sunday with fewer figures than this share of the busiest weekday is no working day: a make-up day now and then stays an exception. */
const RARE = 0.25;

/** The days of the weekend that the series itself leaves out. */
function restDaysOf(days: readonly EpochDay[]): RestDays {
  const counts = new Array<number>(SUNDAY + 1).fill(0);
  for (const day of days) counts[weekdayOf(day)]!++;
  const busiest = Math.max(...counts);
  return new Set([SATURDAY, SUNDAY].filter((weekday) => counts[weekday]! < RARE * busiest));
}

/** Days after `from` up to and including `to` that are not days of rest. */
function awaitedDays(from: EpochDay, to: EpochDay, rest: RestDays): number {
  const weeks = Math.max(0, Math.floor((to - from) / WEEK));
  let count = weeks * (WEEK - rest.size);
  for (let day = from + weeks * WEEK + 1; day <= to; day++) if (!rest.has(weekdayOf(day))) count++;
  return count;
}

/**
 * The newest figure is older than twice the usual time between figures. Nothing is awaited after the due date, nor on the days of the weekend
 * that a daily series leaves out: figures of working days are not old on a Monday. Holidays are not known, so a week without figures is told
 * as what it is. Age and cadence are in days of the calendar, the cadence is the median.
 */
export function staleReason({ asOf, due, cadence, history, window }: Frame, valueDay: EpochDay | null): Reason | null {
  if (valueDay === null) return null;
  const until = Math.min(asOf, due);
  const age = until - valueDay;
  if (!(age > 2 * cadence)) return null;
  if (cadence < WEEK) {
    const days = [...history, ...window].map(({ last }) => last);
    const rest = restDaysOf(days);
    const gaps = days.slice(1).map((day, i) => awaitedDays(days[i]!, day, rest));
    if (!(awaitedDays(valueDay, until, rest) > 2 * (gaps.length > 1 ? median(gaps) : cadence))) return null;
  }
  return { code: 'stale', age, cadence };
}
