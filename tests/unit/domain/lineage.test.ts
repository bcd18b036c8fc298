import { describe, expect, it } from 'vitest';
import { addPeriods } from '../../../src/domain/calendar.ts';
import type { Accrual, Dataset } from '../../../src/domain/dataset.ts';
import { pointsBehind, traceCells, traceSources } from '../../../src/domain/lineage.ts';
import type { Reading } from '../../../src/domain/objective.ts';
import type { Series } from '../../../src/domain/series.ts';
import { day, keyResult, reach } from './assess/builders.ts';

const source = {
  sheet: '月报',
  format: 'xlsx',
  encoding: null,
  delimiter: null,
  size: 1,
  importedOn: 0,
  fingerprint: '',
  title: '',
} as const;
const months = [day('2026-06-01'), day('2026-07-01'), day('2026-08-01')];
const column = {
  name: '销售额',
  role: 'actual',
  unit: 'CNY',
  grain: 'month',
  accrual: 'flow',
  accrualCertain: true,
  days: Int32Array.from(months),
  values: Float64Array.of(123000, 98000, 120000),
  rows: Int32Array.of(4, 5, 6),
  columns: Int32Array.of(2, 2, 2),
  codes: [],
} as const;
const dataset: Dataset = {
  id: 'd1',
  source: { ...source, file: 'kpi.xlsx' },
  dimensions: [],
  columns: [{ ...column, written: { texts: ['12.3万', '约12万'], codes: Int32Array.of(0, -1, 1) } }],
  issues: [],
};
const older: Dataset = { ...dataset, id: 'd0', source: { ...source, file: '2025.xlsx' }, columns: [column] };
const datasets = new Map([dataset, older].map((one) => [one.id, one]));
const cell = (row: number, from = 'd1') => ({ dataset: from, row, column: 2 });

describe('where figures come from', () => {
  it('each cell by its address, with its text as it was written', () => {
    expect(traceCells([cell(4), cell(5), cell(6), cell(4, 'd0'), cell(4, 'gone')], datasets)).toEqual([
      { dataset: 'd1', address: 'C5', written: '12.3万' },
      { dataset: 'd1', address: 'C6', written: null },
      { dataset: 'd1', address: 'C7', written: '约12万' },
      { dataset: 'd0', address: 'C5', written: null },
      { dataset: 'gone', address: 'C5', written: null },
    ]);
  });

  it('each file by the block that its cells stand in', () => {
    const points = [
      { day: 1, value: 1, cells: [cell(4, 'd0')] },
      { day: 2, value: 1, cells: [cell(5), { dataset: 'd1', row: 6, column: 4 }] },
    ];
    expect(traceSources(points, datasets).map((one) => [one.dataset.source.file, one.range, one.cells])).toEqual([
      ['kpi.xlsx', 'C6:E7', 2],
      ['2025.xlsx', 'C5', 1],
    ]);
  });
});

describe('which figures the current value is made of', () => {
  const series = (accrual: Accrual): Series => ({
    grain: 'month',
    accrual,
    unit: null,
    points: Array.from({ length: 6 }, (_, i) => ({ day: addPeriods(day('2026-04-01'), 'month', i), value: 10 + i, cells: [cell(i)] })),
  });
  const rows = (accrual: Accrual, reading: Reading, asOf = '2026-09-03') =>
    pointsBehind(keyResult(reach(0, 100), reading), series(accrual), day(asOf)).map(({ cells }) => cells[0]!.row);
  it.each<[string, Accrual, Reading, readonly number[]]>([
    ['the newest of a ratio', 'ratio', { kind: 'latest' }, [4]],
    ['all since the start of a sum, the month that runs with them', 'flow', { kind: 'sum' }, [3, 4, 5]],
    ['all since the start of a mean', 'flow', { kind: 'mean' }, [3, 4]],
    ['the newest of a running total', 'cumulative', { kind: 'sum' }, [5]],
    ['the last few of a rolling mean', 'ratio', { kind: 'rolling-mean', periods: 3 }, [2, 3, 4]],
  ])('%s', (_name, accrual, reading, expected) => expect(rows(accrual, reading)).toEqual(expected));
});
