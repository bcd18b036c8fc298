import { keep } from './keep.ts';
import { mixtureCdf, mixtureMean, type Mixture } from './mixture.ts';
import { wanderOf } from './noise.ts';
import { bounded, chanceBeyond, chanceWithin, finite, type Outlook, type Prediction } from './outlook.ts';
import { likelyChange, sigmaOf } from './review-level.ts';
import { median } from './robust.ts';
import { seasonOf, type Observations } from './season-adjust.ts';

export interface KeepReview {
  readonly history: Observations;
  readonly points: Observations;
  readonly due: number;
  /** Inclusive limits in the unit of the KPI; null where open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly season: number;
}

/** A σ-like scale: the greater of the MAD about the median and the median step; for a constant series its size. */
function scaleOf(values: Float64Array, middle: number, low: number | null, high: number | null): number {
  const steps = new Float64Array(Math.max(0, values.length - 1));
  for (let i = 1; i < values.length; i++) steps[i - 1] = Math.abs(values[i]! - values[i - 1]!);
  const away = values.map((v) => Math.abs(v - middle));
  const usual = Math.max(median(away), median(steps));
  if (usual > 0) return usual;
  let widest = 1e-3 * Math.max(Math.abs(low ?? high ?? 0), Math.abs(middle));
  for (const v of away) widest = Math.max(widest, v);
  return widest || 1;
}

function inScale(review: KeepReview) {
  const { history, points, low, high } = review;
  const season = seasonOf(history, points, review.season);
  const free = ({ y, phase }: Observations) => y.map((v, i) => season.remove(v, phase[i]!));
  const [before, since] = [free(history), free(points)];
  const all = Float64Array.from([...before, ...since]);
  const middle = median(all);
  const scale = scaleOf(all, middle, low, high);
  const unit = (v: number) => bounded((v - middle) / scale);
  const answer = keep({
    history: { t: history.t, z: before.map(unit) },
    points: { t: points.t, z: since.map(unit) },
    due: review.due,
    low: low === null ? null : unit(low),
    high: high === null ? null : unit(high),
    inflate: season.inflate,
  });
  return { answer, season, middle, scale, unit };
}

export const keepDrift = (review: KeepReview): number | null => inScale(review).answer?.facts.pBehind ?? null;

/** One review of a goal 'keep at least / at most / within'; null where readings are too few. */
export function reviewKeep(review: KeepReview): Outlook | null {
  const { answer, season, middle, scale, unit } = inScale(review);
  if (!answer) return null;
  const { low, high } = review;
  const predict = (mixture: Mixture, phase: number): Prediction => ({
    mixture,
    toValue: (z) => finite(season.restore(middle + scale * z, phase)),
    toUnit: (value) => unit(season.remove(value, phase)),
  });
  const change = likelyChange(answer.posteriors);
  return {
    facts: answer.facts,
    wander: wanderOf(answer.noise),
    seasonal: season.found,
    sigma: finite(scale * sigmaOf(answer.noise)),
    levelNow: finite(middle + scale * mixtureMean(answer.level)),
    expected: ({ t, phase }) => predict(answer.landingAt(t), phase),
    resumed: ({ t, phase }) => predict(answer.resumeAt(t), phase),
    unchanged: ({ t, phase }) => {
      const mixture = answer.nothingAt(t);
      return mixture && predict(mixture, phase);
    },
    chance: (prediction) => chanceWithin(prediction, low, high),
    chanceOf: chanceBeyond,
    chanceWithin,
    pReached: 0,
    levelBelow: (value) => mixtureCdf(answer.level, unit(value)),
    change: change && { at: change.at, size: finite(scale * change.size) },
  };
}
