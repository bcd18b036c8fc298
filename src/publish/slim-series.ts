import type { DataColumn, Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { metricSeries } from '../domain/metric-series.ts';
import { readFromAll, sourcesOf } from '../domain/metric-sources.ts';
import type { Metric, OlderSource } from '../domain/metric.ts';
import type { Series } from '../domain/series.ts';
import type { Workspace } from '../domain/workspace.ts';

/** Points of the aggregated series as a column: a figure a period, standing where the first of its cells stands. */
function columnOf(name: string, metric: Metric, { grain, accrual, unit }: Series, points: Series['points']): DataColumn {
  return {
    name,
    role: metric.role,
    unit,
    grain,
    accrual,
    accrualCertain: true,
    days: Int32Array.from(points, ({ day }) => day),
    values: Float64Array.from(points, ({ value }) => value),
    rows: Int32Array.from(points, ({ cells }) => cells[0]?.row ?? 0),
    columns: Int32Array.from(points, ({ cells }) => cells[0]?.column ?? 0),
    codes: [],
  };
}

/** Metrics that the board uses, or all, each with one column of its own: filters, denominators and unused rows stay at home. */
export function slimMetrics(workspace: Workspace, datasets: readonly Dataset[], all: boolean) {
  const read = [...workspace.keyResults, ...workspace.scenarios.flatMap(({ added }) => added ?? [])];
  const used = new Set([...read.map(({ link }) => link?.metricId), ...(workspace.contributions ?? []).map(({ metricId }) => metricId)]);
  const metrics: Metric[] = [];
  const columns = new Map<Id, DataColumn[]>();
  for (const metric of workspace.metrics.filter(({ id }) => all || used.has(id))) {
    const series = metricSeries(metric, (id) => datasets.find((dataset) => dataset.id === id));
    // Each point stays with the file that it came from, so that its cell can be found there.
    const homes = sourcesOf(metric).flatMap(({ datasetId }): readonly OlderSource[] => {
      const points = series.ok ? series.value.points.filter(({ cells }) => cells[0]?.dataset === datasetId) : [];
      if (!series.ok || !points.length) return [];
      const taken = columns.get(datasetId) ?? [];
      const column = taken.some(({ name }) => name === metric.name) ? `${metric.name} (${taken.length + 1})` : metric.name;
      columns.set(datasetId, [...taken, columnOf(column, metric, series.value, points)]);
      return [{ datasetId, column, role: metric.role }];
    });
    const [newest = { datasetId: metric.datasetId, column: metric.name, role: metric.role }, ...older] = homes;
    metrics.push({ ...readFromAll(metric, [newest, ...older]), denominator: null, filters: [] });
  }
  return { metrics, columns };
}
