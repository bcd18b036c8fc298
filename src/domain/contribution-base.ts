import { proposeBaseline } from './baseline.ts';
import type { EpochDay } from './calendar.ts';
import type { Series } from './series.ts';
import { dataOf, isMeasured, stepsBetween, type Datum } from './steps.ts';

/** The time that a KPI is taken apart for. */
export interface BaseTime {
  readonly start: EpochDay;
  readonly due: EpochDay;
}

/** A base to propose: what the KPI read in the same time of last year, or as it ran before the start. */
export interface ProposedBase {
  readonly value: number;
  readonly of: 'last-year' | 'history';
}

const YEAR = 365;
/** As many periods before the start say how it ran. */
const RECENT = 12;

const addsUp = ({ accrual }: Series) => accrual === 'flow' || accrual === 'cumulative';
const periodsIn = (series: Series, { start, due }: BaseTime) => Math.max(1, Math.round(stepsBetween(start, due + 1, series.grain)));
const mean = (data: readonly Datum[]) => data.reduce((sum, { value }) => sum + value, 0) / data.length;
// Running totals are amounts here; the first of them has nothing before it.
const figuresOf = (series: Series) => dataOf(series, Infinity, 0);

/**
 * The base of a KPI for a time: amounts (flows, running totals) add up over all its periods, levels and ratios are a mean. Where last year
 * has no more than half of the periods, the time before the start speaks for them.
 */
export function proposeBase(series: Series, time: BaseTime): ProposedBase | null {
  const count = periodsIn(series, time);
  const data = figuresOf(series);
  const middle = ({ first, last }: Datum) => (first + last) / 2;
  const inLastYear = (datum: Datum) => middle(datum) >= time.start - YEAR && middle(datum) <= time.due - YEAR;
  const lastYear = data.filter(inLastYear);
  const times = addsUp(series) ? count : 1;
  const usable = (value: number, of: ProposedBase['of']): ProposedBase | null =>
    Number.isFinite(value) && value !== 0 ? { value: Number((value * times).toPrecision(12)), of } : null;
  if (lastYear.length > count / 2) return usable(mean(lastYear), 'last-year');
  if (!addsUp(series)) return usable(proposeBaseline(series, time.start) ?? NaN, 'history');
  const before = data.filter(({ last }) => last < time.start).slice(-RECENT);
  return before.length ? usable(mean(before), 'history') : null;
}

/**
 * What the KPI reads by a day in the way of its base: amounts at the pace of the whole periods since the start, over the whole time; of
 * levels and ratios the newest figure. Null where no period of the time is over.
 */
export function kpiNow(series: Series, time: BaseTime, asOf: EpochDay): number | null {
  const inside = figuresOf(series).filter(
    ({ first, last }) => (isMeasured(series) ? first > time.start : first >= time.start) && last <= asOf,
  );
  const newest = inside.filter(({ last }) => last <= time.due).at(-1);
  if (!newest) return null;
  return addsUp(series) ? mean(inside.filter(({ last }) => last <= time.due)) * periodsIn(series, time) : newest.value;
}
