import type { EpochDay } from './calendar.ts';
import type { Plan, PlanStep } from './objective.ts';
import { bounded } from './stats/outlook.ts';

/** A goal with a planned path from baseline to target. */
export interface PlannedGoal {
  readonly baseline: number;
  readonly target: number;
  readonly plan: Plan;
  readonly start: EpochDay;
  readonly due: EpochDay;
}

/** Corners of the path as shares of the span, ascending in time, first day 0 and due day 1. A step on or outside these days is left out. */
function cornersOf({ baseline, target, plan, start, due }: PlannedGoal): { day: number; share: number }[] {
  const span = target - baseline;
  const inside = (step: PlanStep) => step.day > start && step.day < due && span !== 0;
  const steps = plan.kind === 'phased' ? plan.steps.filter(inside).sort((a, b) => a.day - b.day) : [];
  return [
    { day: start, share: 0 },
    ...steps.map((step) => ({ day: step.day, share: bounded((step.value - baseline) / span) })),
    { day: Math.max(due, start + 1), share: 1 },
  ];
}

/**
 * Planned share of the way from baseline to target by day (a fraction of a day is allowed): straight lines through the steps, first day 0,
 * due day 1. Before the start 0; after the due date the last line runs on, for asking what a later date would bring.
 */
export function planShareOf(goal: PlannedGoal): (day: number) => number {
  const corners = cornersOf(goal);
  return (day) => {
    if (day <= goal.start) return 0;
    let i = 1;
    while (i < corners.length - 1 && corners[i]!.day < day) i++;
    const [from, to] = [corners[i - 1]!, corners[i]!];
    return to.day === from.day ? to.share : from.share + ((to.share - from.share) * (day - from.day)) / (to.day - from.day);
  };
}

/** Planned share at a day, never beyond the target. */
export const planShare = (goal: PlannedGoal, day: number): number => (day >= goal.due ? 1 : planShareOf(goal)(day));

/** Value that the plan expects at a day. */
export function expectedValue(goal: PlannedGoal, day: number): number {
  return goal.baseline + (goal.target - goal.baseline) * planShare(goal, day);
}
