import { DF_CAP, FORECAST_WINDOW, SIGMA_FLOOR, SMALLEST_VARIANCE } from './constants.ts';
import { fitForecaster, landing, type Forecaster } from './forecast.ts';
import { condense, type Mixture, type Part } from './mixture.ts';
import { varianceGain } from './noise.ts';
import type { Path } from './path.ts';
import { departure, offsetAt, type ReachQuestion } from './reach-regimes.ts';
import { shareOf, type Posterior } from './regime.ts';
import { tCdf } from './student-t.ts';
import { blend } from './trust.ts';

const recent = (a: Float64Array, b: Float64Array): Float64Array => Float64Array.from([...a, ...b]).slice(-FORECAST_WINDOW);

/** Distributions of a reading at a step ≥ now, and of the level now, in spans. */
export interface ReachLanding {
  readonly landingAt: (t: number) => Mixture;
  /** If the plan resumes from the present gap. */
  readonly resumeAt: (t: number) => Mixture;
  /** If nothing changes: the forecaster alone; null below 3 readings. */
  readonly nothingAt: (t: number) => Mixture | null;
  /** P(the level now is beyond this many spans). */
  readonly pBeyond: (level: number) => number;
}

/**
 * Each regime lands at path + φ^h m + β x with variance φ^2h Var m + 2φ^h x Cov + x² Var β + that of the wandering and the noise to come; t with
 * `df` degrees of freedom behind σ², the heaviest tails capped. Assumes that a regime goes on as it is. Spans and steps.
 */
export function reachLanding(posteriors: readonly Posterior[], question: ReachQuestion, path: Path, df: number): ReachLanding {
  const { history, points } = question;
  const now = points.t[points.t.length - 1]!;
  const tails = Math.min(DF_CAP, df);
  /** A regime that has departed until step `from`, read at step t. */
  const part = (p: Posterior, t: number, from: number): Part => {
    const x = departure(p.name, p.at, from, question);
    const h = t - now;
    const decay = p.model.phi ** h;
    const reading = (varianceGain(p.model, h) + p.model.r) * p.model.sigma2;
    const variance = decay * decay * p.varM + 2 * decay * x * p.cov + x * x * p.varBeta + reading;
    const mean = path.at(t) + offsetAt(p, from, path) + decay * p.m + p.beta * x;
    return { weight: p.weight, mean, sd: Math.sqrt(Math.max(SMALLEST_VARIANCE, variance)), df: tails };
  };
  let forecaster: Forecaster | null | undefined;
  const nothingAt = (t: number): Mixture | null => {
    if (forecaster === undefined) {
      forecaster = fitForecaster(recent(history.z, points.z), recent(history.t, points.t), SIGMA_FLOOR, question.inflate);
    }
    return forecaster ? [{ weight: 1, ...landing(forecaster, t - now) }] : null;
  };
  // 'Unchanged' lands where the forecaster says.
  const unchanged = shareOf(posteriors, 'unchanged');
  const planned = posteriors.filter((p) => p.name !== 'unchanged');
  const landingAt = (t: number): Mixture => {
    const nothing = nothingAt(t)?.[0];
    if (!nothing) return condense(posteriors.map((p) => part(p, t, t)));
    return blend(
      planned.map((p) => part(p, t, t)),
      nothing,
      unchanged,
      history.t.length,
    );
  };
  const pBeyond = (level: number) => {
    let total = 0;
    for (const p of posteriors) {
      const x = departure(p.name, p.at, now, question);
      const middle = path.at(now) + offsetAt(p, now, path) + p.beta * x + p.m;
      const sd = Math.sqrt(Math.max(SMALLEST_VARIANCE, x * x * p.varBeta + 2 * x * p.cov + p.varM));
      total += p.weight * (1 - tCdf((level - middle) / sd, df));
    }
    return total;
  };
  return { landingAt, resumeAt: (t) => condense(posteriors.map((p) => part(p, t, now))), nothingAt, pBeyond };
}
