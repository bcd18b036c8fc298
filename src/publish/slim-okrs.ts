import type { Cycle, KeyResult, Objective } from '../domain/objective.ts';
import { numberAll, type SlimNames } from './slim-names.ts';

export function slimCycle({ closing, ...cycle }: Cycle, { has, known, prose }: SlimNames): Cycle {
  if (!closing) return cycle;
  const scores = closing.scores
    .filter(({ keyResultId }) => has('keyResult', keyResultId))
    .map((score) => ({ ...score, keyResultId: known('keyResult', score.keyResultId), note: prose(score.note) }));
  return { ...cycle, closing: { ...closing, note: prose(closing.note), scores } };
}

export function slimObjective({ alignedWith, ...objective }: Objective, { known, person }: SlimNames): Objective {
  return {
    ...objective,
    owner: person(objective.owner),
    cycleId: known('cycle', objective.cycleId),
    parentId: objective.parentId === null ? null : known('objective', objective.parentId),
    ...(alignedWith?.length
      ? { alignedWith: alignedWith.map(({ objectiveId, note }) => ({ objectiveId: known('objective', objectiveId), note })) }
      : {}),
  };
}

export function slimKeyResult(keyResult: KeyResult, { has, known, person, prose, ruling }: SlimNames): KeyResult {
  const { replaces, carriedFrom, added, dropped, goal, ...rest } = keyResult;
  return {
    ...rest,
    owner: person(keyResult.owner),
    objectiveId: known('objective', keyResult.objectiveId),
    goal: goal.kind === 'milestones' ? { ...goal, milestones: numberAll(goal.milestones, 'd') } : goal,
    link: keyResult.link && { ...keyResult.link, metricId: known('metric', keyResult.link.metricId) },
    checkIns: numberAll(keyResult.checkIns, 'i').map(({ by, ...checkIn }) => ({
      ...checkIn,
      note: prose(checkIn.note),
      ...(by && person(by) ? { by } : {}),
    })),
    revisions: numberAll(keyResult.revisions, 'r').map(ruling),
    ...(added ? { added: ruling(added) } : {}),
    ...(dropped ? { dropped: ruling(dropped) } : {}),
    ...(replaces !== undefined && has('keyResult', replaces) ? { replaces: known('keyResult', replaces) } : {}),
    ...(carriedFrom !== undefined && has('keyResult', carriedFrom) ? { carriedFrom: known('keyResult', carriedFrom) } : {}),
  };
}
