import { varianceGain, type Noise, type WeightedModel } from './noise.ts';

export type RegimeName = 'unchanged' | 'follow' | 'pace' | 'shift' | 'stall' | 'same' | 'ramp';

/** What may be going on since the start: residual(t) = β x(t) + m(t) + ε with β ~ N(mean, sd²). */
export interface Regime {
  readonly name: RegimeName;
  readonly prior: number;
  readonly mean: number;
  readonly sd: number;
  /** Step at which it changed; null where it has no date. */
  readonly at: number | null;
  /** x at the readings. */
  readonly column: Float64Array;
  /** Residuals, where they are not those about the path. */
  readonly residuals: Float64Array | null;
}

/** A regime under one noise model after the readings: weight, level m of the wandering and β with their (co)variances. */
export interface Posterior {
  readonly weight: number;
  readonly model: WeightedModel;
  readonly regime: Regime;
  readonly m: number;
  readonly beta: number;
  readonly varM: number;
  readonly cov: number;
  readonly varBeta: number;
}

/** Kalman gains, innovation variances and decays of one noise model at the reading times; the same for every regime. */
interface Filter {
  readonly gains: Float64Array;
  readonly inverseF: Float64Array;
  readonly decays: Float64Array;
  readonly logF: number;
  readonly P: number;
}

function runFilter(t: Float64Array, model: WeightedModel, startVariance: number, t0: number): Filter {
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

/** Prediction errors of a column under the filter; answers the last state. */
function whiten(column: Float64Array, filter: Filter, from: number, out: Float64Array): number {
  const { gains, decays } = filter;
  let state = 0;
  for (let i = from; i < column.length; i++) {
    state *= decays[i]!;
    const e = column[i]! - state;
    out[i] = e;
    state += gains[i]! * e;
  }
  return state;
}

const firstNonZero = (column: Float64Array): number => {
  let i = 0;
  while (i < column.length && column[i] === 0) i++;
  return i;
};

/**
 * Posterior weights of the regimes by Bayes' rule within each noise model, whose own weight stays the restricted likelihood's. Evidence is
 * that of a multivariate t with df degrees of freedom: −½ Σ ln F − (df + n)/2 · ln(1 + Σ(e²/F)/df). Readings and x are whitened by
 * one shared filter; then β is a one-parameter regression in closed form (the same numbers as a Kalman filter of (m, β)).
 * `startVariance`: of m at step t0, in σ².
 */
export function weighRegimes(
  t: Float64Array,
  residuals: Float64Array,
  regimes: readonly Regime[],
  noise: Noise,
  startVariance: number,
  t0: number,
): Posterior[] {
  const n = t.length;
  const { df } = noise;
  const starts = regimes.map((regime) => firstNonZero(regime.column));
  const priors = regimes.map((regime) => Math.log(regime.prior));
  const [errors, ownErrors, eX] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const logs = new Float64Array(regimes.length);
  const posteriors: Posterior[] = [];
  for (const model of noise.models) {
    const filter = runFilter(t, model, Math.max(startVariance, model.phi < 1 ? model.start : 0), t0);
    const { inverseF } = filter;
    const state = whiten(residuals, filter, 0, errors);
    const found: Omit<Posterior, 'weight'>[] = [];
    // Σ e²/F before each figure: the part of a regime's evidence that lies before its change date.
    const before = new Float64Array(n + 1);
    for (let i = 0; i < n; i++) before[i + 1] = before[i]! + errors[i]! * errors[i]! * inverseF[i]!;
    let top = -Infinity;
    for (let k = 0; k < regimes.length; k++) {
      const regime = regimes[k]!;
      const from = starts[k]!;
      const e = regime.residuals ? ownErrors : errors;
      const stateR = regime.residuals ? whiten(regime.residuals, filter, 0, ownErrors) : state;
      const stateX = whiten(regime.column, filter, from, eX);
      const priorVariance = regime.sd * regime.sd;
      let [information, score] = [0, 0];
      for (let i = from; i < n; i++) {
        const w = eX[i]! * inverseF[i]!;
        information += w * eX[i]!;
        score += w * (e[i]! - regime.mean * eX[i]!);
      }
      const varBeta = priorVariance / (1 + priorVariance * information);
      const shift = varBeta * score;
      const beta = regime.mean + shift;
      // Summed from the residuals at the estimate, not by subtraction, which would lose all digits where the start is almost known.
      let Q = (shift * shift) / priorVariance;
      if (regime.residuals) for (let i = 0; i < from; i++) Q += e[i]! * e[i]! * inverseF[i]!;
      else Q += before[from]!;
      for (let i = from; i < n; i++) {
        const rest = e[i]! - beta * eX[i]!;
        Q += rest * rest * inverseF[i]!;
      }
      const logF = filter.logF + Math.log(1 + priorVariance * information);
      logs[k] = priors[k]! - 0.5 * logF - 0.5 * (df + n) * Math.log(1 + Q / df);
      if (logs[k]! > top) top = logs[k]!;
      const m = stateR - beta * stateX;
      found.push({ model, regime, m, beta, varM: filter.P + varBeta * stateX * stateX, cov: -varBeta * stateX, varBeta });
    }
    let total = 0;
    for (const log of logs) total += Math.exp(log - top);
    for (let k = 0; k < found.length; k++) {
      const weight = (model.weight * Math.exp(logs[k]! - top)) / total;
      if (weight > 1e-4) posteriors.push({ weight, ...found[k]! });
    }
  }
  return posteriors;
}

/** Change dates: halfway between neighbouring readings, at least one reading before and two after. */
export function changeDates(t: Float64Array): number[] {
  const cuts: number[] = [];
  for (let i = 1; i < t.length - 1; i++) cuts.push((t[i - 1]! + t[i]!) / 2);
  return cuts;
}

export function shareOf(posteriors: readonly Posterior[], name: RegimeName): number {
  let total = 0;
  for (const p of posteriors) if (p.regime.name === name) total += p.weight;
  return total;
}
