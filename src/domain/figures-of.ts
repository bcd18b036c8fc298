import type { DimensionFilter, Metric } from './metric.ts';

const filterKey = (filters: readonly DimensionFilter[]) =>
  filters.map(({ dimension, values }) => [dimension, [...values].sort()]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));

/** The figures that a KPI is read from, whatever it is called: source, column, denominator and rows. Equal texts mean the same figures. */
export const figuresOf = ({ datasetId, column, role, denominator, filters }: Metric): string =>
  JSON.stringify([datasetId, column, role, denominator, filterKey(filters)]);
