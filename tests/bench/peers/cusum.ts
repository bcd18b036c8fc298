/**
 * Tabular cumulative sums (Page 1954; NIST/SEMATECH e-Handbook 6.3.2.3): high ← max(0, high + y − target − k), low ← max(0, low + target −
 * k − y), both from 0; a sum above its decision interval h signals. Assumes independent noise of known σ. y, target, k and h in one unit.
 */
export interface Cusum {
  readonly high: readonly number[];
  readonly low: readonly number[];
}

export function cusum(y: ArrayLike<number>, target: number, k: number): Cusum {
  let [up, down] = [0, 0];
  const high = Array.from(y, (v) => (up = Math.max(0, up + v - target - k)));
  const low = Array.from(y, (v) => (down = Math.max(0, down + target - k - v)));
  return { high, low };
}
