import { nextId, type Id } from '../../domain/ids.ts';
import type { Cycle, Goal, KeyResult, Objective } from '../../domain/objective.ts';
import type { Workspace } from '../../domain/workspace.ts';
import { addMonths, civilOf, dayOf, type EpochDay } from '../../domain/calendar.ts';

export type GoalKind = Goal['kind'];

/** The quarter that holds the day: what most teams plan by. */
export function quarterCycle(workspace: Workspace, day: EpochDay, name: (year: number, quarter: number) => string): Cycle {
  const { year, month } = civilOf(day);
  const quarter = Math.ceil(month / 3);
  const start = dayOf(year, quarter * 3 - 2, 1);
  return {
    id: nextId(
      'c',
      workspace.cycles.map((cycle) => cycle.id),
    ),
    name: name(year, quarter),
    start,
    end: addMonths(start, 3) - 1,
  };
}

export const activeCycle = (workspace: Workspace): Cycle | undefined =>
  workspace.cycles.find((cycle) => cycle.id === workspace.activeCycleId);

export const newObjective = (workspace: Workspace, cycleId: Id): Objective => ({
  id: nextId(
    'o',
    workspace.objectives.map((objective) => objective.id),
  ),
  title: '',
  level: workspace.objectives.length ? 'department' : 'company',
  owner: '',
  parentId: null,
  cycleId,
  ambition: 'committed',
});

export function newKeyResult(workspace: Workspace, objectiveId: Id, cycle: Cycle): KeyResult {
  return {
    id: nextId(
      'k',
      workspace.keyResults.map((keyResult) => keyResult.id),
    ),
    objectiveId,
    title: '',
    owner: '',
    weight: 1,
    start: cycle.start,
    due: cycle.end,
    unit: null,
    goal: { kind: 'reach', baseline: NaN, target: NaN, stretch: null, plan: { kind: 'linear' } },
    link: null,
    checkIns: [],
    revisions: [],
  };
}

/** Another kind of goal that keeps what can be kept: a target becomes a limit and the other way round. */
export function goalOfKind(kind: GoalKind, from: Goal): Goal {
  if (kind === from.kind) return from;
  const figure = from.kind === 'keep' ? (from.atLeast ?? from.atMost ?? NaN) : from.kind === 'milestones' ? NaN : from.target;
  switch (kind) {
    case 'reach':
    case 'manual':
      return from.kind === 'reach' || from.kind === 'manual'
        ? { ...from, kind }
        : { kind, baseline: NaN, target: figure, stretch: null, plan: { kind: 'linear' } };
    case 'keep':
      return { kind, atLeast: Number.isNaN(figure) ? null : figure, atMost: null };
    case 'milestones':
      return { kind, milestones: [] };
  }
}
