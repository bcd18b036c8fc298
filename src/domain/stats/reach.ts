import {
  DF_CAP,
  FORECAST_WINDOW,
  MIN_TOTAL,
  REACH,
  REVERSED_SPEED,
  SIGMA_FLOOR,
  START_VARIANCE,
  TOLERANCE,
  UNCHANGED,
} from './constants.ts';
import type { DriftFacts } from './decide.ts';
import { fitForecaster, landing, type Forecaster } from './forecast.ts';
import { pathOf, type Path } from './path.ts';
import type { Readings } from './readings.ts';
import { condense, type Mixture, type Part } from './mixture.ts';
import { fitNoise, varianceGain, type Noise } from './noise.ts';
import {
  changeDates,
  shareOf,
  weighRegimes,
  type DatedRegime,
  type Posterior,
  type RegimeName,
  type RegimeQuestion,
  type WholeRegime,
} from './regimes.ts';
import { tCdf } from './student-t.ts';
import { trustIn } from './trust.ts';

/** Everything in spans: 0 = baseline, 1 = target. */
export interface ReachQuestion {
  readonly history: Readings;
  readonly points: Readings;
  /** Due date in steps. */
  readonly due: number;
  /** Planned share of the span at a step. */
  readonly plan: (t: number) => number;
  readonly inflate: number;
}

/** What the readings say of a goal 'reach a level by a date', with the distribution of a reading at any later step. */
export interface ReachAnswer {
  readonly facts: DriftFacts;
  readonly noise: Noise;
  readonly posteriors: readonly Posterior[];
  /** Expected level now, in spans. */
  readonly levelNow: number;
  /** P(the level now is beyond this many spans). */
  readonly pBeyond: (level: number) => number;
  readonly landingAt: (t: number) => Mixture;
  /** If the plan resumes from the present gap. */
  readonly resumeAt: (t: number) => Mixture;
  /** If nothing changes: the forecaster alone; null below 3 readings. */
  readonly nothingAt: (t: number) => Mixture | null;
}

const SMALLEST_VARIANCE = 1e-18;

/** x(t) of a regime. */
function departure(name: RegimeName, at: number | null, t: number, { plan, due }: ReachQuestion): number {
  switch (name) {
    case 'unchanged':
      return t / due;
    case 'shift':
      return t >= at! ? 1 : 0;
    case 'stall':
      return plan(t) - plan(at!);
    default:
      return plan(t);
  }
}

function questionOf(question: ReachQuestion, path: Path, residuals: Float64Array, noise: Noise): RegimeQuestion {
  const { t, z } = question.points;
  const dates = changeDates(t);
  const unchanged = trustIn(question.history.t.length).prior;
  const rest = 1 - unchanged;
  const shares = t.map(question.plan);
  const whole: WholeRegime[] = [
    {
      name: 'unchanged',
      prior: unchanged,
      mean: 0,
      sd: UNCHANGED.sd,
      column: t.map((v) => v / question.due),
      residuals: z.map((v, i) => v - path.start - path.slope * t[i]!),
    },
    { name: 'follow', ...REACH.follow, prior: rest * REACH.follow.prior, column: shares, residuals: null },
    { name: 'pace', ...REACH.pace, prior: rest * REACH.pace.prior, column: shares, residuals: null },
  ];
  const dated: DatedRegime[] = [
    { name: 'shift', ...REACH.shift, prior: rest * REACH.shift.prior, follows: 'one', from: null },
    { name: 'stall', ...REACH.stall, prior: rest * REACH.stall.prior, follows: 'u', from: dates.at.map(question.plan) },
  ];
  return { t, residuals, whole, dated, dates, u: shares, noise, startVariance: START_VARIANCE, t0: 0 };
}

/** Distance of the unchanged line from the path; the other regimes are about the path itself. */
const offsetAt = (p: Posterior, t: number, path: Path) => (p.name === 'unchanged' ? path.start + path.slope * t - path.at(t) : 0);

/** Speed as a share of the planned, of the regimes that have one: P(below a fifth backwards) makes 'reversed'. */
function pReversed(posteriors: readonly Posterior[], question: ReachQuestion, path: Path, now: number, df: number): number {
  const share = Math.max(question.plan(now), 1e-9);
  let total = 0;
  for (const p of posteriors) {
    const { name } = p;
    if (name === 'shift' || name === 'stall') continue;
    const x = now / question.due;
    const speed = name === 'unchanged' ? (offsetAt(p, now, path) + question.plan(now) + p.beta * x) / share : 1 + p.beta;
    const sd = Math.max(1e-9, Math.sqrt(p.varBeta) * (name === 'unchanged' ? x / share : 1));
    total += p.weight * tCdf((REVERSED_SPEED - speed) / sd, df);
  }
  return total;
}

function factsOf(posteriors: readonly Posterior[], question: ReachQuestion, path: Path, now: number, df: number) {
  let [pLevel, pDrift, behind0, notAhead, gap, off] = [0, 0, 0, 0, 0, 0];
  for (const p of posteriors) {
    const x = departure(p.name, p.at, now, question);
    const drift = offsetAt(p, now, path) + p.beta * x;
    const level = drift + p.m;
    const driftSd = Math.sqrt(Math.max(SMALLEST_VARIANCE, x * x * p.varBeta));
    const levelSd = Math.sqrt(Math.max(SMALLEST_VARIANCE, x * x * p.varBeta + 2 * x * p.cov + p.varM));
    pDrift += p.weight * tCdf((-TOLERANCE - drift) / driftSd, df);
    pLevel += p.weight * tCdf((-TOLERANCE - level) / levelSd, df);
    behind0 += p.weight * tCdf(-level / levelSd, df);
    notAhead += p.weight * tCdf((TOLERANCE - level) / levelSd, df);
    gap += p.weight * level;
    if (p.name !== 'follow') off += p.weight;
  }
  const share = question.plan(now);
  const given = Math.max(off, 1e-12);
  const facts: DriftFacts = {
    pBehind: pDrift,
    pLevel,
    pDrift,
    pBehind0: behind0,
    pAhead: 1 - notAhead,
    pReversed: pReversed(posteriors, question, path, now, df) / given,
    pShift: shareOf(posteriors, 'shift') / given,
    pStall: shareOf(posteriors, 'stall') / given,
    off,
    pace: share > 0 ? 1 + gap / share : null,
  };
  return { facts, gap };
}

/** The distributions of a reading at step t ≥ now: with each regime going on, and with the plan resumed from the present gap. */
function landings(posteriors: readonly Posterior[], question: ReachQuestion, path: Path, now: number, df: number) {
  const part = (p: Posterior, t: number, from: number): Part => {
    const x = departure(p.name, p.at, from, question);
    const h = t - now;
    const decay = p.model.phi ** h;
    const reading = (varianceGain(p.model, h) + p.model.r) * p.model.sigma2;
    const variance = decay * decay * p.varM + 2 * decay * x * p.cov + x * x * p.varBeta + reading;
    const mean = path.at(t) + offsetAt(p, from, path) + decay * p.m + p.beta * x;
    return { weight: p.weight, mean, sd: Math.sqrt(Math.max(SMALLEST_VARIANCE, variance)), df };
  };
  return {
    onward: (p: Posterior, t: number) => part(p, t, t),
    resumed: (t: number) => condense(posteriors.map((p) => part(p, t, now))),
  };
}

function lastOf(history: Readings, points: Readings): Readings {
  const join = (a: Float64Array, b: Float64Array) => Float64Array.from([...a, ...b]).slice(-FORECAST_WINDOW);
  return { t: join(history.t, points.t), z: join(history.z, points.z) };
}

/** Answers null where there are too few readings for a verdict. */
export function reach(question: ReachQuestion): ReachAnswer | null {
  const { history, points, inflate } = question;
  const n = points.t.length;
  if (n < 1 || history.t.length + n < MIN_TOTAL) return null;
  const path = pathOf(history, question.plan, inflate);
  const now = points.t[n - 1]!;
  const residuals = points.z.map((v, i) => v - path.at(points.t[i]!));
  const noise = fitNoise(
    [
      { y: history.z, t: history.t, slope: history.t.length >= 6 },
      { y: residuals, t: points.t, slope: true },
    ],
    SIGMA_FLOOR,
    inflate,
  );
  if (!noise) return null;
  const posteriors = weighRegimes(questionOf(question, path, residuals, noise));
  const { facts, gap } = factsOf(posteriors, question, path, now, noise.df);
  const { onward, resumed } = landings(posteriors, question, path, now, Math.min(DF_CAP, noise.df));
  const unchanged = shareOf(posteriors, 'unchanged');
  let forecaster: Forecaster | null | undefined;
  const nothingAt = (t: number): Mixture | null => {
    if (forecaster === undefined) {
      const recent = lastOf(history, points);
      forecaster = fitForecaster(recent.z, recent.t, SIGMA_FLOOR, inflate);
    }
    return forecaster ? [{ weight: 1, ...landing(forecaster, t - now) }] : null;
  };
  // 'Unchanged' lands where the forecaster says, and never weighs less than its floor.
  const landingAt = (t: number): Mixture => {
    const nothing = nothingAt(t)?.[0];
    if (!nothing) return condense(posteriors.map((p) => onward(p, t)));
    const { floor } = trustIn(history.t.length);
    const weight = floor + (1 - floor) * unchanged;
    const scale = (1 - weight) / Math.max(1e-12, 1 - unchanged);
    const parts: Part[] = [];
    for (const p of posteriors) {
      if (p.name === 'unchanged') continue;
      const part = onward(p, t);
      parts.push({ ...part, weight: part.weight * scale });
    }
    parts.push({ ...nothing, weight });
    return condense(parts);
  };
  const pBeyond = (level: number) => {
    let total = 0;
    for (const p of posteriors) {
      const x = departure(p.name, p.at, now, question);
      const middle = path.at(now) + offsetAt(p, now, path) + p.beta * x + p.m;
      const sd = Math.sqrt(Math.max(SMALLEST_VARIANCE, x * x * p.varBeta + 2 * x * p.cov + p.varM));
      total += p.weight * (1 - tCdf((level - middle) / sd, noise.df));
    }
    return total;
  };
  return { facts, noise, posteriors, levelNow: path.at(now) + gap, pBeyond, landingAt, resumeAt: resumed, nothingAt };
}
