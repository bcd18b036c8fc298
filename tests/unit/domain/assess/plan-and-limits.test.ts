import { describe, expect, it } from 'vitest';
import { proposeBaseline } from '../../../../src/domain/baseline.ts';
import { limitsOf } from '../../../../src/domain/limits.ts';
import { expectedValue, planShare } from '../../../../src/domain/plan.ts';
import { day, keepAtLeast, keyResult, reach, series, wobble } from './builders.ts';

describe('the planned path', () => {
  const goal = { baseline: 50, target: 70, plan: { kind: 'linear' }, start: day('2026-07-01'), due: day('2026-09-30') } as const;

  it('is 0 on the first day and 1 on the due day, straight between', () => {
    expect(planShare(goal, goal.start)).toBe(0);
    expect(planShare(goal, goal.due)).toBe(1);
    expect(planShare(goal, goal.start + 45.5)).toBeCloseTo(0.5, 12);
    expect(planShare(goal, goal.due + 30)).toBe(1);
  });

  it('runs through the steps of a phased plan', () => {
    const steps = [{ day: day('2026-09-01'), value: 54 }];
    const phased = { ...goal, plan: { kind: 'phased', steps } } as const;
    expect(expectedValue(phased, day('2026-09-01'))).toBeCloseTo(54, 12);
    expect(expectedValue(phased, day('2026-08-01'))).toBeCloseTo(52, 12);
    expect(expectedValue(phased, day('2026-09-30'))).toBe(70);
  });
});

describe('the proposed baseline', () => {
  it('is the level of the history, not its last reading', () => {
    const noisy = series(
      Array.from({ length: 12 }, (_, i) => (i === 11 ? 54 : 50 + wobble(i))),
      { first: '2026-04-15' },
    );
    expect(proposeBaseline(noisy, day('2026-07-01'))).toBeGreaterThan(49);
    expect(proposeBaseline(noisy, day('2026-07-01'))).toBeLessThan(52);
    expect(proposeBaseline(series([1, 2, 3], { first: '2026-06-03' }), day('2026-07-01'))).toBeNull();
  });
});

describe('natural process limits', () => {
  it('follow the plan since the start and the level before it', () => {
    const onPlan = series(
      Array.from({ length: 16 }, (_, i) => 50 + wobble(i) + (i > 8 ? ((i - 8) * 20) / 13 : 0)),
      { first: '2026-05-06' },
    );
    const limits = limitsOf({ keyResult: keyResult(reach(50, 70)), series: onPlan, asOf: day('2026-08-19') })!;
    expect(limits.signals).toEqual([]);
    expect(limits.provisional).toBe(false);
    expect(limits.points.at(-1)!.centre).toBeCloseTo(50 + (7 * 20) / 13, 9);
    expect(limits.points[0]!.centre).toBeCloseTo(limits.points[8]!.centre, 9);
  });

  it('mark every reading of a stalled key result that leaves them', () => {
    const stalled = series(
      Array.from({ length: 17 }, (_, i) => 50 + 0.5 * wobble(i)),
      { first: '2026-05-06' },
    );
    const { signals, points } = limitsOf({ keyResult: keyResult(reach(50, 70)), series: stalled, asOf: day('2026-08-26') })!;
    const outside = signals.find(({ rule }) => rule === 'outside')!;
    expect(outside.side).toBe('below');
    expect(outside.members.at(-1)).toBe(points.length - 1);
  });

  it('say whether a kept level meets its limit as it runs', () => {
    const quality = series(
      Array.from({ length: 14 }, (_, i) => 0.98 + 0.002 * wobble(i)),
      { accrual: 'ratio', first: '2026-06-03' },
    );
    const at = (limit: number) =>
      limitsOf({ keyResult: keyResult(keepAtLeast(limit)), series: quality, asOf: day('2026-09-08') })!.assurance;
    expect([at(0.9), at(0.98), at(0.999)]).toEqual(['consistently-meets', 'hit-and-miss', 'consistently-fails']);
  });
});
