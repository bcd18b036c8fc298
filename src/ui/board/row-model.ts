import { periodEnd, addPeriods, periodStart } from '../../domain/calendar.ts';
import type { Goal, KeyResult } from '../../domain/objective.ts';
import type { Assessed } from '../../state/assessments.svelte.ts';
import type { EpochDay } from '../../domain/calendar.ts';
import type { Pip } from '../parts/pip.ts';

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

/** True where the goal is an amount that adds up over the time of the key result. */
export const isTotal = ({ keyResult, series }: Pick<Assessed, 'keyResult' | 'series'>): boolean =>
  keyResult.goal.kind === 'reach' &&
  (keyResult.link?.reading.kind === 'sum' || (series?.accrual === 'cumulative' && keyResult.link?.reading.kind === 'latest'));

/** Readings inside the time of the key result, up to the day shown. */
export function windowPoints({ keyResult, series }: Assessed, asOf: EpochDay): readonly DayValue[] {
  const points: readonly DayValue[] =
    keyResult.goal.kind === 'manual'
      ? keyResult.checkIns.flatMap((checkIn) => (checkIn.value === null ? [] : [{ day: checkIn.day, value: checkIn.value }]))
      : (series?.points ?? []);
  return points.filter((point) => point.day >= keyResult.start && point.day <= Math.min(asOf, keyResult.due));
}

/** One mark per period of a keep goal, from start to due date. */
export function keepPips(assessed: Assessed, asOf: EpochDay): readonly Pip[] {
  const { keyResult, series } = assessed;
  const goal = keyResult.goal;
  if (goal.kind !== 'keep' || !series) return [];
  const inside = (value: number) => (goal.atLeast === null || value >= goal.atLeast) && (goal.atMost === null || value <= goal.atMost);
  const pips: Pip[] = windowPoints(assessed, asOf).map((point) => (inside(point.value) ? 'inside' : 'outside'));
  const last = series.points.filter((point) => point.day <= asOf).at(-1)?.day ?? keyResult.start;
  for (
    let day = addPeriods(periodStart(last, series.grain), series.grain, 1);
    periodEnd(day, series.grain) <= keyResult.due && pips.length < 100;
    day = addPeriods(day, series.grain, 1)
  )
    pips.push('to-come');
  return pips;
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
