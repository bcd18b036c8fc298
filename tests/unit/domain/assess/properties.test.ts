import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import { fanOf } from '../../../../src/domain/fan.ts';
import { limitsOf } from '../../../../src/domain/limits.ts';
import type { Accrual } from '../../../../src/domain/dataset.ts';
import { GRAINS } from '../../../../src/domain/calendar.ts';
import { checkKeyResult } from '../../../../src/domain/goal-check.ts';
import type { Goal, Reading } from '../../../../src/domain/objective.ts';
import { prepare } from '../../../../src/domain/what-if.ts';
import { day, keyResult, pastVerdicts, series } from './builders.ts';

/** Names of the numbers in a value that are not finite. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}

const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.constantFrom(0, 1, 1e300, -1e300, 1e-300, 5e-324, Number.MAX_VALUE),
);
const values = fc.oneof(
  fc.array(fc.option(figure, { freq: 6 }), { maxLength: 30 }),
  fc.tuple(figure, fc.integer({ min: 1, max: 30 })).map(([v, n]) => Array.from({ length: n }, () => v)),
  fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 5, maxLength: 60 }),
);
const goal: fc.Arbitrary<Goal> = fc.oneof(
  fc
    .tuple(figure, figure)
    .map(([baseline, target]): Goal => ({ kind: 'reach', baseline, target, stretch: null, plan: { kind: 'linear' } })),
  fc.tuple(figure, figure, figure, fc.boolean()).map(([baseline, target, other, between]): Goal => {
    const middle = between ? baseline / 2 + target / 2 : other;
    const steps = [
      { day: day('2026-08-01'), value: middle },
      { day: day('2026-08-20'), value: other },
    ];
    return { kind: 'reach', baseline, target, stretch: null, plan: { kind: 'phased', steps } };
  }),
  fc
    .tuple(figure, figure, fc.option(figure))
    .map(([baseline, target, stretch]): Goal => ({ kind: 'manual', baseline, target, stretch, plan: { kind: 'linear' } })),
  fc
    .tuple(fc.option(figure), figure)
    .map(([a, b]): Goal => ({ kind: 'keep', atLeast: a === null ? null : Math.min(a, b), atMost: a === null ? b : Math.max(a, b) })),
);
const reading: fc.Arbitrary<Reading> = fc.constantFrom<Reading>(
  { kind: 'latest' },
  { kind: 'sum' },
  { kind: 'mean' },
  { kind: 'rolling-mean', periods: 3 },
  { kind: 'share-inside' },
);
const question = fc.record({
  goal,
  reading,
  values,
  accrual: fc.constantFrom<Accrual>('flow', 'level', 'cumulative', 'ratio'),
  grain: fc.constantFrom(...GRAINS),
  first: fc.constantFrom('2010-01-01', '2025-01-01', '2026-05-06', '2026-07-01'),
  asOf: fc.integer({ min: day('2026-06-20'), max: day('2026-10-20') }),
});

describe('any finite figures', () => {
  it('give finite answers, never NaN, Infinity or a throw', () => {
    fc.assert(
      fc.property(question, goal, ({ goal: aim, reading: how, values: figures, accrual, grain, first, asOf }, earlier) => {
        // A goal without a KPI reads the same figures from check-ins.
        const read: readonly (number | null)[] = figures;
        const checkIns = read.map((value, i) => ({ id: `c${i}`, day: day('2026-06-15') + 5 * i, value, confidence: null, note: '' }));
        const input = { keyResult: keyResult(aim, how, { checkIns }), series: series(figures, { first, grain, accrual }), asOf };
        const prepared = prepare(input);
        const all = [
          prepared.assessment,
          prepared.whatIf({ pace: 1.2 }),
          prepared.whatIf({ due: day('2026-11-30') }),
          fanOf(input),
          limitsOf(input),
          limitsOf({
            ...input,
            keyResult: {
              ...input.keyResult,
              limitsLockedOn: day('2026-08-10'),
              revisions: [
                { id: 'v1', day: day('2026-07-25'), reason: '', approver: '', before: { goal: earlier, due: day('2026-08-31') } },
              ],
            },
          }),
        ];
        expect(notFinite(all)).toEqual([]);
        const { chance, forecast } = prepared.assessment;
        if (chance !== null) expect(chance >= 0 && chance <= 1).toBe(true);
        if (forecast) expect(forecast.p10 <= forecast.p50 && forecast.p50 <= forecast.p90).toBe(true);
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });

  it('what is no finite figure is refused with a code, and nothing else is let through', () => {
    const anything = fc.oneof({ weight: 3, arbitrary: figure }, { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) });
    const limit = fc.option(anything, { freq: 5 });
    const asked: fc.Arbitrary<Goal> = fc.oneof(
      fc.tuple(anything, anything, limit, limit).map(([baseline, target, stretch, step]): Goal => {
        const plan =
          step === null ? ({ kind: 'linear' } as const) : { kind: 'phased' as const, steps: [{ day: day('2026-08-01'), value: step }] };
        return { kind: 'reach', baseline, target, stretch, plan };
      }),
      fc.tuple(limit, limit).map(([atLeast, atMost]): Goal => ({ kind: 'keep', atLeast, atMost })),
    );
    fc.assert(
      fc.property(asked, anything, (aim, weight) => {
        const made = keyResult(aim, { kind: 'latest' }, { weight });
        const refused = checkKeyResult(made);
        if (refused) {
          expect(refused.code).toMatch(/^(not-finite|baseline-equals-target|limit-missing|limits-crossed|weight-not-positive)$/);
          return;
        }
        expect(notFinite(made)).toEqual([]);
        const a = assessKeyResult({ keyResult: made, series: series([1, 3, 2, 4, 3, 5]), asOf: day('2026-08-20') });
        expect(notFinite(a)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('give a verdict on a constant series', () => {
    for (const value of [0, 50, 1e300, 1e-300]) {
      const flat = series(
        Array.from({ length: 16 }, () => value),
        { first: '2026-05-06' },
      );
      const a = assessKeyResult({
        keyResult: keyResult({ kind: 'keep', atLeast: value, atMost: null }),
        series: flat,
        asOf: day('2026-08-19'),
      });
      expect(a.progress).toBe(1);
      expect(a.verdict).not.toBeNull();
    }
  });
});

const wobbly = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 8, maxLength: 22 });

describe('the verdict does not depend on the unit', () => {
  it('is the same for shifted, scaled and mirrored figures', () => {
    fc.assert(
      fc.property(wobbly, fc.integer({ min: -500, max: 500 }), fc.constantFrom(0.01, 3, -1, -250), (noise, shift, factor) => {
        const move = (v: number) => shift + factor * v;
        const figures = noise.map((v, i) => 500 + v + 4 * i);
        const asOf = day('2026-09-01');
        const plain = assessKeyResult({
          keyResult: keyResult(reachFrom(500, 700)),
          series: series(figures, { first: '2026-05-06' }),
          asOf,
        });
        const moved = assessKeyResult({
          keyResult: keyResult(reachFrom(move(500), move(700))),
          series: series(figures.map(move), { first: '2026-05-06' }),
          asOf,
        });
        expect([moved.status, moved.verdict]).toEqual([plain.status, plain.verdict]);
        if (plain.chance !== null) expect(moved.chance).toBeCloseTo(plain.chance, 6);
        if (plain.forecast) expect(Math.abs(moved.forecast!.p50 - move(plain.forecast.p50))).toBeLessThan(1e-6 * Math.abs(factor) * 500);
      }),
      { numRuns: 60 },
    );
  });
});

const reachFrom = (baseline: number, target: number): Goal => ({
  kind: 'reach',
  baseline,
  target,
  stretch: null,
  plan: { kind: 'linear' },
});

describe('forecast, fan and what-if', () => {
  const figures = [50.3, 49, 50.7, 51.2, 49.6, 49.1, 50.2, 51.1, 49.4, 52.1, 53.9, 52.5, 57, 57.5];
  const input = { keyResult: keyResult(reachFrom(50, 70)), series: series(figures, { first: '2026-05-06' }), asOf: day('2026-08-05') };
  const prepared = prepare(input);

  it('the fan ends at the forecast and widens towards it', () => {
    const fan = fanOf(input);
    expect(fan.at(-1)).toEqual(prepared.assessment.forecast);
    expect(fan).toHaveLength(8);
    expect(fan.at(-1)!.p90 - fan.at(-1)!.p10).toBeGreaterThan(fan[0]!.p90 - fan[0]!.p10);
  });

  it('the fan of a long time to come is thinned, and still ends at the forecast', () => {
    const daily = series(figures, { first: '2026-07-02', grain: 'day' });
    const long = { keyResult: keyResult(reachFrom(50, 70), undefined, { due: day('2027-06-30') }), series: daily, asOf: day('2026-07-15') };
    const fan = fanOf(long);
    expect(fan.length).toBeGreaterThan(40);
    expect(fan.length).toBeLessThanOrEqual(60);
    expect(fan.at(-1)).toEqual(prepare(long).assessment.forecast);
  });

  it('a what-if without a change is the assessment', () => {
    const { chance, forecast, requiredPerPeriod } = prepared.assessment;
    expect(prepared.whatIf({})).toMatchObject({ chance, forecast, requiredPerPeriod });
  });

  it('a lower target and a quicker pace raise the chance, a later date too', () => {
    const { chance } = prepared.assessment;
    expect(prepared.whatIf({ goal: reachFrom(50, 64) }).chance).toBeGreaterThan(chance!);
    expect(prepared.whatIf({ pace: 1.3 }).chance).toBeGreaterThan(chance!);
    expect(prepared.whatIf({ due: day('2026-11-30') }).requiredPerPeriod).toBeLessThan(prepared.assessment.requiredPerPeriod!);
  });

  it('good weeks to come raise the chance, and leave the question as it was', () => {
    expect(prepared.whatIf({ nextValues: [62, 65, 67] }).chance).toBeGreaterThan(prepared.assessment.chance!);
    expect(prepared.whatIf({}).chance).toBe(prepared.assessment.chance);
  });

  it('a quicker pace of a total multiplies what is to come', () => {
    const sum = prepare({
      keyResult: keyResult(reachFrom(0, 1300), { kind: 'sum' }),
      series: series(
        Array.from({ length: 14 }, (_, i) => 90 + (i % 3)),
        { first: '2026-05-06', accrual: 'flow' },
      ),
      asOf: day('2026-08-11'),
    });
    const now = sum.assessment;
    const faster = sum.whatIf({ pace: 1.5 });
    expect(faster.forecast!.p50 - now.value!).toBeCloseTo(1.5 * (now.forecast!.p50 - now.value!), 6);
  });

  it('shows beside each past verdict what the common rule would have said', () => {
    const past = pastVerdicts(input);
    expect(past.map(({ status }) => status)).not.toContain('off-track');
    expect(past.some(({ naiveRed }) => naiveRed)).toBe(true);
  });
});
