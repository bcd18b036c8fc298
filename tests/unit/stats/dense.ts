import type { NoiseModel } from '../../../src/domain/stats/noise.ts';

/** Plain dense linear algebra, as slow and as direct as the textbook: what the filters of the model must agree with. */
export type Matrix = readonly (readonly number[])[];

/** Inner products x′V⁻¹y and ln|V| of a covariance matrix, by its Cholesky factor. */
export interface Metric {
  readonly inner: (x: ArrayLike<number>, y: ArrayLike<number>) => number;
  readonly logDet: number;
}

export function metricOf(V: Matrix): Metric {
  const n = V.length;
  const L = V.map((row) => row.map(() => 0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = V[i]![j]!;
      for (let k = 0; k < j; k++) rest -= L[i]![k]! * L[j]![k]!;
      L[i]![j] = i === j ? Math.sqrt(rest) : rest / L[j]![j]!;
    }
  }
  const whitened = (x: ArrayLike<number>) => {
    const out: number[] = [];
    for (let i = 0; i < n; i++) {
      let rest = x[i]!;
      for (let k = 0; k < i; k++) rest -= L[i]![k]! * out[k]!;
      out.push(rest / L[i]![i]!);
    }
    return out;
  };
  const inner = (x: ArrayLike<number>, y: ArrayLike<number>) => {
    const [a, b] = [whitened(x), whitened(y)];
    return a.reduce((sum, v, i) => sum + v * b[i]!, 0);
  };
  return { inner, logDet: L.reduce((sum, row, i) => sum + 2 * Math.log(row[i]!), 0) };
}

export interface Wandering {
  /** Covariance of the readings, in σ². */
  readonly readings: Matrix;
  /** Covariance of the last level with each reading, and its variance. */
  readonly last: readonly number[];
  readonly variance: number;
}

/**
 * Covariances of readings m(t) + ε at the times given, from the definition of the process: m has variance `start` at step t0 and gains its
 * noise step by step since.
 */
export function wandering(t: ArrayLike<number>, { phi, q, r }: Pick<NoiseModel, 'phi' | 'q' | 'r'>, start: number, t0: number): Wandering {
  const n = t.length;
  const gained = (g: number) => (phi === 1 ? q * g : (q * (1 - phi ** (2 * g))) / (1 - phi ** 2));
  const variances = Array.from({ length: n }, (_, i) => phi ** (2 * (t[i]! - t0)) * start + gained(t[i]! - t0));
  const between = (i: number, j: number) => phi ** Math.abs(t[i]! - t[j]!) * variances[Math.min(i, j)]!;
  return {
    readings: Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => between(i, j) + (i === j ? r : 0))),
    last: Array.from({ length: n }, (_, i) => between(i, n - 1)),
    variance: variances[n - 1]!,
  };
}

export const plus = (V: Matrix, factor: number, x: ArrayLike<number>): Matrix =>
  V.map((row, i) => row.map((v, j) => v + factor * x[i]! * x[j]!));
export const times = (V: Matrix, factor: number): Matrix => V.map((row) => row.map((v) => v * factor));
