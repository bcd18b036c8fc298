import { varianceGain, type WeightedModel } from './noise.ts';

/** Kalman gains, innovation variances and decays of one noise model at the reading times; the same for everything it whitens. */
export interface Filter {
  readonly gains: Float64Array;
  readonly inverseF: Float64Array;
  /** Decay of the level since the reading before. */
  readonly decays: Float64Array;
  readonly logF: number;
  /** Variance of the level after the last reading. */
  readonly P: number;
}

/**
 * Filter of m(t + g) = φ^g m(t) + η, reading = m + ε (Kalman 1960), from step t0 on; `startVariance` of m there in σ². Assumes that the model
 * and its σ² are known. t in steps, variances in the unit of the readings squared.
 */
export function runFilter(t: Float64Array, model: WeightedModel, startVariance: number, t0: number): Filter {
  const n = t.length;
  const [gains, inverseF, decays] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const R = Math.max(model.r, 1e-9) * model.sigma2;
  let P = startVariance * model.sigma2;
  let [last, logF, gap, decay, gained] = [t0, 0, NaN, 1, 0];
  for (let i = 0; i < n; i++) {
    const g = t[i]! - last;
    last = t[i]!;
    if (g !== gap) {
      gap = g;
      decay = model.phi ** g;
      gained = varianceGain(model, g) * model.sigma2;
    }
    decays[i] = decay;
    P = decay * decay * P + gained;
    const F = P + R;
    logF += Math.log(F);
    gains[i] = P / F;
    inverseF[i] = 1 / F;
    P -= (P * P) / F;
  }
  return { gains, inverseF, decays, logF, P };
}

/** Prediction errors of a column under the filter; answers the state after the last reading. */
export function whiten(column: Float64Array, { gains, decays }: Filter, out: Float64Array): number {
  let state = 0;
  for (let i = 0; i < column.length; i++) {
    state *= decays[i]!;
    const e = column[i]! - state;
    out[i] = e;
    state += gains[i]! * e;
  }
  return state;
}
