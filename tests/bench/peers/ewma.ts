/**
 * Exponentially weighted moving average chart (Roberts 1959; NIST/SEMATECH e-Handbook 6.3.2.4): z ← λy + (1 − λ)z from `start`, limits
 * start ± Lσ√(λ/(2 − λ)), those of a long chart. Assumes independent noise of known σ about a constant level. Units of y.
 */
export interface Ewma {
  readonly values: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

export function ewma(y: ArrayLike<number>, lambda: number, start: number, sigma: number, L: number): Ewma {
  let z = start;
  const values = Array.from(y, (v) => (z = lambda * v + (1 - lambda) * z));
  const width = L * sigma * Math.sqrt(lambda / (2 - lambda));
  return { values, lower: start - width, upper: start + width };
}
