import type { Assessment, Forecast } from './assessment.ts';
import type { Frame } from './frame.ts';
import { insideCount } from './kept.ts';
import { predictionAt, type Supposed } from './landing.ts';
import { progressOf } from './progress.ts';
import { horizonsOf } from './review.ts';
import type { Outlook } from './stats/outlook.ts';

/** Progress that is expected at the due date, with what it is in the worst and in the best of ten cases. Unclamped. */
export interface EndProgress {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** What of an assessment it takes. */
type Standing = Pick<Assessment, 'status' | 'progress' | 'expected' | 'forecast'>;

const sure = (progress: number): EndProgress => ({ low: progress, mid: progress, high: progress });

/** Standard normal quantile of 90%. */
const Z90 = 1.2816;

/**
 * Keep: the periods inside so far and, of those to come, as many as are likely. Their number varies like that of independent draws: of
 * figures that hang together the range is wider than said.
 */
function endOfKeep(frame: Frame, outlook: Outlook, supposed: Supposed): EndProgress | null {
  const { goal, window, future } = frame;
  if (goal.kind !== 'keep') return null;
  let inside = insideCount(frame);
  let variance = 0;
  for (const horizon of horizonsOf(frame)) {
    const chance = outlook.chanceWithin(predictionAt(frame, outlook, horizon, supposed), goal.atLeast, goal.atMost);
    inside += chance;
    variance += chance * (1 - chance);
  }
  const all = window.length + future.length;
  if (!all) return null;
  const spread = Z90 * Math.sqrt(variance);
  const share = (periods: number) => Math.min(1, Math.max(0, periods / all));
  return { low: share(inside - spread), mid: share(inside), high: share(inside + spread) };
}

/** Milestones have no figures to forecast from: the rest is done as the first part was, measured by what was due. */
function endOfMilestones({ progress, expected }: Standing): EndProgress | null {
  return progress === null || !expected ? null : sure(Math.min(1, progress / expected));
}

/** A forecast as progress: p10, p50 and p90 in the order of good. */
function endOfForecast({ goal, kind, whole, falling }: Frame, { p10, p50, p90 }: Forecast): EndProgress | null {
  if (goal.kind === 'keep') return null;
  const from = kind === 'total' && !falling ? whole.opening : goal.baseline;
  const [a, mid, b] = [p10, p50, p90].map((value) => progressOf(value, from, goal.target));
  if (a == null || mid == null || b == null) return null;
  return { low: Math.min(a, b), mid, high: Math.max(a, b) };
}

/**
 * Where a key result is expected to end, as progress; null where nothing can be said. What is decided already is what it is.
 */
export function endProgressOf(assessment: Standing, frame: Frame | null, outlook: Outlook | null, supposed: Supposed): EndProgress | null {
  if (assessment.status === 'missed' || (assessment.status === 'achieved' && !assessment.forecast)) {
    return assessment.progress === null ? null : sure(assessment.progress);
  }
  if (!frame) return endOfMilestones(assessment);
  if (!outlook) return null;
  if (frame.goal.kind === 'keep') return endOfKeep(frame, outlook, supposed);
  return assessment.forecast && endOfForecast(frame, assessment.forecast);
}
