import { cutColumnsOf, whitenCuts, type CutColumns } from './cut-columns.ts';
import { runFilter, whiten } from './filter.ts';
import type { WeightedModel } from './noise.ts';
import type { Departure, Posterior, RegimeQuestion } from './regime.ts';

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

/**
 * Evidence of a regime: that of a multivariate t with df degrees of freedom, because σ² is not quite known (Zellner 1971):
 * −½ Σ ln F − (df + n)/2 · ln(1 + Q/df).
 */
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

/** Regimes lighter than this say nothing: they are left out, and the others weigh for them. */
const NEGLIGIBLE = 5e-4;

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
  let kept = 0;
  for (const { weight } of posteriors) kept += weight;
  return posteriors.map((p) => ({ ...p, weight: p.weight / kept }));
}
