import { goodSideOf } from './good-side.ts';
import type { Goal } from './objective.ts';
import { isInside } from './progress.ts';
import type { LimitPoint } from './limit-segment.ts';
import type { Rule, Signal } from './stats/run-rules.ts';

type NumericGoal = Exclude<Goal, { readonly kind: 'milestones' }>;
type KeepGoal = Extract<Goal, { readonly kind: 'keep' }>;

export type Side = Signal['side'];

/** What a special cause means for the goal; inside a band a change is neither good nor bad by itself. */
export type SignalMeaning = 'improving' | 'concerning' | 'changed';

export interface JudgedSignal extends Signal {
  readonly meaning: SignalMeaning;
}

/** Answer of the chart for the newest figure: usual fluctuation (common cause), or the special cause that it is part of. */
export type Variation =
  { readonly kind: 'common' } | { readonly kind: SignalMeaning; readonly rule: Rule; readonly side: Side; readonly count: number };

/** Side of the centre line on which the goal wants figures to be; null for a band. */
export function wantedSide(goal: NumericGoal): Side | null {
  const good = goodSideOf(goal);
  return good === 0 ? null : good > 0 ? 'above' : 'below';
}

/** A signal with its meaning: by its side, for a trend by the way it goes, for a band by where its newest member is. */
export function judgedSignal(signal: Signal, good: Side | null, points: readonly LimitPoint[], goal: NumericGoal): JudgedSignal {
  if (good !== null) return { ...signal, meaning: signal.side === good ? 'improving' : 'concerning' };
  const newest = points[signal.members.at(-1)!]!;
  const inside = goal.kind !== 'keep' || isInside(newest.value, goal.atLeast, goal.atMost);
  return { ...signal, meaning: inside ? 'changed' : 'concerning' };
}

/** By the newest figure, as NHS England's variation icon; of several signals the first in the order of the rules. */
export function variationOf(signals: readonly JudgedSignal[], newest: number): Variation {
  const signal = signals.find(({ members }) => members.at(-1) === newest);
  if (!signal) return { kind: 'common' };
  return { kind: signal.meaning, rule: signal.rule, side: signal.side, count: signal.members.length };
}

export type Assurance = 'consistently-meets' | 'hit-and-miss' | 'consistently-fails';

/** NHS assurance for one limit or a band, bounds inclusive: will the process stay inside as it runs? */
export function assured({ lower, upper }: Pick<LimitPoint, 'lower' | 'upper'>, { atLeast, atMost }: KeepGoal): Assurance {
  if (isInside(lower, atLeast, atMost) && isInside(upper, atLeast, atMost)) return 'consistently-meets';
  return (atLeast !== null && upper < atLeast) || (atMost !== null && lower > atMost) ? 'consistently-fails' : 'hit-and-miss';
}
