import { dayOf } from '../../../src/domain/calendar.ts';
import type { Goal } from '../../../src/domain/objective.ts';
import type { Series } from '../../../src/domain/series.ts';
import type { Random } from '../random.ts';
import { noiseOf, type Noise } from './noise.ts';
import { keyResultOf, type Course, type World } from './world.ts';

/** A quarter of weekly readings of a level, due on the day of the thirteenth. */
export const WEEKS = 13;
const START = dayOf(2025, 3, 31);
const BASE = 50;
/** A shift comes with the reading of this week and takes half of the way. */
export const SHIFT_WEEK = 6;
const SHIFT = 0.5;

export interface WeeklyShape {
  /** Readings up to the start. */
  readonly history: number;
  /** Baseline to target, in standard deviations of the noise. */
  readonly span: number;
  readonly course: Course;
  readonly noise: Noise;
}

/** Speed as a share of the planned; a key result on its plan runs at 1. */
const PACE: Record<Course, number> = { 'on-plan': 1, half: 0.5, stalled: 0, reversed: -0.5, shift: 1, ahead: 1.6 };

/** The plainest world: a straight plan from the true level, one reading a week, one kind of noise, reviewed at each reading. */
export function weeklyWorld({ history, span, course, noise }: WeeklyShape, random: Random): World {
  const scatter = noiseOf(noise, history + WEEKS, history, random);
  const week = (i: number) => i - history + 1;
  const moved = (t: number) => (t <= 0 ? 0 : (PACE[course] * t) / WEEKS - (course === 'shift' && t >= SHIFT_WEEK ? SHIFT : 0));
  const points = scatter.map((e, i) => ({ day: START + 7 * week(i), value: BASE + span * moved(week(i)) + e, cells: [] }));
  const series: Series = { grain: 'week', accrual: 'level', unit: null, points };
  const goal: Goal = { kind: 'reach', baseline: BASE, target: BASE + span, stretch: null, plan: { kind: 'linear' } };
  const final = points.at(-1)!.value;
  return {
    kind: 'level',
    course,
    noise: noise.kind,
    seasonal: false,
    keyResult: keyResultOf({ start: START, due: START + 7 * WEEKS, goal, reading: { kind: 'latest' } }),
    seriesAt: () => series,
    reviews: Array.from({ length: WEEKS - 1 }, (_, i) => START + 7 * (i + 1)),
    lastFigure: null,
    final,
    hit: final >= BASE + span,
    driftsOn: (day) =>
      course === 'on-plan' ? false : course === 'ahead' || (course === 'shift' && day < START + 7 * SHIFT_WEEK) ? null : true,
  };
}
