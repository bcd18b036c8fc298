import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import { assessOn } from '../../../../src/domain/assess-on.ts';
import type { Grain } from '../../../../src/domain/calendar.ts';
import type { Accrual } from '../../../../src/domain/dataset.ts';
import type { Goal, Reading } from '../../../../src/domain/objective.ts';
import { day, keepAtLeast, keyResult, pastVerdicts, reach, series } from '../assess/builders.ts';

// Steps that add up wander about the cuts, where the review before matters most.
const wandering = fc.array(fc.option(fc.integer({ min: -9, max: 11 }), { freq: 9 }), { minLength: 6, maxLength: 22 });
const question = fc.record({
  steps: wandering,
  goal: fc.constantFrom<Goal>(reach(50, 90), reach(50, 20), keepAtLeast(50)),
  reading: fc.constantFrom<Reading>({ kind: 'latest' }, { kind: 'sum' }, { kind: 'mean' }, { kind: 'rolling-mean', periods: 3 }),
  accrual: fc.constantFrom<Accrual>('level', 'flow', 'cumulative', 'ratio'),
  grain: fc.constantFrom<Grain>('day', 'week', 'month'),
  first: fc.constantFrom('2026-05-04', '2026-07-06'),
  asOf: fc.integer({ min: day('2026-07-20'), max: day('2026-10-20') }),
});

it('every past verdict is the one of its day on its own, whatever came before', () => {
  let compared = 0;
  fc.assert(
    fc.property(question, ({ steps, goal, reading, accrual, grain, first, asOf }) => {
      let level = 50;
      const figures = steps.map((step) => (step === null ? null : (level += step)));
      const input = { keyResult: keyResult(goal, reading), series: series(figures, { first, grain, accrual }), asOf };
      for (const past of pastVerdicts(input)) {
        const { status, verdict, chance, value } = assessKeyResult({ ...input, asOf: past.day });
        expect([past.status, past.verdict, past.chance, past.value]).toEqual([status, verdict, chance, value]);
        compared++;
      }
    }),
    { numRuns: 120 },
  );
  expect(compared).toBeGreaterThan(300);
});

it('reviews are the days on which figures came in, check-ins included', () => {
  const checkIns = [0, 1, 2, 3].map((i) => ({ id: `c${i}`, day: day('2026-07-08') + 7 * i, value: i / 10, confidence: null, note: '' }));
  const goal = { ...reach(0, 1), kind: 'manual' } as Goal;
  const input = { keyResult: keyResult(goal, undefined, { link: null, checkIns }), series: null, asOf: day('2026-07-25') };
  expect(pastVerdicts(input).map((past) => past.day)).toEqual([day('2026-07-08'), day('2026-07-15'), day('2026-07-22')]);
  expect(pastVerdicts(input).at(-1)!.status).toBe(assessOn({ ...input, asOf: day('2026-07-22') }).status);
});

it('the simple rule for a goal to keep is the newest reading outside its limit', () => {
  const quality = series([0.96, 0.94, 0.95, 0.97], { accrual: 'ratio', first: '2026-07-06' });
  const past = pastVerdicts({ keyResult: keyResult(keepAtLeast(0.95)), series: quality, asOf: day('2026-08-09') });
  expect(past.map(({ naiveRed }) => naiveRed)).toEqual([false, true, false, false]);
});
