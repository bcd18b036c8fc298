import type { EpochDay } from './calendar.ts';
import type { Goal, KeyResult } from './objective.ts';
import { isInWindow, type Span } from './steps.ts';

/** A time in which one goal held, between two revisions. */
export interface GoalEra {
  readonly goal: Goal;
  readonly due: EpochDay;
  /** Day of the revision that began it, or the start of the key result. */
  readonly from: EpochDay;
  /** Day of the revision that ended it; null for the goal that holds now. */
  readonly until: EpochDay | null;
}

type Held = Pick<GoalEra, 'goal' | 'due'>;

/** What is to be kept does not change with the date until which; a path is another where its ends, its steps or its date are. */
function isSame({ goal: a, due }: Held, { goal: b, due: other }: Held): boolean {
  if (a.kind === 'keep') return b.kind === 'keep' && a.atLeast === b.atLeast && a.atMost === b.atMost;
  if (a.kind === 'milestones' || a.kind !== b.kind) return false;
  const samePlan = JSON.stringify(a.plan) === JSON.stringify(b.plan);
  return a.baseline === b.baseline && a.target === b.target && due === other && samePlan;
}

/**
 * The goals that a key result has had up to a day, in order; the last is the present one. Of several revisions on one day only the outcome
 * counts, and one that is dated before an earlier one changes what held since, not when it began. A revision of the weight alone begins
 * nothing.
 */
export function goalEras({ start, goal, due, revisions }: KeyResult, asOf: EpochDay): readonly GoalEra[] {
  const made = revisions.filter(({ day }) => day <= asOf);
  const past: GoalEra[] = [];
  let now: GoalEra = { goal: made[0]?.before.goal ?? goal, due: made[0]?.before.due ?? due, from: start, until: null };
  made.forEach(({ day }, i) => {
    const next = made[i + 1]?.before ?? { goal, due };
    const then: Held = { goal: next.goal, due: next.due };
    if (day > now.from && !isSame(now, then)) {
      past.push({ ...now, until: day });
      now = { ...then, from: day, until: null };
      return;
    }
    now = { ...now, ...then };
    // Changed and changed back on one day.
    const before = past.at(-1);
    if (before && isSame(before, now)) now = { ...now, from: past.pop()!.from };
  });
  return [...past, now];
}

/**
 * Place of the era that a figure belongs to: of a period, where most of it lies; a level measured on the day of a revision was known when it
 * was made and belongs to the era before, as at the start.
 */
export function eraOf(eras: readonly GoalEra[], span: Span, measured: boolean): number {
  const ended = eras.findIndex(({ until }) => until !== null && !isInWindow(span, until, measured));
  return ended < 0 ? eras.length - 1 : ended;
}

/** The key result as it stood in one of its eras: with the goal and due date of then, and the revisions made by then. */
export const keyResultIn = (keyResult: KeyResult, { goal, due, from }: GoalEra): KeyResult => ({
  ...keyResult,
  goal,
  due,
  revisions: keyResult.revisions.filter(({ day }) => day <= from),
});
