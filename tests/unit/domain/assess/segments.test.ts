import { describe, expect, it } from 'vitest';
import { assessOn } from '../../../../src/domain/assess-on.ts';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import type { Goal, KeyResult, Reading, Revision } from '../../../../src/domain/objective.ts';
import { segmentsOf } from '../../../../src/domain/segments.ts';
import type { Series } from '../../../../src/domain/series.ts';
import { day, keepAtLeast, keyResult, reach, series } from './builders.ts';

const DUE = '2026-09-30';
const revised = (on: string, before: Goal, due = DUE, weight?: number): Revision => ({
  id: `v-${on}`,
  day: day(on),
  reason: 'more customers than thought',
  approver: '',
  before: { goal: before, due: day(due), ...(weight === undefined ? {} : { weight }) },
});

/** A level that is measured every Wednesday and goes from 100 to 200 over the quarter, exactly. */
const onPlan = (weeks: number) => series(Array.from({ length: weeks }, (_, i) => 100 + (100 * 7 * (i + 1)) / 91));
/** 20 a week from Wednesday 1 July on: 260 in the quarter. */
const weekly = (weeks: number) => series(Array<number>(weeks).fill(20), { first: '2026-07-01', accrual: 'flow' });
/** 100, 100, 100 in July, August, September. */
const monthly = (months: number) => series(Array<number>(months).fill(100), { first: '2026-07-01', grain: 'month', accrual: 'flow' });

interface Case {
  readonly goal: Goal;
  readonly revisions: readonly Revision[];
  readonly figures: Series | null;
  readonly asOf?: string;
  readonly due?: string;
  readonly reading?: Reading;
}
const inputOf = ({ goal, revisions, figures, asOf = '2026-09-02', due = DUE, reading }: Case) => ({
  keyResult: keyResult(goal, reading ?? { kind: 'latest' }, { revisions, due: day(due) }),
  series: figures,
  asOf: day(asOf),
});
const round = (v: number | null) => (v === null ? null : Math.round(v * 100) / 100);
const measured = (one: Case) =>
  segmentsOf(inputOf(one)).map(({ start, target, reached, progress, planned }) => [start, target, reached, progress, planned].map(round));
const sum = { kind: 'sum' } as const;

describe('a key result whose goal was changed is measured in segments', () => {
  it.each<[string, Case, (number | null)[][]]>([
    [
      'raised: the new plan goes on from where it stood',
      { goal: reach(100, 220), revisions: [revised('2026-08-12', reach(100, 200))], figures: onPlan(9) },
      [
        [100, 200, 146.15, 0.46, 0.46],
        [146.15, 220, 169.23, 0.31, 0.43],
      ],
    ],
    [
      'lowered, with a way left to go',
      { goal: reach(100, 180), revisions: [revised('2026-08-12', reach(100, 200))], figures: onPlan(9) },
      [
        [100, 200, 146.15, 0.46, 0.46],
        [146.15, 180, 169.23, 0.68, 0.43],
      ],
    ],
    [
      'lowered below what was reached: no way is left to plan, the plan from the start stays',
      { goal: reach(100, 140), revisions: [revised('2026-08-12', reach(100, 200))], figures: onPlan(9) },
      [
        [100, 200, 146.15, 0.46, 0.46],
        [146.15, 140, 169.23, null, null],
      ],
    ],
    [
      'postponed',
      { goal: reach(100, 200), revisions: [revised('2026-08-12', reach(100, 200))], figures: onPlan(9), due: '2026-10-31' },
      [
        [100, 200, 146.15, 0.46, 0.46],
        [146.15, 200, 169.23, 0.43, 0.26],
      ],
    ],
    [
      'changed twice',
      {
        goal: reach(100, 250),
        revisions: [revised('2026-07-29', reach(100, 200)), revised('2026-08-19', reach(100, 300))],
        figures: onPlan(9),
      },
      [
        [100, 200, 130.77, 0.31, 0.31],
        [130.77, 300, 153.85, 0.14, 0.33],
        [153.85, 250, 169.23, 0.16, 0.33],
      ],
    ],
    [
      'changed twice on one day: only the outcome counts',
      {
        goal: reach(100, 220),
        revisions: [revised('2026-08-12', reach(100, 200)), revised('2026-08-12', reach(100, 900))],
        figures: onPlan(9),
      },
      [
        [100, 200, 146.15, 0.46, 0.46],
        [146.15, 220, 169.23, 0.31, 0.43],
      ],
    ],
    [
      'before the first figure: it stood at its baseline, as far as anybody knew',
      { goal: reach(100, 220), revisions: [revised('2026-07-03', reach(100, 200))], figures: onPlan(9) },
      [
        [100, 200, null, null, null],
        [100, 220, 169.23, 0.58, 0.69],
      ],
    ],
    [
      'a falling goal',
      {
        goal: reach(200, 80),
        revisions: [revised('2026-08-12', reach(200, 100))],
        figures: series(Array.from({ length: 9 }, (_, i) => 200 - (100 * 7 * (i + 1)) / 91)),
      },
      [
        [200, 100, 153.85, 0.46, 0.46],
        [153.85, 80, 130.77, 0.31, 0.43],
      ],
    ],
    [
      'a total of weeks: the sum of the weeks that were over',
      { goal: reach(0, 320), revisions: [revised('2026-08-13', reach(0, 260))], figures: weekly(9), reading: sum },
      [
        [0, 260, 120, 0.46, 0.46],
        [120, 320, 180, 0.3, 0.42],
      ],
    ],
    [
      'a total of months: a month begun belongs to the new plan',
      { goal: reach(0, 400), revisions: [revised('2026-08-20', reach(0, 300))], figures: monthly(2), asOf: '2026-09-01', reading: sum },
      [
        [0, 300, 100, 0.33, 0.34],
        [100, 400, 200, 0.33, 0.51],
      ],
    ],
    [
      'a running total',
      {
        goal: reach(500, 900),
        revisions: [revised('2026-08-11', reach(500, 760))],
        figures: series(
          Array.from({ length: 9 }, (_, i) => 500 + 20 * (i + 1)),
          { first: '2026-07-01', accrual: 'cumulative' },
        ),
        reading: sum,
      },
      [
        [500, 760, 620, 0.46, 0.46],
        [620, 900, 680, 0.21, 0.42],
      ],
    ],
    [
      'the month of a ratio, known at its end',
      {
        goal: reach(100, 400),
        revisions: [revised('2026-08-20', reach(100, 300))],
        figures: series([150, 210], { first: '2026-07-01', grain: 'month', accrual: 'ratio' }),
        asOf: '2026-09-01',
      },
      [
        [100, 300, 150, 0.25, 0.34],
        [150, 400, 210, 0.24, 0.51],
      ],
    ],
  ])('%s', (_, one, expected) => expect(measured(one)).toEqual(expected));

  it('values from check-ins, too', () => {
    const checkIns = [105, 110, 115, 120, 130].map((value, i) => ({
      id: `n${i}`,
      day: day('2026-07-08') + 7 * i,
      value,
      confidence: null,
      note: '',
    }));
    const goal = (target: number): Goal => ({ ...reach(100, target), kind: 'manual' }) as Goal;
    const input = inputOf({ goal: goal(160), revisions: [revised('2026-07-30', goal(120))], figures: null, asOf: '2026-08-05' });
    const [first, second] = segmentsOf({ ...input, keyResult: { ...input.keyResult, checkIns } });
    expect([first!.reached, second!.start]).toEqual([second!.start, first!.reached]);
    expect(second!.progress).toBeCloseTo((130 - second!.start) / (160 - second!.start), 9);
  });

  it.each<[string, readonly Revision[], Goal, Reading?]>([
    ['the weight alone', [revised('2026-08-12', reach(100, 200), DUE, 3)], reach(100, 200)],
    ['the stretch alone', [revised('2026-08-12', { ...reach(100, 200), stretch: 250 } as Goal)], reach(100, 200)],
    ['nothing', [revised('2026-08-12', reach(100, 200)), revised('2026-08-12', reach(100, 300))], reach(100, 200)],
    ['something on the first day', [revised('2026-07-01', reach(100, 300))], reach(100, 200)],
    ['something later than the day of asking', [revised('2026-09-20', reach(100, 300))], reach(100, 200)],
  ])('a revision that changes %s makes none, and nothing else of the verdict', (_, revisions, goal) => {
    const changed = inputOf({ goal, revisions, figures: onPlan(9) });
    expect(segmentsOf(changed)).toEqual([]);
    const plain = inputOf({ goal: reach(100, revisions[0]!.day > day('2026-09-02') ? 300 : 200), revisions: [], figures: onPlan(9) });
    expect(assessOn(changed)).toEqual(assessOn(plain));
  });

  it('goals to keep, means and falling totals have no path to begin anew', () => {
    const figures = weekly(9);
    const one = (goal: Goal, before: Goal, reading: Reading) =>
      segmentsOf(inputOf({ goal, revisions: [revised('2026-08-12', before)], figures, reading }));
    expect(one(keepAtLeast(10), keepAtLeast(15), { kind: 'latest' })).toEqual([]);
    expect(one(reach(15, 30), reach(15, 25), { kind: 'mean' })).toEqual([]);
    expect(one(reach(400, 200), reach(400, 250), { kind: 'sum' })).toEqual([]);
  });
});

describe('the verdict after a change of the goal', () => {
  const raised = (figures: Series, more: Partial<KeyResult> = {}) =>
    assessKeyResult({
      keyResult: keyResult(reach(100, 260), undefined, { revisions: [revised('2026-08-12', reach(100, 200))], ...more }),
      series: figures,
      asOf: day('2026-09-16'),
    });

  it('is not behind at once where the target was raised and the pace goes with it', () => {
    const to = 100 + (100 * 42) / 91;
    const values = Array.from({ length: 11 }, (_, i) => {
      const at = 7 * (i + 1);
      return at <= 42 ? 100 + (100 * at) / 91 : to + ((260 - to) * (at - 42)) / 49;
    });
    const a = raised(series(values));
    expect(a.status).toBe('on-track');
    // By the plan from the first day it would be a fifth behind.
    const old = assessKeyResult({ keyResult: keyResult(reach(100, 260)), series: series(values), asOf: day('2026-08-19') });
    expect(old.progress! / old.expected!).toBeLessThan(0.75);
  });

  it('is behind the new plan where nothing more came', () => {
    const values = Array.from({ length: 11 }, (_, i) => 100 + (100 * 7 * Math.min(i + 1, 6)) / 91);
    expect(raised(series(values)).status).toBe('off-track');
  });

  it('counts progress from the first baseline to the present target, and expects what the new plan does', () => {
    const a = raised(onPlan(11));
    expect(a.progress).toBeCloseTo((100 * (77 / 91)) / 160, 9);
    const from = 100 + (100 * 42) / 91;
    expect(a.expectedValue).toBeCloseTo(from + ((260 - from) * 35) / 49, 1);
    expect(a.expected).toBeCloseTo((a.expectedValue! - 100) / 160, 9);
  });

  it('waits for the first figure after the change, says so, and goes on forecasting from the figures before', () => {
    const input = inputOf({ goal: reach(100, 260), revisions: [revised('2026-08-12', reach(100, 200))], figures: onPlan(6) });
    const a = assessKeyResult({ ...input, asOf: day('2026-08-14') });
    expect(a.status).toBe('too-early');
    expect(a.reasons[0]).toMatchObject({ code: 'no-points-yet', start: day('2026-08-12'), revised: true });
    expect(a.value).toBeCloseTo(100 + (100 * 42) / 91, 9);
    expect(a.forecast!.p50).toBeGreaterThan(190);
    expect(a.forecast!.p50).toBeLessThan(260);
    expect(a.chance).toBeLessThan(0.5);
  });

  it('of a day before the change knows nothing of it', () => {
    const input = inputOf({ goal: reach(100, 260), revisions: [revised('2026-08-12', reach(100, 200))], figures: onPlan(9) });
    const before = inputOf({ goal: reach(100, 200), revisions: [], figures: onPlan(9) });
    expect(assessOn({ ...input, asOf: day('2026-08-10') })).toEqual(assessOn({ ...before, asOf: day('2026-08-10') }));
  });

  it('keeps of a phased plan only the steps to come', () => {
    const plan = {
      kind: 'phased',
      steps: [day('2026-07-20'), day('2026-09-01')].map((on, i) => ({ day: on, value: [190, 195][i]! })),
    } as const;
    const goal = { ...reach(100, 220), plan } as Goal;
    const input = inputOf({ goal, revisions: [revised('2026-08-12', reach(100, 200))], figures: onPlan(8), asOf: '2026-08-26' });
    const from = 100 + (100 * 42) / 91;
    expect(assessKeyResult(input).expectedValue).toBeCloseTo(from + ((195 - from) * 14) / 20, 1);
  });

  it('a total goes on from its sum: what is left is asked of the periods that are left', () => {
    const a = assessKeyResult(
      inputOf({ goal: reach(0, 320), revisions: [revised('2026-08-13', reach(0, 260))], figures: weekly(9), reading: sum }),
    );
    expect([a.value, a.progress]).toEqual([180, 180 / 320]);
    expect(a.requiredPerPeriod).toBe((320 - 180) / 4);
    // 200 in the seven weeks after the change.
    expect(a.requiredPace).toBeCloseTo(35 / (200 / 7), 9);
  });
});

describe('limits to keep that were changed', () => {
  it('count each figure by the limit of its day', () => {
    const values = [12, 12, 9, 12, 12, 18, 22, 23];
    const figures = series(values);
    const input = inputOf({ goal: keepAtLeast(20), revisions: [revised('2026-08-05', keepAtLeast(10))], figures });
    const a = assessKeyResult(input);
    // 12 12 (9) 12 12 against ten, (18) 22 23 against twenty.
    expect(a.progress).toBe(6 / 8);
    expect(assessKeyResult({ ...input, adjustment: { goal: keepAtLeast(15) } }).progress).toBe(7 / 8);
  });
});
