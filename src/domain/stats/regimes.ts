import { cutColumnsOf, runFilter, whiten, whitenCuts, type Filter } from './filter.ts';
import type { Noise, WeightedModel } from './noise.ts';

export type RegimeName = 'unchanged' | 'follow' | 'pace' | 'shift' | 'stall' | 'same' | 'ramp';

interface Departure {
  readonly name: RegimeName;
  readonly prior: number;
  /** Size β of the departure: N(mean, sd²). */
  readonly mean: number;
  readonly sd: number;
}

/** What may be going on since the start: residual(t) = β x(t) + m(t) + ε. */
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

/** A regression on one column, ready for Bayes' rule. */
interface Fit {
  readonly regime: Departure;
  readonly at: number | null;
  readonly log: number;
  readonly beta: number;
  readonly varBeta: number;
  /** Final filter states of residuals and column. */
  readonly stateR: number;
  readonly stateX: number;
}

/** Figures of a column against residuals, whitened: X′Σ⁻¹X, X′Σ⁻¹e, e′Σ⁻¹e. */
type Sums = readonly [information: number, score: number, square: number];

/** Evidence of a regime: that of a multivariate t with df degrees of freedom, −½ Σ ln F − (df + n)/2 · ln(1 + Q/df). */
function fitOf(regime: Departure, prior: number, [information, score, square]: Sums, filter: Filter, df: number, n: number) {
  const priorVariance = regime.sd * regime.sd;
  const varBeta = priorVariance / (1 + priorVariance * information);
  const away = varBeta * (score - regime.mean * information);
  const beta = regime.mean + away;
  const rest = Math.max(0, square + beta * (beta * information - 2 * score));
  const Q = rest + (away * away) / priorVariance;
  const logF = filter.logF + Math.log(1 + priorVariance * information);
  return { beta, varBeta, log: Math.log(prior) - 0.5 * logF - 0.5 * (df + n) * Math.log(1 + Q / df) };
}

const dot = (a: Float64Array, b: Float64Array, weights: Float64Array): number => {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]! * weights[i]!;
  return total;
};

/** Fits every regime under one noise model. */
function fitsUnder(model: WeightedModel, question: RegimeQuestion, scratch: Scratch): { fits: Fit[]; P: number } {
  const { t, residuals, whole, dated, dates, u, noise, startVariance, t0 } = question;
  const n = t.length;
  const filter = runFilter(t, model, Math.max(startVariance, model.phi < 1 ? model.start : 0), t0);
  const { errors, own, eX, cuts } = scratch;
  const stateR = whiten(residuals, filter, errors);
  const square = dot(errors, errors, filter.inverseF);
  const fits: Fit[] = [];
  for (const regime of whole) {
    const ownState = regime.residuals ? whiten(regime.residuals, filter, own) : stateR;
    const e = regime.residuals ? own : errors;
    const stateX = whiten(regime.column, filter, eX);
    const sums: Sums = [
      dot(eX, eX, filter.inverseF),
      dot(eX, e, filter.inverseF),
      regime.residuals ? dot(own, own, filter.inverseF) : square,
    ];
    fits.push({ regime, at: null, stateR: ownState, stateX, ...fitOf(regime, regime.prior, sums, filter, noise.df, n) });
  }
  if (dated.length && dates.at.length) {
    whitenCuts(errors, u, filter, cuts);
    for (const regime of dated) {
      const ofOne = regime.follows === 'one' ? 1 : 0;
      const ofU = 1 - ofOne;
      for (let k = 0; k < dates.at.length; k++) {
        const i = dates.first[k]!;
        const a = ofOne - (regime.from ? regime.from[k]! : 0);
        const information = a * a * cuts.info11[i]! + 2 * a * ofU * cuts.info1U[i]! + ofU * cuts.infoUU[i]!;
        const score = a * cuts.score1[i]! + ofU * cuts.scoreU[i]!;
        const fit = fitOf(regime, regime.prior / dates.at.length, [Math.max(0, information), score, square], filter, noise.df, n);
        fits.push({ regime, at: dates.at[k]!, stateR, stateX: a * cuts.state1[i]! + ofU * cuts.stateU[i]!, ...fit });
      }
    }
  }
  return { fits, P: filter.P };
}

interface Scratch {
  readonly errors: Float64Array;
  readonly own: Float64Array;
  readonly eX: Float64Array;
  readonly cuts: ReturnType<typeof cutColumnsOf>;
}

/** Regimes lighter than this say nothing. */
const NEGLIGIBLE = 1e-4;

/**
 * Posterior weights of the regimes by Bayes' rule within each noise model, whose own weight stays the restricted likelihood's. Readings
 * and x are whitened by one shared filter; then β is a one-parameter regression in closed form (the same numbers as a Kalman filter of
 * (m, β)).
 */
export function weighRegimes(question: RegimeQuestion): Posterior[] {
  const n = question.t.length;
  const scratch = { errors: new Float64Array(n), own: new Float64Array(n), eX: new Float64Array(n), cuts: cutColumnsOf(n) };
  const posteriors: Posterior[] = [];
  for (const model of question.noise.models) {
    const { fits, P } = fitsUnder(model, question, scratch);
    let top = -Infinity;
    for (const { log } of fits) if (log > top) top = log;
    let total = 0;
    for (const { log } of fits) total += Math.exp(log - top);
    for (const { regime, at, log, beta, varBeta, stateR, stateX } of fits) {
      const weight = (model.weight * Math.exp(log - top)) / total;
      if (weight <= NEGLIGIBLE) continue;
      const m = stateR - beta * stateX;
      const varM = P + varBeta * stateX * stateX;
      posteriors.push({ weight, model, name: regime.name, at, m, beta, varM, cov: -varBeta * stateX, varBeta });
    }
  }
  return posteriors;
}

export function shareOf(posteriors: readonly Posterior[], name: RegimeName): number {
  let total = 0;
  for (const p of posteriors) if (p.name === name) total += p.weight;
  return total;
}
