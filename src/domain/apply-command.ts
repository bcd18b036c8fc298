import type { Command, CommandError } from './command.ts';
import { checkCycle, checkKeyResult, checkObjective } from './goal-check.ts';
import { nextId, type Id } from './ids.ts';
import { readFromAll, sourcesOf } from './metric-series.ts';
import { withRecipe } from './recipe.ts';
import type { KeyResult } from './objective.ts';
import { assertNever, err, ok, type Result } from './result.ts';
import type { Workspace } from './workspace.ts';

type Outcome = Result<Workspace, CommandError>;
const notFound: Outcome = err({ code: 'not-found', field: 'id' });

const put = <T extends { readonly id: Id }>(list: readonly T[], item: T): readonly T[] =>
  list.some((other) => other.id === item.id) ? list.map((other) => (other.id === item.id ? item : other)) : [...list, item];

const without = <T extends { readonly id: Id }>(list: readonly T[], id: Id): readonly T[] => list.filter((item) => item.id !== id);

/** Moves an item one place among those of its own group; the others keep their places. */
function move<T extends { readonly id: Id }>(
  list: readonly T[],
  id: Id,
  by: -1 | 1,
  sameGroup: (a: T, b: T) => boolean,
): readonly T[] | null {
  const from = list.findIndex((item) => item.id === id);
  const item = list[from];
  if (!item) return null;
  let to = from + by;
  while (to >= 0 && to < list.length && !sameGroup(item, list[to] as T)) to += by;
  const other = list[to];
  if (!other) return list;
  const moved = [...list];
  moved[from] = other;
  moved[to] = item;
  return moved;
}

function changeKeyResult(workspace: Workspace, id: Id, change: (keyResult: KeyResult) => KeyResult): Outcome {
  const found = workspace.keyResults.find((keyResult) => keyResult.id === id);
  return found ? ok({ ...workspace, keyResults: put(workspace.keyResults, change(found)) }) : notFound;
}

function revise(workspace: Workspace, command: Extract<Command, { kind: 'revise' }>): Outcome {
  const before = workspace.keyResults.find((keyResult) => keyResult.id === command.keyResultId);
  if (!before) return notFound;
  if (!command.reason.trim()) return err({ code: 'reason-missing', field: 'reason' });
  // What replaces a goal cannot have been decided before the goal itself was.
  if (before.revisions.some((other) => other.day > command.day)) return err({ code: 'revised-later', field: 'day' });
  const revision = {
    id: nextId(
      'v',
      before.revisions.map((other) => other.id),
    ),
    day: command.day,
    reason: command.reason.trim(),
    approver: command.approver.trim(),
    before: { goal: before.goal, due: before.due },
  };
  const after: KeyResult = {
    ...before,
    goal: command.adjustment.goal ?? before.goal,
    due: command.adjustment.due ?? before.due,
    revisions: [...before.revisions, revision],
  };
  const wrong = checkKeyResult(after);
  return wrong ? err(wrong) : ok({ ...workspace, keyResults: put(workspace.keyResults, after) });
}

function deleteMetrics(workspace: Workspace, gone: (id: Id) => boolean): Workspace {
  return {
    ...workspace,
    metrics: workspace.metrics.filter((metric) => !gone(metric.id)),
    keyResults: workspace.keyResults.map((keyResult) =>
      keyResult.link && gone(keyResult.link.metricId) ? { ...keyResult, link: null } : keyResult,
    ),
  };
}

/** Sources go; a KPI goes on with the others that it has, and goes too where there is none. */
function deleteSources(workspace: Workspace, gone: (id: Id) => boolean): Workspace {
  const orphans = new Set<Id>();
  const metrics = workspace.metrics.map((metric) => {
    const [newest, ...older] = sourcesOf(metric).filter((source) => !gone(source.datasetId));
    if (newest) return older.length + 1 === sourcesOf(metric).length ? metric : readFromAll(metric, [newest, ...older]);
    orphans.add(metric.id);
    return metric;
  });
  const left = { ...workspace, metrics, sources: workspace.sources.filter((source) => !gone(source.id)) };
  return orphans.size ? deleteMetrics(left, (id) => orphans.has(id)) : left;
}

function deleteObjective(workspace: Workspace, id: Id): Outcome {
  const gone = workspace.objectives.find((objective) => objective.id === id);
  if (!gone) return notFound;
  return ok({
    ...workspace,
    // Children move up to the parent of the deleted objective: nobody loses work to a reorganisation.
    objectives: without(workspace.objectives, id).map((other) => (other.parentId === id ? { ...other, parentId: gone.parentId } : other)),
    keyResults: workspace.keyResults.filter((keyResult) => keyResult.objectiveId !== id),
  });
}

/**
 * The one way to change a workspace: a new workspace, or the reason why not (then nothing changed). Pure.
 */
export function applyCommand(workspace: Workspace, command: Command): Outcome {
  switch (command.kind) {
    case 'rename':
      return ok({ ...workspace, title: command.title });
    case 'import': {
      const metrics = command.metrics.reduce((list, metric) => put(list, metric), workspace.metrics);
      const sources = command.sources.reduce((list, source) => put(list, source), workspace.sources);
      const imported = deleteSources({ ...workspace, metrics, sources }, (id) => command.replaces.includes(id));
      return ok(command.recipe ? { ...imported, recipes: withRecipe(workspace.recipes ?? [], command.recipe) } : imported);
    }
    case 'delete-source':
      return ok(deleteSources(workspace, (id) => id === command.id));
    case 'put-metric':
      return command.metric.name.trim()
        ? ok({ ...workspace, metrics: put(workspace.metrics, command.metric) })
        : err({ code: 'title-missing', field: 'title' });
    case 'delete-metric':
      return ok(deleteMetrics(workspace, (id) => id === command.id));
    case 'put-cycle': {
      const wrong = checkCycle(command.cycle);
      if (wrong) return err(wrong);
      return ok({ ...workspace, cycles: put(workspace.cycles, command.cycle), activeCycleId: workspace.activeCycleId ?? command.cycle.id });
    }
    case 'activate-cycle':
      return workspace.cycles.some((cycle) => cycle.id === command.id) ? ok({ ...workspace, activeCycleId: command.id }) : notFound;
    case 'put-objective': {
      const wrong = checkObjective(command.objective, workspace.objectives);
      return wrong ? err(wrong) : ok({ ...workspace, objectives: put(workspace.objectives, command.objective) });
    }
    case 'delete-objective':
      return deleteObjective(workspace, command.id);
    case 'move-objective': {
      const objectives = move(workspace.objectives, command.id, command.by, (a, b) => a.cycleId === b.cycleId);
      return objectives ? ok({ ...workspace, objectives }) : notFound;
    }
    case 'put-key-result': {
      const wrong = checkKeyResult(command.keyResult);
      if (wrong) return err(wrong);
      const metrics = (command.metrics ?? []).reduce((list, metric) => put(list, metric), workspace.metrics);
      return ok({ ...workspace, metrics, keyResults: put(workspace.keyResults, command.keyResult) });
    }
    case 'delete-key-result':
      return ok({
        ...workspace,
        keyResults: without(workspace.keyResults, command.id),
        scenarios: workspace.scenarios.map((scenario) => ({
          ...scenario,
          adjustments: scenario.adjustments.filter((adjustment) => adjustment.keyResultId !== command.id),
        })),
      });
    case 'move-key-result': {
      const keyResults = move(workspace.keyResults, command.id, command.by, (a, b) => a.objectiveId === b.objectiveId);
      return keyResults ? ok({ ...workspace, keyResults }) : notFound;
    }
    case 'add-okrs': {
      const wrong =
        command.objectives.map((objective) => checkObjective(objective, workspace.objectives)).find(Boolean) ??
        command.keyResults.map(checkKeyResult).find(Boolean);
      if (wrong) return err(wrong);
      return ok({
        ...workspace,
        objectives: [...workspace.objectives, ...command.objectives],
        keyResults: [...workspace.keyResults, ...command.keyResults],
      });
    }
    case 'put-check-in':
      return changeKeyResult(workspace, command.keyResultId, (keyResult) => ({
        ...keyResult,
        checkIns: put(keyResult.checkIns, command.checkIn),
      }));
    case 'delete-check-in':
      return changeKeyResult(workspace, command.keyResultId, (keyResult) => ({
        ...keyResult,
        checkIns: without(keyResult.checkIns, command.id),
      }));
    case 'revise':
      return revise(workspace, command);
    case 'lock-limits':
      return changeKeyResult(workspace, command.keyResultId, ({ limitsLockedOn: _, ...keyResult }) =>
        command.on === null ? keyResult : { ...keyResult, limitsLockedOn: command.on },
      );
    case 'put-scenario':
      return command.scenario.name.trim()
        ? ok({ ...workspace, scenarios: put(workspace.scenarios, command.scenario) })
        : err({ code: 'title-missing', field: 'title' });
    case 'delete-scenario':
      return ok({ ...workspace, scenarios: without(workspace.scenarios, command.id) });
    case 'replace':
      return ok(command.workspace);
    default:
      return assertNever(command);
  }
}
