import type { Assessment } from '../../domain/assessment.ts';
import type { EpochDay } from '../../domain/calendar.ts';
import type { Dataset } from '../../domain/dataset.ts';
import type { Id } from '../../domain/ids.ts';
import type { MetricEvent } from '../../domain/metric-event.ts';
import type { KeyResult, Objective } from '../../domain/objective.ts';
import { childrenOf, rollUpTree, type RollupNode, type RollupTree } from '../../domain/rollup-tree.ts';
import type { Series } from '../../domain/series.ts';
import type { Workspace } from '../../domain/workspace.ts';
import type { Messages } from '../../messages/en.ts';
import type { Format } from '../../messages/format.ts';
import type { Groups } from '../../messages/groups.ts';

/** A key result as it stood on the day of the report. */
export interface ReportRow {
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  readonly events: readonly MetricEvent[];
  readonly assessment: Assessment;
}

/** The words of a report, in one language. */
export interface ReportWords {
  readonly report: Groups['report'];
  readonly revisions: Groups['cycle']['revisions'];
  readonly messages: Messages;
  readonly format: Format;
}

/** What a report is made of. */
export interface ReportInput {
  readonly workspace: Workspace;
  readonly datasets: ReadonlyMap<Id, Dataset>;
  /** The day that it shows. */
  readonly asOf: EpochDay;
  /** The day on which it is made. */
  readonly madeOn: EpochDay;
  /** Of Leeway. */
  readonly version: string;
  /** Every key result of the board on that day, in its order. */
  readonly rows: readonly ReportRow[];
}

export interface ReportGroup {
  readonly objective: Objective;
  readonly depth: number;
  readonly node: RollupNode;
  readonly rows: readonly ReportRow[];
  /** Objectives right below it. */
  readonly children: readonly Id[];
  /** It counts in its parent's progress, not by itself. */
  readonly counted: boolean;
}

/** The board in the order in which it is read: parents before their children. */
export interface ReportBoard {
  readonly title: string;
  readonly groups: readonly ReportGroup[];
  readonly tree: RollupTree;
}

export function boardOfReport({ workspace, rows }: Pick<ReportInput, 'workspace' | 'rows'>): ReportBoard {
  const { activeCycleId, cycles, title } = workspace;
  const objectives = workspace.objectives.filter(({ cycleId }) => cycleId === activeCycleId);
  const byId = new Map(rows.map((row) => [row.keyResult.id, row]));
  const tree = rollUpTree(
    objectives,
    rows.map(({ keyResult }) => keyResult),
    (id) => byId.get(id)?.assessment,
  );
  const children = childrenOf(objectives);
  const below = (parent: Id | null, depth: number, counted: boolean): ReportGroup[] =>
    (children.get(parent) ?? []).flatMap((objective) => {
      const node = tree.byObjective.get(objective.id)!;
      const own = rows.filter(({ keyResult }) => keyResult.objectiveId === objective.id);
      const ids = (children.get(objective.id) ?? []).map(({ id }) => id);
      return [{ objective, depth, node, rows: own, children: ids, counted }, ...below(objective.id, depth + 1, node.countsChildren)];
    });
  const cycle = cycles.find(({ id }) => id === activeCycleId)?.name ?? '';
  return { title: [title, cycle].filter(Boolean).join(' · '), groups: below(null, 0, false), tree };
}
