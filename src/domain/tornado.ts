import type { BoardOutcome } from './board-trial.ts';
import type { Id } from './ids.ts';
import type { Objective } from './objective.ts';
import type { RollupTree } from './rollup-tree.ts';

/** What one key result, alone, does to the expected end of an objective or of the company; as shares of 1 (.04 = 4 points). */
export interface Swing {
  readonly keyResultId: Id;
  /** If it goes badly (one case in ten), never positive; if it goes well (one in ten), never negative. */
  readonly bad: number;
  readonly good: number;
  /** With what is tried on it. */
  readonly tried: number;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/**
 * How much of a point at an objective arrives at the scope above it (null: the company); 0 where it is not part of it. A roll-up is linear in
 * its parts as long as they are within 0 and 1.
 */
function shareAt(scope: Id | null, { byObjective, weight }: RollupTree, objectives: ReadonlyMap<Id, Objective>): (from: Id) => number {
  const known = new Map<Id, number>();
  const share = (id: Id): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const objective = objectives.get(id)!;
    const parent = objective.parentId === null ? undefined : byObjective.get(objective.parentId);
    const own = objective.weight ?? 1;
    let result = 0;
    if (id === scope) result = 1;
    else if (parent?.countsChildren) result = parent.weight ? (own / parent.weight) * share(objective.parentId!) : 0;
    else if (scope === null) result = weight ? own / weight : 0;
    known.set(id, result);
    return result;
  };
  return share;
}

/** Which key results move the scope most, the widest swing first. Key results without a forecast, dropped ones and added ones have none. */
export function swingsOf(outcome: BoardOutcome, objectives: readonly Objective[], scope: Id | null): readonly Swing[] {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]));
  const share = shareAt(scope, outcome.now, byId);
  const swings: Swing[] = [];
  for (const [keyResultId, { row, now, then, dropped }] of outcome.rows) {
    const node = outcome.now.byObjective.get(row.keyResult.objectiveId);
    if (row.added || !now.end || !node?.weight) continue;
    const part = (row.keyResult.weight / node.weight) * share(row.keyResult.objectiveId);
    if (!part) continue;
    const from = clamp(now.end.mid);
    const to = (progress: number) => part * (clamp(progress) - from);
    const tried = dropped || !then.end ? 0 : to(then.end.mid);
    swings.push({ keyResultId, bad: to(now.end.low), good: to(now.end.high), tried });
  }
  const width = ({ bad, good, tried }: Swing) => Math.max(good, tried) - Math.min(bad, tried);
  return swings.sort((a, b) => width(b) - width(a));
}
