import { describe, expect, it } from 'vitest';
import { buildSeries } from '../../../../src/domain/build-series.ts';
import type { Accrual, DataColumn, Dataset } from '../../../../src/domain/dataset.ts';
import type { Metric } from '../../../../src/domain/metric.ts';
import { day } from './builders.ts';

const column = (name: string, values: number[], more: Partial<DataColumn> = {}): DataColumn => ({
  name,
  role: 'actual',
  unit: null,
  grain: 'week',
  accrual: 'flow',
  accrualCertain: true,
  days: Int32Array.from(['2026-06-29', '2026-06-29', '2026-07-06', '2026-07-06'], day),
  values: Float64Array.from(values),
  rows: Int32Array.from([1, 2, 3, 4]),
  columns: Int32Array.from([2, 2, 2, 2]),
  codes: [Int32Array.from([0, 1, 0, 1])],
  ...more,
});
const dataset = (...columns: DataColumn[]): Dataset => ({
  id: 'd1',
  source: { file: 'a.csv', sheet: '', format: 'csv', encoding: null, delimiter: null, size: 1, importedOn: 0, fingerprint: '', title: '' },
  dimensions: [{ name: '部门', values: ['华东', '华南'] }],
  columns,
  issues: [],
});
const metric = (more: Partial<Metric> = {}): Metric => ({
  id: 'm1',
  name: '销售额',
  datasetId: 'd1',
  column: '实际',
  role: 'actual',
  denominator: null,
  filters: [],
  aggregation: 'sum',
  accrual: 'flow',
  unit: null,
  grain: 'week',
  ...more,
});
const valuesOf = (data: Dataset, m: Metric) => {
  const result = buildSeries(data, m);
  return result.ok ? result.value.points.map(({ value }) => value) : result.error;
};

describe('the series of a KPI', () => {
  const data = dataset(column('实际', [10, 20, 30, NaN]), column('基数', [100, 100, 200, 50]));

  it('adds the rows of a period, keeps their cells, and leaves out what holds no figure', () => {
    const result = buildSeries(data, metric());
    expect(result.ok && result.value.points).toEqual([
      {
        day: day('2026-06-29'),
        value: 30,
        cells: [
          { dataset: 'd1', row: 1, column: 2 },
          { dataset: 'd1', row: 2, column: 2 },
        ],
      },
      { day: day('2026-07-06'), value: 30, cells: [{ dataset: 'd1', row: 3, column: 2 }] },
    ]);
  });

  it('filters by dimension and divides sum by sum', () => {
    expect(valuesOf(data, metric({ filters: [{ dimension: '部门', values: ['华东'] }] }))).toEqual([10, 30]);
    expect(valuesOf(data, metric({ denominator: '基数', accrual: 'ratio' }))).toEqual([30 / 200, 30 / 250]);
  });

  it('regroups to a coarser grain: flows add up, levels keep the last', () => {
    const monthly = (accrual: Accrual) => metric({ grain: 'month', accrual, filters: [{ dimension: '部门', values: ['华东'] }] });
    const july = dataset(
      column('实际', [10, 20, 30, 40], { days: Int32Array.from(['2026-07-06', '2026-07-06', '2026-07-13', '2026-07-13'], day) }),
    );
    expect(valuesOf(july, monthly('flow'))).toEqual([40]);
    expect(valuesOf(july, monthly('level'))).toEqual([30]);
  });

  it('says which column is missing', () => {
    expect(valuesOf(data, metric({ column: '毛利' }))).toEqual({ code: 'missing-column', name: '毛利' });
    expect(valuesOf(data, metric({ filters: [{ dimension: '部门', values: ['海外'] }] }))).toEqual({ code: 'no-points', name: '销售额' });
  });
});
