import type { EpochDay } from './calendar.ts';
import type { Goal } from './objective.ts';
import type { Trial } from './trial.ts';
import type { Prepared } from './what-if.ts';

const STEPS = 40;
/** Nobody works at more than this many times the speed. */
const MOST_PACE = 64;
const YEAR = 366;

/** Where a chance that rises from `from` to `to` passes the wanted one; null where it does not reach it. */
function crossing(from: number, to: number, chanceAt: (x: number) => number, wanted: number): number | null {
  if (chanceAt(to) < wanted) return null;
  if (chanceAt(from) >= wanted) return from;
  let [low, high] = [from, to];
  for (let i = 0; i < STEPS; i++) {
    const middle = (low + high) / 2;
    if (chanceAt(middle) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The pace (as a factor of the present speed) at which the chance is as wanted, nearest to the present one; null where none up to 64 times as
 * fast brings it. `trial` is what else is tried.
 */
export function paceFor(prepared: Prepared, trial: Trial, wanted: number): number | null {
  const chanceAt = (pace: number) => prepared.whatIf({ ...trial, pace }).chance ?? 0;
  const now = chanceAt(1);
  // Where the level runs away from its target, less of it is better.
  const better = chanceAt(1.5) >= chanceAt(0.5) ? 1 : -1;
  const end = now < wanted ? 1 + better * MOST_PACE : 1 - better * MOST_PACE;
  if (now < wanted) return crossing(1, end, chanceAt, wanted);
  // Already more than wanted: how slow may it become?
  const slowest = better > 0 ? 0 : MOST_PACE;
  return crossing(slowest, 1, chanceAt, wanted);
}

/** The target (of a limit: the limit) that is reached with the wanted chance; null where the forecast has no such place. */
export function targetFor(prepared: Prepared, trial: Trial, goal: Goal, wanted: number): number | null {
  const forecast = prepared.whatIf(trial).forecast;
  if (!forecast || goal.kind === 'milestones') return null;
  const { p2_5, p97_5 } = forecast;
  const reach = Math.max(p97_5 - p2_5, Math.abs(p97_5) * 1e-6, 1e-9);
  const [low, high] = [p2_5 - reach, p97_5 + reach];
  if (goal.kind === 'keep') {
    const chanceAt = (limit: number) =>
      prepared.whatIf({ ...trial, goal: goal.atLeast !== null ? { ...goal, atLeast: limit } : { ...goal, atMost: limit } }).chance ?? 0;
    return goal.atLeast !== null ? crossing(high, low, chanceAt, wanted) : crossing(low, high, chanceAt, wanted);
  }
  const rising = goal.target > goal.baseline;
  // A target on the other side of the baseline would be another wish.
  const nearest = rising ? Math.max(low, goal.baseline + reach * 1e-6) : Math.min(high, goal.baseline - reach * 1e-6);
  const farthest = rising ? high : low;
  if (rising ? farthest <= nearest : farthest >= nearest) return null;
  return crossing(farthest, nearest, (target) => prepared.whatIf({ ...trial, goal: { ...goal, target } }).chance ?? 0, wanted);
}

/** The first day, up to a year after the due date, by which the target is met with the wanted chance; null where none is. */
export function dueFor(prepared: Prepared, trial: Trial, [due, earliest]: readonly [EpochDay, EpochDay], wanted: number): EpochDay | null {
  const chanceAt = (day: number) => prepared.whatIf({ ...trial, due: Math.round(day) }).chance ?? 0;
  const now = chanceAt(due);
  const found = now < wanted ? crossing(due, due + YEAR, chanceAt, wanted) : crossing(earliest, due, chanceAt, wanted);
  return found === null ? null : Math.round(found);
}
