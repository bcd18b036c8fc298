import { assessOn } from '../domain/assess-on.ts';
import { addMonths, type EpochDay } from '../domain/calendar.ts';
import type { Compared } from '../domain/changes.ts';
import type { KeyResult } from '../domain/objective.ts';
import type { Assessed } from './assessments.svelte.ts';
import type { Since } from './preferences.svelte.ts';

/**
 * The day that a board as of a day is compared with: that of the last finished review, or counted back from the day that one looks at, as
 * people say 'a week ago'. Without a review it is a week.
 */
export function earlierDay(since: Since | null, asOf: EpochDay, lastReview: EpochDay | null): EpochDay {
  if (since === 'review' || since === null) return lastReview ?? asOf - 7;
  if (since === 'week') return asOf - 7;
  if (since === 'fortnight') return asOf - 14;
  return since === 'month' ? addMonths(asOf, -1) : since;
}

/** A key result of the board as it stands, with what is stored of it. */
export interface Standing {
  readonly stored: KeyResult;
  readonly row: Assessed;
}

// As in assessments: the identity of a key result is its version. Of each the last earlier day is kept, so that coming back costs nothing.
interface Known extends Pick<Assessed, 'series' | 'events'> {
  readonly day: EpochDay;
  readonly before: Compared['before'];
}
const known = new WeakMap<KeyResult, Known>();

/** The key result on the board beside how it stood on an earlier day. Takes as long as an assessment does. */
export function compareWith({ stored, row }: Standing, day: EpochDay): Compared {
  const { series, events, assessment: after } = row;
  const found = known.get(stored);
  const before =
    found?.series === series && found.events === events && found.day === day
      ? found.before
      : assessOn({ keyResult: stored, series, events, asOf: day });
  known.set(stored, { series, events, day, before });
  return { keyResult: stored, series, before, after };
}
