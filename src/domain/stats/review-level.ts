import { bounded, chanceBeyond, chanceWithin, finite, type Outlook, type Prediction } from './outlook.ts';
import type { Mixture } from './mixture.ts';
import { wanderOf, type Noise } from './noise.ts';
import { reach, type ReachAnswer } from './reach.ts';
import type { Posterior } from './regime.ts';
import { seasonOf, type Observations } from './season-adjust.ts';

export interface LevelReview {
  readonly history: Observations;
  readonly points: Observations;
  readonly baseline: number;
  /** Differs from the baseline. */
  readonly target: number;
  /** Due date in steps, > 0. */
  readonly due: number;
  /** Planned share of the span at a step, 0 at the start and 1 at the due date. */
  readonly plan: (t: number) => number;
  /** Length of a year in steps; 0 looks for no season. */
  readonly season: number;
}

/** Root of the weighted σ² of the noise models. */
export function sigmaOf(noise: Noise): number {
  let total = 0;
  for (const model of noise.models) total += model.weight * model.sigma2;
  return Math.sqrt(total);
}

/** Date and mean size of the shift, over the noise models; the date that carries most weight. */
export function likelyChange(posteriors: readonly Posterior[]): { at: number; size: number } | null {
  const byDate = new Map<number, { weight: number; size: number }>();
  for (const p of posteriors) {
    if (p.name !== 'shift' || p.at === null) continue;
    const sum = byDate.get(p.at) ?? { weight: 0, size: 0 };
    byDate.set(p.at, { weight: sum.weight + p.weight, size: sum.size + p.weight * p.beta });
  }
  let best: { at: number; size: number; weight: number } | null = null;
  for (const [at, sum] of byDate) {
    if (!best || sum.weight > best.weight) best = { at, size: sum.size / sum.weight, weight: sum.weight };
  }
  return best && { at: best.at, size: best.size };
}

/** The model in spans: 0 = baseline, 1 = target, the season taken out. */
function inSpans(review: LevelReview) {
  const season = seasonOf(review.history, review.points, review.season);
  const span = review.target - review.baseline;
  const toUnit = (value: number, phase: number) => bounded((season.remove(value, phase) - review.baseline) / span);
  const toValue = (z: number, phase: number) => finite(season.restore(review.baseline + span * z, phase));
  const readings = ({ t, y, phase }: Observations) => ({ t, z: y.map((v, i) => toUnit(v, phase[i]!)) });
  const answer = reach({
    history: readings(review.history),
    points: readings(review.points),
    due: review.due,
    plan: review.plan,
    inflate: season.inflate,
  });
  return { answer, season, toUnit, toValue, span };
}

/** Only the drift statistic, for replaying earlier reviews. */
export const levelDrift = (review: LevelReview): number | null => inSpans(review).answer?.facts.pBehind ?? null;

/** One review of a goal 'reach a level by a date'; null where readings are too few. */
export function reviewLevel(review: LevelReview): Outlook | null {
  const { answer, season, toUnit, toValue, span } = inSpans(review);
  if (!answer) return null;
  return outlookOf(answer, review, season.found, span, toUnit, toValue);
}

function outlookOf(
  answer: ReachAnswer,
  { points, target }: LevelReview,
  seasonal: boolean,
  span: number,
  toUnit: (value: number, phase: number) => number,
  toValue: (z: number, phase: number) => number,
): Outlook {
  const phaseNow = points.phase[points.phase.length - 1]!;
  const predict = (mixture: Mixture, phase: number): Prediction => ({
    mixture,
    toValue: (z) => toValue(z, phase),
    toUnit: (value) => toUnit(value, phase),
  });
  const change = likelyChange(answer.posteriors);
  return {
    facts: answer.facts,
    wander: wanderOf(answer.noise),
    seasonal,
    sigma: finite(Math.abs(span) * sigmaOf(answer.noise)),
    levelNow: toValue(answer.levelNow, phaseNow),
    expected: ({ t, phase }) => predict(answer.landingAt(t), phase),
    resumed: ({ t, phase }) => predict(answer.resumeAt(t), phase),
    unchanged: ({ t, phase }) => {
      const mixture = answer.nothingAt(t);
      return mixture && predict(mixture, phase);
    },
    chance: (prediction) => chanceBeyond(prediction, target),
    chanceOf: chanceBeyond,
    chanceWithin,
    pReached: answer.pBeyond(toUnit(target, phaseNow)),
    levelBelow: (value) => (span > 0 ? 1 - answer.pBeyond(toUnit(value, phaseNow)) : answer.pBeyond(toUnit(value, phaseNow))),
    change: change && { at: change.at, size: finite(span * change.size) },
  };
}
