import type { EpochDay } from './calendar.ts';
import type { Contribution } from './contribution.ts';
import type { Id } from './ids.ts';
import type { Meeting } from './meeting.ts';
import type { MetricEvent } from './metric-event.ts';
import type { MetricProposal } from './metric-proposal.ts';
import type { Metric } from './metric.ts';
import type { Cycle, Goal, KeyResult, Objective } from './objective.ts';
import type { SourceInfo } from './dataset.ts';
import type { Recipe } from './recipe.ts';

/** A change of one key result that is only tried. Absent fields stay as they are. */
export interface Adjustment {
  readonly keyResultId: Id;
  readonly goal?: Goal;
  readonly due?: EpochDay;
  /** Multiplies the speed from now on: 1.1 = ten percent more per period. */
  readonly pace?: number;
  /** Values of the coming periods, in order. */
  readonly nextValues?: readonly number[];
  readonly weight?: number;
  /** It is given up: it counts nowhere. */
  readonly dropped?: true;
}

/** A named set of adjustments; it never changes the workspace until it is adopted. */
export interface Scenario {
  readonly id: Id;
  readonly name: string;
  readonly createdOn: EpochDay;
  readonly adjustments: readonly Adjustment[];
  /** Headwinds and tailwinds that are only tried. Absent = none. */
  readonly events?: readonly MetricEvent[];
  /** Key results that are only tried. Absent = none. */
  readonly added?: readonly KeyResult[];
  /** What it asks of whom, in words: a scenario without a cost is a wish. */
  readonly asks?: string;
}

/** Dataset known to the workspace; its columns are stored beside the document under the same id. */
export interface DataSource {
  readonly id: Id;
  readonly info: SourceInfo;
  /** Names of its header, by which a newer copy is known (see headerPrint); absent in boards that do not say. */
  readonly header?: readonly string[];
}

/** Everything a user made. One JSON document. */
export interface Workspace {
  readonly title: string;
  readonly sources: readonly DataSource[];
  readonly metrics: readonly Metric[];
  readonly cycles: readonly Cycle[];
  readonly activeCycleId: Id | null;
  /** In the order of the board. */
  readonly objectives: readonly Objective[];
  /** In the order of the board, within their objective. */
  readonly keyResults: readonly KeyResult[];
  readonly scenarios: readonly Scenario[];
  /** How files were corrected when they were imported, the last one last. Absent = none was. */
  readonly recipes?: readonly Recipe[];
  /** Headwinds and tailwinds. Absent = none. */
  readonly events?: readonly MetricEvent[];
  /** KPIs taken apart into key results. Absent = none. */
  readonly contributions?: readonly Contribution[];
  /** Reviews, the last one last. Absent = none was held. */
  readonly meetings?: readonly Meeting[];
  /** Changes of KPIs that were argued for. Absent = none. */
  readonly proposals?: readonly MetricProposal[];
}

export const emptyWorkspace: Workspace = {
  title: '',
  sources: [],
  metrics: [],
  cycles: [],
  activeCycleId: null,
  objectives: [],
  keyResults: [],
  scenarios: [],
};
