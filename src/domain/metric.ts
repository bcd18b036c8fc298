import type { EpochDay, Grain } from './calendar.ts';
import type { Accrual } from './dataset.ts';
import type { Id } from './ids.ts';

/** Keep only rows whose value of this dimension is one of `values`. */
export interface DimensionFilter {
  readonly dimension: string;
  readonly values: readonly string[];
}

/** How rows of one period become one figure. */
export type Aggregation = 'sum' | 'mean' | 'last' | 'max' | 'min';

/** An earlier source of the same KPI: it brings the periods that newer sources lack. */
export interface OlderSource {
  readonly datasetId: Id;
  readonly column: string;
  readonly role: Metric['role'];
}

/** What a KPI itself is to reach or keep, in its own unit; null bounds are open. */
export interface MetricTarget {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** A KPI: a named series out of a data source. The column is matched by name, never by position. */
export interface Metric {
  readonly id: Id;
  readonly name: string;
  readonly datasetId: Id;
  readonly column: string;
  /** Role of the column, since 'actual' and 'target' may share a name. */
  readonly role: 'actual' | 'target' | 'value';
  /** Where set, the series is Σ column / Σ denominator per period. */
  readonly denominator: string | null;
  readonly filters: readonly DimensionFilter[];
  readonly aggregation: Aggregation;
  readonly accrual: Accrual;
  readonly unit: string | null;
  readonly grain: Grain;
  /** Earlier sources, newest first; denominator and filters are looked up by name in each. Absent = none. */
  readonly also?: readonly OlderSource[];
  /** Its measurable target. Absent = that of the key results that read it. */
  readonly target?: MetricTarget;
  /** From when to when the target holds. Absent = that of the key results that read it. */
  readonly timeFrame?: { readonly start: EpochDay; readonly end: EpochDay };
  /** How often it is to be looked at. Absent = nobody said. */
  readonly monitoring?: Grain;
  readonly owner?: string;
}
