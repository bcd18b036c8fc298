import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';
import type { Metric } from './metric.ts';
import type { CheckIn, Cycle, Goal, KeyResult, Objective } from './objective.ts';
import type { Recipe } from './recipe.ts';
import type { Adjustment, DataSource, Scenario, Workspace } from './workspace.ts';

/** Every change a person can make. `put-…` inserts or replaces by id. */
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
    | 'revised-later';
  readonly field:
    'title' | 'baseline' | 'target' | 'atLeast' | 'due' | 'parent' | 'milestones' | 'weight' | 'reason' | 'plan' | 'id' | 'day';
}

/** Goal with a baseline and a target, whatever brings its values. */
export type PathGoal = Extract<Goal, { kind: 'reach' | 'manual' }>;
