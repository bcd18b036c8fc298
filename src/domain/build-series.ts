import { addPeriods, daysInGrain, periodEnd, periodStart, type EpochDay, type Grain } from './calendar.ts';
import type { DataColumn, Dataset } from './dataset.ts';
import type { SeriesError } from './errors.ts';
import type { Id } from './ids.ts';
import type { Aggregation, Metric } from './metric.ts';
import { err, ok, type Result } from './result.ts';
import { rowIndexOf, rowsOf } from './row-index.ts';
import type { Series, SeriesPoint, SourceCell } from './series.ts';

/** The figures of one period, in the order of time and then of the sheet. */
interface Group {
  readonly values: number[];
  readonly cells: SourceCell[];
}

const findColumn = ({ columns }: Dataset, name: string, role: Metric['role'] | null): DataColumn | undefined =>
  columns.find((column) => column.name === name && (role === null || column.role === role));

/** Positions of the rows that pass every filter. A filter on a dimension that the table lacks passes none. */
function selectRows(dataset: Dataset, column: DataColumn, metric: Metric): Int32Array {
  const tests = metric.filters.map((filter) => {
    const k = dataset.dimensions.findIndex((dimension) => dimension.name === filter.dimension);
    const wanted = new Set(filter.values.map((value) => dataset.dimensions[k]?.values.indexOf(value) ?? -1));
    wanted.delete(-1);
    return (codeIn: (dimension: number) => number) => k >= 0 && wanted.has(codeIn(k));
  });
  return rowsOf(rowIndexOf(column), (codeIn) => tests.every((test) => test(codeIn)));
}

/** Figures by the day that their period begins on, in the order of time and then of the sheet. */
function groupByDay(dataset: Id, column: DataColumn, rows: Int32Array): Map<EpochDay, Group> {
  const groups = new Map<EpochDay, Group>();
  for (const i of rows) {
    if (Number.isNaN(column.values[i]!)) continue;
    const day = column.days[i]!;
    const group = groups.get(day) ?? { values: [], cells: [] };
    groups.set(day, group);
    group.values.push(column.values[i]!);
    group.cells.push({ dataset, row: column.rows[i]!, column: column.columns[i]! });
  }
  return new Map([...groups].sort(([a], [b]) => a - b));
}

function aggregate(values: readonly number[], how: Aggregation): number {
  let result = values[0]!;
  if (how === 'last') return values.at(-1)!;
  for (let i = 1; i < values.length; i++) {
    const v = values[i]!;
    result = how === 'max' ? Math.max(result, v) : how === 'min' ? Math.min(result, v) : result + v;
  }
  return how === 'mean' ? result / values.length : result;
}

const sum = (values: readonly number[]): number => aggregate(values, 'sum');

/** Σ numerator / Σ denominator of each period; a period without a denominator, or with 0, has no figure. */
function ratios(above: Map<EpochDay, Group>, below: Map<EpochDay, Group>): SeriesPoint[] {
  const points: SeriesPoint[] = [];
  for (const [day, group] of above) {
    const under = below.get(day);
    const denominator = under ? sum(under.values) : 0;
    const value = sum(group.values) / denominator;
    if (under && denominator !== 0 && Number.isFinite(value)) points.push({ day, value, cells: [...group.cells, ...under.cells] });
  }
  return points;
}

/** Groups of the coarser grain. */
function regroup(groups: Map<EpochDay, Group>, grain: Grain): Map<EpochDay, Group> {
  const coarse = new Map<EpochDay, Group>();
  for (const [day, { values, cells }] of groups) {
    const start = periodStart(day, grain);
    const group = coarse.get(start) ?? { values: [], cells: [] };
    coarse.set(start, group);
    group.values.push(...values);
    group.cells.push(...cells);
  }
  return coarse;
}

/** One figure per period of the finer grain, then: flows add up, levels and running totals keep the last, ratios average. */
function coarsen(points: readonly SeriesPoint[], metric: Metric): SeriesPoint[] {
  const how: Aggregation = metric.accrual === 'flow' ? 'sum' : metric.accrual === 'ratio' ? 'mean' : 'last';
  const fine = new Map(points.map(({ day, value, cells }) => [day, { values: [value], cells: [...cells] }]));
  return [...regroup(fine, metric.grain)].map(([day, { values, cells }]) => ({
    day,
    value: aggregate(values, how),
    // Only the last figure made a level.
    cells: how === 'last' ? (points.findLast((point) => periodStart(point.day, metric.grain) === day)?.cells ?? []) : cells,
  }));
}

/** A level of which only the period is known was measured at its end. */
function atMeasuredDay(points: readonly SeriesPoint[], grain: Grain): SeriesPoint[] {
  const known = points.every(({ day }) => periodStart(day, grain) === day && addPeriods(day, grain, 1) - day > 1);
  return known ? points.map((point) => ({ ...point, day: periodEnd(point.day, grain) })) : [...points];
}

/**
 * The series of a KPI in one dataset: its column by name and role, filtered, one figure per period (Σ/Σ with a denominator), regrouped where the KPI's
 * grain is coarser than the column's. Cells without a figure are absent, never zero.
 */
export function buildSeries(dataset: Dataset, metric: Metric): Result<Series, SeriesError> {
  const column = findColumn(dataset, metric.column, metric.role);
  if (!column) return err({ code: 'missing-column', name: metric.column });
  const under = metric.denominator === null ? null : findColumn(dataset, metric.denominator, null);
  if (under === undefined) return err({ code: 'missing-column', name: metric.denominator! });
  const coarser = daysInGrain[metric.grain] > daysInGrain[column.grain];
  const { grain } = coarser ? metric : column;
  const above = groupByDay(dataset.id, column, selectRows(dataset, column, metric));
  let points: SeriesPoint[];
  if (under) {
    const below = groupByDay(dataset.id, under, selectRows(dataset, under, metric));
    points = coarser ? ratios(regroup(above, grain), regroup(below, grain)) : ratios(above, below);
  } else {
    const fine = [...above].map(([day, { values, cells }]) => ({ day, value: aggregate(values, metric.aggregation), cells }));
    points = coarser ? coarsen(fine, metric) : fine;
  }
  points.sort((a, b) => a.day - b.day);
  if (!points.length) return err({ code: 'no-points', name: metric.name });
  const placed = metric.accrual === 'level' ? atMeasuredDay(points, grain) : points;
  return ok({ grain, accrual: metric.accrual, unit: metric.unit, points: placed });
}
