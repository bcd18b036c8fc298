import type { Noise, WeightedModel } from './noise.ts';

export type RegimeName = 'unchanged' | 'follow' | 'pace' | 'shift' | 'stall' | 'same' | 'ramp';

export interface Departure {
  readonly name: RegimeName;
  readonly prior: number;
  /** Size β of the departure: N(mean, sd²). */
  readonly mean: number;
  readonly sd: number;
}

/**
 * What may be going on since the start: residual(t) = β x(t) + m(t) + ε, with β ~ N(mean, sd²) and the wandering m and noise ε of noise.ts. Assumes
 * one change at most. Residuals, β and m in one unit (spans, shares of the total, or the scale of a kept level); t in steps.
 */
export interface WholeRegime extends Departure {
  /** x at the readings. */
  readonly column: Float64Array;
  /** Residuals, where they are not those about the path. */
  readonly residuals: Float64Array | null;
}

/** What may have begun at a date c: x(t) = u(t) − from(c) from c on, u the columns' own or 1. The change dates share the prior. */
export interface DatedRegime extends Departure {
  readonly follows: 'one' | 'u';
  /** Subtracted from u, by change date; null for nothing. */
  readonly from: Float64Array | null;
}

/** Change dates: halfway between neighbouring readings, at least one reading before and two after. */
export interface ChangeDates {
  /** Step of the change. */
  readonly at: Float64Array;
  /** First reading after it. */
  readonly first: Int32Array;
}

export interface RegimeQuestion {
  readonly t: Float64Array;
  readonly residuals: Float64Array;
  readonly whole: readonly WholeRegime[];
  readonly dated: readonly DatedRegime[];
  readonly dates: ChangeDates;
  /** u of the dated regimes. */
  readonly u: Float64Array | null;
  readonly noise: Noise;
  /** Variance of m at step t0, in σ². */
  readonly startVariance: number;
  readonly t0: number;
}

/** A regime under one noise model after the readings: weight, level m of the wandering and β with their (co)variances. */
export interface Posterior {
  readonly weight: number;
  readonly model: WeightedModel;
  readonly name: RegimeName;
  /** Step at which it changed; null where it has no date. */
  readonly at: number | null;
  readonly m: number;
  readonly beta: number;
  readonly varM: number;
  readonly cov: number;
  readonly varBeta: number;
}

/** Dates among readings of which the first `skip` lie before the start. */
export function changeDates(t: Float64Array, skip = 0): ChangeDates {
  const count = Math.max(0, t.length - skip - 2);
  const [at, first] = [new Float64Array(count), new Int32Array(count)];
  for (let k = 0; k < count; k++) {
    const i = skip + k + 1;
    first[k] = i;
    at[k] = (t[i - 1]! + t[i]!) / 2;
  }
  return { at, first };
}

/** Posterior share of a regime over all noise models. */
export function shareOf(posteriors: readonly Posterior[], name: RegimeName): number {
  let total = 0;
  for (const p of posteriors) if (p.name === name) total += p.weight;
  return total;
}
