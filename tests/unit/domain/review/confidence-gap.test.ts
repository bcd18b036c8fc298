import { expect, it } from 'vitest';
import { confidenceGap } from '../../../../src/domain/confidence-gap.ts';

it.each([
  // confidence, chance, who is the more hopeful
  [8, 0.12, 'person'],
  [7, 0.004, 'person'],
  [4, 0, 'person'],
  [10, 0.6, 'person'],
  [6, 0.3, 'person'],
  [2, 0.9, 'figures'],
  [3, 0.7, 'figures'],
  [4, 0.7, 'figures'],
  // The same side of even odds, less than 40 points apart.
  [3, 0.01, null],
  [10, 0.61, null],
  [9, 0.55, null],
  // Across even odds, but less than 30 points apart.
  [6, 0.31, null],
  [4, 0.69, null],
  [5, 0.2, null],
  [5, 0.5, null],
  // Floating point: .7 and .3 are 40 points apart, exactly.
  [7, 0.3, 'person'],
] as const)('confidence %d against a chance of %d', (confidence, chance, hopeful) => {
  expect(confidenceGap(confidence, chance)?.hopeful ?? null).toBe(hopeful);
});

it('is not known where one of the two is not', () => {
  expect(confidenceGap(null, 0.1)).toBeNull();
  expect(confidenceGap(8, null)).toBeNull();
});
