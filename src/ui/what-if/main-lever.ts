import type { TrialRow } from '../../domain/board-trial.ts';
import type { Adjustment } from '../../domain/workspace.ts';
import { movedGoal, speedLever, targetRange, type TargetRange } from '../key-result/levers.ts';

/** The lever that stands in the row: the pace from now on, or the target where no pace can be set. */
export interface MainLever extends TargetRange {
  readonly kind: 'pace' | 'target';
  /** Where it stands with an adjustment. */
  readonly valueOf: (adjustment: Adjustment | undefined) => number;
  /** The adjustment with the lever at a value; what says nothing is left out. */
  readonly moved: (adjustment: Adjustment, value: number) => Adjustment;
}

function paceLever({ keyResult, prepared, added }: TrialRow): MainLever | null {
  const { now, assessment } = prepared;
  if (added || keyResult.goal.kind === 'keep' || !now.forecast) return null;
  const doubled = prepared.whatIf({ pace: 2 }).forecast;
  const range = doubled && speedLever(now.forecast.p50, doubled.p50, assessment.periodsLeft, assessment.requiredPerPeriod);
  if (!range) return null;
  return {
    kind: 'pace',
    ...range,
    valueOf: (adjustment) => range.now * (adjustment?.pace ?? 1),
    moved: ({ pace: _, ...rest }, value) =>
      Math.abs(value - range.now) < range.step / 2 ? rest : { ...rest, pace: range.factorOf(value) },
  };
}

/** The target, or the limit of a goal to keep, as a lever. */
export function targetLever({ keyResult }: TrialRow): MainLever | null {
  const range = targetRange(keyResult.goal);
  if (!range) return null;
  return {
    kind: 'target',
    ...range,
    valueOf: (adjustment) => (adjustment?.goal && targetRange(adjustment.goal)?.now) ?? range.now,
    moved: ({ goal: _, ...rest }, value) => (value === range.now ? rest : { ...rest, goal: movedGoal(keyResult.goal, value) }),
  };
}

const known = new WeakMap<TrialRow, MainLever | null>();

/** Null where nothing can be pulled: milestones. */
export function mainLever(row: TrialRow): MainLever | null {
  const found = known.get(row);
  if (found !== undefined) return found;
  const lever = paceLever(row) ?? targetLever(row);
  known.set(row, lever);
  return lever;
}
