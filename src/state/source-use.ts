import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { sourcesOf } from '../domain/metric-sources.ts';
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

const counted = new WeakMap<Dataset, number>();

/** Rows of the sheet that hold a figure of the dataset. */
export function rowCount(dataset: Dataset): number {
  const known = counted.get(dataset);
  if (known !== undefined) return known;
  // Columns of one table share their lists of rows.
  const lists = new Set(dataset.columns.map((column) => column.rows));
  let last = -1;
  for (const rows of lists) for (let i = 0; i < rows.length; i++) if (rows[i]! > last) last = rows[i]!;
  const seen = new Uint8Array(last + 1);
  let count = 0;
  for (const rows of lists)
    for (let i = 0; i < rows.length; i++) {
      if (seen[rows[i]!] === 0) count++;
      seen[rows[i]!] = 1;
    }
  counted.set(dataset, count);
  return count;
}
