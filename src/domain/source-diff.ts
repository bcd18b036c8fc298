import { periodStart, type EpochDay } from './calendar.ts';
import type { Series, SeriesPoint } from './series.ts';

/** A figure that a newer file gives otherwise. */
export interface Restated {
  readonly was: SeriesPoint;
  readonly now: SeriesPoint;
}

/** What a newer file says about a KPI that an older one said otherwise or not at all. */
export interface SeriesDiff {
  readonly added: readonly SeriesPoint[];
  readonly restated: readonly Restated[];
  /** Points whose periods the newer file does not have. */
  readonly absent: readonly SeriesPoint[];
}

/** Figures that differ by less are the same figure, written with another number of digits or computed in another order. */
const SAME = 1e-9;

const isSame = (one: number, other: number) => Math.abs(one - other) <= SAME * Math.max(1e-6, Math.abs(one), Math.abs(other));

/** The difference of two series of one KPI, period by period. */
export function diffSeries(older: Series, newer: Series): SeriesDiff {
  const grain = newer.grain;
  const start = (point: SeriesPoint): EpochDay => periodStart(point.day, grain);
  const before = new Map(older.points.map((point) => [start(point), point]));
  const after = new Set(newer.points.map(start));
  const added: SeriesPoint[] = [];
  const restated: Restated[] = [];
  for (const now of newer.points) {
    const was = before.get(start(now));
    if (!was) added.push(now);
    else if (!isSame(was.value, now.value)) restated.push({ was, now });
  }
  return { added, restated, absent: older.points.filter((point) => !after.has(start(point))) };
}
