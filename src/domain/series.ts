import type { EpochDay, Grain } from './calendar.ts';
import type { Accrual } from './dataset.ts';
import type { Id } from './ids.ts';

/** A cell (row, column from 0) of the table that a dataset was read from. */
export interface SourceCell {
  readonly dataset: Id;
  readonly row: number;
  readonly column: number;
}

/** One figure of a series with where it came from. */
export interface SeriesPoint {
  /** First day of the period; for a level measured on a day, that day. */
  readonly day: EpochDay;
  readonly value: number;
  /** Cells that the figure was made of; empty for check-ins. */
  readonly cells: readonly SourceCell[];
}

/** A KPI over time: ordered by day, one point per period, missing periods absent. */
export interface Series {
  readonly grain: Grain;
  readonly accrual: Accrual;
  readonly unit: string | null;
  readonly points: readonly SeriesPoint[];
}
