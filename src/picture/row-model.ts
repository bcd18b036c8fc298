import { frameOf, isReplanned, type Frame } from '../domain/frame.ts';
import { isInsideThen } from '../domain/kept.ts';
import type { Goal, KeyResult } from '../domain/objective.ts';
import type { Assessed } from './assessed.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Pip } from './pip.ts';

export interface DayValue {
  readonly day: EpochDay;
  readonly value: number;
}

/** Planned path as corner points, in the unit of the key result. */
export function planCorners(keyResult: KeyResult, goal: Goal = keyResult.goal, due: EpochDay = keyResult.due): readonly DayValue[] {
  if (goal.kind === 'keep') {
    const limit = goal.atLeast ?? goal.atMost ?? 0;
    return [
      { day: keyResult.start, value: limit },
      { day: due, value: limit },
    ];
  }
  if (goal.kind === 'milestones') return [];
  const steps = goal.plan.kind === 'phased' ? goal.plan.steps : [];
  return [{ day: keyResult.start, value: goal.baseline }, ...[...steps].sort((a, b) => a.day - b.day), { day: due, value: goal.target }];
}

/** The same since the last change of the goal, where the plan began anew with it: from where the key result stood then. */
export function plannedPath(frame: Frame | null, ...of: Parameters<typeof planCorners>): readonly DayValue[] {
  const corners = planCorners(...of);
  if (!frame || !isReplanned(frame) || !corners.length) return corners;
  return [{ day: frame.start, value: frame.from }, ...corners.slice(1).filter(({ day }) => day > frame.start)];
}

/** The row's figures laid out in time by the same rules as its verdict; null where there are none. */
export const frameOfRow = ({ keyResult, series }: Assessed, asOf: EpochDay): Frame | null =>
  keyResult.goal.kind === 'milestones' ? null : frameOf({ keyResult, series, asOf });

/** Figures that count for the key result, the open period with them, by the first day that lies in its time. */
export function windowPoints(frame: Frame): readonly DayValue[] {
  const { partial, whole } = frame;
  const { window, start } = whole;
  return [...window, ...(partial ? [partial] : [])].map(({ first, value }) => ({ day: Math.max(first, start), value }));
}

/** One mark per period of a keep goal, from start to due date. */
export function keepPips(frame: Frame): readonly Pip[] {
  const { goal, window, future } = frame;
  if (goal.kind !== 'keep') return [];
  return [
    ...window.map((datum): Pip => (isInsideThen(frame, datum) ? 'inside' : 'outside')),
    ...future.slice(0, 100).map((): Pip => 'to-come'),
  ];
}

export function milestonePips(keyResult: KeyResult, asOf: EpochDay): readonly Pip[] {
  if (keyResult.goal.kind !== 'milestones') return [];
  const state = (milestone: { doneOn: EpochDay | null; due: EpochDay | null }): Pip =>
    milestone.doneOn !== null && milestone.doneOn <= asOf
      ? 'inside'
      : milestone.due !== null && milestone.due < asOf
        ? 'outside'
        : 'to-come';
  return keyResult.goal.milestones.map(state);
}
