import { describe, expect, it } from 'vitest';
import type { DataColumn, Dataset } from '../../../src/domain/dataset.ts';
import { candidatesOf, metricOf, MOST_CANDIDATES } from '../../../src/state/candidates.ts';

const column = (name: string, role: DataColumn['role'], codes: readonly number[], accrual: DataColumn['accrual'] = 'flow'): DataColumn => ({
  name,
  role,
  unit: null,
  grain: 'month',
  accrual,
  accrualCertain: true,
  days: Int32Array.from(codes, (_, i) => i),
  values: Float64Array.from(codes, (_, i) => i),
  rows: Int32Array.from(codes, (_, i) => i),
  columns: Int32Array.from(codes, () => 1),
  codes: [Int32Array.from(codes)],
});
const dataset = (columns: readonly DataColumn[], values: readonly string[]): Dataset => ({
  id: 'd1',
  source: {
    file: 'kpi.csv',
    sheet: '',
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    size: 1,
    importedOn: 0,
    fingerprint: 'x',
    title: '',
  },
  dimensions: [{ name: 'Region', values }],
  columns,
  issues: [],
});

describe('KPIs that a table offers', () => {
  const table = dataset(
    [column('Sales', 'actual', [0, 1, 0, 1]), column('Sales', 'target', [0, 1]), column('NPS', 'value', [-1, -1], 'level')],
    ['North', 'South'],
  );

  it('are one for each column and group, targets are none', () => {
    expect(candidatesOf(table).map((candidate) => candidate.name)).toEqual(['Sales · North', 'Sales · South', 'NPS']);
  });

  it('carry the filter of their group, add amounts up and average levels', () => {
    const [north, , nps] = candidatesOf(table).map((candidate, i) => metricOf(table, candidate, `m${i}`, candidate.name));
    expect(north).toMatchObject({ aggregation: 'sum', role: 'actual', filters: [{ dimension: 'Region', values: ['North'] }] });
    expect(nps).toMatchObject({ aggregation: 'mean', filters: [] });
  });

  it('are not offered without end', () => {
    const names = Array.from({ length: 2000 }, (_, i) => `Shop ${i}`);
    expect(
      candidatesOf(
        dataset(
          [
            column(
              'Sales',
              'value',
              names.map((_, i) => i),
            ),
          ],
          names,
        ),
      ).length,
    ).toBe(MOST_CANDIDATES);
  });
});
