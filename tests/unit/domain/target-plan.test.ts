import { describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../src/domain/assess.ts';
import { isoOf, periodEnd } from '../../../src/domain/calendar.ts';
import type { Accrual, DataColumn, Dataset } from '../../../src/domain/dataset.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import type { Goal, Reading } from '../../../src/domain/objective.ts';
import { planFromTargets, targetsOf, type PlanWish } from '../../../src/domain/target-plan.ts';
import type { Series } from '../../../src/domain/series.ts';
import { day, keyResult, series } from './assess/builders.ts';

const metric: Metric = {
  id: 'm1',
  name: 'Sales',
  datasetId: 'd1',
  column: 'Sales',
  role: 'actual',
  denominator: null,
  filters: [],
  aggregation: 'sum',
  accrual: 'flow',
  unit: null,
  grain: 'month',
};
const monthly = (values: readonly (number | null)[], accrual: Accrual, first = '2026-07-01') =>
  series(values, { first, grain: 'month', accrual });
/** A level known by month was measured on the last day of it. */
const atMonthEnd = (one: Series): Series => ({
  ...one,
  points: one.points.map((point) => ({ ...point, day: periodEnd(point.day, 'month') })),
});

function planOf(targets: Series, accrual: Accrual, reading: Reading, wish: Partial<PlanWish> = {}): string | null {
  const plan = planFromTargets(targets, {
    metric: { ...metric, accrual },
    reading,
    start: day('2026-07-01'),
    due: day('2026-09-30'),
    baseline: null,
    ...wish,
  });
  if (!plan) return null;
  const steps = plan.plan.kind === 'phased' ? plan.plan.steps.map(({ day: at, value }) => `${isoOf(at).slice(5)} ${value}`) : [];
  return `${plan.baseline ?? '·'} | ${steps.join(', ')} | ${plan.target} on ${isoOf(plan.due).slice(5)}`;
}

const SUM: Reading = { kind: 'sum' };
const LATEST: Reading = { kind: 'latest' };

describe('targets of a file as a plan', () => {
  it.each<[string, Series, Accrual, Reading, string | null]>([
    ['amounts add up from nothing', monthly([100, 120, 150], 'flow'), 'flow', SUM, '0 | 07-31 100, 08-31 220 | 370 on 09-30'],
    ['sums leave no dust', monthly([0.1, 0.2, 0.3], 'flow'), 'flow', SUM, '0 | 07-31 0.1, 08-31 0.3 | 0.6 on 09-30'],
    [
      'only periods of the time count',
      monthly([90, 100, 120, 150, 160], 'flow', '2026-06-01'),
      'flow',
      SUM,
      '0 | 07-31 100, 08-31 220 | 370 on 09-30',
    ],
    ['what each period is to bring', monthly([100, 120, 150], 'flow'), 'flow', LATEST, '· | 07-31 100, 08-31 120 | 150 on 09-30'],
    [
      'running totals of the plan are amounts first',
      monthly([500, 600, 720, 870], 'cumulative', '2026-06-01'),
      'flow',
      SUM,
      '0 | 07-31 100, 08-31 220 | 370 on 09-30',
    ],
    [
      'a level at the end of each month',
      atMonthEnd(monthly([40, 45, 52], 'level')),
      'level',
      LATEST,
      '· | 07-31 40, 08-31 45 | 52 on 09-30',
    ],
    ['a ratio of each month', monthly([0.4, 0.45, 0.5], 'ratio'), 'ratio', LATEST, '· | 07-31 0.4, 08-31 0.45 | 0.5 on 09-30'],
    ['a level may miss a month', atMonthEnd(monthly([40, null, 52], 'level')), 'level', LATEST, '· | 07-31 40 | 52 on 09-30'],
    ['a sum may not', monthly([100, null, 150], 'flow'), 'flow', SUM, null],
    ['nor its first month', monthly([120, 150], 'flow', '2026-08-01'), 'flow', SUM, null],
    ['targets that end early end the path', monthly([100, 120], 'flow'), 'flow', SUM, '0 | 07-31 100 | 220 on 08-31'],
    ['quarters as a whole', series([370], { first: '2026-07-01', grain: 'quarter', accrual: 'flow' }), 'flow', SUM, '0 |  | 370 on 09-30'],
    ['nothing in the time', monthly([100, 120], 'flow', '2026-01-01'), 'flow', SUM, null],
    ['a mean has no path', monthly([100, 120, 150], 'flow'), 'flow', { kind: 'mean' }, null],
    ['nor has a rolling mean', monthly([100, 120, 150], 'flow'), 'flow', { kind: 'rolling-mean', periods: 2 }, null],
  ])('%s', (_name, targets, accrual, reading, plan) => expect(planOf(targets, accrual, reading)).toBe(plan));

  it('running totals count on from the baseline', () => {
    const targets = monthly([500, 600, 720, 870], 'cumulative', '2026-06-01');
    expect(planOf(targets, 'cumulative', SUM, { baseline: 480 })).toBe('480 | 07-31 580, 08-31 700 | 850 on 09-30');
    expect(planOf(monthly([100, 220, 370], 'cumulative'), 'cumulative', SUM, { baseline: 0 })).toBe(
      '0 | 07-31 100, 08-31 220 | 370 on 09-30',
    );
  });

  it.each<[string, Accrual, Reading, readonly number[], readonly number[]]>([
    ['a sum', 'flow', SUM, [100, 120, 150], [100, 220, 370]],
    ['a value', 'ratio', LATEST, [0.42, 0.47, 0.5], [0.42, 0.47, 0.5]],
    ['a running total', 'cumulative', SUM, [100, 220, 370], [100, 220, 370]],
  ])('%s is expected at the end of each period exactly where the targets say', (_name, accrual, reading, values, wanted) => {
    const targets = monthly(values, accrual);
    const plan = planFromTargets(targets, {
      metric: { ...metric, accrual },
      reading,
      start: day('2026-07-01'),
      due: day('2026-09-30'),
      baseline: 0,
    })!;
    const goal: Goal = { kind: 'reach', baseline: plan.baseline ?? 0.4, target: plan.target, stretch: null, plan: plan.plan };
    wanted.forEach((value, i) => {
      const last = day('2026-07-01');
      const known: Series = { ...targets, points: targets.points.slice(0, i + 1) };
      const asOf = periodEnd(known.points.at(-1)?.day ?? last, 'month');
      const { expectedValue } = assessKeyResult({ keyResult: keyResult(goal, reading), series: known, asOf });
      expect(expectedValue).toBeCloseTo(value, 9);
    });
  });
});

describe('the targets that belong to a KPI', () => {
  const column = (name: string, role: DataColumn['role'], codes: readonly number[][] = []): DataColumn => ({
    name,
    role,
    unit: null,
    grain: 'month',
    accrual: 'flow',
    accrualCertain: true,
    days: Int32Array.of(day('2026-07-01')),
    values: Float64Array.of(1),
    rows: Int32Array.of(1),
    columns: Int32Array.of(1),
    codes: codes.map((list) => Int32Array.from(list)),
  });
  const dataset = (id: string, columns: readonly DataColumn[], file = 'kpi.xlsx', dimensions: Dataset['dimensions'] = []): Dataset => ({
    id,
    source: { file, sheet: id, format: 'xlsx', encoding: null, delimiter: null, size: 1, importedOn: 0, fingerprint: '', title: '' },
    dimensions,
    columns,
    issues: [],
  });

  it('stand beside it, in its file, or elsewhere, in this order', () => {
    const own = dataset('d1', [column('Sales', 'actual'), column('Sales', 'target')]);
    const bare = dataset('d1', [column('Sales', 'actual')]);
    const sheet = dataset('d2', [column('Sales', 'target')]);
    const other = dataset('d0', [column('Sales', 'target')], 'plan.xlsx');
    expect(targetsOf(metric, [other, sheet, own])?.datasetId).toBe('d1');
    expect(targetsOf(metric, [other, sheet, bare])?.datasetId).toBe('d2');
    expect(targetsOf(metric, [other, bare])?.datasetId).toBe('d0');
    expect(targetsOf(metric, [bare])).toBeNull();
  });

  it('have its name and its dimension values', () => {
    const regions = (...values: string[]) => [{ name: 'Region', values }];
    const east: Metric = { ...metric, filters: [{ dimension: 'Region', values: ['East'] }] };
    expect(targetsOf(metric, [dataset('d1', [column('Costs', 'target')])])).toBeNull();
    expect(targetsOf(east, [dataset('d2', [column('Sales', 'target', [[0]])], 'kpi.xlsx', regions('East'))])?.filters).toEqual(
      east.filters,
    );
    expect(targetsOf(east, [dataset('d2', [column('Sales', 'target', [[0]])], 'kpi.xlsx', regions('West'))])).toBeNull();
    expect(targetsOf(east, [dataset('d2', [column('Sales', 'target')])])).toBeNull();
  });
});
