import type { Id } from './ids.ts';
import type { KeyResult, Objective } from './objective.ts';
import { RollupSum, worseOf, type Counted, type Rollup } from './rollup.ts';
import type { Status } from './assessment.ts';

/** One objective with what stands below it. */
export interface RollupNode extends Rollup {
  /** Child objectives are part of its progress. */
  readonly countsChildren: boolean;
  /** The worst status of its own and of everything below it, counted or not. */
  readonly worstBelow: Status;
  /** Sum of the weights that its progress is the mean of. */
  readonly weight: number;
}

export interface RollupTree {
  readonly byObjective: ReadonlyMap<Id, RollupNode>;
  /** All objectives that do not count in their parent already, by their weights: nothing is left out, nothing counted twice. */
  readonly company: Rollup;
  /** Sum of the weights that the company is the mean of. */
  readonly weight: number;
}

/** Children of each objective; the key null has those without a parent among these objectives. */
export function childrenOf(objectives: readonly Objective[]): ReadonlyMap<Id | null, readonly Objective[]> {
  const known = new Set(objectives.map(({ id }) => id));
  const children = new Map<Id | null, Objective[]>();
  for (const objective of objectives) {
    const parent = objective.parentId !== null && known.has(objective.parentId) ? objective.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), objective]);
  }
  return children;
}

const ownOf = <T extends Pick<KeyResult, 'objectiveId'>>(keyResults: readonly T[]): ReadonlyMap<Id, readonly T[]> => {
  const own = new Map<Id, T[]>();
  for (const keyResult of keyResults) {
    const list = own.get(keyResult.objectiveId);
    if (list) list.push(keyResult);
    else own.set(keyResult.objectiveId, [keyResult]);
  }
  return own;
};

/**
 * Rolls a whole cycle up, children before their parents. An objective is the weighted mean of its key results, and of its child objectives
 * where the user says so or where it has no key result of its own that counts; a child weighs what its own weight says (1 unless set).
 */
export function rollUpTree(
  objectives: readonly Objective[],
  keyResults: readonly Pick<KeyResult, 'id' | 'weight' | 'objectiveId'>[],
  answerOf: (id: Id) => Counted | undefined,
): RollupTree {
  const children = childrenOf(objectives);
  const own = ownOf(keyResults);
  const byObjective = new Map<Id, RollupNode>();
  const company = new RollupSum();

  const visit = (objective: Objective): RollupNode => {
    const below = (children.get(objective.id) ?? []).map((child) => ({ child, node: visit(child) }));
    const counting = (own.get(objective.id) ?? []).flatMap((keyResult) => {
      const answer = answerOf(keyResult.id);
      return answer ? [{ weight: keyResult.weight, answer }] : [];
    });
    const countsChildren = below.length > 0 && (objective.countsChildren ?? counting.length === 0);
    const sum = new RollupSum();
    for (const { weight, answer } of counting) sum.add(weight, answer);
    if (countsChildren) for (const { child, node } of below) sum.addSum(child.weight ?? 1, node);
    const { rollup } = sum;
    const spoken = below.filter(({ node }) => node.progress !== null || node.withoutFigure > 0).map(({ node }) => node.worstBelow);
    const all = counting.length || !spoken.length ? [rollup.worst, ...spoken] : spoken;
    const node = { ...rollup, countsChildren, worstBelow: all.reduce(worseOf), weight: sum.weight };
    if (!countsChildren) for (const { child, node: apart } of below) company.addSum(child.weight ?? 1, apart);
    byObjective.set(objective.id, node);
    return node;
  };
  for (const root of children.get(null) ?? []) company.addSum(root.weight ?? 1, visit(root));
  return { byObjective, company: company.rollup, weight: company.weight };
}
