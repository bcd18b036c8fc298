import { addMonths, periodEnd, periodStart, type EpochDay, type Grain } from './calendar.ts';
import type { Plan, PlanStep } from './objective.ts';
import type { Series } from './series.ts';
import { dataOf, isMeasured, periodsAfter } from './steps.ts';

/** The same period a year earlier: the same months, or the same weekdays 52 weeks before. */
function yearBefore(first: EpochDay, grain: Grain): EpochDay {
  return grain === 'day' || grain === 'week' ? first - 364 : addMonths(first, -12);
}

/** What a plan in the shape of last year is made for: a total to bring in, from `baseline` (running totals: the total at the start) on. */
export interface SeasonWish {
  readonly start: EpochDay;
  readonly due: EpochDay;
  readonly baseline: number;
  readonly target: number;
}

/** Steps leave no binary dust: ten digits are more than any plan has. */
const exactly = (value: number) => Number(value.toPrecision(10));

/**
 * The planned path of a total that comes in as it did a year ago: each period gets the share of the way that the same period had of last
 * year's same time. Null where a period of last year is missing or negative, where nothing came in, or where the KPI does not add up.
 */
export function planOfLastYear(series: Series, { start, due, baseline, target }: SeasonWish): Plan | null {
  if (isMeasured(series) || series.accrual === 'ratio' || target === baseline) return null;
  const { grain } = series;
  // All of it is history here: a running total whose beginning is not known gives no amount.
  const amounts = new Map(dataOf(series, Infinity, 0).map((datum) => [datum.first, datum.value]));
  const begun = periodStart(start, grain);
  const first = begun + periodEnd(begun, grain) >= 2 * start ? begun : periodEnd(begun, grain) + 1;
  const periods = periodsAfter(first - 1, due, grain, false);
  const last = periods.map((period) => amounts.get(yearBefore(period.first, grain)) ?? NaN);
  const total = last.reduce((sum, v) => sum + v, 0);
  if (periods.length < 2 || !(total > 0) || !last.every((v) => v >= 0)) return null;
  let done = 0;
  const steps = periods.map(({ last: day }, i): PlanStep => {
    done += last[i]!;
    return { day, value: exactly(baseline + ((target - baseline) * done) / total) };
  });
  return { kind: 'phased', steps: steps.slice(0, -1).filter(({ day }) => day > start && day < due) };
}
