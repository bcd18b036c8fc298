import { daysInGrain, periodEnd, type EpochDay } from './calendar.ts';
import type { Conflict } from './conflicts.ts';
import { courseOf, type Course } from './kpi-course.ts';
import type { MetricProposal } from './metric-proposal.ts';
import type { Metric } from './metric.ts';
import type { Series } from './series.ts';
import { isMeasured } from './steps.ts';

/** Why a KPI is to be talked about. */
export type MetricReason =
  | { readonly code: 'conflict'; readonly conflict: Extract<Conflict, { readonly metric: Metric }> }
  | { readonly code: 'proposal'; readonly proposal: MetricProposal }
  /** It serves no key result, and moved by more than its noise since the cycle began. */
  | { readonly code: 'moved-unserved'; readonly course: Course }
  /** It serves no key result that would say so. Days. */
  | { readonly code: 'metric-stale'; readonly age: number; readonly cadence: number };

export interface MetricStanding {
  readonly metric: Metric;
  readonly series: Series | null;
  /** A key result on the board reads it. */
  readonly serves: boolean;
}

export interface MetricReview {
  readonly metric: Metric;
  readonly reasons: readonly MetricReason[];
}

/** Last day that the newest figure known on a day covers. */
function newestDay(series: Series, asOf: EpochDay): EpochDay | null {
  const point = series.points.findLast(({ day }) => day <= asOf);
  return point ? (isMeasured(series) ? point.day : periodEnd(point.day, series.grain)) : null;
}

/** Older than twice the time in which a new figure, or a look at it, was due. */
function staleness({ metric, series }: MetricStanding, asOf: EpochDay): MetricReason | null {
  const newest = series && newestDay(series, asOf);
  if (newest === null) return null;
  const cadence = Math.max(daysInGrain[metric.grain], daysInGrain[metric.monitoring ?? metric.grain]);
  const age = asOf - newest;
  return age > 2 * cadence ? { code: 'metric-stale', age, cadence } : null;
}

/** What a KPI brings into a review of [start, end], as known on a day. Takes as long as an assessment where the KPI serves nothing. */
export function metricReview(
  standing: MetricStanding,
  { conflicts, proposals }: { readonly conflicts: readonly Conflict[]; readonly proposals: readonly MetricProposal[] },
  { start, end }: { readonly start: EpochDay; readonly end: EpochDay },
  asOf: EpochDay,
): MetricReview {
  const { metric, series, serves } = standing;
  const reasons: MetricReason[] = [];
  for (const conflict of conflicts)
    if ('metric' in conflict && conflict.metric.id === metric.id) reasons.push({ code: 'conflict', conflict });
  for (const proposal of proposals)
    if (proposal.metricId === metric.id && proposal.day <= asOf && (proposal.decidedOn === null || proposal.decidedOn > asOf))
      reasons.push({ code: 'proposal', proposal });
  if (!serves) {
    const course = series && courseOf(series, start, end, asOf);
    if (course && course.moved !== 0) reasons.push({ code: 'moved-unserved', course });
    const stale = staleness(standing, asOf);
    if (stale) reasons.push(stale);
  }
  return { metric, reasons };
}
