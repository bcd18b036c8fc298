import { describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../src/domain/assess.ts';
import { isoOf, type Grain } from '../../../src/domain/calendar.ts';
import type { Accrual } from '../../../src/domain/dataset.ts';
import { planOfLastYear, type SeasonWish } from '../../../src/domain/season-plan.ts';
import { day, keyResult, series } from './assess/builders.ts';

const YEAR = [10, 20, 30, 40, 50, 60, 10, 30, 60, 70, 80, 90];

function planOf(
  values: readonly (number | null)[],
  accrual: Accrual,
  wish: Partial<SeasonWish> = {},
  grain: Grain = 'month',
): string | null {
  const one = series(values, { first: grain === 'week' ? '2025-07-07' : '2025-01-01', grain, accrual });
  const plan = planOfLastYear(one, { start: day('2026-07-01'), due: day('2026-09-30'), baseline: 0, target: 200, ...wish });
  return plan?.kind === 'phased' ? plan.steps.map(({ day: at, value }) => `${isoOf(at).slice(5)} ${value}`).join(', ') : null;
}

const running = (values: readonly number[]) => values.map((_, i) => values.slice(0, i + 1).reduce((sum, v) => sum + v, 0));

describe('a plan in the shape of last year', () => {
  it.each<[string, string | null, string | null]>([
    ['amounts: 10, 30 and 60 of 100', planOf(YEAR, 'flow'), '07-31 20, 08-31 80'],
    ['from a baseline on', planOf(YEAR, 'flow', { baseline: 100, target: 200 }), '07-31 110, 08-31 140'],
    ['running totals of the year', planOf(running(YEAR), 'cumulative', { baseline: 210, target: 410 }), '07-31 230, 08-31 290'],
    ['a month missing last year', planOf([...YEAR.slice(0, 7), null, ...YEAR.slice(8)], 'flow'), null],
    ['a month below zero', planOf([...YEAR.slice(0, 7), -5, ...YEAR.slice(8)], 'flow'), null],
    [
      'nothing came in',
      planOf(
        Array.from({ length: 12 }, () => 0),
        'flow',
      ),
      null,
    ],
    ['no figures of last year', planOf(YEAR.slice(0, 5), 'flow'), null],
    ['a level does not add up', planOf(YEAR, 'level'), null],
    ['a share does not add up', planOf(YEAR, 'ratio'), null],
    ['a goal of one month has no shape', planOf(YEAR, 'flow', { due: day('2026-07-31') }), null],
  ])('%s', (_, plan, wanted) => expect(plan).toBe(wanted));

  it('weeks follow the weeks 52 before', () => {
    const plan = planOf([1, 3, 4, 2], 'flow', { start: day('2026-07-06'), due: day('2026-08-02'), target: 100 }, 'week');
    expect(plan).toBe('07-12 10, 07-19 40, 07-26 80');
  });

  it('a season that comes late is not drift', () => {
    const figures = series([...YEAR, 11, 21, 29, 41, 52, 60, 10, 31], { first: '2025-01-01', grain: 'month', accrual: 'flow' });
    const wish = { start: day('2026-07-01'), due: day('2026-09-30'), baseline: 0, target: 104 };
    const goal = { kind: 'reach', baseline: 0, target: 104, stretch: null, plan: planOfLastYear(figures, wish)! } as const;
    const { status, expected, progress } = assessKeyResult({
      keyResult: keyResult(goal, { kind: 'sum' }),
      series: figures,
      asOf: day('2026-08-31'),
    });
    expect(expected).toBeCloseTo(0.4, 6);
    expect(progress).toBeCloseTo(41 / 104, 6);
    expect(['on-track', 'too-early']).toContain(status);
  });
});
