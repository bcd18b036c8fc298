import { assessOn } from '../domain/assess-on.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { SeriesError } from '../domain/errors.ts';
import type { Id } from '../domain/ids.ts';
import { keyResultOn } from '../domain/goal-on.ts';
import { metricSeries, sourcesOf } from '../domain/metric-series.ts';
import type { Metric } from '../domain/metric.ts';
import type { KeyResult } from '../domain/objective.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Series } from '../domain/series.ts';
import type { Workspace } from '../domain/workspace.ts';
import { store } from './workspace-store.svelte.ts';
import { view } from './view.svelte.ts';

export interface Assessed {
  /** As it stood on the day: with the goal and due date valid then. */
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  readonly seriesError: SeriesError | null;
  readonly assessment: Assessment;
}

// Workspace values are immutable, so an object's identity is its version: nothing is assessed twice while it stays the same.
const seriesCache = new WeakMap<Metric, { read: readonly (Dataset | undefined)[]; series: Result<Series, SeriesError> }>();
const assessedCache = new WeakMap<KeyResult, { series: Series | null; asOf: EpochDay; assessed: Assessed }>();

/** The series of a KPI, or why there is none. */
export function seriesOfMetric(metric: Metric, datasets: ReadonlyMap<Id, Dataset>): Result<Series, SeriesError> {
  const read = sourcesOf(metric).map((source) => datasets.get(source.datasetId));
  const known = seriesCache.get(metric);
  if (known?.read.every((dataset, i) => dataset === read[i])) return known.series;
  const series = metricSeries(metric, (id) => datasets.get(id));
  seriesCache.set(metric, { read, series });
  return series;
}

function seriesOf(keyResult: KeyResult, workspace: Workspace, datasets: ReadonlyMap<Id, Dataset>): Result<Series | null, SeriesError> {
  if (keyResult.goal.kind === 'milestones' || keyResult.goal.kind === 'manual') return ok(null);
  if (!keyResult.link) return err({ code: 'not-linked' });
  const metric = workspace.metrics.find((other) => other.id === keyResult.link?.metricId);
  return metric ? seriesOfMetric(metric, datasets) : err({ code: 'missing-metric' });
}

export function assessOne(keyResult: KeyResult, workspace: Workspace, datasets: ReadonlyMap<Id, Dataset>, asOf: EpochDay): Assessed {
  const result = seriesOf(keyResult, workspace, datasets);
  const series = result.ok ? result.value : null;
  const known = assessedCache.get(keyResult);
  if (known && known.series === series && known.asOf === asOf) return known.assessed;
  const assessed = {
    keyResult: keyResultOn(keyResult, asOf),
    series,
    seriesError: result.ok ? null : result.error,
    assessment: assessOn({ keyResult, series, asOf }),
  };
  assessedCache.set(keyResult, { series, asOf, assessed });
  return assessed;
}

/** Assessments of every key result of the active cycle, as of the chosen day. */
class Assessments {
  readonly byId: ReadonlyMap<Id, Assessed> = $derived.by(() => {
    const { workspace, datasets } = store;
    const inCycle = new Set(
      workspace.objectives.filter((objective) => objective.cycleId === workspace.activeCycleId).map((objective) => objective.id),
    );
    const assessed = new Map<Id, Assessed>();
    for (const keyResult of workspace.keyResults) {
      if (inCycle.has(keyResult.objectiveId)) assessed.set(keyResult.id, assessOne(keyResult, workspace, datasets, view.asOf));
    }
    return assessed;
  });
}

export const assessments = new Assessments();
