import { fitLine } from './robust.ts';

/**
 * 'If nothing changes': exponential smoothing with a shrunken drift (SDS), on equally spaced or gappy steps, any horizon h > 0.
 *   md = (y_n − y_1)/(t_n − t_1); t² = (n − 1)md²/s_d²; w = t²/(t² + 6); b = w(b_OLS + md)/2;
 *   simple exponential smoothing on y − b·t, α on .04 … 1, minimising n ln SSE − 2 ln(α√(1.02 − α)), the first level profiled out.
 */
export interface Forecaster {
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

function shrunkDrift(y: Float64Array, t: Float64Array): { drift: number; weight: number } {
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

/** Fits the forecaster; `floor` is the smallest σ believed. Null below 3 readings. */
export function fitForecaster(y: Float64Array, t: Float64Array, floor: number, inflate: number): Forecaster | null {
  const n = y.length;
  if (n < 3) return null;
  const { drift, weight } = shrunkDrift(y, t);
  const z = new Float64Array(n);
  const gaps = new Float64Array(n).fill(1);
  for (let i = 0; i < n; i++) {
    z[i] = y[i]! - drift * (t[i]! - t[n - 1]!);
    // A gap of g steps counts as g smoothing steps, three at most.
    if (i + 1 < n) gaps[i] = Math.min(3, Math.max(1, t[i + 1]! - t[i]!));
  }
  const extra = (n - 2) * floor * floor;
  let best = { crit: Infinity, alpha: 1, level: z[n - 1]!, sse: extra };
  for (const alpha of ALPHAS) {
    // Errors are linear in the first level, e = u − c·l₀, so l₀ and the SSE come in closed form.
    let [l, c, uc, cc, uu] = [0, 1, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const e = z[i]! - l;
      uc += e * c;
      cc += c * c;
      uu += e * e;
      const g = gaps[i]!;
      const k = g === 1 ? alpha : 1 - (1 - alpha) ** g;
      l += k * e;
      c *= 1 - k;
    }
    const first = uc / cc;
    const sse = Math.max(0, uu - uc * first) + extra;
    const crit = n * Math.log(sse) - 2 * Math.log(alpha * Math.sqrt(1.02 - alpha));
    if (crit < best.crit) best = { crit, alpha, level: l + c * first, sse };
  }
  const sigma2 = (best.sse / (n - 2)) * (n < 8 ? 1.21 : 1) * inflate;
  return { n, level: best.level, drift, weight, alpha: best.alpha, sigma2, df: Math.min(n - 2, n < 24 ? 3 : n < 48 ? 4 : 5) };
}

const driftVariance = (f: Forecaster): number => f.weight * ((f.alpha * f.alpha) / (f.n - 1) + 12 / (f.n * (f.n * f.n - 1)));

export interface Landing {
  readonly mean: number;
  readonly sd: number;
  readonly df: number;
}

/** Value h steps on: variance σ²[1 + (h − 1)α² + h²w(…)](1 + .02(h − 1)); 0 < h < 1 counts as 1 for the spread. */
export function landing(f: Forecaster, h: number): Landing {
  const k = Math.max(1, h);
  const variance = (1 + (k - 1) * f.alpha ** 2 + k * k * driftVariance(f)) * (1 + 0.02 * (k - 1));
  return { mean: f.level + f.drift * h, sd: Math.sqrt(f.sigma2 * variance), df: f.df };
}

/** Weighted sum of future readings, `steps` steps on: the error coefficient of shock k is f_k + α Σ_{j>k} f_j. */
export function landingSum(f: Forecaster, steps: ArrayLike<number>, weights: ArrayLike<number>): Landing {
  let [total, variance, later, moment] = [0, 0, 0, 0];
  for (let j = steps.length - 1; j >= 0; j--) {
    const weight = weights[j]!;
    total += weight * (f.level + f.drift * steps[j]!);
    variance += (weight + f.alpha * later) ** 2;
    later += weight;
    moment += weight * steps[j]!;
  }
  const k = Math.max(1, steps.length);
  return { mean: total, sd: Math.sqrt(f.sigma2 * (variance + moment * moment * driftVariance(f)) * (1 + 0.02 * (k - 1))), df: f.df };
}
