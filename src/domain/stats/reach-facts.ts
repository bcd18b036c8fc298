import { REVERSED_SPEED, SMALLEST_VARIANCE, TOLERANCE } from './constants.ts';
import type { DriftFacts } from './decide.ts';
import type { Path } from './path.ts';
import { departure, offsetAt, type ReachQuestion } from './reach-regimes.ts';
import { shareOf, type Posterior } from './regime.ts';
import { tCdf } from './student-t.ts';

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

/**
 * The drift at step `now` in probabilities, P = Σ w T_df((−tolerance − drift)/sd) over the regimes, its wandering left out (`pDrift`) or in
 * (`pLevel`), and the expected gap of the level from the path in spans. `df`: degrees of freedom behind σ².
 */
export function reachFacts(
  posteriors: readonly Posterior[],
  question: ReachQuestion,
  path: Path,
  now: number,
  df: number,
): { facts: DriftFacts; gap: number } {
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
