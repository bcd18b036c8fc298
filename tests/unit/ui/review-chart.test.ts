import { expect, it } from 'vitest';
import { dayOf, isoOf } from '../../../src/domain/calendar.ts';
import { apart, monthTicks, roundTicks, widthOf } from '../../../src/picture/review-axes.ts';

it.each([
  [13, 26, [15, 20, 25]],
  [0, 1000, [0, 250, 500, 750, 1000]],
  [-3.8, 0.4, [-2, 0]],
  [0.031, 0.046, [0.035, 0.04, 0.045]],
  [5, 5, [5]],
])('round values between %d and %d', (low, high, ticks) => expect(roundTicks(low, high, 4)).toEqual(ticks));

it('months are named on their first day, eight of them at most', () => {
  expect(monthTicks(dayOf(2026, 7, 1), dayOf(2026, 9, 30)).map(isoOf)).toEqual(['2026-07-01', '2026-08-01', '2026-09-01']);
  expect(monthTicks(dayOf(2026, 7, 6), dayOf(2026, 9, 30)).map(isoOf)).toEqual(['2026-08-01', '2026-09-01']);
  expect(monthTicks(dayOf(2025, 1, 1), dayOf(2026, 12, 31)).length).toBe(8);
});

it('labels that would lie on each other are moved apart, in their order', () => {
  expect(apart([100, 20], 15)).toEqual([100, 20]);
  expect(apart([24, 20], 15)).toEqual([35, 20]);
  expect(apart([20, 20, 20], 15)).toEqual([20, 35, 50]);
});

it('Chinese is wider than figures', () => expect(widthOf('目标', 10)).toBeGreaterThan(widthOf('24', 10)));
it('a per cent sign is wider than a figure', () => expect(widthOf('92%', 12)).toBeGreaterThan(24));
