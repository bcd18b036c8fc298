import { describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import { day, keepAtLeast, keyResult, pastVerdicts, reach, series, wobble } from './builders.ts';

/** Eight weeks of history at 50 from 6 May, then `weeks` since 1 July that move by `perWeek`. */
const weekly = (weeks: number, perWeek: number, noise = 1, step = (_week: number) => 0) =>
  series(
    Array.from({ length: 9 + weeks }, (_, i) => {
      const week = i - 8;
      return 50 + noise * wobble(i) + (week > 0 ? perWeek * week + step(week) : 0);
    }),
    { first: '2026-05-06' },
  );

const PLANNED = 20 / 13;

describe('a level to reach', () => {
  it('calls a stalled key result off track and says what it takes', () => {
    const a = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: weekly(7, 0), asOf: day('2026-08-19') });
    expect(a.status).toBe('off-track');
    expect(a.verdict).toBe('behind');
    expect(a.chance).toBeLessThan(0.05);
    expect(a.expected).toBeCloseTo(7 / 13, 12);
    expect(a.requiredPace).toBeGreaterThan(1.8);
    expect(a.reasons[0]).toMatchObject({ code: 'behind', target: 70, due: day('2026-09-30') });
  });

  it('leaves a noisy one on plan alone, whatever the last reading', () => {
    for (let weeks = 3; weeks <= 12; weeks++) {
      const asOf = day('2026-07-01') + 7 * weeks;
      const a = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: weekly(weeks, PLANNED, 2.5), asOf });
      expect(['on-track', 'at-risk']).toContain(a.status);
      expect(a.status === 'at-risk' ? a.verdict : 'watch').toBe('watch');
    }
  });

  it('names a level shift with its date and size', () => {
    const dropped = weekly(9, PLANNED, 0.6, (week) => (week >= 5 ? -9 : 0));
    const a = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: dropped, asOf: day('2026-09-02') });
    expect(a.status).toBe('off-track');
    expect(a.verdict).toBe('level-shift');
    const shift = a.reasons.find((reason) => reason.code === 'level-shift');
    expect(shift).toMatchObject({ day: day('2026-08-05') });
    expect(shift?.code === 'level-shift' && shift.size).toBeLessThan(-5);
  });

  it('names a reversal', () => {
    const a = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: weekly(8, -1.2), asOf: day('2026-08-26') });
    expect([a.status, a.verdict]).toEqual(['off-track', 'reversed']);
  });

  it('says ahead when the level is well beyond the plan', () => {
    const a = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: weekly(7, 2 * PLANNED, 0.5), asOf: day('2026-08-19') });
    expect([a.status, a.verdict]).toEqual(['on-track', 'ahead']);
  });

  it('says too early below five figures, no data without any, and both with the facts', () => {
    const early = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: series([51, 52]), asOf: day('2026-07-15') });
    expect(early.status).toBe('too-early');
    expect(early.value).toBe(52);
    expect(early.reasons[0]).toEqual({ code: 'too-early', points: 2, needed: 5 });
    const none = assessKeyResult({
      keyResult: keyResult(reach(50, 70)),
      series: series([51], { first: '2026-08-05' }),
      asOf: day('2026-07-15'),
    });
    expect([none.status, none.value]).toEqual(['no-data', null]);
    expect(assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: null, asOf: day('2026-07-15') }).status).toBe('no-data');
  });

  it('is never worse than watch on two readings of the window', () => {
    const a = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: weekly(2, -4), asOf: day('2026-07-15') });
    expect([a.status, a.verdict]).toEqual(['at-risk', 'watch']);
  });

  it('calls old data stale beside the verdict, which stays as of the last datum', () => {
    const input = { keyResult: keyResult(reach(50, 70)), series: weekly(7, 0) };
    const fresh = assessKeyResult({ ...input, asOf: day('2026-08-19') });
    const old = assessKeyResult({ ...input, asOf: day('2026-09-10') });
    expect(old.stale).toBe(true);
    expect(fresh.stale).toBe(false);
    expect([old.status, old.expected, old.chance]).toEqual([fresh.status, fresh.expected, fresh.chance]);
    expect(old.reasons.at(-1)).toEqual({ code: 'stale', age: 22, cadence: 7 });
  });

  it('tells touched from achieved', () => {
    const once = series([50, 50.4, 49.8, 50.1, 50, 52, 53.4, 54.8, 56.2, 57.1, 70.5], { first: '2026-06-03' });
    const touched = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: once, asOf: day('2026-08-12') });
    expect(touched.status).not.toBe('achieved');
    expect(touched.reasons).toContainEqual({ code: 'touched', value: 70.5, target: 70 });
    const held = series([50, 50.4, 49.8, 50.1, 50, 60, 68, 73, 74, 73.5, 74.2], { first: '2026-06-03' });
    const achieved = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: held, asOf: day('2026-08-12') });
    expect(achieved.status).toBe('achieved');
    expect(achieved.reasons[0]).toMatchObject({ code: 'achieved', day: day('2026-07-22') });
  });

  it('is achieved or missed once its time is over', () => {
    const over = { keyResult: keyResult(reach(50, 70)), asOf: day('2026-10-08') };
    expect(assessKeyResult({ ...over, series: weekly(13, PLANNED, 0) }).status).toBe('achieved');
    const missed = assessKeyResult({ ...over, series: weekly(13, 1) });
    expect([missed.status, missed.chance, missed.forecast]).toEqual(['missed', 0, null]);
  });

  it('warns of a baseline that the history does not bear out', () => {
    const a = assessKeyResult({ keyResult: keyResult(reach(58, 78)), series: weekly(5, 1), asOf: day('2026-08-05') });
    expect(a.reasons.some(({ code }) => code === 'unrepresentative-baseline')).toBe(true);
  });

  it('says the same of a cost that must fall as of a revenue that must rise', () => {
    const up = weekly(7, 0.4);
    const down = { ...up, points: up.points.map((point) => ({ ...point, value: 100 - point.value })) };
    const rise = assessKeyResult({ keyResult: keyResult(reach(50, 70)), series: up, asOf: day('2026-08-19') });
    const fall = assessKeyResult({ keyResult: keyResult(reach(50, 30)), series: down, asOf: day('2026-08-19') });
    expect([fall.status, fall.verdict]).toEqual([rise.status, rise.verdict]);
    expect(fall.chance).toBeCloseTo(rise.chance!, 9);
    expect(fall.forecast!.p10).toBeCloseTo(100 - rise.forecast!.p90, 6);
  });
});

describe('a total to reach', () => {
  const total = keyResult(reach(0, 1300), { kind: 'sum' });
  const flow = (values: readonly number[], first = '2026-05-06') => series(values, { first, accrual: 'flow' });

  it('takes what is done as a fact and the predicted total as the verdict', () => {
    const slow = Array.from({ length: 15 }, (_, i) => (i < 8 ? 100 : 62) + 5 * wobble(i));
    const a = assessKeyResult({ keyResult: total, series: flow(slow), asOf: day('2026-08-18') });
    expect(a.value).toBeCloseTo(
      slow.slice(8).reduce((x, y) => x + y, 0),
      9,
    );
    expect(a.status).toBe('off-track');
    expect(a.reasons[0]).toMatchObject({ code: 'total-behind', target: 1300 });
    expect(a.forecast!.p90).toBeLessThan(1300);
  });

  it('counts a week that is not over in the sum but not in the trend', () => {
    const even = flow(Array.from({ length: 13 }, (_, i) => (i === 12 ? 20 : 100 + 3 * wobble(i))));
    const a = assessKeyResult({ keyResult: total, series: even, asOf: day('2026-07-30') });
    expect(a.status).toBe('on-track');
    expect(a.valueDay).toBe(day('2026-07-30'));
    expect(a.value).toBeCloseTo(
      even.points.slice(8).reduce((sum, { value }) => sum + value, 0),
      9,
    );
    expect(a.chance).toBeGreaterThan(0.3);
  });

  it('reads running totals by their differences and takes January for a new year', () => {
    const year = { start: day('2026-01-01'), due: day('2026-12-31') };
    const running = series([800, 890, 985, 100, 203, 290, 401, 500], { first: '2025-10-01', grain: 'month', accrual: 'cumulative' });
    const a = assessKeyResult({ keyResult: keyResult(reach(0, 1200), { kind: 'sum' }, year), series: running, asOf: day('2026-05-31') });
    expect(a.value).toBe(500);
    expect(a.progress).toBeCloseTo(500 / 1200, 12);
    expect(a.status).toBe('on-track');
  });

  it('judges a mean like the total that it makes', () => {
    const calls = flow(Array.from({ length: 15 }, (_, i) => 10 + 0.4 * wobble(i)));
    const a = assessKeyResult({ keyResult: keyResult(reach(10, 8), { kind: 'mean' }), series: calls, asOf: day('2026-08-18') });
    expect(a.value).toBeCloseTo(10, 0);
    expect(a.status).toBe('off-track');
    expect(a.requiredPerPeriod).toBeLessThan(8);
  });
});

describe('a level to keep', () => {
  it('includes the limit and counts the periods inside', () => {
    const quality = series([0.96, 0.95, 0.97, 0.96, 0.95, 0.96, 0.94, 0.96], { accrual: 'ratio', first: '2026-07-01' });
    const a = assessKeyResult({ keyResult: keyResult(keepAtLeast(0.95)), series: quality, asOf: day('2026-08-25') });
    expect(a.progress).toBeCloseTo(7 / 8, 12);
    expect(a.rollup).toEqual({ progress: 7 / 13, expected: 8 / 13 });
    expect(a.status).toBe('on-track');
  });

  it('is off track when the level itself is outside', () => {
    const falling = series([0.97, 0.96, 0.97, 0.96, 0.97, 0.96, 0.93, 0.92, 0.93, 0.92], { accrual: 'ratio', first: '2026-06-24' });
    const a = assessKeyResult({ keyResult: keyResult(keepAtLeast(0.95)), series: falling, asOf: day('2026-09-01') });
    expect(a.status).toBe('off-track');
    expect(a.reasons[0]).toMatchObject({ code: 'outside-limit', side: 'below', run: 4, limit: 0.95 });
  });
});

describe('a checklist and check-ins', () => {
  const milestone = (id: string, due: string, doneOn: string | null, weight = 1) => ({
    id,
    title: id,
    weight,
    due: day(due),
    doneOn: doneOn && day(doneOn),
  });

  it('weighs milestones and turns red when one is overdue by more than a week', () => {
    const milestones = [milestone('a', '2026-07-15', '2026-07-10', 3), milestone('b', '2026-08-01', null, 1)] as never;
    const at = (iso: string) => assessKeyResult({ keyResult: keyResult({ kind: 'milestones', milestones }), series: null, asOf: day(iso) });
    expect(at('2026-07-20')).toMatchObject({ status: 'on-track', progress: 0.75, expected: 0.75 });
    expect(at('2026-08-04').status).toBe('at-risk');
    expect(at('2026-08-12').status).toBe('off-track');
  });

  it('reads a manual goal from its check-ins', () => {
    const checkIns = [0, 1, 2, 3, 4, 5].map((i) => ({
      id: `c${i}`,
      day: day('2026-07-08') + 7 * i,
      value: i / 10,
      confidence: null,
      note: '',
    }));
    const goal = { ...reach(0, 1), kind: 'manual' } as never;
    const a = assessKeyResult({ keyResult: keyResult(goal, undefined, { link: null, checkIns }), series: null, asOf: day('2026-08-12') });
    expect(a.value).toBe(0.5);
    expect(a.status).toBe('on-track');
  });
});

describe('replay', () => {
  it('answers for a past day as it would have that day', () => {
    const input = { keyResult: keyResult(reach(50, 70)), series: weekly(10, 0.5) };
    const then = assessKeyResult({ keyResult: input.keyResult, series: weekly(5, 0.5), asOf: day('2026-08-05') });
    expect(assessKeyResult({ ...input, asOf: day('2026-08-05') })).toEqual(then);
  });

  it('gives the same verdicts in a row as day by day', () => {
    const input = { keyResult: keyResult(reach(50, 70)), series: weekly(12, 0.7, 1.5), asOf: day('2026-09-23') };
    const row = pastVerdicts(input);
    expect(row).toHaveLength(12);
    for (const past of row) {
      const { status, verdict, chance } = assessKeyResult({ ...input, asOf: past.day });
      expect([past.status, past.verdict, past.chance]).toEqual([status, verdict, chance]);
    }
  });
});
