import { beyond, type Side } from './zone-runs.ts';

/**
 * The four zone rules of the Western Electric Statistical Quality Control Handbook (1956): one point beyond 3σ; two of three beyond 2σ, four
 * of five beyond 1σ, eight in a row, all on one side. z: deviations from the centre line in σ. Assumes independent noise of known σ. Answers
 * the side of each rule's pattern that ends at point i.
 */
export const westernElectric = (z: ArrayLike<number>, i: number): readonly [Side, Side, Side, Side] => [
  beyond(z, i, 1, 1, 3),
  beyond(z, i, 2, 3, 2),
  beyond(z, i, 4, 5, 1),
  beyond(z, i, 8, 8, 0),
];
