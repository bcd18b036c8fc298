import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import type { Aggregation, DimensionFilter, Metric } from '../domain/metric.ts';
import { rowIndexOf } from '../domain/row-index.ts';

/** More series than this from one table are not offered one by one; the column can still be picked when linking. */
export const MOST_CANDIDATES = 300;

/** A KPI that a table could bring. */
export interface Candidate {
  /** Says the column and the rows by their names, so that the same KPI has the same key in the next file. */
  readonly key: string;
  readonly name: string;
  readonly columnIndex: number;
  readonly filters: readonly DimensionFilter[];
  /** Its rows are told apart by times of day, and the last row of a day is the latest. */
  readonly isTimed: boolean;
}

/** Which combinations of dimension values a column has, in order of appearance. */
function combinations(dataset: Dataset, columnIndex: number): readonly (readonly number[])[] {
  const column = dataset.columns[columnIndex];
  if (!column || !dataset.dimensions.length) return [[]];
  const { codes, starts } = rowIndexOf(column);
  return Array.from({ length: Math.min(starts.length - 1, MOST_CANDIDATES + 1) }, (_, c) => codes.map((list) => list[c]!));
}

/** KPIs that a dataset could bring: one for each measured column and combination of dimension values; targets are no KPIs. */
export function candidatesOf(dataset: Dataset, isTimed = false): readonly Candidate[] {
  const found: Candidate[] = [];
  const times = new Map<string, number>();
  for (const [columnIndex, column] of dataset.columns.entries()) {
    if (column.role === 'target') continue;
    const all = combinations(dataset, columnIndex);
    for (const codes of all) {
      const filters = codes.flatMap((code, k): readonly DimensionFilter[] => {
        const dimension = dataset.dimensions[k];
        const value = dimension?.values[code];
        return dimension && value !== undefined ? [{ dimension: dimension.name, values: [value] }] : [];
      });
      const parts = [column.name, ...(all.length > 1 ? filters.flatMap((filter) => filter.values) : [])].filter(Boolean);
      const said = [column.name, column.role, ...filters.flatMap((filter) => [filter.dimension, ...filter.values])].join('|');
      const before = times.get(said) ?? 0;
      times.set(said, before + 1);
      found.push({ key: before ? `${said}|${before + 1}` : said, name: parts.join(' · '), columnIndex, filters, isTimed });
      if (found.length >= MOST_CANDIDATES) return found;
    }
  }
  return found;
}

const keysCache = new WeakMap<Dataset, ReadonlySet<string>>();

/** Keys of what a dataset could bring. */
export function candidateKeys(dataset: Dataset): ReadonlySet<string> {
  const known = keysCache.get(dataset);
  if (known) return known;
  const keys = new Set(candidatesOf(dataset).map((candidate) => candidate.key));
  keysCache.set(dataset, keys);
  return keys;
}

/**
 * The KPI of a candidate. Rows of one period are added up unless adding makes no sense: ratios are averaged, and of levels and running totals
 * that were read several times a day the last one counts.
 */
export function metricOf(dataset: Dataset, candidate: Candidate, id: Id, name: string): Metric {
  const column = dataset.columns[candidate.columnIndex];
  if (!column) throw new Error('candidate of another dataset');
  const isState = column.accrual === 'level' || column.accrual === 'cumulative';
  const aggregation: Aggregation =
    candidate.isTimed && isState ? 'last' : column.accrual === 'flow' || column.accrual === 'cumulative' ? 'sum' : 'mean';
  return {
    id,
    name,
    datasetId: dataset.id,
    column: column.name,
    role: column.role,
    denominator: null,
    filters: candidate.filters,
    aggregation,
    accrual: column.accrual,
    unit: column.unit,
    grain: column.grain,
  };
}
