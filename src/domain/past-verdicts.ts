import type { Status, Verdict } from './assessment.ts';
import { analyse, type AssessInput } from './assess.ts';
import type { EpochDay } from './calendar.ts';
import type { ReviewState } from './stats/decide.ts';

/** What would have been said on the day of a past figure, with the common rule beside it. */
export interface PastVerdict {
  readonly day: EpochDay;
  readonly value: number | null;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly chance: number | null;
  /** Progress below three quarters of the expected progress: what most OKR tools call red. */
  readonly naiveRed: boolean;
}

/** Share of the expected progress below which the common rule turns red. */
const NAIVE_CUT = 0.75;

/** Replays the reviews at every figure since the start up to `asOf`: when would this have been flagged? */
export function pastVerdicts(input: AssessInput): PastVerdict[] {
  const { frame } = analyse(input);
  if (!frame) return [];
  let previous: ReviewState | null = null;
  return frame.window.map((datum): PastVerdict => {
    const { assessment } = analyse({ ...input, asOf: datum.last, previous: previous ?? { pBehind: 0, off: false } });
    const { status, verdict, chance, value, progress, expected, state } = assessment;
    previous = state;
    const naiveRed = progress !== null && expected !== null && progress < NAIVE_CUT * expected;
    return { day: datum.last, value, status, verdict, chance, naiveRed };
  });
}
