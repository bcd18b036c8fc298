import { buildSeries } from './build-series.ts';
import { daysInGrain, periodStart } from './calendar.ts';
import type { Dataset } from './dataset.ts';
import type { SeriesError } from './errors.ts';
import type { Id } from './ids.ts';
import { readFrom, sourcesOf } from './metric-sources.ts';
import type { Metric } from './metric.ts';
import { err, ok, type Result } from './result.ts';
import type { Series, SeriesPoint } from './series.ts';

/** The points of `newer`, then those of `older` whose periods it lacks. Another grain cannot be mixed in: periods would count twice. */
function fillFrom(newer: Series, older: Series): Series {
  if (newer.grain !== older.grain) return newer;
  const start = ({ day }: SeriesPoint) => periodStart(day, newer.grain);
  const known = new Set(newer.points.map(start));
  const missing = older.points.filter((point) => !known.has(start(point)));
  if (!missing.length) return newer;
  return { ...newer, points: [...newer.points, ...missing].sort((a, b) => a.day - b.day) };
}

/**
 * The series of a KPI over all its sources: each period is read from the newest one that has it, and its cells say from which. Without the
 * data of the newest there is no series: old figures must not pass for current ones.
 */
export function metricSeries(metric: Metric, datasetOf: (id: Id) => Dataset | undefined): Result<Series, SeriesError> {
  let merged: Result<Series, SeriesError> | null = null;
  for (const source of sourcesOf(metric)) {
    const dataset = datasetOf(source.datasetId);
    if (!dataset) {
      if (!merged) return err({ code: 'missing-dataset', name: metric.name });
      continue;
    }
    const alone = readFrom(metric, source);
    const finer: boolean = !!merged?.ok && daysInGrain[alone.grain] < daysInGrain[merged.value.grain];
    const series = buildSeries(dataset, merged?.ok && finer ? { ...alone, grain: merged.value.grain } : alone);
    if (!merged || (!merged.ok && series.ok)) merged = series;
    else if (merged.ok && series.ok) merged = ok(fillFrom(merged.value, series.value));
  }
  return merged ?? err({ code: 'missing-dataset', name: metric.name });
}
