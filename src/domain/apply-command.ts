import { drop, replaceKeyResult, restore, revise } from './apply-revision.ts';
import { putOnShelf, takeFromShelf } from './apply-shelf.ts';
import { changeKeyResult, notFound, type Outcome } from './change-key-result.ts';
import type { Command } from './command.ts';
import { move, put, without } from './edit-list.ts';
import { checkCycle, checkKeyResult, checkObjective } from './goal-check.ts';
import { withRecipe } from './recipe.ts';
import { deleteKeyResult, deleteMetric, deleteObjective, deleteSources } from './remove.ts';
import { assertNever, err, ok } from './result.ts';
import type { Workspace } from './workspace.ts';

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
      return ok(deleteMetric(workspace, command.id));
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
    case 'delete-objective': {
      const left = deleteObjective(workspace, command.id);
      return left ? ok(left) : notFound;
    }
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
      return ok(deleteKeyResult(workspace, command.id));
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
    case 'drop-key-result':
      return drop(workspace, command);
    case 'restore-key-result':
      return restore(workspace, command);
    case 'replace-key-result':
      return replaceKeyResult(workspace, command);
    case 'put':
      return putOnShelf(workspace, command);
    case 'delete':
      return takeFromShelf(workspace, command);
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
