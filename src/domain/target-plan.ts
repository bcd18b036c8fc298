import { addPeriods, type EpochDay } from './calendar.ts';
import type { DataColumn, Dataset } from './dataset.ts';
import { readFrom } from './metric-sources.ts';
import type { Metric } from './metric.ts';
import type { Plan, Reading } from './objective.ts';
import type { Series } from './series.ts';
import { dataOf, isByDue, isInWindow, isMeasured, type Datum } from './steps.ts';

/** A planned path out of the targets of a file, with the goal that it leads to. */
export interface TargetPlan {
  /** Where the path must begin for its steps to be right; null where any beginning is. */
  readonly baseline: number | null;
  readonly target: number;
  /** Last day of the last period with a target. */
  readonly due: EpochDay;
  readonly plan: Plan;
  /** Periods that have a target. */
  readonly periods: number;
}

const adds = ({ accrual }: { readonly accrual: Metric['accrual'] }) => accrual === 'flow' || accrual === 'cumulative';

function isTargetOf(metric: Metric, dataset: Dataset, column: DataColumn): boolean {
  return (
    column.role === 'target' &&
    column.name === metric.column &&
    metric.filters.every(({ dimension, values }) => {
      const found = dataset.dimensions.find(({ name }) => name === dimension);
      return found !== undefined && values.every((value) => found.values.includes(value));
    })
  );
}

/**
 * The targets by period that some table has for a KPI, as a KPI of their own: same column name, same dimension values. The KPI's own table
 * goes first, then tables of the same file, then the others in their order.
 */
export function targetsOf(metric: Metric, datasets: readonly Dataset[]): Metric | null {
  if (metric.role === 'target') return null;
  const file = datasets.find(({ id }) => id === metric.datasetId)?.source.file;
  const rank = ({ id, source }: Dataset) => (id === metric.datasetId ? 0 : source.file === file ? 1 : 2);
  for (const dataset of [...datasets].sort((a, b) => rank(a) - rank(b))) {
    const column = dataset.columns.find((one) => isTargetOf(metric, dataset, one));
    if (!column) continue;
    return {
      ...readFrom(metric, { datasetId: dataset.id, column: column.name, role: 'target' }),
      denominator: null,
      // Running totals may be planned in amounts and the other way round; a level or a ratio is what it is.
      accrual: adds(metric) && adds(column) && column.accrualCertain ? column.accrual : metric.accrual,
      unit: column.unit,
      grain: column.grain,
    };
  }
  return null;
}

/** Sums leave no binary dust: 0.1 + 0.2 is 0.3. */
const exactly = (value: number) => Number(value.toPrecision(12));

/** Every period from the start on has its target: a sum over a gap would be too small. */
function isComplete(data: readonly Datum[], start: EpochDay, { grain }: Series): boolean {
  const first = data[0]!.first;
  const before = { first: addPeriods(first, grain, -1), last: first - 1, at: first, value: 0 };
  return !isInWindow(before, start, false) && data.every((datum, i) => i === 0 || datum.first === data[i - 1]!.last + 1);
}

/** What a target plan is made for. */
export interface PlanWish {
  readonly metric: Metric;
  readonly reading: Reading;
  readonly start: EpochDay;
  readonly due: EpochDay;
  /** Running total at the start, where the KPI counts on; null where it is not known. */
  readonly baseline: number | null;
}

/**
 * The planned path that targets by period describe from a start to a due date, for a KPI read in a certain way: the target of each period
 * for a value, their sum so far for a sum since the start (as amounts, that is from 0; as running totals, from the baseline on). Null where
 * the reading has no path (means), where no period counts, or where a sum misses one.
 */
export function planFromTargets(targets: Series, { metric, reading, start, due, baseline }: PlanWish): TargetPlan | null {
  if (reading.kind !== 'sum' && reading.kind !== 'latest') return null;
  const total = reading.kind === 'sum' || metric.accrual === 'cumulative';
  const opening = metric.accrual === 'cumulative' ? (baseline ?? 0) : 0;
  const measured = isMeasured(targets);
  const data = dataOf(targets, start, opening).filter((datum) => isInWindow(datum, start, measured) && isByDue(datum, due, measured));
  if (data.length === 0 || (total && (measured || !isComplete(data, start, targets)))) return null;
  let sum = opening;
  const steps = data.map((datum) => ({ day: datum.last, value: exactly(total ? (sum += datum.value) : datum.value) }));
  const end = steps.at(-1)!;
  if (end.day <= start) return null;
  const between = steps.filter(({ day }) => day > start && day < end.day);
  return {
    baseline: total ? opening : null,
    target: end.value,
    due: end.day,
    plan: between.length ? { kind: 'phased', steps: between } : { kind: 'linear' },
    periods: data.length,
  };
}
