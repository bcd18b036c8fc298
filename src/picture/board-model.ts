import type { EpochDay } from '../domain/calendar.ts';
import { SEVERITY } from '../domain/assessment.ts';
import type { KeyResult, Objective } from '../domain/objective.ts';
import { inCount } from '../domain/status-count.ts';
import { childrenOf, rollUpTree, type RollupNode } from '../domain/rollup-tree.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Assessed } from './assessed.ts';
import type { Filters } from './filters.ts';

export interface ObjectiveGroup {
  readonly objective: Objective;
  readonly depth: number;
  readonly rollup: RollupNode;
  readonly rows: readonly Assessed[];
  /** Key results that were given up by the day of the board. */
  readonly dropped: readonly KeyResult[];
}

/** Off track and at risk, worst first: by status, then by the strength of the evidence. */
export function needsAttention(all: Iterable<Assessed>): readonly Assessed[] {
  const evidence = ({ assessment }: Assessed) => assessment.state?.pBehind ?? 0;
  return [...all]
    .filter(({ assessment }) => assessment.status === 'off-track' || assessment.status === 'missed' || assessment.status === 'at-risk')
    .sort((a, b) => SEVERITY.indexOf(a.assessment.status) - SEVERITY.indexOf(b.assessment.status) || evidence(b) - evidence(a));
}

/** What looks alarming and is not. */
export const looksAlarming = (all: Iterable<Assessed>): readonly Assessed[] =>
  [...all].filter(({ assessment }) => assessment.verdict === 'volatile');

function depthOf(objective: Objective, byId: ReadonlyMap<string, Objective>): number {
  let depth = 0;
  for (let parent = objective.parentId; parent !== null && depth < 8; parent = byId.get(parent)?.parentId ?? null) depth++;
  return depth;
}

/** Parents before their children, in the board's own order. */
function cascade(objectives: readonly Objective[]): readonly Objective[] {
  const children = childrenOf(objectives);
  const below = (parent: string | null): readonly Objective[] =>
    (children.get(parent) ?? []).flatMap((objective) => [objective, ...below(objective.id)]);
  return below(null);
}

/** The board's table: objectives of the active cycle with the key results that pass the filters. */
export function groupsOf(
  workspace: Workspace,
  byId: ReadonlyMap<string, Assessed>,
  filters: Filters,
  asOf: EpochDay,
): readonly ObjectiveGroup[] {
  const objectives = workspace.objectives.filter((objective) => objective.cycleId === workspace.activeCycleId);
  const index = new Map(objectives.map((objective) => [objective.id, objective]));
  const filtering = filters.status !== null || filters.owner !== null || filters.level !== null;
  const standing = [...byId.values()].map(({ keyResult }) => keyResult);
  const tree = rollUpTree(objectives, standing, (id) => byId.get(id)?.assessment);
  return cascade(objectives)
    .map((objective) => {
      const keyResults = workspace.keyResults.filter((keyResult) => keyResult.objectiveId === objective.id);
      const rows = keyResults.map((keyResult) => byId.get(keyResult.id)).filter((row) => row !== undefined);
      return {
        objective,
        depth: depthOf(objective, index),
        dropped: filtering ? [] : keyResults.filter(({ dropped }) => dropped !== undefined && dropped.day <= asOf),
        rollup: tree.byObjective.get(objective.id)!,
        rows: rows.filter(
          ({ keyResult, assessment }) =>
            (filters.status === null || inCount(assessment.status, filters.status)) &&
            (filters.owner === null || keyResult.owner === filters.owner || objective.owner === filters.owner) &&
            (filters.level === null || objective.level === filters.level),
        ),
      };
    })
    .filter((group) => !filtering || group.rows.length > 0);
}

export const ownersOf = (workspace: Workspace): readonly string[] =>
  [...new Set([...workspace.objectives.map((o) => o.owner), ...workspace.keyResults.map((k) => k.owner)])].filter(Boolean).sort();
