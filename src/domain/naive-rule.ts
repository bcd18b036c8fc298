import type { Assessment } from './assessment.ts';
import type { Goal } from './objective.ts';
import { isInside } from './progress.ts';

/** Share of the expected progress below which the common rule turns red. */
const NAIVE_CUT = 0.75;

/**
 * What most OKR tools call red: progress below three quarters of the expected progress. A goal to keep has no path to be behind of: there
 * the common traffic light is red while the newest reading is outside its limit.
 */
export function isNaiveRed(goal: Goal, { value, progress, expected }: Assessment): boolean {
  if (goal.kind === 'keep') return value !== null && !isInside(value, goal.atLeast, goal.atMost);
  return progress !== null && expected !== null && progress < NAIVE_CUT * expected;
}
