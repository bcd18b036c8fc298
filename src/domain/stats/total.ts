import {
  DF_CAP,
  FORECAST_WINDOW,
  MIN_TOTAL,
  SIGMA_FLOOR,
  TOLERANCE,
  TOTAL,
  TOTAL_AHEAD,
  TOTAL_DRIFT_SHARE,
  TOTAL_SHORT,
  UNCHANGED,
} from './constants.ts';
import type { DriftFacts } from './decide.ts';
import { fitForecaster, landingSum } from './forecast.ts';
import { fitShrunkDrift } from './shrunk-drift.ts';
import { condense, mixtureCdf, type Mixture, type Part } from './mixture.ts';
import { fitNoise, varianceGain, type Noise } from './noise.ts';
import type { Readings } from './readings.ts';
import { changeDates, shareOf, weighRegimes, type DatedRegime, type Posterior, type RegimeQuestion, type WholeRegime } from './regimes.ts';
import { tCdf } from './student-t.ts';
import { trustIn } from './trust.ts';

/** In units of the total needed. Times are ends of periods in steps. */
export interface TotalQuestion {
  /** Season already divided out. */
  readonly history: Readings;
  /** As they came in: the season is in them, its factors beside. */
  readonly points: Readings;
  /** Ends of the periods still to come. */
  readonly future: Float64Array;
  /** Planned share and seasonal factor (1 without a season) of each period of the window, `points` then `future`. */
  readonly planned: Float64Array;
  readonly factors: Float64Array;
  readonly inflate: number;
}

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

/** Expected rates of a regime's own line, where it does not follow the planned rates. */
type Line = { readonly level: number; readonly drift: number } | null;

interface Rates {
  readonly t: Float64Array;
  readonly rate: Float64Array;
  /** Planned rates of the whole window, season divided out. */
  readonly plan: Float64Array;
  readonly line: Line;
  /** One period's share of an even plan. */
  readonly typical: number;
}

function questionOf({ t, rate, plan, line, typical }: Rates, residuals: Float64Array, noise: Noise, prior: number): RegimeQuestion {
  const n = t.length;
  const rest = line ? 1 - prior : 1;
  const here = plan.slice(0, n);
  const whole: WholeRegime[] = [
    { name: 'follow', ...TOTAL.follow, prior: rest * TOTAL.follow.prior, column: here, residuals: null },
    { name: 'pace', ...TOTAL.pace, prior: rest * TOTAL.pace.prior, column: here, residuals: null },
  ];
  if (line) {
    const own = rate.map((v, i) => v - line.level - line.drift * t[i]!);
    const column = new Float64Array(n).fill(typical);
    whole.push({ name: 'unchanged', prior, mean: 0, sd: 2 * UNCHANGED.sd, column, residuals: own });
  }
  const dated: DatedRegime[] = [{ name: 'shift', ...TOTAL.shift, prior: rest * TOTAL.shift.prior, follows: 'u', from: null }];
  return { t, residuals, whole, dated, dates: changeDates(t), u: here, noise, startVariance: 0, t0: t[0]! };
}

/**
 * Sum to come under one regime: Σ f_j(planned rate + φ^h m + βx_j), its shocks Σ_k q(Σ_{j≥k} φ^(j−k) f_j)² + r Σ f_j². With `resume` the
 * planned rates come in from now on.
 */
function sumToCome(p: Posterior, question: TotalQuestion, rates: Rates, count: number, done: number, df: number, resume: boolean): Part {
  const { model } = p;
  const n = rates.t.length;
  const last = rates.t[n - 1]!;
  const line = p.name === 'unchanged' ? rates.line : null;
  let [mean, byM, byBeta, shock, later] = [done, 0, 0, 0, 0];
  for (let j = count - 1; j >= 0; j--) {
    const t = question.future[j]!;
    const k = question.factors[n + j]!;
    mean += k * (!resume && line ? line.level + line.drift * t : rates.plan[n + j]!);
    byM += k * model.phi ** (t - last);
    if (!resume) byBeta += k * (p.name === 'unchanged' ? rates.typical : rates.plan[n + j]!);
    const g = t - (j ? question.future[j - 1]! : last);
    later += k;
    shock += varianceGain(model, g) * later * later + model.r * k * k;
    later *= model.phi ** g;
  }
  // Once the plan is back, the wandering about a line of its own says nothing of the planned path.
  const m = resume && line ? 0 : p.m;
  const variance = byM * byM * p.varM + 2 * byM * byBeta * p.cov + byBeta * byBeta * p.varBeta + shock * model.sigma2;
  return { weight: p.weight, mean: mean + byM * m + byBeta * p.beta, sd: Math.sqrt(Math.max(1e-18, variance)), df };
}

/** P(the rate is short of the planned by more than the tolerance), the wandering left out. */
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
  const posteriors = weighRegimes(questionOf(rates, residuals, noise, trustIn(m).prior));
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
    const { floor: least } = trustIn(m);
    const weight = least + (1 - least) * unchanged;
    const scale = (1 - weight) / Math.max(1e-12, 1 - unchanged);
    const rest = posteriors.filter((p) => p.name !== 'unchanged');
    return condense([...rest.map((p) => ({ ...onward(p), weight: p.weight * scale })), { ...nothing, weight }]);
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
