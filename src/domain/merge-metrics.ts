import { readFromAll, sourcesOf } from './metric-sources.ts';
import type { DimensionFilter, Metric } from './metric.ts';

const sameFilter = (one: DimensionFilter, other: DimensionFilter) => JSON.stringify(one) === JSON.stringify(other);

/** The filters of two KPIs that differ in the values of one dimension only, with the values of both; null where they differ otherwise. */
function joinFilters(one: readonly DimensionFilter[], other: readonly DimensionFilter[]): readonly DimensionFilter[] | null {
  if (one.length !== other.length) return null;
  const different = one.filter((filter, k) => !sameFilter(filter, other[k]!));
  if (different.length > 1) return null;
  return one.map((filter, k) => {
    const { dimension, values } = other[k]!;
    return sameFilter(filter, other[k]!) || dimension !== filter.dimension
      ? filter
      : { dimension, values: [...new Set([...filter.values, ...values])] };
  });
}

/**
 * Two proposed KPIs as one: rows of the same column are taken together (華東 and 華南), and the figures of another column, sheet or file
 * come in where the first has none (a sheet for each year). Null where that makes no sense: other units, grains or ways to add up.
 */
export function mergeMetrics(main: Metric, other: Metric): Metric | null {
  if (main.unit !== other.unit || main.grain !== other.grain || main.accrual !== other.accrual || main.denominator !== other.denominator)
    return null;
  const isSameColumn = main.datasetId === other.datasetId && main.column === other.column && main.role === other.role;
  if (isSameColumn) {
    const filters = joinFilters(main.filters, other.filters);
    const joined = filters?.some((filter, k) => !sameFilter(filter, main.filters[k]!));
    // Levels and ratios of several rows have no sum: what they come to together nobody knows.
    return filters && joined && main.aggregation === 'sum' ? { ...main, filters } : null;
  }
  if (main.filters.length !== other.filters.length || !main.filters.every((filter, k) => sameFilter(filter, other.filters[k]!)))
    return null;
  const [newest, ...older] = sourcesOf(main);
  return readFromAll(main, [newest!, ...older, ...sourcesOf(other)]);
}
