import type { Frame } from './frame.ts';
import type { Goal } from './objective.ts';

/** Which way is good for a goal: 1 more, −1 less, 0 where neither is by itself (a band to keep within, a checklist). */
export function goodSideOf(goal: Goal): 1 | -1 | 0 {
  switch (goal.kind) {
    case 'milestones':
      return 0;
    case 'keep':
      return goal.atMost === null ? 1 : goal.atLeast === null ? -1 : 0;
    default:
      return goal.target < goal.baseline ? -1 : 1;
  }
}

/** The same for figures laid out in time: a total is to grow from what it counts from, whatever its baseline says. A band counts as more. */
export function goodSideOfFrame({ goal, kind, falling, whole }: Frame): 1 | -1 {
  if (goal.kind === 'keep') return goodSideOf(goal) || 1;
  return goal.target < (kind === 'total' && !falling ? whole.opening : goal.baseline) ? -1 : 1;
}
