import { DF_CAP, FORECAST_WINDOW, KEEP, KEEP_SIGMA_FLOOR, MIN_TOTAL, SMALLEST_VARIANCE } from './constants.ts';
import type { DriftFacts } from './decide.ts';
import { fitForecaster, landing } from './forecast.ts';
import { condense, mixtureCdf, type Mixture, type Part } from './mixture.ts';
import { fitNoise, varianceGain, type Noise } from './noise.ts';
import type { Readings } from './readings.ts';
import {
  changeDates,
  shareOf,
  type DatedRegime,
  type Posterior,
  type RegimeName,
  type RegimeQuestion,
  type WholeRegime,
} from './regime.ts';
import { weighRegimes } from './regimes.ts';
import { median } from './robust.ts';

/** Values centred and scaled by the caller (a σ-like scale of the series); limits in the same unit, inclusive, null where open. */
export interface KeepQuestion {
  readonly history: Readings;
  readonly points: Readings;
  readonly due: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly inflate: number;
}

export interface KeepAnswer {
  readonly facts: DriftFacts;
  readonly noise: Noise;
  readonly posteriors: readonly Posterior[];
  /** Distribution of the level now. */
  readonly level: Mixture;
  readonly landingAt: (t: number) => Mixture;
  readonly resumeAt: (t: number) => Mixture;
  readonly nothingAt: (t: number) => Mixture | null;
}

function departure(name: RegimeName, at: number | null, t: number, due: number): number {
  if (name === 'same') return 0;
  return name === 'ramp' ? Math.max(0, t) / due : t >= at! ? 1 : 0;
}

/** The level keeps, ramps since the start, or shifted at a date; `toward` is −1 where only leaving downwards hurts, 1 upwards, 0 both. */
function questionOf(times: Float64Array, residuals: Float64Array, question: KeepQuestion, noise: Noise, sigma: number): RegimeQuestion {
  const dates = changeDates(times, question.history.t.length);
  const lean = KEEP.lean * towards(question);
  const build = (name: RegimeName, prior: number, size: number) => ({ name, prior, mean: lean * size, sd: KEEP.size * size });
  const whole: WholeRegime[] = [
    { name: 'same', prior: KEEP.same, mean: 0, sd: 1e-6 * sigma, column: new Float64Array(times.length), residuals: null },
    {
      ...build('ramp', dates.at.length ? KEEP.ramp : KEEP.ramp + KEEP.shift, 1.5 * sigma),
      column: times.map((v) => Math.max(0, v) / question.due),
      residuals: null,
    },
  ];
  const dated: DatedRegime[] = [{ ...build('shift', KEEP.shift, sigma), follows: 'one', from: null }];
  return { t: times, residuals, whole, dated, dates, u: null, noise, startVariance: KEEP.startVariance, t0: times[0]! };
}

/** The way that leads out of the limits: −1 down, 1 up, 0 where both do. */
const towards = ({ low, high }: KeepQuestion): number => (high === null ? 0 : 1) - (low === null ? 0 : 1);

/** Goals 'keep at least / at most / within': the level now against the limit, the worse side of a band. Null where readings are too few. */
export function keep(question: KeepQuestion): KeepAnswer | null {
  const { history, points, due, low, high, inflate } = question;
  const n = points.t.length;
  if (n < 1 || history.t.length + n < MIN_TOTAL) return null;
  const noise = fitNoise(
    [
      { y: history.z, t: history.t, slope: history.t.length >= 6 },
      { y: points.z, t: points.t, slope: true },
    ],
    KEEP_SIGMA_FLOOR,
    inflate,
  );
  if (!noise) return null;
  const times = Float64Array.from([...history.t, ...points.t]);
  const values = Float64Array.from([...history.z, ...points.z]);
  const middle = median(values);
  const now = points.t[n - 1]!;
  let sigma2 = 0;
  for (const model of noise.models) sigma2 += model.weight * model.sigma2;
  const sigma = Math.sqrt(sigma2);
  const centred = values.map((v) => v - middle);
  const posteriors = weighRegimes(questionOf(times, centred, question, noise, sigma));
  const part = (p: Posterior, x: number, decay: number, extra: number, df: number): Part => {
    const variance = decay * decay * p.varM + 2 * decay * x * p.cov + x * x * p.varBeta + extra;
    return { weight: p.weight, df, mean: middle + decay * p.m + p.beta * x, sd: Math.sqrt(Math.max(SMALLEST_VARIANCE, variance)) };
  };
  const level = posteriors.map((p) => part(p, departure(p.name, p.at, now, due), 1, 0, noise.df));
  const df = Math.min(DF_CAP, noise.df);
  const onward = (p: Posterior, t: number): Part => {
    const h = t - now;
    const extra = (varianceGain(p.model, h) + p.model.r) * p.model.sigma2;
    return part(p, departure(p.name, p.at, t, due), p.model.phi ** h, extra, df);
  };
  const resumeAt = (t: number): Mixture => condense(posteriors.map((p) => onward(p, t)));
  const forecaster = fitForecaster(values.slice(-FORECAST_WINDOW), times.slice(-FORECAST_WINDOW), KEEP_SIGMA_FLOOR, inflate);
  const nothingAt = (t: number): Mixture | null => (forecaster ? [{ weight: 1, ...landing(forecaster, t - now) }] : null);
  // Where nothing has happened yet, something still may: the change date is as likely to lie ahead as behind.
  const landingAt = (t: number): Mixture => {
    const later = (KEEP.later.chance * Math.max(0, t - now)) / due;
    const parts = posteriors.flatMap((p): Part[] => {
      const one = onward(p, t);
      if (p.name !== 'same') return [one];
      const moved = { mean: one.mean + towards(question) * KEEP.later.size * sigma, sd: Math.hypot(one.sd, KEEP.later.sd * sigma) };
      return [
        { ...one, weight: one.weight * (1 - later) },
        { ...one, ...moved, weight: one.weight * later },
      ];
    });
    const nothing = nothingAt(t)?.[0];
    if (!nothing) return condense(parts);
    return condense([...parts.map((p) => ({ ...p, weight: p.weight * (1 - KEEP.forecaster) })), { ...nothing, weight: KEEP.forecaster }]);
  };
  const pLow = low === null ? 0 : mixtureCdf(level, low);
  const pHigh = high === null ? 0 : 1 - mixtureCdf(level, high);
  let off = 0;
  for (const p of posteriors) if (p.name !== 'same') off += p.weight;
  const facts: DriftFacts = {
    pBehind: Math.max(pLow, pHigh),
    pLevel: null,
    pDrift: null,
    pBehind0: null,
    pAhead: null,
    pReversed: 0,
    pShift: shareOf(posteriors, 'shift') / Math.max(off, 1e-12),
    pStall: 0,
    off,
    pace: null,
  };
  return { facts, noise, posteriors, level, landingAt, resumeAt, nothingAt };
}
