import type { EpochDay } from './calendar.ts';
import { frameOf, type Frame, type FrameInput } from './frame.ts';
import type { Datum } from './steps.ts';
import { finite } from './stats/outlook.ts';
import { mean } from './stats/robust.ts';
import { findSignals, type Signal } from './stats/run-rules.ts';
import { assuranceOf, limitWidth, meanMovingRange, type Assurance } from './stats/xmr.ts';

/** A figure with its limits: about the level of the history before the start, about the plan since. */
export interface LimitPoint {
  /** First and last day of the figure's period; the same for a level. */
  readonly day: EpochDay;
  readonly last: EpochDay;
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ProcessLimits {
  /** History, then window. */
  readonly points: readonly LimitPoint[];
  /** Members are indices into `points`. */
  readonly signals: readonly Signal[];
  /** Fewer than 13 figures: the limits may still move. */
  readonly provisional: boolean;
  /** For keep goals with one limit. */
  readonly assurance: Assurance | null;
}

const ENOUGH = 13;

/** Centre line of the window: the plan; for totals and means the planned amount per period; for keep goals the mean of everything. */
function centresOf({ goal, kind, falling, window, history, future, shareAt, opening, start }: Frame): number[] {
  if (goal.kind === 'keep') {
    const middle = mean([...history, ...window].map(({ value }) => value));
    return window.map(() => middle);
  }
  const { baseline, target } = goal;
  const periods = Math.max(1, window.length + future.length);
  return window.map(({ at }, i) => {
    if (kind === 'mean') return target;
    if (kind === 'level') return baseline + (target - baseline) * shareAt(at);
    if (falling || goal.plan.kind === 'linear') return (target - opening) / periods;
    return (target - opening) * (shareAt(at) - (i ? shareAt(window[i - 1]!.at) : shareAt(start)));
  });
}

function assurance({ goal }: Frame, lower: number, upper: number): Assurance | null {
  if (goal.kind !== 'keep' || (goal.atLeast !== null && goal.atMost !== null)) return null;
  if (goal.atLeast !== null) return assuranceOf(lower, upper, goal.atLeast, 'at-least');
  return goal.atMost === null ? null : assuranceOf(lower, upper, goal.atMost, 'at-most');
}

/**
 * Natural process limits on plan residuals, for the chart: a key result is supposed to move, so limits follow its plan. One screened mean
 * moving range of history and window, none taken across the start. Null below two figures.
 */
export function limitsOf(input: FrameInput): ProcessLimits | null {
  const frame = frameOf(input);
  if (!frame) return null;
  const { history, window } = frame;
  const level = history.length ? mean(history.map(({ value }) => value)) : 0;
  const centres = centresOf(frame);
  const keeps = frame.goal.kind === 'keep';
  const before = history.map(({ value }) => value - (keeps ? (centres[0] ?? level) : level));
  const since = window.map(({ value }, i) => value - centres[i]!);
  const range = meanMovingRange(keeps ? [[...before, ...since]] : [before, since]);
  if (range === null) return null;
  const width = limitWidth(range);
  const place = ({ first, last, value }: Datum, centre: number): LimitPoint => {
    return { day: first, last, value, centre, lower: finite(centre - width), upper: finite(centre + width) };
  };
  const middle = keeps ? (centres[0] ?? level) : level;
  const points = [...history.map((datum) => place(datum, middle)), ...window.map((datum, i) => place(datum, centres[i]!))];
  const shift = (signal: Signal): Signal => ({ ...signal, members: signal.members.map((i) => i + before.length) });
  const signals = keeps
    ? findSignals([...before, ...since], width)
    : [...findSignals(before, width), ...findSignals(since, width).map(shift)];
  const last = points.at(-1)!;
  return { points, signals, provisional: points.length < ENOUGH, assurance: assurance(frame, last.lower, last.upper) };
}
