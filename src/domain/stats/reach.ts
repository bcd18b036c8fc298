import { MIN_TOTAL, SIGMA_FLOOR } from './constants.ts';
import type { DriftFacts } from './decide.ts';
import { fitNoise, type Noise } from './noise.ts';
import { pathOf } from './path.ts';
import { reachFacts } from './reach-facts.ts';
import { reachLanding, type ReachLanding } from './reach-landing.ts';
import { reachRegimes, type ReachQuestion } from './reach-regimes.ts';
import type { Posterior } from './regime.ts';
import { weighRegimes } from './regimes.ts';

/** What the readings say of a goal 'reach a level by a date', with the distribution of a reading at any later step. */
export interface ReachAnswer extends ReachLanding {
  readonly facts: DriftFacts;
  readonly noise: Noise;
  readonly posteriors: readonly Posterior[];
  /** Expected level now, in spans. */
  readonly levelNow: number;
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
  const posteriors = weighRegimes(reachRegimes(question, path, residuals, noise));
  const { facts, gap } = reachFacts(posteriors, question, path, now, noise.df);
  return { ...reachLanding(posteriors, question, path, noise.df), facts, noise, posteriors, levelNow: path.at(now) + gap };
}
