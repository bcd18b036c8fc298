import type { CommandError } from './command.ts';
import type { Cycle, Goal, KeyResult, Objective } from './objective.ts';

const isWrong = (figure: number | null): boolean => figure !== null && !Number.isFinite(figure);
const problem = (code: CommandError['code'], field: CommandError['field']): CommandError => ({ code, field });

function checkGoal(goal: Goal, keyResult: KeyResult): CommandError | null {
  switch (goal.kind) {
    case 'reach':
    case 'manual':
      if (!Number.isFinite(goal.baseline)) return problem('not-finite', 'baseline');
      if (!Number.isFinite(goal.target) || isWrong(goal.stretch)) return problem('not-finite', 'target');
      if (goal.plan.kind === 'phased' && goal.plan.steps.some((step) => isWrong(step.value))) return problem('not-finite', 'plan');
      if (goal.baseline === goal.target) return problem('baseline-equals-target', 'target');
      if (goal.plan.kind === 'phased' && goal.plan.steps.some((step) => step.day <= keyResult.start || step.day >= keyResult.due))
        return problem('step-outside', 'plan');
      return null;
    case 'keep':
      if (goal.atLeast === null && goal.atMost === null) return problem('limit-missing', 'atLeast');
      if (isWrong(goal.atLeast) || isWrong(goal.atMost)) return problem('not-finite', 'atLeast');
      if (goal.atLeast !== null && goal.atMost !== null && goal.atLeast > goal.atMost) return problem('limits-crossed', 'atLeast');
      return null;
    case 'milestones':
      return goal.milestones.length ? null : problem('milestones-missing', 'milestones');
  }
}

/** The first thing that makes a key result impossible to assess, or null. Warnings are in guidance, not here. */
export function checkKeyResult(keyResult: KeyResult): CommandError | null {
  if (!keyResult.title.trim()) return problem('title-missing', 'title');
  if (keyResult.due <= keyResult.start) return problem('due-before-start', 'due');
  if (!(keyResult.weight > 0 && keyResult.weight < Infinity)) return problem('weight-not-positive', 'weight');
  return checkGoal(keyResult.goal, keyResult);
}

export function checkCycle(cycle: Cycle): CommandError | null {
  if (!cycle.name.trim()) return problem('title-missing', 'title');
  return cycle.end <= cycle.start ? problem('due-before-start', 'due') : null;
}

/** An objective needs a title, a weight that counts, and must not be its own ancestor. */
export function checkObjective(objective: Objective, others: readonly Objective[]): CommandError | null {
  if (!objective.title.trim()) return problem('title-missing', 'title');
  if (objective.weight !== undefined && !(objective.weight > 0 && objective.weight < Infinity))
    return problem('weight-not-positive', 'weight');
  const parents = new Map(others.map((other) => [other.id, other.parentId]));
  parents.set(objective.id, objective.parentId);
  const seen = new Set([objective.id]);
  for (let parent = objective.parentId; parent !== null; parent = parents.get(parent) ?? null) {
    if (seen.has(parent)) return problem('parent-loop', 'parent');
    seen.add(parent);
  }
  return null;
}
