import { historyLevel } from './baseline.ts';
import { addPeriods, periodEnd, periodStart, type EpochDay, type Grain } from './calendar.ts';
import { goalEras } from './goal-eras.ts';
import type { KeyResult } from './objective.ts';
import { isInWindow, type Datum } from './steps.ts';

/** Where the plan began anew after the last revision: on which day, and at what value. */
export interface Segment {
  readonly start: EpochDay;
  readonly from: number;
}

/** What of a frame tells where the plan begins. */
export interface Laid {
  readonly keyResult: KeyResult;
  readonly asOf: EpochDay;
  readonly kind: 'level' | 'total';
  readonly target: number;
  /** Value at the start of the key result: its baseline, of a total the sum that it counts from. */
  readonly origin: number;
  readonly due: EpochDay;
  readonly grain: Grain;
  readonly measured: boolean;
  /** Whole figures up to `asOf`. */
  readonly data: readonly Datum[];
}

/** A way of less than this share of the whole is no plan to be measured by: the goal is as good as reached. */
const SHORTEST = 0.05;

/** First day after the last period that is over by the end of `day`: a figure of a period is not cut in two by a revision. */
function afterLastWhole(data: readonly Datum[], grain: Grain, day: EpochDay): EpochDay {
  const known = data.findLast(({ last }) => last <= day);
  let next = known ? known.last + 1 : periodStart(day + 1, grain);
  while (periodEnd(next, grain) <= day) next = addPeriods(next, grain, 1);
  return next;
}

function standing({ kind, data, origin, keyResult, measured, grain }: Laid, start: EpochDay): number {
  const before = data.filter((datum) => !isInWindow(datum, start, measured));
  if (kind === 'level') return historyLevel(before, grain)?.level ?? before.at(-1)?.value ?? origin;
  return before.reduce((sum, datum) => (isInWindow(datum, keyResult.start, measured) ? sum + datum.value : sum), origin);
}

/**
 * The present segment of a key result whose goal was changed: its plan begins anew at the revision, from where the key result stood that day
 * (a level: the level of the figures by then; a total: the sum of the periods that were over). Null where the plan from the start holds: no
 * revision of the path, or what was reached by then is beyond the new target already.
 */
export function segmentOf(laid: Laid): Segment | null {
  const { keyResult, asOf, target, origin, due, grain, measured, data } = laid;
  if (!keyResult.revisions.length) return null;
  const { from: day } = goalEras(keyResult, asOf).at(-1)!;
  if (day <= keyResult.start) return null;
  const start = measured ? day : afterLastWhole(data, grain, day);
  if (start <= keyResult.start || start >= due) return null;
  const from = standing(laid, start);
  return (target - from) / (target - origin) >= SHORTEST ? { start, from } : null;
}
