import { phaseOf } from './steps.ts';
import type { Frame } from './frame.ts';
import { replay, type QuestionKind, type ReviewState } from './stats/decide.ts';
import type { Horizon, Outlook } from './stats/outlook.ts';
import { keepDrift, reviewKeep, type KeepReview } from './stats/review-keep.ts';
import { levelDrift, reviewLevel, type LevelReview } from './stats/review-level.ts';
import { reviewTotal, totalDrift, type TotalReview } from './stats/review-total.ts';
import type { Observations } from './stats/season-adjust.ts';
import { seasonLength, stepsBetween } from './steps.ts';

/** Which cuts and rules apply: a mean is judged like the total that it makes. */
export const questionKind = (frame: Frame): QuestionKind => (frame.kind === 'mean' ? 'total' : frame.kind);

const firstOf = ({ t, y, phase }: Observations, count: number): Observations => ({
  t: t.subarray(0, count),
  y: y.subarray(0, count),
  phase: phase.subarray(0, count),
});

function levelQuestion(frame: Frame, count: number): LevelReview | null {
  const { goal, from: baseline, observed, dueStep, planAtStep, grain } = frame;
  if (goal.kind === 'keep' || goal.target === baseline) return null;
  const { target } = goal;
  return {
    history: observed.history,
    points: firstOf(observed.window, count),
    baseline,
    target,
    due: dueStep,
    plan: planAtStep,
    season: seasonLength[grain],
  };
}

/** Periods of the window that are over by review `count`, and those after. */
function totalQuestion(frame: Frame, count: number): TotalReview | null {
  const { goal, observed, window, future, start, grain } = frame;
  if (goal.kind === 'keep') return null;
  const spans = [...window, ...future];
  const rest = spans.slice(count);
  const mean = frame.kind === 'mean';
  const n = spans.length;
  const origin = mean ? goal.baseline : frame.falling ? goal.baseline / n : 0;
  const need = mean ? (goal.target - goal.baseline) * n : goal.target - (frame.falling ? goal.baseline : frame.opening);
  if (!(Math.abs(need) > 0)) return null;
  return {
    history: observed.history,
    points: firstOf(observed.window, count),
    future: {
      t: Float64Array.from(rest, (span) => stepsBetween(start, span.at, grain)),
      phase: Int32Array.from(rest, (span) => phaseOf(span.first, grain)),
    },
    origin,
    need,
    planned: mean || frame.falling ? new Float64Array(n).fill(1 / n) : plannedShares(frame),
    season: seasonLength[grain],
  };
}

/** Planned share of each period of a phased plan; an even plan follows the season. */
function plannedShares({ goal, window, future, shareAt, start }: Frame): Float64Array | null {
  if (goal.kind === 'keep' || goal.plan.kind === 'linear') return null;
  const spans = [...window, ...future];
  const last = spans.length - 1;
  // The first and last period take what the cut of the calendar leaves over, so that the shares add up to one.
  return Float64Array.from(spans, (span, i) => (i === last ? 1 : shareAt(span.at)) - (i ? shareAt(spans[i - 1]!.at) : shareAt(start)));
}

function keepQuestion(frame: Frame, count: number): KeepReview | null {
  const { goal, observed, dueStep, grain } = frame;
  if (goal.kind !== 'keep') return null;
  return {
    history: observed.history,
    points: firstOf(observed.window, count),
    due: dueStep,
    low: goal.atLeast,
    high: goal.atMost,
    season: seasonLength[grain],
  };
}

/** The model's answer after the first `count` figures of the window; null where they are too few. */
export function outlookAfter(frame: Frame, count: number): Outlook | null {
  if (count < 1) return null;
  switch (frame.kind) {
    case 'level': {
      const question = levelQuestion(frame, count);
      return question && reviewLevel(question);
    }
    case 'keep': {
      const question = keepQuestion(frame, count);
      return question && reviewKeep(question);
    }
    default: {
      const question = totalQuestion(frame, count);
      return question && reviewTotal(question);
    }
  }
}

function driftAfter(frame: Frame, count: number): number | null {
  if (count < 1) return null;
  if (frame.kind === 'level') {
    const question = levelQuestion(frame, count);
    return question && levelDrift(question);
  }
  if (frame.kind === 'keep') {
    const question = keepQuestion(frame, count);
    return question && keepDrift(question);
  }
  const question = totalQuestion(frame, count);
  return question && totalDrift(question);
}

/** State after the review of figure `count`, by replaying the data: it is never stored. */
export function stateAfter(frame: Frame, count: number): ReviewState | null {
  const known = new Map<number, number | null>();
  return replay(
    count,
    questionKind(frame),
    (review) => {
      const before = known.get(review);
      if (before !== undefined) return before;
      const found = driftAfter(frame, review + 1);
      known.set(review, found);
      return found;
    },
    (review) => review + 1,
  );
}

/** The periods to come as horizons of the model; the last is the due date. */
export function horizonsOf({ future, start, grain, due, dueStep, observed }: Frame): Horizon[] {
  const t = observed.window.t;
  const now = t.length ? t[t.length - 1]! : 0;
  const end = { t: Math.max(now, dueStep), phase: phaseOf(due, grain), count: future.length };
  const before = future.slice(0, -1).map((span, i) => ({
    t: stepsBetween(start, span.at, grain),
    phase: phaseOf(span.first, grain),
    count: i + 1,
  }));
  return [...before.filter((horizon) => horizon.t < end.t), end];
}
