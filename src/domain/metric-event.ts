import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';

/** By how much a KPI is moved: by a share of itself (−0.1 = −10%), or by an amount in its own unit ('+1.4 points' is .014 of a '%'). */
export type EventSize = { readonly kind: 'share'; readonly by: number } | { readonly kind: 'amount'; readonly by: number };

/**
 * A dated headwind or tailwind on a KPI. What has happened explains figures; what is to come enters the forecast of every key result that
 * reads the KPI, from its day on or in one period only.
 */
export interface MetricEvent {
  readonly id: Id;
  readonly metricId: Id;
  readonly name: string;
  /** First day that it touches. */
  readonly day: EpochDay;
  readonly lasting: boolean;
  readonly size: EventSize;
  /** Day it was written down: replays of earlier days know nothing of it. */
  readonly notedOn: EpochDay;
}
