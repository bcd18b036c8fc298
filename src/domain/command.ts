import type { EpochDay } from './calendar.ts';
import type { Contribution } from './contribution.ts';
import type { Id } from './ids.ts';
import type { Meeting } from './meeting.ts';
import type { MetricEvent } from './metric-event.ts';
import type { MetricProposal } from './metric-proposal.ts';
import type { Metric } from './metric.ts';
import type { CheckIn, Cycle, Goal, KeyResult, Objective, Ruling } from './objective.ts';
import type { Recipe } from './recipe.ts';
import type { Adjustment, DataSource, Scenario, Workspace } from './workspace.ts';

/** Lists of a workspace that need nothing but to be written in. */
export interface Shelves {
  readonly events: MetricEvent;
  readonly contributions: Contribution;
  readonly meetings: Meeting;
  readonly proposals: MetricProposal;
}
type PutCommand = { readonly [L in keyof Shelves]: { readonly kind: 'put'; readonly list: L; readonly item: Shelves[L] } }[keyof Shelves];

/** Every change a person can make. `put…` inserts or replaces by id. */
export type Command =
  | { readonly kind: 'rename'; readonly title: string }
  /** `replaces` are sources of which this is a newer copy: they go, KPIs that now read the new copy stay linked. `recipe` is kept for the next. */
  | {
      readonly kind: 'import';
      readonly sources: readonly DataSource[];
      readonly metrics: readonly Metric[];
      readonly replaces: readonly Id[];
      readonly recipe?: Recipe;
    }
  | { readonly kind: 'delete-source'; readonly id: Id }
  | { readonly kind: 'put-metric'; readonly metric: Metric }
  | { readonly kind: 'delete-metric'; readonly id: Id }
  | { readonly kind: 'put-cycle'; readonly cycle: Cycle }
  | { readonly kind: 'activate-cycle'; readonly id: Id }
  | { readonly kind: 'put-objective'; readonly objective: Objective }
  | { readonly kind: 'delete-objective'; readonly id: Id }
  | { readonly kind: 'move-objective'; readonly id: Id; readonly by: -1 | 1 }
  /** `metrics` are KPIs defined while linking: one step to undo. */
  | { readonly kind: 'put-key-result'; readonly keyResult: KeyResult; readonly metrics?: readonly Metric[] }
  | { readonly kind: 'delete-key-result'; readonly id: Id }
  | { readonly kind: 'move-key-result'; readonly id: Id; readonly by: -1 | 1 }
  | { readonly kind: 'add-okrs'; readonly objectives: readonly Objective[]; readonly keyResults: readonly KeyResult[] }
  | { readonly kind: 'put-check-in'; readonly keyResultId: Id; readonly checkIn: CheckIn }
  | { readonly kind: 'delete-check-in'; readonly keyResultId: Id; readonly id: Id }
  | {
      readonly kind: 'revise';
      readonly keyResultId: Id;
      readonly day: EpochDay;
      readonly reason: string;
      readonly approver: string;
      readonly adjustment: Adjustment;
    }
  | ({ readonly kind: 'drop-key-result'; readonly id: Id } & Ruling)
  /** Takes a drop back. */
  | { readonly kind: 'restore-key-result'; readonly id: Id }
  /** Drops one key result for another, which keeps its lineage. */
  | ({ readonly kind: 'replace-key-result'; readonly id: Id; readonly by: KeyResult } & Ruling)
  | PutCommand
  | { readonly kind: 'delete'; readonly list: keyof Shelves; readonly id: Id }
  /** `on` is the last day whose figures make the process limits; null lets every figure count again. */
  | { readonly kind: 'lock-limits'; readonly keyResultId: Id; readonly on: EpochDay | null }
  | { readonly kind: 'put-scenario'; readonly scenario: Scenario }
  | { readonly kind: 'delete-scenario'; readonly id: Id }
  | { readonly kind: 'replace'; readonly workspace: Workspace };

/** Why a command was refused; `field` is the form field that caused it. */
export interface CommandError {
  readonly code:
    | 'not-found'
    | 'title-missing'
    | 'baseline-equals-target'
    | 'not-finite'
    | 'limit-missing'
    | 'limits-crossed'
    | 'due-before-start'
    | 'parent-loop'
    | 'milestones-missing'
    | 'weight-not-positive'
    | 'reason-missing'
    | 'step-outside'
    | 'revised-later'
    | 'part-twice';
  readonly field:
    | 'title'
    | 'baseline'
    | 'target'
    | 'atLeast'
    | 'due'
    | 'parent'
    | 'milestones'
    | 'weight'
    | 'reason'
    | 'plan'
    | 'id'
    | 'day'
    | 'size'
    | 'parts';
}

/** Goal with a baseline and a target, whatever brings its values. */
export type PathGoal = Extract<Goal, { kind: 'reach' | 'manual' }>;
