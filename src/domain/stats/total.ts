import { DF_CAP, FORECAST_WINDOW, MIN_TOTAL, SIGMA_FLOOR, TOLERANCE, TOTAL_AHEAD, TOTAL_DRIFT_SHARE, TOTAL_SHORT } from './constants.ts';
import type { DriftFacts } from './decide.ts';
import { fitForecaster, landingSum } from './forecast.ts';
import { condense, mixtureCdf, type Mixture } from './mixture.ts';
import { fitNoise, type Noise } from './noise.ts';
import { shareOf, type Posterior } from './regime.ts';
import { weighRegimes } from './regimes.ts';
import { fitShrunkDrift } from './shrunk-drift.ts';
import { tCdf } from './student-t.ts';
import { sumToCome } from './total-landing.ts';
import { totalRegimes, type Rates, type TotalQuestion } from './total-regimes.ts';
import { blend, trustIn } from './trust.ts';

export interface TotalAnswer {
  readonly facts: DriftFacts;
  readonly noise: Noise;
  readonly posteriors: readonly Posterior[];
  /** Sum of the points. */
  readonly done: number;
  /** Distribution of the total after the first `count` of the periods to come. */
  readonly landingAfter: (count: number) => Mixture;
  readonly resumeAfter: (count: number) => Mixture;
  readonly nothingAfter: (count: number) => Mixture | null;
}

/**
 * P(the rate is short of the planned by more than the tolerance) = Σ w T_df((−tolerance − drift)/sd) over the regimes, the wandering left out;
 * drift and pace as shares of the planned rate.
 */
function rateDeficit(posteriors: readonly Posterior[], rates: Rates, df: number): { pDrift: number; pace: number } {
  const n = rates.t.length;
  const now = rates.t[n - 1]!;
  const here = Math.max(1e-12, rates.plan[n - 1]!);
  let [pDrift, gap] = [0, 0];
  for (const p of posteriors) {
    const own = p.name === 'unchanged' ? rates.line : null;
    const x = p.name === 'unchanged' ? rates.typical : here;
    const drift = (own ? (own.level + own.drift * now) / here - 1 : 0) + (p.beta * x) / here;
    pDrift += p.weight * tCdf((-TOLERANCE - drift) / Math.max(1e-9, (Math.sqrt(p.varBeta) * x) / here), df);
    gap += p.weight * drift;
  }
  return { pDrift, pace: 1 + gap };
}

/** Answers null where there are too few readings for a verdict. */
export function total(question: TotalQuestion): TotalAnswer | null {
  const { history, points, future, inflate } = question;
  const n = points.t.length;
  if (n < 1 || history.t.length + n < MIN_TOTAL) return null;
  const typical = 1 / (n + future.length);
  const floor = SIGMA_FLOOR * typical;
  const rate = points.z.map((v, i) => v / question.factors[i]!);
  const plan = question.planned.map((v, i) => v / question.factors[i]!);
  const residuals = rate.map((v, i) => v - plan[i]!);
  const noise = fitNoise(
    [
      { y: history.z, t: history.t, slope: history.t.length >= 6 },
      { y: residuals, t: points.t, slope: false },
    ],
    floor,
    inflate,
  );
  if (!noise) return null;
  const m = history.t.length;
  const past = m >= 4 ? fitShrunkDrift(history.z, history.t, floor, inflate) : null;
  const line = past ? { level: past.level - past.drift * history.t[m - 1]!, drift: past.drift } : null;
  const rates: Rates = { t: points.t, rate, plan, line, typical };
  const posteriors = weighRegimes(totalRegimes(rates, residuals, noise, trustIn(m).prior));
  let done = 0;
  for (const v of points.z) done += v;
  const df = Math.min(DF_CAP, noise.df);
  const recent = (a: Float64Array, b: Float64Array) => Float64Array.from([...a, ...b]).slice(-FORECAST_WINDOW);
  const forecaster = fitForecaster(recent(history.z, rate), recent(history.t, points.t), floor, inflate);
  const unchanged = shareOf(posteriors, 'unchanged');
  const steps = future.map((t) => t - points.t[n - 1]!);
  const nothingAfter = (count: number): Mixture | null => {
    if (!forecaster) return null;
    const sum = landingSum(forecaster, steps.subarray(0, count), question.factors.subarray(n, n + count));
    return [{ weight: 1, ...sum, mean: done + sum.mean }];
  };
  const landingAfter = (count: number): Mixture => {
    const nothing = nothingAfter(count)?.[0];
    const onward = (p: Posterior) => sumToCome(p, question, rates, count, done, df, false);
    if (!nothing) return condense(posteriors.map(onward));
    const planned = posteriors.filter((p) => p.name !== 'unchanged');
    return blend(planned.map(onward), nothing, unchanged, m);
  };
  const resumeAfter = (count: number): Mixture => condense(posteriors.map((p) => sumToCome(p, question, rates, count, done, df, true)));
  const mixture = landingAfter(future.length);
  const { pDrift, pace } = rateDeficit(posteriors, rates, noise.df);
  const pLevel = mixtureCdf(mixture, TOTAL_SHORT);
  let off = 0;
  for (const p of posteriors) if (p.name !== 'follow') off += p.weight;
  const facts: DriftFacts = {
    pBehind: (1 - TOTAL_DRIFT_SHARE) * pLevel + TOTAL_DRIFT_SHARE * pDrift,
    pLevel,
    pDrift,
    pBehind0: mixtureCdf(mixture, 1),
    pAhead: 1 - mixtureCdf(mixture, TOTAL_AHEAD),
    pReversed: 0,
    pShift: shareOf(posteriors, 'shift') / Math.max(off, 1e-12),
    pStall: 0,
    off,
    pace,
  };
  return { facts, noise, posteriors, done, landingAfter, resumeAfter, nothingAfter };
}
