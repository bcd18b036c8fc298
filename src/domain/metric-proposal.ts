import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';

/** A KPI that no longer measures what matters: what should change, why, and what was decided. */
export interface MetricProposal {
  readonly id: Id;
  readonly metricId: Id;
  /** Name of the KPI on that day. */
  readonly name: string;
  readonly day: EpochDay;
  readonly by: string;
  readonly change: string;
  readonly reason: string;
  readonly state: 'open' | 'accepted' | 'rejected';
  readonly decidedOn: EpochDay | null;
  readonly approver: string;
  /** Why it was accepted or rejected. */
  readonly answer: string;
}
