import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { sourcesOf } from '../domain/metric-series.ts';
import type { Metric } from '../domain/metric.ts';
import type { KeyResult } from '../domain/objective.ts';
import type { Workspace } from '../domain/workspace.ts';

/** What a data source is good for. */
export interface SourceUse {
  readonly metrics: readonly Metric[];
  readonly keyResults: readonly KeyResult[];
  /** Whether all its KPIs have newer figures elsewhere, and it brings earlier periods only. */
  readonly onlyOlder: boolean;
}

/** KPIs that read a source, and key results that they serve. */
export function sourceUse(id: Id, { metrics, keyResults }: Workspace): SourceUse {
  const own = metrics.filter((metric) => sourcesOf(metric).some(({ datasetId }) => datasetId === id));
  const served = new Set(own.map((metric) => metric.id));
  return {
    metrics: own,
    keyResults: keyResults.filter(({ link }) => link && served.has(link.metricId)),
    onlyOlder: own.length > 0 && own.every(({ datasetId }) => datasetId !== id),
  };
}

/** Rows of the sheet that hold a figure of the dataset. */
export function rowCount({ columns }: Dataset): number {
  const rows = new Set<number>();
  for (const column of columns) for (const row of column.rows) rows.add(row);
  return rows.size;
}
