import type { Assessment, Status, Verdict } from './assessment.ts';
import { analyseOn } from './assess-on.ts';
import type { AssessInput } from './assess.ts';
import type { EpochDay } from './calendar.ts';
import { frameOf, type FrameInput } from './frame.ts';
import { keyResultOn } from './goal-on.ts';
import { isNaiveRed } from './naive-rule.ts';
import type { Goal } from './objective.ts';
import { isInside } from './progress.ts';

/** A past day on which a figure came in. */
export interface Review {
  readonly day: EpochDay;
  /** Goal or due date were changed since the review before. */
  readonly revised: boolean;
}

/** What would have been said on the day of a past figure, with the common rule beside it. */
export interface PastVerdict extends Review {
  readonly value: number | null;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly chance: number | null;
  /** The common rule was red, see isRedByRule. */
  readonly naiveRed: boolean;
}

/**
 * The alarm of the common rule. A goal to keep has no path to be behind of, so that progress against what is expected says nothing: there
 * the common traffic light is red while the newest reading is outside its limit.
 */
function isRedByRule(goal: Goal, { value, progress, expected }: Assessment): boolean {
  if (goal.kind === 'keep') return value !== null && !isInside(value, goal.atLeast, goal.atMost);
  return isNaiveRed(progress, expected);
}

/** The days on which a figure came in, from the start up to `asOf`. */
export function reviewsOf({ keyResult, series, asOf }: FrameInput): Review[] {
  const days = frameOf({ keyResult: keyResultOn(keyResult, asOf), series, asOf })?.whole.window.map(({ last }) => last) ?? [];
  return days.map((day, i) => {
    const before = i ? days[i - 1]! : keyResult.start - 1;
    return { day, revised: keyResult.revisions.some((revision) => revision.day > before && revision.day <= day) };
  });
}

/**
 * The verdict of one past review: when would this have been flagged? Computed from the data of that day alone, as on any other day; no
 * review hands anything to the next. Many of them take long and are best asked in slices.
 */
export function verdictOn(input: AssessInput, review: Review): PastVerdict {
  const asOf = review.day;
  const { assessment } = analyseOn({ ...input, asOf });
  const { status, verdict, chance, value } = assessment;
  return { ...review, status, verdict, chance, value, naiveRed: isRedByRule(keyResultOn(input.keyResult, asOf).goal, assessment) };
}
