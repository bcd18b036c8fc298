import { assessOn } from '../domain/assess-on.ts';
import { isoOf, type EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import { metricSeries } from '../domain/metric-series.ts';
import type { KeyResult } from '../domain/objective.ts';
import { rollUpTree } from '../domain/rollup-tree.ts';
import { isOnBoard, keyResultOn } from '../domain/goal-on.ts';
import type { Series } from '../domain/series.ts';
import type { Workspace } from '../domain/workspace.ts';
import { answerOf } from './assess-answer.ts';

function seriesOf({ link }: KeyResult, { metrics }: Workspace, datasets: readonly Dataset[]): Series | null {
  const metric = metrics.find(({ id }) => id === link?.metricId);
  const series = metric ? metricSeries(metric, (id) => datasets.find((dataset) => dataset.id === id)) : null;
  return series?.ok ? series.value : null;
}

const eventsOf = ({ link }: KeyResult, { events = [] }: Workspace) => events.filter(({ metricId }) => metricId === link?.metricId);

/** How the objectives and key results of a workspace stand on a day. */
export function boardOf(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay) {
  const standing = workspace.keyResults.filter((keyResult) => isOnBoard(keyResult, asOf));
  const assessed = standing.map((keyResult) => {
    const series = seriesOf(keyResult, workspace, datasets);
    return { keyResult, series, assessment: assessOn({ keyResult, series, events: eventsOf(keyResult, workspace), asOf }) };
  });
  const weighed = standing.map((keyResult) => keyResultOn(keyResult, asOf));
  const byId = new Map(assessed.map(({ keyResult, assessment }) => [keyResult.id, assessment]));
  const tree = rollUpTree(workspace.objectives, weighed, (id) => byId.get(id));
  return {
    leeway: 1,
    asOf: isoOf(asOf),
    objectives: workspace.objectives.map(({ id, title }) => {
      const { progress, worst } = tree.byObjective.get(id)!;
      return { id, title, progress, worst };
    }),
    keyResults: assessed.map(({ keyResult, series, assessment }) =>
      answerOf(keyResult.id, assessment, { unit: keyResult.unit, grain: series?.grain ?? null }, keyResult.title),
    ),
  };
}
