import { expect, test } from 'vitest';
import { thinBars, thinLine } from '../../../src/picture/thin-points.ts';

const points = Array.from({ length: 1000 }, (_, day) => ({ day, value: day === 500 ? 99 : day === 700 ? -99 : day % 10 }));

test('a thinned line keeps its peaks, its valleys and its end, in the order of time', () => {
  const line = thinLine(points, 120);
  expect(line.length).toBeLessThanOrEqual(120);
  expect(line.map(({ value }) => value)).toEqual(expect.arrayContaining([99, -99]));
  expect(line.at(-1)).toEqual({ day: 999, value: 9 });
  expect(line.every(({ day }, i) => i === 0 || day > line[i - 1]!.day)).toBe(true);
});

test('thinned bars are means of their stretches, and the last period stands alone', () => {
  const flat = Array.from({ length: 500 }, (_, day) => ({ day, value: 4 }));
  const bars = thinBars([...flat, { day: 500, value: 8 }], 60);
  expect(bars).toHaveLength(60);
  expect(bars.slice(0, -1).every(({ value }) => value === 4)).toBe(true);
  expect(bars.at(-1)).toEqual({ day: 500, value: 8 });
});

test('short series are drawn as they are', () => {
  const few = points.slice(0, 12);
  expect(thinLine(few, 120)).toBe(few);
  expect(thinBars(few, 60)).toBe(few);
});
