import { addMonths, dayOf, isoOf } from '../../../../src/domain/calendar.ts';
import type { DataColumn, Dataset } from '../../../../src/domain/dataset.ts';
import { headerPrint } from '../../../../src/domain/header-print.ts';
import type { Metric } from '../../../../src/domain/metric.ts';
import { emptyWorkspace, type Workspace } from '../../../../src/domain/workspace.ts';

const JANUARY = dayOf(2026, 1, 1);

/** `2026-03` of the third month. */
export const monthName = (day: number): string => isoOf(day).slice(0, 7);

/** Columns of a file by name: a figure for each month from January; null = an empty cell. */
export type Table = Readonly<Record<string, readonly (number | null)[]>>;

/** A monthly report as it was read. `from` is its first month, January = 0. */
export function report(id: string, table: Table, { file = 'kpi.csv', from = 0 } = {}): Dataset {
  const columns = Object.entries(table).map(([name, figures], index): DataColumn => {
    const months = Int32Array.from(figures, (_, i) => addMonths(JANUARY, from + i));
    return {
      name,
      role: 'value',
      unit: null,
      grain: 'month',
      accrual: 'flow',
      accrualCertain: true,
      days: months,
      values: Float64Array.from(figures, (figure) => figure ?? NaN),
      rows: Int32Array.from(figures, (_, i) => i + 1),
      columns: Int32Array.from(figures, () => index + 1),
      codes: [],
    };
  });
  const source = {
    file,
    sheet: '',
    format: 'csv' as const,
    encoding: null,
    delimiter: null,
    size: 1,
    importedOn: 0,
    fingerprint: id,
    title: '',
  };
  return { id, source, dimensions: [], columns, issues: [] };
}

/** The header of such a report. */
export const headerOf = (dataset: Dataset): readonly string[] =>
  headerPrint([{ name: 'Month', role: 'date' }, ...dataset.columns.map(({ name }) => ({ name, role: 'value' as const }))], 'columns');

export const kpi = (id: string, column: string, datasetId: string, more: Partial<Metric> = {}): Metric => ({
  id,
  name: column,
  datasetId,
  column,
  role: 'value',
  denominator: null,
  filters: [],
  aggregation: 'sum',
  accrual: 'flow',
  unit: null,
  grain: 'month',
  ...more,
});

/** A board that took every column of these reports as a KPI. */
export function boardOf(...datasets: readonly Dataset[]): Workspace {
  return {
    ...emptyWorkspace,
    sources: datasets.map((dataset) => ({ id: dataset.id, info: dataset.source, header: headerOf(dataset) })),
    metrics: datasets.flatMap((dataset) => dataset.columns.map(({ name }) => kpi(`${dataset.id}-${name}`, name, dataset.id))),
  };
}
