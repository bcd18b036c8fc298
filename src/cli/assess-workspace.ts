import { assessWorkspace, rollUpStanding } from '../domain/assess-workspace.ts';
import { isoOf, type EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Workspace } from '../domain/workspace.ts';
import { answerOf } from './assess-answer.ts';

/** How the objectives and key results of a workspace stand on a day. */
export function boardOf(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay) {
  const standing = assessWorkspace(workspace, datasets, asOf);
  const tree = rollUpStanding(workspace, standing, asOf);
  return {
    leeway: 1,
    asOf: isoOf(asOf),
    objectives: workspace.objectives.map(({ id, title }) => {
      const { progress, worst } = tree.byObjective.get(id)!;
      return { id, title, progress, worst };
    }),
    keyResults: standing.map(({ keyResult, series, assessment }) =>
      answerOf(keyResult.id, assessment, { unit: keyResult.unit, grain: series?.grain ?? null }, keyResult.title),
    ),
  };
}
