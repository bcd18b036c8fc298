import type { EpochDay } from './calendar.ts';
import { isReplanned, type Frame } from './frame.ts';
import { insideCount } from './kept.ts';
import { isInside, progressOf } from './progress.ts';
import { stepsBetween } from './steps.ts';

/** The facts of a key result on one day: where it is, where the plan wants it. No statistics. */
export interface Measurement {
  readonly value: number | null;
  readonly valueDay: EpochDay | null;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly expectedValue: number | null;
  /** Periods still to come; a period begun counts for the rest of it. */
  readonly periodsLeft: number;
  readonly rollup: { readonly progress: number; readonly expected: number } | null;
  /** Nothing more can change: the due date has passed, or its figure is in. */
  readonly decided: boolean;
  /** The goal is met by the value now. */
  readonly reached: boolean;
}

const clamp01 = (v: number) => Math.min(1, Math.max(0, v));

/** Share of a period that is over on `asOf`. */
const partOver = ({ partial, asOf }: Frame) => (partial ? (asOf - partial.first + 1) / (partial.last - partial.first + 1) : 0);

function isDecided({ asOf, due, window, future, measured }: Frame): boolean {
  const last = window.at(-1);
  return asOf > due || (last !== undefined && (measured ? last.at >= due : future.length === 0));
}

const NOTHING_PLANNED = { expected: null, value: null };

/**
 * What the plan wants at a day: the value on the path, and the progress that this value would be. Since a revision the path begins where the
 * key result stood then, while progress still counts from the start.
 */
function plannedAt(frame: Frame, at: number, origin: number, target: number) {
  const { from } = frame;
  const share = frame.shareAt(at);
  if (!isReplanned(frame)) return { expected: share, value: origin + (target - origin) * share };
  const value = from + (target - from) * share;
  return { expected: progressOf(value, origin, target), value };
}

function measureLevel(frame: Frame, baseline: number, target: number): Measurement {
  const { window, history, start, dueStep, grain, whole } = frame;
  const last = window.at(-1) ?? history.at(-1);
  const value = last?.value ?? null;
  const progress = value === null ? null : progressOf(value, baseline, target);
  const plan = last ? plannedAt(frame, Math.max(start, last.at), baseline, target) : NOTHING_PLANNED;
  const { expected } = plan;
  return {
    value,
    valueDay: last?.last ?? null,
    baseline,
    target,
    progress,
    expected,
    expectedValue: plan.value,
    periodsLeft: Math.max(0, dueStep - (last ? Math.max(0, stepsBetween(start, last.at, grain)) : 0)),
    rollup: progress === null || expected === null ? null : { progress: clamp01(progress), expected: clamp01(expected) },
    decided: isDecided(frame) && whole.window.length > 0,
    reached: value !== null && (target - baseline) * (value - target) >= 0 && whole.window.length > 0,
  };
}

/** Sum since the start; the period that is not over counts as far as it goes. */
function measureTotal(frame: Frame, baseline: number, target: number): Measurement {
  const { window, partial, future, opening, asOf, falling, whole } = frame;
  const origin = whole.opening;
  const over = partOver(frame);
  let value = opening + (partial?.value ?? 0);
  for (const datum of window) value += datum.value;
  const last = whole.window.at(-1);
  const some = last !== undefined || partial !== null;
  const plan = some ? plannedAt(frame, partial ? asOf + 1 : last!.at, origin, target) : NOTHING_PLANNED;
  const { expected } = plan;
  const all = window.length + future.length;
  const elapsed = all ? (window.length + over) / all : 0;
  const rate = elapsed > 0 ? value / elapsed : 0;
  const progress = !some ? null : falling ? progressOf(rate, baseline, target) : progressOf(value, origin, target);
  const wanted = falling ? target * elapsed : (plan.value ?? origin);
  const done = clamp01(progress ?? 0);
  return {
    value: some ? value : null,
    valueDay: partial ? asOf : (last?.last ?? null),
    baseline,
    target,
    progress,
    expected: expected !== null && falling ? 1 : expected,
    expectedValue: expected === null ? null : wanted,
    periodsLeft: Math.max(0, future.length - over),
    rollup:
      expected === null
        ? null
        : falling
          ? { progress: done * elapsed, expected: elapsed }
          : { progress: done, expected: clamp01(expected) },
    decided: isDecided(frame) && some,
    reached: some && (falling ? isDecided(frame) && value <= target : (target - origin) * (value - target) >= 0),
  };
}

/** Mean since the start. The plan wants it at the target all along; in a roll-up it grows with time. */
function measureMean(frame: Frame, baseline: number, target: number): Measurement {
  const { window, future } = frame;
  const n = window.length;
  let mean = 0;
  for (const datum of window) mean += datum.value / n;
  const progress = n ? progressOf(mean, baseline, target) : null;
  const elapsed = n ? n / (n + future.length) : 0;
  const decided = isDecided(frame) && n > 0;
  return {
    value: n ? mean : null,
    valueDay: window.at(-1)?.last ?? null,
    baseline,
    target,
    progress,
    expected: n ? 1 : null,
    expectedValue: n ? target : null,
    periodsLeft: future.length,
    rollup: progress === null ? null : { progress: clamp01(progress) * elapsed, expected: elapsed },
    decided,
    reached: decided && (target - baseline) * (mean - target) >= 0,
  };
}

/** Share of periods inside; in a roll-up it counts over all periods of its time. */
function measureKeep(frame: Frame, low: number | null, high: number | null): Measurement {
  const { window, history, future } = frame;
  const n = window.length;
  const last = window.at(-1) ?? history.at(-1);
  const inside = insideCount(frame);
  const all = n + future.length;
  return {
    value: last?.value ?? null,
    valueDay: last?.last ?? null,
    baseline: null,
    target: low ?? high,
    progress: n ? inside / n : null,
    expected: n ? 1 : null,
    expectedValue: low ?? high,
    periodsLeft: future.length,
    rollup: all > 0 ? { progress: inside / all, expected: n / all } : null,
    decided: isDecided(frame) && n > 0,
    reached: n > 0 && last !== undefined && isInside(last.value, low, high),
  };
}

export function measure(frame: Frame): Measurement {
  const { goal } = frame;
  if (goal.kind === 'keep') return measureKeep(frame, goal.atLeast, goal.atMost);
  const { baseline, target } = goal;
  if (frame.kind === 'mean') return measureMean(frame, baseline, target);
  return frame.kind === 'total' ? measureTotal(frame, baseline, target) : measureLevel(frame, baseline, target);
}
