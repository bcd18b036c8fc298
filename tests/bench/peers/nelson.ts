import { alternates, beyond, trend, type Side } from './zone-runs.ts';

/**
 * The first six tests for special causes of Nelson (1984), 'The Shewhart control chart', Journal of Quality Technology 16: one point beyond
 * 3σ; nine in a row on one side; six rising or falling; fourteen up and down in turn (no side: told as 1); two of three beyond 2σ; four of
 * five beyond 1σ. z: deviations from the centre line in σ. Assumes independent noise of known σ. Answers the side of each test at point i.
 */
export const nelson = (z: ArrayLike<number>, i: number): readonly [Side, Side, Side, Side, Side, Side] => [
  beyond(z, i, 1, 1, 3),
  beyond(z, i, 9, 9, 0),
  trend(z, i, 6),
  alternates(z, i, 14) ? 1 : 0,
  beyond(z, i, 2, 3, 2),
  beyond(z, i, 4, 5, 1),
];
