import type { Goal } from '../../../src/domain/objective.ts';
import { between, hasShifted, type Draw } from './mixed-draw.ts';
import { habitsOf, record } from './recording.ts';
import { keyResultOf, type World } from './world.ts';

const MIDDLE = 100;

/** Keep a level inside limits: it stays where it was, slides out until the due date, or falls out at a date. */
export function keepWorld(draw: Draw): World {
  const { kind, course, noise, schedule, scatter, random } = draw;
  const { start, due, periods } = schedule;
  // In standard deviations of the noise: how far inside the level is, and how far it moves.
  const margin = between(random, 0.7, 3);
  const fall = margin + between(random, 0.8, 3);
  const down = kind === 'at-least' || (kind === 'within' && random.uniform() < 0.5);
  const moved = (day: number): number => {
    if (day <= start || course === 'on-plan') return 0;
    return course === 'shift' ? (hasShifted(draw, day) ? fall : 0) : (1.5 * fall * (day - start)) / (due - start);
  };
  const side = down ? -1 : 1;
  const levelAt = (day: number) => MIDDLE + side * moved(day);
  const values = periods.map((period, i) => levelAt(period.measured) + scatter[i]!);
  const low = kind === 'at-most' ? null : MIDDLE - margin * (down ? 1 : 1.5);
  const high = kind === 'at-least' ? null : MIDDLE + margin * (down ? 1.5 : 1);
  const inside = (value: number) => (low === null || value >= low) && (high === null || value <= high);
  const goal: Goal = { kind: 'keep', atLeast: low, atMost: high };
  const final = values.at(-1)!;
  return {
    kind,
    course,
    noise,
    seasonal: false,
    keyResult: keyResultOf({ start, due, goal, reading: { kind: 'latest' } }),
    ...record(schedule, 'level', values, habitsOf(random, false), random),
    reviews: schedule.reviews,
    final,
    hit: inside(final),
    // While the level is still inside neither answer would be wrong.
    driftsOn: (day) => (course === 'on-plan' ? false : inside(levelAt(day)) ? null : true),
  };
}
