import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addPeriods,
  civilOf,
  dayOf,
  dayOfIsoWeek,
  isoOf,
  isoWeekOf,
  parseIso,
  periodEnd,
  periodKey,
  periodStart,
} from '../../../src/domain/calendar.ts';

const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2200, 12, 31) });

describe('the calendar', () => {
  it('agrees with the clock of the machine in UTC', () => {
    fc.assert(
      fc.property(day, (d) => {
        expect(isoOf(d)).toBe(new Date(d * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(day, (d) => {
        const { year, month, day: inMonth } = civilOf(d);
        expect(dayOf(year, month, inMonth)).toBe(d);
        expect(parseIso(isoOf(d))).toBe(d);
        const week = isoWeekOf(d);
        expect(dayOfIsoWeek(week.year, week.week)).toBe(periodStart(d, 'week'));
      }),
    );
  });

  it('knows the ends of months and odd years', () => {
    expect(isoOf(addMonths(dayOf(2024, 1, 31), 1))).toBe('2024-02-29');
    expect(isoOf(periodEnd(dayOf(2026, 7, 1), 'quarter'))).toBe('2026-09-30');
    expect(isoWeekOf(dayOf(2027, 1, 1))).toEqual({ year: 2026, week: 53 });
    expect(parseIso('2026-02-29')).toBeNull();
  });

  it('writes periods as the headless output does', () => {
    const start = dayOf(2026, 7, 1);
    const keys = (['month', 'quarter', 'half-year', 'year'] as const).map((grain) => periodKey(periodStart(start, grain), grain));
    expect(keys).toEqual(['2026-07', '2026-Q3', '2026-H2', '2026']);
    expect(periodKey(dayOf(2026, 3, 16), 'week')).toBe('2026-W12');
    expect(isoOf(addPeriods(start, 'half-year', -1))).toBe('2026-01-01');
  });
});
