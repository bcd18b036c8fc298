import type { EpochDay } from './calendar.ts';
import type { Datum } from './steps.ts';
import { finite } from './stats/outlook.ts';
import { mean } from './stats/robust.ts';
import { findSignals, type Signal } from './stats/run-rules.ts';
import { limitWidth, meanMovingRange } from './stats/xmr.ts';

/** A figure with its limits: about the level of the history before the start, about the plan since. */
export interface LimitPoint {
  /** First and last day of the figure's period; the same for a level. */
  readonly day: EpochDay;
  readonly last: EpochDay;
  readonly value: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** A stretch of figures whose limits were made together. */
export interface LimitSegment {
  /** Its points are those from `begin` up to, not including, `end`. */
  readonly begin: number;
  readonly end: number;
  /** Distance of the limits from the centre line, in the unit of the figures. */
  readonly width: number;
  /** How many figures the limits rest on. */
  readonly basis: number;
  /** The width (of a kept level the centre too) is that of the segment before: too few figures of its own. */
  readonly borrowed: boolean;
  readonly provisional: boolean;
  /** Day up to which figures made the limits, where they were locked. */
  readonly lockedOn: EpochDay | null;
  /** Centre of a kept level. */
  readonly level: number | null;
}

export interface SegmentInput {
  /** Stretches across whose border no moving range is taken. `centre` by figure, or null for the mean of all of them. */
  readonly runs: readonly { readonly data: readonly Datum[]; readonly centre: readonly number[] | null }[];
  readonly lock: EpochDay | null;
  readonly keeps: boolean;
}

/** Fewer figures make no limits ('useful limits may be constructed with as few as five or six values': Wheeler, 'Understanding Variation', p. 60). */
export const FEWEST_FOR_LIMITS = 5;
/** Limits of fewer figures may still move: trial limits, as NHS England calls them. */
const ENOUGH = 13;
/** Differences below this share of the figure are what is left of computing with fractions. */
const ROUNDING = 1e-9;

const deviation = (value: number, centre: number): number =>
  Math.abs(value - centre) <= ROUNDING * Math.max(Math.abs(value), Math.abs(centre)) ? 0 : value - centre;

const upTo = (lock: EpochDay | null) => (datum: Datum) => lock === null || datum.last <= lock;

/** Where most figures are equal, leaving out the few jumps would leave nothing, and every figure would lie outside: then they count. */
const usualRange = (known: readonly (readonly number[])[]): number => meanMovingRange(known) || (meanMovingRange(known, false) ?? 0);

/** Figures that make the limits: all, or those up to the lock where they are enough. */
function basisOf({ runs, lock }: SegmentInput): { lock: EpochDay | null; count: number } {
  const count = (day: EpochDay | null) => runs.reduce((sum, { data }) => sum + data.filter(upTo(day)).length, 0);
  return lock !== null && count(lock) >= FEWEST_FOR_LIMITS ? { lock, count: count(lock) } : { lock: null, count: count(null) };
}

/**
 * Limits of one segment. Its own moving ranges make them from five figures on; with fewer it goes on with those of the segment before, since
 * a new goal moves the centre and not the noise, and says so. Where limits are locked, only figures up to that day make them and later ones
 * are judged by them (NHS England, 'Making data count': recalculate for a known change, not with every figure). Null with too few figures.
 */
export function segmentLimits(
  input: SegmentInput,
  before: LimitSegment | null,
  begin: number,
): { points: LimitPoint[]; segment: LimitSegment; signals: Signal[] } | null {
  const { runs, keeps } = input;
  const { lock, count } = basisOf(input);
  const all = runs.flatMap(({ data }) => data);
  const borrowed = count < FEWEST_FOR_LIMITS;
  if (!all.length || (borrowed && !before)) return null;
  const own = mean(all.filter(upTo(lock)).map(({ value }) => value));
  const level = keeps ? ((borrowed ? before!.level : null) ?? own) : null;
  const lines = runs.map(({ data, centre }) => data.map((_, i) => centre?.[i] ?? level!));
  const away = runs.map(({ data }, run) => data.map(({ value }, i) => deviation(value, lines[run]![i]!)));
  const known = runs.map(({ data }, run) => away[run]!.filter((_, i) => upTo(lock)(data[i]!)));
  const width = borrowed ? before!.width : limitWidth(usualRange(known));
  const points = runs.flatMap(({ data }, run) =>
    data.map(({ first, last, value }, i): LimitPoint => {
      const centre = lines[run]![i]!;
      return { day: first, last, value, centre, lower: finite(centre - width), upper: finite(centre + width) };
    }),
  );
  let offset = begin;
  const signals = away.flatMap((deviations) => {
    const found = findSignals(deviations, width).map((signal) => ({ ...signal, members: signal.members.map((i) => i + offset) }));
    offset += deviations.length;
    return found;
  });
  const segment: LimitSegment = {
    begin,
    end: begin + points.length,
    width: finite(width),
    basis: borrowed ? before!.basis : count,
    borrowed,
    provisional: borrowed || count < ENOUGH,
    lockedOn: lock,
    level,
  };
  return { points, segment, signals };
}
