import type { Metric, OlderSource } from './metric.ts';

/** Where a KPI finds its figures, newest first. */
export const sourcesOf = (metric: Metric): readonly OlderSource[] => [
  { datasetId: metric.datasetId, column: metric.column, role: metric.role },
  ...(metric.also ?? []),
];

/** The KPI as it would read one of its sources alone. */
export function readFrom(metric: Metric, { datasetId, column, role }: OlderSource): Metric {
  const { also: _, ...alone } = metric;
  return { ...alone, datasetId, column, role };
}

/** The KPI with these sources, newest first. */
export function readFromAll(metric: Metric, [newest, ...older]: readonly [OlderSource, ...OlderSource[]]): Metric {
  const alone = readFrom(metric, newest);
  return older.length ? { ...alone, also: older } : alone;
}
