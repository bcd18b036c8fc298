/**
 * Simple exponential smoothing l ← l + k(y − l) with k = 1 − (1 − α)^g over a gap of g steps; the first level l₀ is chosen by least squares
 * (errors are linear in it). The optimal forecast of a local level (Muth 1960; Hyndman et al. 2008, ETS(A,N,N)), and assumes one: no trend, no
 * season. Levels in the unit of y, `sse` in its square.
 */
export interface Smoothed {
  readonly alpha: number;
  /** Level after the last reading. */
  readonly level: number;
  /** Sum of squared one-step errors. */
  readonly sse: number;
}

const MOST_STEPS = 3;

/** Steps that each reading smooths: the gap to the next one, at least 1 and at most 3; 1 for the last. */
export function smoothingSteps(t: Float64Array): Float64Array {
  const steps = new Float64Array(t.length).fill(1);
  for (let i = 0; i + 1 < t.length; i++) steps[i] = Math.min(MOST_STEPS, Math.max(1, t[i + 1]! - t[i]!));
  return steps;
}

export function smooth(y: Float64Array, steps: Float64Array, alpha: number): Smoothed {
  let [l, c, uc, cc, uu] = [0, 1, 0, 0, 0];
  for (let i = 0; i < y.length; i++) {
    const e = y[i]! - l;
    uc += e * c;
    cc += c * c;
    uu += e * e;
    const g = steps[i]!;
    const k = g === 1 ? alpha : 1 - (1 - alpha) ** g;
    l += k * e;
    c *= 1 - k;
  }
  const first = uc / cc;
  return { alpha, level: l + c * first, sse: Math.max(0, uu - uc * first) };
}
