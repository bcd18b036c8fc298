import type { Status, Verdict } from './assessment.ts';
import { analyseOn } from './assess-on.ts';
import type { EpochDay } from './calendar.ts';
import { frameOf, type FrameInput } from './frame.ts';
import { keyResultOn } from './goal-on.ts';
import { isNaiveRed } from './naive-rule.ts';

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
  /** What most OKR tools would have called red, see naive-rule.ts. */
  readonly naiveRed: boolean;
}

/** The days on which a figure came in, from the start up to `asOf`. */
export function reviewsOf({ keyResult, series, asOf }: FrameInput): Review[] {
  const days = frameOf({ keyResult: keyResultOn(keyResult, asOf), series, asOf })?.window.map(({ last }) => last) ?? [];
  return days.map((day, i) => {
    const before = i ? days[i - 1]! : keyResult.start - 1;
    return { day, revised: keyResult.revisions.some((revision) => revision.day > before && revision.day <= day) };
  });
}

/** The verdict of one past review: computed from the data of that day alone, as on any other day; no review hands anything to the next. */
export function verdictOn(input: FrameInput, review: Review): PastVerdict {
  const asOf = review.day;
  const { assessment } = analyseOn({ ...input, asOf });
  const { status, verdict, chance, value } = assessment;
  return { ...review, status, verdict, chance, value, naiveRed: isNaiveRed(keyResultOn(input.keyResult, asOf).goal, assessment) };
}

/** Replays every review since the start up to `asOf`: when would this have been flagged? Slow for long series, see verdictOn for slices. */
export const pastVerdicts = (input: FrameInput): PastVerdict[] => reviewsOf(input).map((review) => verdictOn(input, review));
