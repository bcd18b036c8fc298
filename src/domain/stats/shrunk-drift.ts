import { fitLine } from './line.ts';
import { smooth, smoothingSteps, type Smoothed } from './smoothing.ts';

/**
 * Exponential smoothing with a shrunken drift (SDS), the drift study's own forecaster:
 *   md = (y_n − y_1)/(t_n − t_1); t² = (n − 1)md²/s_d²; w = t²/(t² + 6); b = w(b_OLS + md)/2;
 *   simple exponential smoothing on y − b·t, α on .04 … 1, minimising n ln SSE − 2 ln(α√(1.02 − α)).
 * Assumes season-free readings about a level that may drift: a drift is believed as far as it stands out of the steps (shrinkage of James &
 * Stein 1961). Values in the unit of y, t in steps.
 */
export interface ShrunkDrift {
  readonly n: number;
  /** Level at the last reading. */
  readonly level: number;
  /** Drift per step, and how much of the observed drift was believed. */
  readonly drift: number;
  readonly weight: number;
  readonly alpha: number;
  /** One-step error variance; 10% wider σ for n < 8. */
  readonly sigma2: number;
  readonly df: number;
}

const ALPHAS: readonly number[] = Array.from({ length: 25 }, (_, i) => 0.04 * (i + 1));

function driftOf(y: Float64Array, t: Float64Array): { drift: number; weight: number } {
  const n = y.length;
  const length = t[n - 1]! - t[0]!;
  if (n < 4 || !(length > 0)) return { drift: 0, weight: 0 };
  const meanDrift = (y[n - 1]! - y[0]!) / length;
  let ss = 0;
  for (let i = 1; i < n; i++) {
    const g = t[i]! - t[i - 1]!;
    ss += (y[i]! - y[i - 1]! - meanDrift * g) ** 2 / g;
  }
  const variance = ss / (n - 2);
  const t2 = variance > 0 ? (meanDrift * meanDrift * length) / variance : meanDrift ? Infinity : 0;
  const weight = t2 === Infinity ? 1 : t2 / (t2 + 6);
  return { drift: (weight * (fitLine(y, t).slope + meanDrift)) / 2, weight };
}

/** `floor`: the smallest σ believed; `inflate`: what learned seasonal factors add. Null below 3 readings. */
export function fitShrunkDrift(y: Float64Array, t: Float64Array, floor: number, inflate: number): ShrunkDrift | null {
  const n = y.length;
  if (n < 3) return null;
  const steps = smoothingSteps(t);
  const { drift, weight } = driftOf(y, t);
  const z = new Float64Array(n);
  for (let i = 0; i < n; i++) z[i] = y[i]! - drift * (t[i]! - t[n - 1]!);
  const extra = (n - 2) * floor * floor;
  let best: { fit: Smoothed; crit: number } | null = null;
  for (const alpha of ALPHAS) {
    const fit = smooth(z, steps, alpha);
    const crit = n * Math.log(fit.sse + extra) - 2 * Math.log(alpha * Math.sqrt(1.02 - alpha));
    if (!best || crit < best.crit) best = { fit, crit };
  }
  const { alpha, level, sse } = best!.fit;
  const sigma2 = ((sse + extra) / (n - 2)) * (n < 8 ? 1.21 : 1) * inflate;
  return { n, level, drift, weight, alpha, sigma2, df: Math.min(n - 2, n < 24 ? 3 : n < 48 ? 4 : 5) };
}
