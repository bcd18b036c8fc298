import { assessOn } from '../domain/assess-on.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { SeriesError } from '../domain/errors.ts';
import { isOnBoard, keyResultOn } from '../domain/goal-on.ts';
import { metricSeries } from '../domain/metric-series.ts';
import type { KeyResult } from '../domain/objective.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Series } from '../domain/series.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Assessed } from './assessed.ts';

function seriesOf(
  { goal, link }: KeyResult,
  { metrics }: Workspace,
  byId: ReadonlyMap<string, Dataset>,
): Result<Series | null, SeriesError> {
  if (goal.kind === 'milestones' || goal.kind === 'manual') return ok(null);
  if (!link) return err({ code: 'not-linked' });
  const metric = metrics.find(({ id }) => id === link.metricId);
  return metric ? metricSeries(metric, (id) => byId.get(id)) : err({ code: 'missing-metric' });
}

/** Every key result of the active cycle that was on the board on a day, with its verdict of that day: all at once, for a copy that is made. */
export function assessBoard(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay): readonly Assessed[] {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const inCycle = new Set(workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId).map(({ id }) => id));
  return workspace.keyResults
    .filter((keyResult) => inCycle.has(keyResult.objectiveId) && isOnBoard(keyResult, asOf))
    .map((keyResult) => {
      const read = seriesOf(keyResult, workspace, byId);
      const series = read.ok ? read.value : null;
      const events = (workspace.events ?? []).filter(({ metricId }) => metricId === keyResult.link?.metricId);
      return {
        keyResult: keyResultOn(keyResult, asOf),
        series,
        seriesError: read.ok ? null : read.error,
        events,
        assessment: assessOn({ keyResult, series, events, asOf }),
      };
    });
}
