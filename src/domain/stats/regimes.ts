import { cutColumnsOf, whitenCuts, type CutColumns } from './cut-columns.ts';
import { runFilter, whiten } from './filter.ts';
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

/** Every regime under one noise model, as columns: a verdict looks at thousands. */
interface Fits {
  readonly log: Float64Array;
  readonly beta: Float64Array;
  readonly varBeta: Float64Array;
  /** Final filter states of residuals and column. */
  readonly stateR: Float64Array;
  readonly stateX: Float64Array;
}

/** Working space of one question, used again for each noise model. */
interface Scratch {
  readonly errors: Float64Array;
  readonly own: Float64Array;
  readonly eX: Float64Array;
  readonly cuts: CutColumns;
  readonly fits: Fits;
}

function scratchOf({ t, whole, dated, dates }: RegimeQuestion): Scratch {
  const n = t.length;
  const count = whole.length + dated.length * dates.at.length;
  const column = (length: number) => new Float64Array(length);
  return {
    errors: column(n),
    own: column(n),
    eX: column(n),
    cuts: cutColumnsOf(n),
    fits: { log: column(count), beta: column(count), varBeta: column(count), stateR: column(count), stateX: column(count) },
  };
}

/** A regime with the figures of its column against the residuals, whitened. */
interface Regression {
  readonly regime: Departure;
  /** Log of its prior, and of the determinant of the filter. */
  readonly logPrior: number;
  readonly logF: number;
  readonly df: number;
  readonly n: number;
  /** X′Σ⁻¹X, X′Σ⁻¹e, e′Σ⁻¹e. */
  information: number;
  score: number;
  square: number;
}

/** Evidence of a regime: that of a multivariate t with df degrees of freedom, −½ Σ ln F − (df + n)/2 · ln(1 + Q/df). */
function fit({ regime, logPrior, logF, df, n, information, score, square }: Regression, out: Fits, k: number): void {
  const priorVariance = regime.sd * regime.sd;
  const shrink = 1 + priorVariance * information;
  const varBeta = priorVariance / shrink;
  const away = varBeta * (score - regime.mean * information);
  const beta = regime.mean + away;
  const Q = Math.max(0, square + beta * (beta * information - 2 * score)) + (away * away) / priorVariance;
  out.beta[k] = beta;
  out.varBeta[k] = varBeta;
  out.log[k] = logPrior - 0.5 * (logF + Math.log(shrink)) - 0.5 * (df + n) * Math.log(1 + Q / df);
}

const dot = (a: Float64Array, b: Float64Array, weights: Float64Array): number => {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]! * weights[i]!;
  return total;
};

/** Fits every regime under one noise model: the whole ones first, then each dated one over all dates. Answers the variance of m at the end. */
function fitAll(model: WeightedModel, question: RegimeQuestion, { errors, own, eX, cuts, fits }: Scratch): number {
  const { t, residuals, whole, dated, dates, u, noise, startVariance, t0 } = question;
  const filter = runFilter(t, model, Math.max(startVariance, model.phi < 1 ? model.start : 0), t0);
  const { logF, inverseF } = filter;
  const base = { logF, df: noise.df, n: t.length };
  const stateR = whiten(residuals, filter, errors);
  const square = dot(errors, errors, inverseF);
  let k = 0;
  for (const regime of whole) {
    fits.stateR[k] = regime.residuals ? whiten(regime.residuals, filter, own) : stateR;
    fits.stateX[k] = whiten(regime.column, filter, eX);
    const e = regime.residuals ? own : errors;
    const sums = {
      information: dot(eX, eX, inverseF),
      score: dot(eX, e, inverseF),
      square: regime.residuals ? dot(own, own, inverseF) : square,
    };
    fit({ regime, logPrior: Math.log(regime.prior), ...base, ...sums }, fits, k++);
  }
  const count = dates.at.length;
  if (!dated.length || !count) return filter.P;
  whitenCuts(errors, u, filter, cuts);
  for (const regime of dated) {
    const ofOne = regime.follows === 'one' ? 1 : 0;
    const ofU = 1 - ofOne;
    const regression = { regime, logPrior: Math.log(regime.prior / count), ...base, information: 0, score: 0, square };
    for (let c = 0; c < count; c++) {
      const i = dates.first[c]!;
      const a = ofOne - (regime.from ? regime.from[c]! : 0);
      regression.information = Math.max(0, a * a * cuts.info11[i]! + 2 * a * ofU * cuts.info1U[i]! + ofU * cuts.infoUU[i]!);
      regression.score = a * cuts.score1[i]! + ofU * cuts.scoreU[i]!;
      fits.stateR[k] = stateR;
      fits.stateX[k] = a * cuts.state1[i]! + ofU * cuts.stateU[i]!;
      fit(regression, fits, k++);
    }
  }
  return filter.P;
}

/** Regimes lighter than this say nothing. */
const NEGLIGIBLE = 1e-4;

/**
 * Posterior weights of the regimes by Bayes' rule within each noise model, whose own weight stays the restricted likelihood's. Readings
 * and x are whitened by one shared filter; then β is a one-parameter regression in closed form (the same numbers as a Kalman filter of
 * (m, β)).
 */
export function weighRegimes(question: RegimeQuestion): Posterior[] {
  const { whole, dated, dates } = question;
  const scratch = scratchOf(question);
  const { log, beta, varBeta, stateR, stateX } = scratch.fits;
  const posteriors: Posterior[] = [];
  for (const model of question.noise.models) {
    const P = fitAll(model, question, scratch);
    let top = -Infinity;
    for (let k = 0; k < log.length; k++) if (log[k]! > top) top = log[k]!;
    let total = 0;
    for (let k = 0; k < log.length; k++) total += log[k] = Math.exp(log[k]! - top);
    for (let k = 0; k < log.length; k++) {
      const weight = (model.weight * log[k]!) / total;
      if (weight <= NEGLIGIBLE) continue;
      const [b, v, x] = [beta[k]!, varBeta[k]!, stateX[k]!];
      const place = k - whole.length;
      const regime = place < 0 ? whole[k]! : dated[Math.floor(place / dates.at.length)]!;
      const at = place < 0 ? null : dates.at[place % dates.at.length]!;
      posteriors.push({
        weight,
        model,
        name: regime.name,
        at,
        m: stateR[k]! - b * x,
        beta: b,
        varM: P + v * x * x,
        cov: -v * x,
        varBeta: v,
      });
    }
  }
  return posteriors;
}

export function shareOf(posteriors: readonly Posterior[], name: RegimeName): number {
  let total = 0;
  for (const p of posteriors) if (p.name === name) total += p.weight;
  return total;
}
