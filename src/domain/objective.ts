import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';

export type Level = 'company' | 'department' | 'team' | 'person';
export const LEVELS: readonly Level[] = ['company', 'department', 'team', 'person'];
export type Ambition = 'committed' | 'aspirational';

/** First and last day (inclusive) of a planning period. */
export interface Cycle {
  readonly id: Id;
  readonly name: string;
  readonly start: EpochDay;
  readonly end: EpochDay;
}

export interface Objective {
  readonly id: Id;
  readonly title: string;
  readonly level: Level;
  readonly owner: string;
  readonly parentId: Id | null;
  readonly cycleId: Id;
  readonly ambition: Ambition;
}

/** A step on a planned path: `value` is to be reached on `day`. */
export interface PlanStep {
  readonly day: EpochDay;
  readonly value: number;
}

/** Expected path from baseline to target. Steps are joined by straight lines and end at the target on the due date. */
export type Plan = { readonly kind: 'linear' } | { readonly kind: 'phased'; readonly steps: readonly PlanStep[] };

export interface Milestone {
  readonly id: Id;
  readonly title: string;
  readonly weight: number;
  readonly due: EpochDay | null;
  /** Day it was done, or null. */
  readonly doneOn: EpochDay | null;
}

/**
 * What a key result wants. `reach`: baseline → target (increase or decrease follows from the numbers). `keep`: inside inclusive bounds.
 * `milestones`: a checklist. `manual`: like reach, with values from check-ins instead of a KPI.
 */
export type Goal =
  | { readonly kind: 'reach'; readonly baseline: number; readonly target: number; readonly stretch: number | null; readonly plan: Plan }
  | { readonly kind: 'keep'; readonly atLeast: number | null; readonly atMost: number | null }
  | { readonly kind: 'milestones'; readonly milestones: readonly Milestone[] }
  | { readonly kind: 'manual'; readonly baseline: number; readonly target: number; readonly stretch: number | null; readonly plan: Plan };

/** How the KPI is read: the newest value, the sum or mean since the start, the mean of the last `periods`, or the share of periods inside. */
export type Reading =
  | { readonly kind: 'latest' }
  | { readonly kind: 'sum' }
  | { readonly kind: 'mean' }
  | { readonly kind: 'rolling-mean'; readonly periods: number }
  | { readonly kind: 'share-inside' };

export interface Link {
  readonly metricId: Id;
  readonly reading: Reading;
}

export interface CheckIn {
  readonly id: Id;
  readonly day: EpochDay;
  readonly value: number | null;
  /** 0–10, how sure the owner is to arrive. */
  readonly confidence: number | null;
  readonly note: string;
}

/** A dated change of the goal in mid-cycle. The goal that it replaced stays visible. */
export interface Revision {
  readonly id: Id;
  readonly day: EpochDay;
  readonly reason: string;
  readonly approver: string;
  readonly before: { readonly goal: Goal; readonly due: EpochDay };
}

export interface KeyResult {
  readonly id: Id;
  readonly objectiveId: Id;
  readonly title: string;
  readonly owner: string;
  readonly weight: number;
  readonly start: EpochDay;
  readonly due: EpochDay;
  /** Unit of baseline and target, same notation as a series' unit. */
  readonly unit: string | null;
  readonly goal: Goal;
  readonly link: Link | null;
  readonly checkIns: readonly CheckIn[];
  readonly revisions: readonly Revision[];
  /** Last day whose figures make the process limits: later ones are judged by them. Absent = every figure counts. */
  readonly limitsLockedOn?: EpochDay;
}
