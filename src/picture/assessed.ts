import type { Assessment } from '../domain/assessment.ts';
import type { SeriesError } from '../domain/errors.ts';
import type { MetricEvent } from '../domain/metric-event.ts';
import type { KeyResult } from '../domain/objective.ts';
import type { Series } from '../domain/series.ts';

/** A key result with its figures and its verdict on a day: a row of the board. */
export interface Assessed {
  /** As it stood on the day: with the goal and due date valid then. */
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  readonly seriesError: SeriesError | null;
  /** Headwinds and tailwinds of its KPI. */
  readonly events: readonly MetricEvent[];
  readonly assessment: Assessment;
}
