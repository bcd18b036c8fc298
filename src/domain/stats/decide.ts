import {
  AHEAD,
  CUTS,
  MIN_POINTS,
  MIN_UNLIKELY,
  REVERSED_SHARE,
  SHIFT_SHARE,
  TOLERANCE,
  UNLIKELY,
  WATCH,
  WATCH_LEVEL,
} from './constants.ts';

export type QuestionKind = keyof typeof CUTS;

/** What the readings say of the drift, as probabilities; the shares name a drift given that there is one. */
export interface DriftFacts {
  /** Decides off-track. Levels: the drift alone; totals: half drift of the rate, half predicted total; keep: outside the limit. */
  readonly pBehind: number;
  /** Level behind the path by more than the tolerance, wandering included; null for keep goals. */
  readonly pLevel: number | null;
  readonly pDrift: number | null;
  /** Behind the path at all. */
  readonly pBehind0: number | null;
  readonly pAhead: number | null;
  readonly pReversed: number;
  readonly pShift: number;
  readonly pStall: number;
  /** P(the plan is not followed). */
  readonly off: number;
  /** Speed so far as a share of the planned; null where the plan asked nothing yet. */
  readonly pace: number | null;
}

export interface ReviewState {
  readonly pBehind: number;
  readonly off: boolean;
}

export interface Situation {
  readonly kind: QuestionKind;
  /** Readings in the window. */
  readonly n: number;
  /** Share of the time gone. */
  readonly elapsed: number;
  readonly chance: number;
  /** The latest reading is more than the tolerance behind the plan, or outside the limit. */
  readonly latestBehind: boolean;
  readonly previous: ReviewState | null;
}

export type Decision =
  | { readonly status: 'off-track'; readonly verdict: 'behind' | 'level-shift' | 'reversed' }
  | { readonly status: 'at-risk'; readonly verdict: 'unlikely' | 'watch' }
  | { readonly status: 'on-track'; readonly verdict: 'ahead' | 'on-plan' | 'volatile' };

/** Off-track at this review, given the one before: over the cut, or over a lower one twice running; stays until released. */
export function isOffTrack(pBehind: number, kind: QuestionKind, n: number, previous: ReviewState | null): boolean {
  const cut = CUTS[kind];
  if (n < MIN_POINTS) return false;
  if (pBehind >= cut.once) return true;
  if (previous === null) return false;
  return (pBehind >= cut.now && previous.pBehind >= cut.confirm) || (previous.off && pBehind >= cut.release);
}

/**
 * The state after the last of `count` reviews, by replaying as few as possible: only a pBehind between release and cut depends on the
 * review before it. `pBehindAt(i)` is null where review i gave no answer; `pointsAt(i)` counts readings in the window.
 */
export function replay(
  count: number,
  kind: QuestionKind,
  pBehindAt: (review: number) => number | null,
  pointsAt: (review: number) => number,
): ReviewState | null {
  if (count < 1) return null;
  const pBehind = pBehindAt(count - 1);
  if (pBehind === null) return null;
  const n = pointsAt(count - 1);
  const settled = n < MIN_POINTS || pBehind >= CUTS[kind].once || pBehind < CUTS[kind].release;
  if (settled) return { pBehind, off: isOffTrack(pBehind, kind, n, null) };
  // High now and high at the review before: off track, whatever came earlier.
  if (count >= 2 && pBehind >= CUTS[kind].now) {
    const before = pBehindAt(count - 2);
    if (before !== null && before >= CUTS[kind].confirm) return { pBehind, off: true };
  }
  const previous = replay(count - 1, kind, pBehindAt, pointsAt);
  return { pBehind, off: isOffTrack(pBehind, kind, n, previous) };
}

function driftName(facts: DriftFacts): 'behind' | 'level-shift' | 'reversed' {
  if (facts.pShift > SHIFT_SHARE && facts.pShift >= facts.pReversed) return 'level-shift';
  return facts.pReversed > REVERSED_SHARE ? 'reversed' : 'behind';
}

/** From facts to status and verdict: the first rule that holds. */
export function decide(facts: DriftFacts, situation: Situation): Decision {
  const { kind, n, elapsed, chance, latestBehind, previous } = situation;
  const moves = kind !== 'keep';
  // Behind a plan that bends, a goal may still be likelier reached than not: that is worth a look, not an alarm.
  const hopeful = moves && chance > 0.5;
  if (isOffTrack(facts.pBehind, kind, n, previous)) {
    return hopeful ? { status: 'at-risk', verdict: 'watch' } : { status: 'off-track', verdict: driftName(facts) };
  }
  if (moves && elapsed >= 0.5 && n >= MIN_UNLIKELY && chance < UNLIKELY) return { status: 'at-risk', verdict: 'unlikely' };
  if (facts.pBehind >= WATCH || (moves && (facts.pLevel ?? 0) >= WATCH_LEVEL)) return { status: 'at-risk', verdict: 'watch' };
  if (moves && (facts.pAhead ?? 0) >= AHEAD) return { status: 'on-track', verdict: 'ahead' };
  return { status: 'on-track', verdict: latestBehind ? 'volatile' : 'on-plan' };
}

/** Progress this far behind the plan is a wobble worth a word. */
export const BEHIND_POINTS = TOLERANCE;
