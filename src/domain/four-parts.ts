import { daysInGrain, periodEnd, type EpochDay, type Grain } from './calendar.ts';
import type { Metric, MetricTarget } from './metric.ts';
import type { KeyResult } from './objective.ts';
import { isInside } from './progress.ts';
import type { Series } from './series.ts';
import { isMeasured } from './steps.ts';

/** What makes a figure a KPI: a bare name is none. */
export type Part = 'target' | 'time-frame' | 'source' | 'monitoring';
export const PARTS: readonly Part[] = ['target', 'time-frame', 'source', 'monitoring'];

/** Where a part comes from: it was said of the KPI itself, or a key result that reads it says so. */
export type Origin = { readonly kind: 'own' } | { readonly kind: 'key-result'; readonly keyResult: KeyResult };

export interface FourParts {
  /**
   * `each`: a single figure can be held against it; else it is a total or a share over time. `byEnd`: it is to be reached by the end of the time
   * frame, not by every figure until then.
   */
  readonly target: (MetricTarget & { readonly each: boolean; readonly byEnd: boolean; readonly origin: Origin }) | null;
  readonly timeFrame: { readonly start: EpochDay; readonly end: EpochDay; readonly origin: Origin } | null;
  readonly source: boolean;
  readonly monitoring: { readonly grain: Grain; readonly origin: Origin } | null;
  readonly lacks: readonly Part[];
}

const OWN: Origin = { kind: 'own' };

/** The target that a key result sets for its KPI, on the side that is good. */
function targetOf(keyResult: KeyResult): FourParts['target'] {
  const { goal, link } = keyResult;
  const origin: Origin = { kind: 'key-result', keyResult };
  const reading = link?.reading.kind;
  if (goal.kind === 'keep') return { atLeast: goal.atLeast, atMost: goal.atMost, each: true, byEnd: false, origin };
  if (goal.kind === 'milestones') return null;
  const rises = goal.target >= goal.baseline;
  const each = reading === 'latest' || reading === 'mean' || reading === 'rolling-mean';
  return { atLeast: rises ? goal.target : null, atMost: rises ? null : goal.target, each, byEnd: true, origin };
}

const isSet = (target: MetricTarget | undefined): target is MetricTarget =>
  target !== undefined && (target.atLeast !== null || target.atMost !== null);

/**
 * The four parts of a KPI: a measurable target, a time frame, a data source and a monitoring frequency. What it does not say itself it has from
 * the first key result that reads it; that one is looked at as often as figures come. `readers` are the key results that read it.
 */
export function fourParts(metric: Metric, readers: readonly KeyResult[], series: Series | null): FourParts {
  const first = readers[0];
  const from: Origin | null = first ? { kind: 'key-result', keyResult: first } : null;
  const target = isSet(metric.target)
    ? { ...metric.target, each: true, byEnd: false, origin: OWN }
    : (readers.map(targetOf).find((found) => found !== null) ?? null);
  const timeFrame = metric.timeFrame
    ? { ...metric.timeFrame, origin: OWN }
    : first && from
      ? { start: first.start, end: first.due, origin: from }
      : null;
  const source = series !== null && series.points.length > 0;
  const monitoring = metric.monitoring
    ? { grain: metric.monitoring, origin: OWN }
    : from && source
      ? { grain: series.grain, origin: from }
      : null;
  const has: Record<Part, boolean> = { target: target !== null, 'time-frame': timeFrame !== null, source, monitoring: monitoring !== null };
  return { target, timeFrame, source, monitoring, lacks: PARTS.filter((part) => !has[part]) };
}

/** Newest figure of a KPI known on a day, and the last day that it covers. */
export function newestOf(series: Series | null, asOf: EpochDay): { readonly value: number; readonly through: EpochDay } | null {
  const point = series?.points.findLast(({ day }) => day <= asOf);
  if (!series || !point) return null;
  return { value: point.value, through: isMeasured(series) ? point.day : Math.min(asOf, periodEnd(point.day, series.grain)) };
}

/** How the newest figure stands to the target: what is to be reached by the end is not missed before. Null where no single figure can tell. */
export function standingOf(
  value: number,
  { target, timeFrame }: Pick<FourParts, 'target' | 'timeFrame'>,
  asOf: EpochDay,
): 'meets' | 'misses' | 'not-yet' | null {
  if (!target?.each) return null;
  if (isInside(value, target.atLeast, target.atMost)) return 'meets';
  return target.byEnd && timeFrame && asOf <= timeFrame.end ? 'not-yet' : 'misses';
}

/** The next figure may take half a period to come in; daily ones may wait for a weekend. */
const LATE = 1.5;
const WEEKEND = 4;

/** Days since the newest figure where that is longer than the monitoring frequency allows; null where it is not, or nothing can be said. */
export function overdueBy(through: EpochDay, monitoring: Grain, asOf: EpochDay): number | null {
  const age = asOf - through;
  return age > Math.max(LATE * daysInGrain[monitoring], WEEKEND) ? age : null;
}
