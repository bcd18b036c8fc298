import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, isoOf } from '../../../src/domain/calendar.ts';
import type { Accrual, Dataset } from '../../../src/domain/dataset.ts';
import { metricSeries } from '../../../src/domain/metric-series.ts';
import type { Metric } from '../../../src/domain/metric.ts';

const JANUARY = dayOf(2026, 1, 1);

/** A file with one column, `figures` by month counted from January. */
const file = (id: string, name: string, figures: Readonly<Record<number, number>>, accrual: Accrual = 'flow'): Dataset => {
  const months = Object.keys(figures).map(Number);
  return {
    id,
    source: { file: id, sheet: '', format: 'csv', encoding: null, delimiter: null, size: 1, importedOn: 0, fingerprint: '', title: '' },
    dimensions: [],
    columns: [
      {
        name,
        role: 'value',
        unit: null,
        grain: 'month',
        accrual,
        accrualCertain: true,
        days: Int32Array.from(months, (month) => addMonths(JANUARY, month)),
        values: Float64Array.from(months, (month) => figures[month]!),
        rows: Int32Array.from(months, (_, i) => i + 1),
        columns: Int32Array.from(months, () => 1),
        codes: [],
      },
    ],
    issues: [],
  };
};
const kpi: Metric = {
  id: 'm1',
  name: 'Orders',
  datasetId: 'new',
  column: 'Orders',
  role: 'value',
  denominator: null,
  filters: [],
  aggregation: 'sum',
  accrual: 'flow',
  unit: null,
  grain: 'month',
  also: [{ datasetId: 'old', column: 'orders placed', role: 'value' }],
};
const read = (metric: Metric, ...files: readonly Dataset[]) => metricSeries(metric, (id) => files.find((one) => one.id === id));
const pointsOf = (metric: Metric, ...files: readonly Dataset[]) => {
  const series = read(metric, ...files);
  return series.ok
    ? series.value.points.map(({ day, value, cells }) => [isoOf(day), value, ...cells.map((cell) => cell.dataset)])
    : series.error;
};

describe('a KPI that more than one file feeds', () => {
  it('takes each period from the newest file that has it, and its cells say from which', () => {
    expect(pointsOf(kpi, file('old', 'orders placed', { 0: 10, 1: 20, 2: 30 }), file('new', 'Orders', { 2: 31, 3: 40 }))).toEqual([
      ['2026-01-01', 10, 'old'],
      ['2026-02-01', 20, 'old'],
      ['2026-03-01', 31, 'new'],
      ['2026-04-01', 40, 'new'],
    ]);
  });

  it('measures a level at the end of its period, whichever file it is from', () => {
    const level = { ...kpi, accrual: 'level' } as const;
    expect(pointsOf(level, file('old', 'orders placed', { 0: 10 }, 'level'), file('new', 'Orders', { 1: 20 }, 'level'))).toEqual([
      ['2026-01-31', 10, 'old'],
      ['2026-02-28', 20, 'new'],
    ]);
  });

  it('is silent without its newest file, and goes on without an older one', () => {
    expect(pointsOf(kpi, file('old', 'orders placed', { 0: 10 }))).toEqual({ code: 'missing-dataset', name: 'Orders' });
    expect(pointsOf(kpi, file('new', 'Orders', { 3: 40 }))).toEqual([['2026-04-01', 40, 'new']]);
  });

  it('never mixes grains', () => {
    const quarterly = file('old', 'orders placed', { 0: 90 });
    const old = { ...quarterly, columns: quarterly.columns.map((column) => ({ ...column, grain: 'quarter' as const })) };
    expect(pointsOf(kpi, old, file('new', 'Orders', { 3: 40 }))).toEqual([['2026-04-01', 40, 'new']]);
  });

  it('has every period of its files once, in order', () => {
    const figures = fc.dictionary(fc.integer({ min: 0, max: 23 }).map(String), fc.integer({ min: -50, max: 50 }), { minKeys: 1 });
    fc.assert(
      fc.property(figures, figures, (older, newer) => {
        const series = read(kpi, file('old', 'orders placed', older), file('new', 'Orders', newer));
        const all = { ...older, ...newer };
        const months = Object.keys(all)
          .map(Number)
          .sort((a, b) => a - b);
        expect(series.ok && series.value.points.map(({ day, value }) => [day, value])).toEqual(
          months.map((month) => [addMonths(JANUARY, month), all[month]]),
        );
      }),
    );
  });
});
