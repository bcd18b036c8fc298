import type { EpochDay } from './calendar.ts';
import type { Frame } from './frame.ts';
import type { Span } from './steps.ts';

/** What one period still to come must bring. */
export interface GlideStep {
  /** First and last day of the period; a level is read on the last. */
  readonly first: EpochDay;
  readonly last: EpochDay;
  /** The level to be at, or the amount to bring. */
  readonly value: number;
}

/** Where the reading stands: the estimated level, or the sum so far. */
export interface Standpoint {
  readonly level: number;
  readonly value: number;
}

/** Parts of the plan that fall into the periods to come, adding up to 1; equal parts where the plan says nothing about them. */
function partsOf({ goal, future, shareAt, partial, asOf }: Frame): readonly number[] {
  const open = partial ? 1 - (asOf - partial.first + 1) / (partial.last - partial.first + 1) : 1;
  const even = future.map((_, i) => (i === 0 ? open : 1));
  const from = (span: Span) => Math.max(span.first, partial && span.first <= asOf ? asOf + 1 : span.first);
  const planned = goal.kind !== 'keep' && goal.plan.kind === 'phased' ? future.map((span) => shareAt(span.at) - shareAt(from(span))) : even;
  const usable = planned.every((part) => part >= 0) && planned.some((part) => part > 0) ? planned : even;
  const all = usable.reduce((sum, part) => sum + part, 0);
  return usable.map((part) => (all > 0 ? part / all : 1 / usable.length));
}

/**
 * The glidepath: what each period to come must now bring so that the target is met, from where it stands: levels go the rest of the way as
 * the plan does, sums are filled up. Empty for goals to keep, and where no period is left.
 */
export function glidepathOf(frame: Frame, { level, value }: Standpoint): readonly GlideStep[] {
  const { goal, kind, future, window, falling } = frame;
  if (goal.kind === 'keep' || !future.length) return [];
  const parts = partsOf(frame);
  const step = (span: Span, amount: number): GlideStep => ({ first: span.first, last: span.last, value: amount });
  if (kind === 'level') {
    let share = 0;
    return future.map((span, i) => step(span, level + (goal.target - level) * (share += parts[i]!)));
  }
  const all = window.length + future.length;
  const missing = kind === 'mean' ? goal.target * all - value * window.length : goal.target - value;
  const equal = kind === 'mean' || falling;
  return future.map((span, i) => step(span, missing * (equal ? 1 / future.length : parts[i]!)));
}
