import { dampedMean, fitDamped, type Damped } from './damped.ts';
import { fitShrunkDrift, type ShrunkDrift } from './shrunk-drift.ts';
import { smoothingSteps } from './smoothing.ts';
import { fitTheta, thetaMean, type Theta } from './theta.ts';

/**
 * 'If nothing changes': the mean of three forecasts (shrunk drift, Theta, damped trend), which errs less than any of them from a dozen
 * readings on; below, the shrunk drift alone is best (M3 competition and simulated windows of 5–60 readings). The spread is the first
 * one's. Any horizon h > 0, on equally spaced or gappy steps; values in the unit of y. That a plain mean of forecasts beats its parts: Bates &
 * Granger 1969. Assumes that the future resembles the readings, season taken out.
 */
export interface Forecaster extends ShrunkDrift {
  readonly theta: Theta | null;
  readonly damped: Damped | null;
  /** Share of each of the other two in the mean, 0 … 1/3. */
  readonly share: number;
}

/** The others come in from here on, and have their full third from there on. */
const FROM = 8;
const FULL = 16;

/** Fits the forecaster; `floor` is the smallest σ believed. Null below 3 readings. */
export function fitForecaster(y: Float64Array, t: Float64Array, floor: number, inflate: number): Forecaster | null {
  const drift = fitShrunkDrift(y, t, floor, inflate);
  if (!drift) return null;
  const share = Math.min(1, Math.max(0, (y.length - FROM) / (FULL - FROM))) / 3;
  if (!share) return { ...drift, share, theta: null, damped: null };
  const steps = smoothingSteps(t);
  return { ...drift, share, theta: fitTheta(y, t, steps), damped: fitDamped(y, steps) };
}

/** Expected value h steps on. */
function meanAt({ level, drift, share, theta, damped }: Forecaster, h: number): number {
  const own = level + drift * h;
  return theta && damped ? (1 - 2 * share) * own + share * (thetaMean(theta, h) + dampedMean(damped, h)) : own;
}

const driftVariance = (f: ShrunkDrift): number => f.weight * ((f.alpha * f.alpha) / (f.n - 1) + 12 / (f.n * (f.n * f.n - 1)));

/**
 * Spread against that of a smoothing whose parameters were known: a level that stands still is known better than the t of few degrees of
 * freedom says, a drift worse. Set so that 80% and 95% ranges hold what they say on the M3 competition and on simulated windows of 6–60
 * readings (bench:forecast).
 */
const spread = ({ alpha, weight }: ShrunkDrift): number => 0.785 + 0.06 * Math.min(1, alpha / 0.6) + 0.62 * weight;

export interface Landing {
  readonly mean: number;
  readonly sd: number;
  readonly df: number;
}

/** Value h steps on: variance σ²[1 + (h − 1)α² + h²w(…)](1 + .02(h − 1)); 0 < h < 1 counts as 1 for the spread. */
export function landing(f: Forecaster, h: number): Landing {
  const k = Math.max(1, h);
  const variance = (1 + (k - 1) * f.alpha ** 2 + k * k * driftVariance(f)) * (1 + 0.02 * (k - 1));
  return { mean: meanAt(f, h), sd: spread(f) * Math.sqrt(f.sigma2 * variance), df: f.df };
}

/** Weighted sum of future readings, `steps` steps on: the error coefficient of shock k is f_k + α Σ_{j>k} f_j. */
export function landingSum(f: Forecaster, steps: ArrayLike<number>, weights: ArrayLike<number>): Landing {
  let [total, variance, later, moment] = [0, 0, 0, 0];
  for (let j = steps.length - 1; j >= 0; j--) {
    const weight = weights[j]!;
    total += weight * meanAt(f, steps[j]!);
    variance += (weight + f.alpha * later) ** 2;
    later += weight;
    moment += weight * steps[j]!;
  }
  const k = Math.max(1, steps.length);
  const shocks = (variance + moment * moment * driftVariance(f)) * (1 + 0.02 * (k - 1));
  return { mean: total, sd: spread(f) * Math.sqrt(f.sigma2 * shocks), df: f.df };
}
