import { assessWorkspace } from '../domain/assess-workspace.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import { keyResultOn } from '../domain/goal-on.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Assessed } from './assessed.ts';

/** Every key result of the active cycle that was on the board on a day, with its verdict of that day: all at once, for a copy that is made. */
export function assessBoard(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay): readonly Assessed[] {
  const inCycle = new Set(workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId).map(({ id }) => id));
  const keyResults = workspace.keyResults.filter(({ objectiveId }) => inCycle.has(objectiveId));
  const standing = assessWorkspace({ ...workspace, keyResults }, datasets, asOf);
  return standing.map(({ keyResult, ...read }) => ({ ...read, keyResult: keyResultOn(keyResult, asOf) }));
}
