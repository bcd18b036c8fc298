import { describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import { weekdayOf, type EpochDay, type Grain } from '../../../../src/domain/calendar.ts';
import type { Accrual } from '../../../../src/domain/dataset.ts';
import type { Series } from '../../../../src/domain/series.ts';
import { day, keyResult, reach, series, wobble } from './builders.ts';

/** Levels on every day from `first` to `last` that `works`. */
function daily(first: string, last: string, works: (day: EpochDay) => boolean): Series {
  const days = Array.from({ length: day(last) - day(first) + 1 }, (_, i) => day(first) + i).filter(works);
  const points = days.map((at, i) => ({ day: at, value: 50 + wobble(i), cells: [] }));
  return { grain: 'day', accrual: 'level', unit: null, points };
}
const monday = (to: number) => (at: EpochDay) => weekdayOf(at) <= to;

/** The fact told, or null where the figures are as fresh as can be expected. */
function stale(figures: Series, asOf: string): { age: number; cadence: number } | null {
  const { reasons } = assessKeyResult({
    keyResult: keyResult(reach(50, 70), undefined, { due: day('2026-12-31') }),
    series: figures,
    asOf: day(asOf),
  });
  const reason = reasons.find(({ code }) => code === 'stale');
  return reason?.code === 'stale' ? { age: reason.age, cadence: reason.cadence } : null;
}

describe('figures of working days', () => {
  const weekdays = daily('2026-07-06', '2026-08-21', monday(5));

  it.each([
    ['2026-08-23', null],
    ['2026-08-24', null],
    ['2026-08-25', null],
    ['2026-08-26', { age: 5, cadence: 1 }],
  ])('the last on a Friday, asked on %s: %j', (asOf, fact) => expect(stale(weekdays, asOf)).toEqual(fact));

  it('are late after two working days, not only after a weekend', () => {
    const upToTuesday = daily('2026-07-06', '2026-08-18', monday(5));
    expect(stale(upToTuesday, '2026-08-20')).toBeNull();
    expect(stale(upToTuesday, '2026-08-21')).toEqual({ age: 3, cadence: 1 });
  });

  it('are told from figures of every day by the series itself', () => {
    expect(stale(daily('2026-07-06', '2026-08-21', monday(7)), '2026-08-24')).toEqual({ age: 3, cadence: 1 });
    const sixDays = daily('2026-07-06', '2026-08-22', monday(6));
    expect(stale(sixDays, '2026-08-24')).toBeNull();
    expect(stale(sixDays, '2026-08-26')).toEqual({ age: 4, cadence: 1 });
  });

  it('stay so where a Saturday was worked to make up for a holiday', () => {
    const madeUp = daily('2026-07-06', '2026-08-21', (at) => weekdayOf(at) <= 5 || at === day('2026-08-15'));
    expect(stale(madeUp, '2026-08-24')).toBeNull();
  });

  it('twice a week are awaited twice a week', () => {
    const tuesdayThursday = daily('2026-07-06', '2026-08-20', (at) => weekdayOf(at) === 2 || weekdayOf(at) === 4);
    expect(stale(tuesdayThursday, '2026-08-25')).toBeNull();
    expect(stale(tuesdayThursday, '2026-08-27')).toEqual({ age: 7, cadence: 2 });
  });

  it('stop for the Golden Week, of which the page does not know: seven days without figures are told as a fact', () => {
    const untilHoliday = daily('2026-07-06', '2026-09-30', monday(5));
    expect(stale(untilHoliday, '2026-10-02')).toBeNull();
    expect(stale(untilHoliday, '2026-10-08')).toEqual({ age: 8, cadence: 1 });
  });
});

describe('figures of longer periods', () => {
  const of = (grain: Grain, first: string, count: number, accrual: Accrual = 'flow') =>
    series(
      Array.from({ length: count }, (_, i) => 50 + wobble(i)),
      { grain, first, accrual },
    );

  it.each([
    ['weeks', of('week', '2026-06-01', 12), '2026-09-06', null],
    ['weeks', of('week', '2026-06-01', 12), '2026-09-07', { age: 15, cadence: 7 }],
    ['levels read on Fridays', of('week', '2026-06-05', 12, 'level'), '2026-09-04', null],
    ['levels read on Fridays', of('week', '2026-06-05', 12, 'level'), '2026-09-05', { age: 15, cadence: 7 }],
    ['months', of('month', '2026-01-01', 7), '2026-09-30', null],
    ['months', of('month', '2026-01-01', 7), '2026-10-05', { age: 66, cadence: 30.5 }],
  ] as const)('%s are old after two of them', (_, figures, asOf, fact) => expect(stale(figures, asOf)).toEqual(fact));
});

it('nothing is awaited after the due date', () => {
  const a = assessKeyResult({
    keyResult: keyResult(reach(50, 70)),
    series: daily('2026-07-06', '2026-09-29', monday(5)),
    asOf: day('2026-12-01'),
  });
  expect(a.stale).toBe(false);
});
