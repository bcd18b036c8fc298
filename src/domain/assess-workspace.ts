import type { Assessment } from './assessment.ts';
import { assessOn } from './assess-on.ts';
import type { EpochDay } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import { isOnBoard, keyResultOn } from './goal-on.ts';
import type { Id } from './ids.ts';
import type { MetricEvent } from './metric-event.ts';
import { metricSeries } from './metric-series.ts';
import type { KeyResult } from './objective.ts';
import { rollUpTree } from './rollup-tree.ts';
import type { Series } from './series.ts';
import type { Workspace } from './workspace.ts';

/** A key result as it stood on a day, with what it was read from. */
export interface Standing {
  /** As the workspace has it now. */
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  readonly events: readonly MetricEvent[];
  readonly assessment: Assessment;
}

function seriesOf({ link }: KeyResult, { metrics }: Workspace, datasets: readonly Dataset[]): Series | null {
  const metric = metrics.find(({ id }) => id === link?.metricId);
  const series = metric ? metricSeries(metric, (id) => datasets.find((dataset) => dataset.id === id)) : null;
  return series?.ok ? series.value : null;
}

const eventsOf = ({ link }: KeyResult, { events = [] }: Workspace) => events.filter(({ metricId }) => metricId === link?.metricId);

/** Every key result that was on the board on a day, in the order of the workspace; of all cycles. */
export function assessWorkspace(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay): readonly Standing[] {
  return workspace.keyResults
    .filter((keyResult) => isOnBoard(keyResult, asOf))
    .map((keyResult) => {
      const [series, events] = [seriesOf(keyResult, workspace, datasets), eventsOf(keyResult, workspace)];
      return { keyResult, series, events, assessment: assessOn({ keyResult, series, events, asOf }) };
    });
}

/** Progress and worst status of objectives and company, from assessments of the same day. */
export function rollUpStanding(workspace: Workspace, standing: readonly Standing[], asOf: EpochDay) {
  const byId = new Map<Id, Assessment>(standing.map(({ keyResult, assessment }) => [keyResult.id, assessment]));
  const weighed = standing.map(({ keyResult }) => keyResultOn(keyResult, asOf));
  return rollUpTree(workspace.objectives, weighed, (id) => byId.get(id));
}
