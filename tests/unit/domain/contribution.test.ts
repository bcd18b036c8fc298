import { describe, expect, it } from 'vitest';
import { kpiNow, proposeBase } from '../../../src/domain/contribution-base.ts';
import { checkContribution, type PartStanding } from '../../../src/domain/contribution-check.ts';
import type { Contribution } from '../../../src/domain/contribution.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import { day, keyResult, reach, series } from './assess/builders.ts';

const metric = (id: string, more: Partial<Metric> = {}): Metric => ({
  id,
  name: id,
  datasetId: 'd1',
  column: id,
  role: 'actual',
  denominator: null,
  filters: [],
  aggregation: 'sum',
  accrual: 'flow',
  unit: 'CNY',
  grain: 'month',
  ...more,
});
/** Cost −10% = supply −8 points + waste −2 points. */
const cost: Contribution = {
  id: 'b1',
  name: 'Cost −10%',
  metricId: 'cost',
  keyResultId: null,
  base: 1200,
  wanted: -0.1,
  parts: [
    { keyResultId: 'supply', planned: -0.08 },
    { keyResultId: 'waste', planned: -0.02 },
  ],
};
const METRICS = [metric('cost'), metric('supply'), metric('waste')];
const standing = (id: string, progress: number | null = 0.5, expected: number | null = 0.5, metricId = id): PartStanding => ({
  keyResult: keyResult(reach(100, 92), { kind: 'latest' }, { id, link: { metricId, reading: { kind: 'latest' } } }),
  progress,
  expected,
});
interface More {
  readonly parts?: Contribution['parts'];
  readonly standings?: readonly PartStanding[];
  readonly metrics?: readonly Metric[];
  readonly others?: readonly Contribution[];
  readonly now?: number | null;
  readonly wanted?: number;
}
function check({
  parts = cost.parts,
  standings = [standing('supply'), standing('waste')],
  metrics = METRICS,
  others = [],
  now = null,
  wanted = -0.1,
}: More = {}) {
  const contribution = { ...cost, parts, wanted };
  const standingOf = (id: string) => standings.find((one) => one.keyResult.id === id);
  return checkContribution({ contribution, metrics, contributions: [contribution, ...others], standingOf, now });
}
const near = (value: number | null) => value && Math.round(value * 1e6) / 1e6;

describe('a KPI that is taken apart', () => {
  it.each<[string, Contribution['parts'], number, number, number]>([
    ['is covered', cost.parts, -0.1, 1, 0],
    [
      'is covered where shares of a tenth add up with dust',
      [0.1, 0.2].map((planned, i) => ({ keyResultId: ['supply', 'waste'][i]!, planned })),
      0.3,
      1,
      0,
    ],
    ['has a gap that nobody carries', [{ keyResultId: 'supply', planned: -0.08 }], -0.1, 0.8, 0.02],
    ['has more planned than wanted', [{ keyResultId: 'supply', planned: -0.12 }], -0.1, 1.2, -0.02],
    ['that is to grow has a gap, too', [{ keyResultId: 'supply', planned: 0.15 }], 0.2, 0.75, 0.05],
    ['without parts is carried by nobody', [], -0.1, 0, 0.1],
    [
      'does not count a part that is not on the board',
      [...cost.parts.slice(0, 1), { keyResultId: 'dropped', planned: -0.02 }],
      -0.1,
      0.8,
      0.02,
    ],
  ])('%s', (_, parts, wanted, coverage, gap) => {
    const made = check({ parts, wanted });
    expect([near(made.coverage), near(made.gap)]).toEqual([coverage, gap]);
  });

  it('has carried what its parts have done of their shares', () => {
    const made = check({ standings: [standing('supply', 0.5, 0.6), standing('waste', 1.2, 0.6)] });
    expect(made.parts.map(({ done }) => near(done))).toEqual([-0.04, -0.024]);
    expect([near(made.done), near(made.expected)]).toEqual([-0.064, -0.06]);
  });

  it('cannot say what was carried while a part has no figure', () => {
    const made = check({ standings: [standing('supply'), standing('waste', null, null)], now: 1100 });
    expect([made.done, made.unexplained]).toEqual([null, null]);
    expect(made.shown).toBeCloseTo(1100 / 1200 - 1, 12);
  });

  it('compares the sum of its parts with what the KPI itself shows', () => {
    // The parts say −6.1 points, the KPI −4.0: 2.1 points are unexplained.
    const made = check({ standings: [standing('supply', 0.5125, 0.5), standing('waste', 1, 0.5)], now: 1152 });
    expect([near(made.done), near(made.shown), near(made.unexplained)]).toEqual([-0.061, -0.04, 0.021]);
  });

  it('names the parts that are out of step with their plan', () => {
    expect(check({ standings: [standing('supply', 0.3, 0.5), standing('waste', 0.42, 0.5)] }).behind).toEqual(['supply']);
  });
});

describe('what cannot be added up', () => {
  const codes = (more: More) => check(more).doubts.map(({ code }) => code);

  it('is nothing where every part reads figures of its own', () => expect(codes({})).toEqual([]));

  it.each<[string, More, readonly string[]]>([
    ['two parts read the same figures', { standings: [standing('supply'), standing('waste', 0.5, 0.5, 'supply')] }, ['same-figures']],
    [
      'the same column under another name',
      { metrics: [metric('cost'), metric('supply', { column: 'a' }), metric('waste', { column: 'a' })] },
      ['same-figures'],
    ],
    [
      'but not where they read other rows of it',
      {
        metrics: [
          metric('cost'),
          metric('supply', { column: 'a', filters: [{ dimension: 'plant', values: ['N', 'S'] }] }),
          metric('waste', { column: 'a', filters: [{ dimension: 'plant', values: ['W'] }] }),
        ],
      },
      [],
    ],
    [
      'the same rows in another order',
      {
        metrics: [
          metric('cost'),
          metric('supply', { column: 'a', filters: [{ dimension: 'plant', values: ['N', 'S'] }] }),
          metric('waste', { column: 'a', filters: [{ dimension: 'plant', values: ['S', 'N'] }] }),
        ],
      },
      ['same-figures'],
    ],
    ['a part that reads the whole KPI', { standings: [standing('supply', 0.5, 0.5, 'cost'), standing('waste')] }, ['reads-whole']],
    [
      'a part that is counted in another breakdown of the KPI',
      { others: [{ ...cost, id: 'b2', parts: [{ keyResultId: 'waste', planned: -0.02 }] }] },
      ['counted-elsewhere'],
    ],
    ['but not in one of another KPI', { others: [{ ...cost, id: 'b2', metricId: 'sales' }] }, []],
    ['a part out of another file', { metrics: [metric('cost'), metric('supply', { datasetId: 'd2' }), metric('waste')] }, ['other-source']],
    [
      'but not out of an older copy of the same',
      {
        metrics: [
          metric('cost', { also: [{ datasetId: 'd2', column: 'cost', role: 'actual' }] }),
          metric('supply', { datasetId: 'd2' }),
          metric('waste'),
        ],
      },
      [],
    ],
    [
      'a part that pulls the other way',
      {
        parts: [...cost.parts, { keyResultId: 'more', planned: 0.01 }],
        standings: [standing('supply'), standing('waste'), standing('more')],
      },
      ['pulls-away'],
    ],
  ])('%s', (_, more, expected) => expect(codes(more)).toEqual(expected));

  it('is checked among the parts where no column measures the whole', () => {
    const contribution = { ...cost, metricId: null };
    const standings = [standing('supply'), standing('waste', 0.5, 0.5, 'supply')];
    const made = checkContribution({
      contribution,
      metrics: METRICS,
      contributions: [contribution],
      standingOf: (id) => standings.find((one) => one.keyResult.id === id),
      now: null,
    });
    expect(made.doubts.map(({ code }) => code)).toEqual(['same-figures']);
    expect([made.shown, made.unexplained]).toEqual([null, null]);
  });
});

describe('the base that all shares are of', () => {
  const time = { start: day('2026-07-01'), due: day('2026-09-30') };
  const months = (values: readonly number[], first: string, accrual: 'flow' | 'level' | 'ratio' | 'cumulative' = 'flow') =>
    series(values, { first, grain: 'month', accrual });

  it('is what the same time of last year brought together', () => {
    expect(proposeBase(months([100, 110, 120, 130, 140, 150], '2025-06-01'), time)).toEqual({ value: 110 + 120 + 130, of: 'last-year' });
  });

  it('else what the time before would bring over as many periods', () => {
    expect(proposeBase(months([100, 120], '2026-05-01'), time)).toEqual({ value: 330, of: 'history' });
  });

  it('of a ratio is a mean, not a sum', () => {
    expect(proposeBase(months([0.3, 0.2, 0.4], '2025-07-01', 'ratio'), time)).toEqual({ value: 0.3, of: 'last-year' });
  });

  it('of a running total is made of its amounts', () => {
    expect(proposeBase(months([100, 210, 330, 460], '2025-06-01', 'cumulative'), time)).toEqual({ value: 360, of: 'last-year' });
  });

  it('cannot be proposed without figures, or of nothing', () => {
    expect(proposeBase(months([100], '2026-08-01'), time)).toBe(null);
    expect(proposeBase(months([0, 0, 0], '2025-07-01'), time)).toBe(null);
  });

  it('compares with the pace so far, of whole periods only', () => {
    const figures = months([90, 100, 999], '2026-07-01');
    expect(kpiNow(figures, time, day('2026-09-15'))).toBe(95 * 3);
    expect(kpiNow(figures, time, day('2026-07-15'))).toBe(null);
  });

  it('or with the newest reading of a level', () => {
    expect(kpiNow(months([0.31, 0.28], '2026-07-01', 'ratio'), time, day('2026-09-15'))).toBe(0.28);
  });
});
