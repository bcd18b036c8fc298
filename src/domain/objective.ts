import type { Status, Verdict } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import type { Closing } from './closing.ts';
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
  /** How it ended; absent while it runs. */
  readonly closing?: Closing;
}

/** Another objective that this one helps or depends on, across the tree. */
export interface Alignment {
  readonly objectiveId: Id;
  /** What the two have to do with each other. */
  readonly note: string;
}

export interface Objective {
  readonly id: Id;
  readonly title: string;
  readonly level: Level;
  readonly owner: string;
  readonly parentId: Id | null;
  readonly cycleId: Id;
  readonly ambition: Ambition;
  /** Weight among its siblings in the roll-up of its parent and of the company; absent = 1. */
  readonly weight?: number;
  /** Child objectives count in its progress beside its own key results. Absent = only where it has none of its own. */
  readonly countsChildren?: boolean;
  /** Horizontal alignment. Absent = none. */
  readonly alignedWith?: readonly Alignment[];
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
  /** Who says so. Absent = nobody was named. */
  readonly by?: string;
}

/** Why something was changed in mid-cycle, and who agreed. */
export interface Ruling {
  readonly day: EpochDay;
  readonly reason: string;
  readonly approver: string;
}

/** A dated change of the goal in mid-cycle. The goal that it replaced stays visible. */
export interface Revision extends Ruling {
  readonly id: Id;
  /** Weight is there where it was changed, too. */
  readonly before: { readonly goal: Goal; readonly due: EpochDay; readonly weight?: number };
}

/** How a key result stood on a day, told by whoever kept the figures. Progress and expected progress are fractions. */
export interface Sealed {
  readonly day: EpochDay;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly progress: number | null;
  readonly expected: number | null;
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
  /** It came in mid-cycle: before that day it is not on the board. Absent = it was there from the beginning. */
  readonly added?: Ruling;
  /** It was given up: from that day on it counts nowhere, and stays to be read. */
  readonly dropped?: Ruling;
  /** The key result in whose place it came. */
  readonly replaces?: Id;
  /** The key result of an earlier cycle that it goes on with. */
  readonly carriedFrom?: Id;
  /** It was shared without its figures: this is how it stood. Absent = it is assessed from its figures. */
  readonly sealed?: Sealed;
}
