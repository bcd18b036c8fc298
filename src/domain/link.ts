import type { EpochDay } from './calendar.ts';
import { foldName } from './fold-name.ts';
import type { Metric } from './metric.ts';
import type { Goal, Reading } from './objective.ts';
import type { Series } from './series.ts';
import { median } from './stats/robust.ts';
import { dataOf, stepsBetween } from './steps.ts';
import { suggestMetrics } from './suggest.ts';

interface Window {
  readonly start: EpochDay;
  readonly due: EpochDay;
}

/** Amounts of this many periods say how much one usually brings. */
const USUAL = 12;

/** Whether a target is nearer to what all periods of the time bring together than to what one brings. */
function isTotalOf(series: Series, target: number, { start, due }: Window): boolean {
  const amounts = dataOf(series, start, 0)
    .slice(-USUAL)
    .map(({ value }) => Math.abs(value));
  const one = amounts.length ? median(amounts) : 0;
  const all = one * Math.max(1, Math.round(stepsBetween(start, due + 1, series.grain)));
  if (!(one > 0) || target === 0) return true;
  const distance = (value: number) => Math.abs(Math.log(Math.abs(target) / value));
  return distance(all) <= distance(one);
}

/**
 * How a KPI is to be read for a goal unless a person says otherwise: amounts are summed since the start where the target is one of a sum;
 * levels, ratios and limits are read as they come.
 */
export function proposeReading(metric: Metric, goal: Goal, series: Series | null, window: Window): Reading {
  if (goal.kind !== 'reach') return { kind: 'latest' };
  if (metric.accrual === 'cumulative') return { kind: 'sum' };
  if (metric.accrual !== 'flow') return { kind: 'latest' };
  const known = series !== null && Number.isFinite(goal.target);
  return { kind: !known || isTotalOf(series, goal.target, window) ? 'sum' : 'latest' };
}

/** Score from which a KPI is linked without asking: name and unit leave little doubt. */
const SURE = 0.6;

/** A key result that looks for its KPI. `metric` is the name that a list gives it, or ''. */
export interface LinkSeeker {
  readonly title: string;
  readonly unit: string | null;
  readonly metric: string;
}

/** The KPI that a key result surely means: the one that is named for it, else by title and unit. Of two that fit alike none is meant. */
export function proposeMetric({ title, unit, metric }: LinkSeeker, metrics: readonly Metric[]): Metric | null {
  const named = metrics.filter(({ name }) => metric !== '' && foldName(name) === foldName(metric));
  if (named.length === 1) return named[0]!;
  const [best, next] = suggestMetrics({ title: metric === '' ? title : metric, unit: metric === '' ? unit : null }, metrics);
  if (!best || best.score < SURE || (next && next.score === best.score)) return null;
  return metrics.find(({ id }) => id === best.metricId) ?? null;
}
