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

/** What is to be kept does not change with the date until which. */
const isSame = (a: Goal, b: Goal): boolean => a.kind === 'keep' && b.kind === 'keep' && a.atLeast === b.atLeast && a.atMost === b.atMost;

/**
 * The goals that a key result has had up to a day, in order; the last is the present one. Of several revisions on one day only the outcome
 * counts, and one that is dated before an earlier one changes what held since, not when it began.
 */
export function goalEras({ start, goal, due, revisions }: KeyResult, asOf: EpochDay): readonly GoalEra[] {
  const eras: GoalEra[] = [];
  let from = start;
  const made = revisions.filter(({ day }) => day <= asOf);
  made.forEach(({ day, before }, i) => {
    if (day <= from || isSame(before.goal, made[i + 1]?.before.goal ?? goal)) return;
    eras.push({ ...before, from, until: day });
    from = day;
  });
  return [...eras, { goal, due, from, until: null }];
}

/**
 * Place of the era that a figure belongs to: of a period, where most of it lies; a level measured on the day of a revision was known when it
 * was made and belongs to the era before, as at the start.
 */
export function eraOf(eras: readonly GoalEra[], span: Span, measured: boolean): number {
  const ended = eras.findIndex(({ until }) => until !== null && !isInWindow(span, until, measured));
  return ended < 0 ? eras.length - 1 : ended;
}
