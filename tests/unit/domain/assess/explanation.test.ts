import { describe, expect, it } from 'vitest';
import { analyse, assessKeyResult, type AssessInput } from '../../../../src/domain/assess.ts';
import { explain } from '../../../../src/domain/explanation.ts';
import type { Goal } from '../../../../src/domain/objective.ts';
import { day, keepAtLeast, keyResult, pastVerdicts, reach, series, wobble } from './builders.ts';

const before = Array.from({ length: 12 }, (_, i) => 40 + wobble(i));
const input = (since: readonly number[], goal: Goal = reach(40, 60)): AssessInput => ({
  keyResult: keyResult(goal),
  series: series([...before, ...since], { first: '2026-04-15' }),
  asOf: day('2026-08-14'),
});
const noisy = [42.5, 41, 45.2, 47.6, 45.2];

describe('the evidence behind a verdict', () => {
  it('tells the level from the latest reading, and sets it against the plan of that day', () => {
    const e = explain(input(noisy))!;
    const { assessment, outlook } = analyse(input(noisy));
    expect(e.latest).toEqual({ value: 45.2, day: assessment.valueDay });
    expect(e.level).toBe(outlook!.levelNow);
    expect(Math.abs(e.level! - 45.2)).toBeGreaterThan(0.05);
    expect(e.plan).toMatchObject({ value: assessment.expectedValue, day: assessment.valueDay, actual: 45.2 });
    expect(e.gap!.size).toBeCloseTo(e.level! - assessment.expectedValue!, 9);
    const { low, high } = e.gap!.range!;
    expect(low).toBeLessThan(e.gap!.size);
    expect(high).toBeGreaterThan(e.gap!.size);
    // 80% of the level's distribution lies between, a tenth on either side.
    expect(outlook!.levelBelow!(assessment.expectedValue! + low)).toBeCloseTo(0.1, 3);
    expect(outlook!.levelBelow!(assessment.expectedValue! + high)).toBeCloseTo(0.9, 3);
  });

  it('a falling goal is the same seen in a mirror', () => {
    const up = explain(input(noisy))!;
    const down = explain({
      ...input(noisy),
      keyResult: keyResult(reach(60, 40)),
      series: series(
        [...before, ...noisy].map((v) => 100 - v),
        { first: '2026-04-15' },
      ),
    })!;
    expect(down.gap!.size).toBeCloseTo(up.gap!.size, 6);
    expect(down.gap!.range!.low).toBeCloseTo(up.gap!.range!.low, 6);
    expect(down.gap!.range!.high).toBeCloseTo(up.gap!.range!.high, 6);
  });

  it('keep goals: the distance inside the nearer limit, as sure as the verdict says', () => {
    const keep = input([40.4, 39.2, 39, 39.4, 38.9], keepAtLeast(40));
    const e = explain(keep)!;
    expect(e.limits).toEqual({ low: 40, high: null });
    expect(e.plan).toBeNull();
    expect(e.naive).toBeNull();
    expect(e.gap!.size).toBeLessThan(0);
    expect(analyse(keep).outlook!.levelBelow!(40)).toBeCloseTo(analyse(keep).outlook!.facts.pBehind, 9);
    const band = explain(input([44, 43.8, 44.2, 44, 43.9], { kind: 'keep', atLeast: 30, atMost: 45 }))!;
    expect(band.gap!.size).toBeCloseTo(45 - band.level!, 9);
  });

  it('totals: what is counted is apart from what is estimated', () => {
    const total: AssessInput = {
      keyResult: keyResult(reach(0, 1000), { kind: 'sum' }),
      series: series([70, 74, 81, 76, 73, 79, 60, 61, 55, 58, 61, 57], { first: '2026-05-18', accrual: 'flow' }),
      asOf: day('2026-08-09'),
    };
    const e = explain(total)!;
    const a = assessKeyResult(total);
    expect(e.plan!.actual).toBe(60 + 61 + 55 + 58 + 61 + 57);
    expect(e.gapSoFar).toBeCloseTo(a.value! - a.expectedValue!, 9);
    expect(e.gap!.size).toBeCloseTo(a.forecast!.p50 - 1000, 9);
    expect(e.plan!.perPeriod).toBeCloseTo(1000 / 13, 0);
    expect(e.level).toBeGreaterThan(50);
    expect(e.level).toBeLessThan(70);
  });

  it('counts the common rule as the strip of past verdicts does', () => {
    const stalled = input([40, 41, 40, 40.5, 39.5]);
    const e = explain(stalled)!;
    const past = pastVerdicts(stalled);
    expect(e.naive).toMatchObject({ red: true, reds: past.filter(({ naiveRed }) => naiveRed).length, reviews: past.length });
  });

  it('says in words how much the level wanders, and that few figures are provisional', () => {
    let [at, seed] = [40, 7];
    const walk = Array.from({ length: 60 }, () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return (at += (seed / 2_147_483_647 - 0.5) * 6);
    });
    const wandering = { ...input([]), series: series(walk, { first: '2025-06-18' }) };
    expect(['lot', 'walk']).toContain(explain(wandering)!.noise!.wander);
    expect(['none', 'little']).toContain(explain(input(noisy))!.noise!.wander);
    expect(explain(input(noisy))!.provisional).toBe(false);
    expect(explain({ ...input([]), series: series([41, 42, 44, 45, 46], { first: '2026-07-08' }) })!.provisional).toBe(true);
  });

  it('is silent where there is no figure since the start', () => {
    expect(explain({ ...input([]), asOf: day('2026-07-01') })).toBeNull();
    expect(explain({ ...input([]), keyResult: keyResult({ kind: 'milestones', milestones: [] }) })).toBeNull();
  });
});

it('a first period that is not over is not called too few figures', () => {
  const open = {
    ...input([]),
    keyResult: keyResult(reach(0, 500), { kind: 'sum' }),
    series: series([...before.slice(1), 7], { first: '2026-04-13', accrual: 'flow' }),
  };
  const a = assessKeyResult({ ...open, asOf: day('2026-07-02') });
  expect(a.status).toBe('too-early');
  expect(a.reasons[0]).toMatchObject({ code: 'no-points-yet', open: true });
});

describe('nothing is called off track before the third figure', () => {
  it('however clear one or two look, and the reason says what is waited for', () => {
    for (const [since, points] of [
      [[30], 1],
      [[30, 29], 2],
    ] as const) {
      const a = assessKeyResult({ ...input(since), asOf: day('2026-07-08') + 7 * since.length });
      expect(a.status).toBe('at-risk');
      expect(a.reasons[0]).toMatchObject({ code: 'watch', points, needed: 3 });
    }
    expect(assessKeyResult({ ...input([30, 29, 30]), asOf: day('2026-07-24') }).status).toBe('off-track');
  });
});
