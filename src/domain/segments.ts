import type { EpochDay } from './calendar.ts';
import { frameOf, isReplanned, type Frame, type FrameInput } from './frame.ts';
import { goalEras, keyResultIn, type GoalEra } from './goal-eras.ts';
import { measure } from './measurement.ts';

/** One stretch of a key result between two changes of its goal, measured by itself. Values in the unit of the key result. */
export interface SegmentMeasure {
  readonly from: EpochDay;
  /** Day of the change that ended it; null for the present one. */
  readonly until: EpochDay | null;
  /** Where the key result stood when it began. */
  readonly start: number;
  readonly target: number;
  /** Where it stood when it ended, or stands; null without a figure. */
  readonly reached: number | null;
  /** (reached − start)/(target − start), unclamped; null without a figure, and where the target was passed before it was set. */
  readonly progress: number | null;
  /** Share of that way that was planned by then. */
  readonly planned: number | null;
}

interface EraFrame {
  readonly era: GoalEra;
  readonly frame: Frame;
}

function measureOf({ era, frame }: EraFrame, next: EraFrame | undefined, before: number): SegmentMeasure | null {
  const { goal, from, whole } = frame;
  if (goal.kind === 'keep') return null;
  const { value, expectedValue } = measure(frame);
  const replanned = era.from === whole.start || isReplanned(frame);
  const start = replanned ? from : before;
  const reached = value === null ? null : next && isReplanned(next.frame) ? next.frame.from : value;
  const base = { from: era.from, until: era.until, start, target: goal.target, reached };
  if (!replanned || reached === null) return { ...base, progress: null, planned: null };
  const share = (v: number) => (v - start) / (goal.target - start);
  const end = next && isReplanned(next.frame) ? frame.shareAt(next.frame.start) : expectedValue === null ? null : share(expectedValue);
  return { ...base, progress: share(reached), planned: end };
}

/**
 * The stretches that the changes of its goal cut a key result into, in order; empty where nothing was cut: goals to keep, means, falling
 * totals, checklists, and every key result whose path was never revised. Each is measured with the figures known at its end.
 */
export function segmentsOf({ keyResult, series, asOf }: FrameInput): readonly SegmentMeasure[] {
  const eras = goalEras(keyResult, asOf);
  if (eras.length < 2) return [];
  const frames = eras.flatMap((era) => {
    const frame = frameOf({ keyResult: keyResultIn(keyResult, era), series, asOf: era.until ?? asOf });
    return frame && (frame.kind === 'level' || frame.kind === 'total') && !frame.falling ? [{ era, frame }] : [];
  });
  if (frames.length < eras.length) return [];
  const measures: SegmentMeasure[] = [];
  for (const [i, one] of frames.entries()) {
    const last = measures.at(-1);
    const made = measureOf(one, frames[i + 1], last?.reached ?? last?.start ?? one.frame.from);
    if (!made) return [];
    measures.push(made);
  }
  return measures;
}
