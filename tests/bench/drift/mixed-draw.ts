import { planShareOf } from '../../../src/domain/plan.ts';
import type { Plan } from '../../../src/domain/objective.ts';
import type { Random } from '../random.ts';
import type { Schedule } from './calendar-world.ts';
import type { Noise } from './noise.ts';
import type { Course, GoalKind, World } from './world.ts';

/** What all mixed worlds are drawn from before their goal decides the rest. */
export interface Draw {
  readonly kind: GoalKind;
  readonly course: Course;
  readonly noise: Noise['kind'];
  readonly schedule: Schedule;
  /** Noise of each period, standard deviation near 1. */
  readonly scatter: readonly number[];
  /** Log factor of each month of the year, or null. */
  readonly season: readonly number[] | null;
  /** Speed as a share of the planned; share of the time after which a shift has come, and how much it takes. */
  readonly pace: number;
  readonly shiftAt: number;
  readonly loss: number;
  readonly random: Random;
}

export const between = ({ uniform }: Random, low: number, high: number): number => low + (high - low) * uniform();

/** The plan of most is a straight line; of some it bends at a third and two thirds of the time. In shares of the way. */
export function planIn({ schedule: { start, due }, random }: Draw): Plan {
  if (random.uniform() < 0.75) return { kind: 'linear' };
  const power = between(random, 0.6, 1.7);
  return {
    kind: 'phased',
    steps: [1 / 3, 2 / 3].map((share) => ({ day: Math.round(start + share * (due - start)), value: share ** power })),
  };
}

/** The same plan in the unit of the KPI. */
export const inUnits = (plan: Plan, from: number, to: number): Plan =>
  plan.kind === 'linear' ? plan : { ...plan, steps: plan.steps.map(({ day, value }) => ({ day, value: from + (to - from) * value })) };

/** Planned share of the way by day. */
export const shareBy = ({ schedule: { start, due } }: Draw, plan: Plan): ((day: number) => number) => {
  const share = planShareOf({ baseline: 0, target: 1, plan, start, due });
  return (day) => Math.min(1, share(day));
};

export const hasShifted = ({ course, schedule: { start, due }, shiftAt }: Draw, day: number): boolean =>
  course === 'shift' && day >= start + shiftAt * (due - start);

/** Whether a key result to be reached drifts on a day. */
export function driftsOn(draw: Draw): World['driftsOn'] {
  const { course } = draw;
  if (course === 'on-plan') return () => false;
  return (day) => (course === 'ahead' || (course === 'shift' && !hasShifted(draw, day)) ? null : true);
}
