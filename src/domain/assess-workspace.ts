import type { Assessment } from './assessment.ts';
import { assessOn } from './assess-on.ts';
import type { EpochDay } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import type { SeriesError } from './errors.ts';
import { isOnBoard, keyResultOn } from './goal-on.ts';
import type { Id } from './ids.ts';
import type { MetricEvent } from './metric-event.ts';
import { metricSeries } from './metric-series.ts';
import type { Metric } from './metric.ts';
import type { KeyResult } from './objective.ts';
import { err, ok, type Result } from './result.ts';
import { rollUpTree } from './rollup-tree.ts';
import type { Series } from './series.ts';
import type { Workspace } from './workspace.ts';

/** A key result as it stood on a day, with what it was read from. */
export interface Standing {
  /** As the workspace has it now. */
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  /** Why there is no series, where there should be one. */
  readonly seriesError: SeriesError | null;
  readonly events: readonly MetricEvent[];
  readonly assessment: Assessment;
}

type SeriesOf = Result<Series | null, SeriesError>;

function seriesOf({ goal, link }: KeyResult, metrics: ReadonlyMap<Id, Metric>, byId: ReadonlyMap<Id, Dataset>): SeriesOf {
  if (goal.kind === 'milestones' || goal.kind === 'manual') return ok(null);
  if (!link) return err({ code: 'not-linked' });
  const metric = metrics.get(link.metricId);
  return metric ? metricSeries(metric, (id) => byId.get(id)) : err({ code: 'missing-metric' });
}

const eventsOf = ({ link }: KeyResult, { events = [] }: Workspace) => events.filter(({ metricId }) => metricId === link?.metricId);

/** Every key result that was on the board on a day, in the order of the workspace; of all cycles. */
export function assessWorkspace(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay): readonly Standing[] {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const metrics = new Map(workspace.metrics.map((metric) => [metric.id, metric]));
  return workspace.keyResults
    .filter((keyResult) => isOnBoard(keyResult, asOf))
    .map((keyResult) => {
      const read = seriesOf(keyResult, metrics, byId);
      const series = read.ok ? read.value : null;
      const events = eventsOf(keyResult, workspace);
      return {
        keyResult,
        series,
        seriesError: read.ok ? null : read.error,
        events,
        assessment: assessOn({ keyResult, series, events, asOf }),
      };
    });
}

/** Progress and worst status of objectives and company, from assessments of the same day. */
export function rollUpStanding(workspace: Workspace, standing: readonly Standing[], asOf: EpochDay) {
  const byId = new Map<Id, Assessment>(standing.map(({ keyResult, assessment }) => [keyResult.id, assessment]));
  const weighed = standing.map(({ keyResult }) => keyResultOn(keyResult, asOf));
  return rollUpTree(workspace.objectives, weighed, (id) => byId.get(id));
}
