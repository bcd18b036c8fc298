import type { Status } from './assessment.ts';
import type { EpochDay, Grain } from './calendar.ts';
import type { PastVerdict } from './past-verdicts.ts';

/** A stretch of time as people say it. */
export interface Span {
  readonly unit: 'day' | 'week' | 'month';
  readonly count: number;
}

/** What one rule did over the reviews. An alarm is 'off track' here, and red for the common rule. */
export interface RuleHistory {
  /** Day of its first alarm. */
  readonly first: EpochDay | null;
  /** It still sounds at the newest review. */
  readonly standing: boolean;
  /** Reviews at which it cried wolf; null while the key result itself is in doubt, or was missed. */
  readonly wolf: number | null;
}

/** How soon and how often each of two rules raised an alarm. */
export type FlagHistory =
  | { readonly code: 'too-few' }
  | {
      readonly code: 'compared';
      readonly reviews: number;
      readonly end: 'open' | 'achieved' | 'missed';
      readonly own: RuleHistory;
      readonly naive: RuleHistory;
      /** First 'at risk' before 'off track', or without it. */
      readonly firstAtRisk: EpochDay | null;
      readonly lead: Lead | null;
    };

/** Which rule came first, where both raised an alarm. */
export interface Lead {
  readonly who: 'own' | 'naive' | 'together';
  readonly by: Span;
  /** The earlier alarm was taken back at least once before the later one came. */
  readonly unsteady: boolean;
}

type IsRed = (past: PastVerdict) => boolean;

/** Once it is missed everybody knows: that is the outcome, no alarm. */
const ownRed: IsRed = ({ status }) => status === 'off-track';
const naiveRed: IsRed = ({ status, naiveRed: red }) => red && status !== 'missed';

/**
 * Reviews of alarms that went away by themselves: a run of red reviews counts whole where the next review is not red and the goal was not
 * changed in between, or where the key result was achieved straight after it. Whether somebody's action ended it, figures cannot say.
 */
function takenBack(past: readonly PastVerdict[], red: IsRed, now: Status): number {
  let [count, run] = [0, 0];
  for (const review of past) {
    if (red(review)) run++;
    else {
      if (!review.revised) count += run;
      run = 0;
    }
  }
  return now === 'achieved' ? count + run : count;
}

function ruleHistory(past: readonly PastVerdict[], red: IsRed, now: Status): RuleHistory {
  const fine = now === 'on-track' || now === 'achieved';
  const last = past.at(-1);
  return {
    first: past.find(red)?.day ?? null,
    standing: last !== undefined && red(last),
    wolf: fine ? takenBack(past, red, now) : null,
  };
}

/** Days below two weeks, months where figures come monthly or the stretch is long, else weeks. */
function spanOf(days: number, grain: Grain): Span {
  const monthly = grain !== 'day' && grain !== 'week';
  if (days < 14) return { unit: 'day', count: days };
  if (days >= 120 || (monthly && days >= 28)) return { unit: 'month', count: Math.round(days / 30.4375) };
  return { unit: 'week', count: Math.round(days / 7) };
}

function leadOf(past: readonly PastVerdict[], own: EpochDay | null, naive: EpochDay | null, grain: Grain): Lead | null {
  if (own === null || naive === null) return null;
  const who = own === naive ? 'together' : own < naive ? 'own' : 'naive';
  const [from, to] = [Math.min(own, naive), Math.max(own, naive)];
  const red = who === 'own' ? ownRed : naiveRed;
  return { who, by: spanOf(to - from, grain), unsteady: past.some((review) => review.day > from && review.day < to && !red(review)) };
}

/**
 * Compares the alarms of the verdict with those of the common rule over all reviews. `now` is the status on the day of asking, which may
 * lie after the newest review: it says whether the key result is fine, and so which alarms were false.
 */
export function flagHistory(past: readonly PastVerdict[], now: Status, grain: Grain): FlagHistory {
  const judged = past.filter(({ status }) => status !== 'too-early' && status !== 'no-data');
  if (past.length < 2 || judged.length === 0) return { code: 'too-few' };
  const own = ruleHistory(past, ownRed, now);
  const naive = ruleHistory(past, naiveRed, now);
  const atRisk = past.find(({ status }) => status === 'at-risk')?.day ?? null;
  return {
    code: 'compared',
    reviews: past.length,
    end: now === 'achieved' || now === 'missed' ? now : 'open',
    own,
    naive,
    firstAtRisk: atRisk !== null && (own.first === null || atRisk < own.first) ? atRisk : null,
    lead: leadOf(past, own.first, naive.first, grain),
  };
}
