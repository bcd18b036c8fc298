import { bounded, chanceBeyond, chanceWithin, finite, type Outlook, type Prediction } from './outlook.ts';
import type { Mixture } from './mixture.ts';
import { wanderOf } from './noise.ts';
import { likelyChange, sigmaOf } from './review-level.ts';
import { seasonOf, type Observations } from './season-adjust.ts';
import { total } from './total.ts';

export interface TotalReview {
  readonly history: Observations;
  /** Whole periods of the window; t is the end of each. */
  readonly points: Observations;
  /** Ends and phases of the periods still to come. */
  readonly future: { readonly t: Float64Array; readonly phase: Int32Array };
  /** Amount per period that counts as nothing done (0 for a sum; the baseline for a mean). */
  readonly origin: number;
  /** Sum over the whole window of what is above the origin; not 0. */
  readonly need: number;
  /** Planned share of each period, points then future; null: in proportion to the season. */
  readonly planned: Float64Array | null;
  readonly season: number;
}

function inNeeds(review: TotalReview) {
  const { history, points, future, origin, need } = review;
  const season = seasonOf(history, points, review.season);
  const n = points.t.length;
  const phases = Int32Array.from([...points.phase, ...future.phase]);
  const factors = new Float64Array(phases.length).fill(1);
  let [all, added] = [0, 0];
  for (let i = 0; i < phases.length; i++) {
    if (season.multiplicative) factors[i] = season.effect(phases[i]!);
    else added += season.effect(phases[i]!);
    all += factors[i]!;
  }
  // An additive season comes back as a sum over the whole window; a multiplicative one stays in the factors.
  const raw = (y: number, phase: number) => bounded(((season.multiplicative ? y : season.remove(y, phase)) - origin) / need);
  const answer = total({
    history: {
      t: history.t,
      z: history.y.map((v, i) => raw(v, history.phase[i]!) / (season.multiplicative ? season.effect(history.phase[i]!) : 1)),
    },
    points: { t: points.t, z: points.y.map((v, i) => raw(v, points.phase[i]!)) },
    future: future.t,
    planned: review.planned ?? factors.map((f) => f / all),
    factors,
    inflate: season.inflate,
  });
  const addedUntil = (count: number) => {
    if (season.multiplicative) return 0;
    let sum = 0;
    for (let i = 0; i < n + count; i++) sum += season.effect(phases[i]!);
    return sum / need;
  };
  return { answer, season, shift: added / need, addedUntil };
}

export const totalDrift = (review: TotalReview): number | null => inNeeds(review).answer?.facts.pBehind ?? null;

/** One review of a goal 'a total by a date'. Predictions are of the sum above the origin since the start; null where readings are too few. */
export function reviewTotal(review: TotalReview): Outlook | null {
  const { answer, season, addedUntil } = inNeeds(review);
  if (!answer) return null;
  const { need, points } = review;
  const predict = (mixture: Mixture, count: number): Prediction => {
    const shift = addedUntil(count);
    return { mixture, toValue: (z) => finite(need * (z + shift)), toUnit: (value) => value / need - shift };
  };
  const change = likelyChange(answer.posteriors);
  const n = points.t.length;
  return {
    facts: answer.facts,
    wander: wanderOf(answer.noise),
    seasonal: season.found,
    sigma: finite(Math.abs(need) * sigmaOf(answer.noise)),
    levelNow: finite((need * (answer.facts.pace ?? 1)) / (n + review.future.t.length)),
    expected: ({ count }) => predict(answer.landingAfter(count), count),
    resumed: ({ count }) => predict(answer.resumeAfter(count), count),
    unchanged: ({ count }) => {
      const mixture = answer.nothingAfter(count);
      return mixture && predict(mixture, count);
    },
    chance: (prediction) => chanceBeyond(prediction, need),
    chanceOf: chanceBeyond,
    chanceWithin,
    pReached: 0,
    change: change && { at: change.at, size: finite((change.size * need) / (n + review.future.t.length)) },
  };
}
