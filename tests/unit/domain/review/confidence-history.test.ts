import { expect, it } from 'vitest';
import { confidencesOf, saidOn } from '../../../../src/domain/confidence-history.ts';
import type { CheckIn } from '../../../../src/domain/objective.ts';
import { day, keyResult, reach, series } from '../assess/builders.ts';

const checkIn = (id: string, on: string, confidence: number | null): CheckIn => ({ id, day: day(on), value: null, confidence, note: '' });
const checkIns = [
  checkIn('n1', '2026-08-19', 8),
  checkIn('n2', '2026-08-05', 7),
  checkIn('n3', '2026-08-19', 5),
  checkIn('n4', '2026-08-06', null),
  checkIn('n5', '2026-09-02', 2),
];
// On plan for five weeks, then it stands still.
const figures = series([10, 20, 30, 40, 50, 50.2, 50.4, 50.1, 50.3]);
const row = keyResult(reach(0, 120), undefined, { checkIns });

it('takes the last word of each day up to a day, oldest first', () => {
  expect(confidencesOf(row, day('2026-08-31'), 12).map(({ id }) => id)).toEqual(['n2', 'n3']);
  expect(confidencesOf(row, day('2026-09-02'), 2).map(({ id }) => id)).toEqual(['n3', 'n5']);
});

it('holds each against the chance that the figures of its day gave', () => {
  const input = { keyResult: row, series: figures, asOf: day('2026-09-02') };
  const [early, late] = ['n2', 'n5'].map((id) =>
    saidOn(
      input,
      checkIns.find((one) => one.id === id)!,
    ),
  );
  expect(early!.chance).toBeGreaterThan(0.3);
  expect(late!.chance).toBeLessThan(0.1);
});
