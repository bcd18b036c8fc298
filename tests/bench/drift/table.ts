import { buildSeries } from '../../../src/domain/build-series.ts';
import type { EpochDay, Grain } from '../../../src/domain/calendar.ts';
import type { Accrual, DataColumn, Dataset } from '../../../src/domain/dataset.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import type { Series } from '../../../src/domain/series.ts';

/** One row of an imported table: a figure, and what it is to be divided by. */
export interface Row {
  readonly day: EpochDay;
  readonly value: number;
  readonly below: number;
}

const NAMES = { above: 'figure', below: 'of' } as const;

const SOURCE: Dataset['source'] = {
  file: 'kpi.csv',
  sheet: '',
  format: 'csv',
  encoding: null,
  delimiter: null,
  size: 1000,
  importedOn: 0,
  fingerprint: '0123456789ab',
  title: '',
};

function columnOf(rows: readonly Row[], which: 'above' | 'below', grain: Grain, accrual: Accrual): DataColumn {
  return {
    name: NAMES[which],
    role: 'actual',
    unit: null,
    grain,
    accrual,
    accrualCertain: true,
    days: Int32Array.from(rows, ({ day }) => day),
    values: Float64Array.from(rows, (row) => (which === 'above' ? row.value : row.below)),
    rows: Int32Array.from(rows, (_, i) => i + 1),
    columns: new Int32Array(rows.length).fill(which === 'above' ? 1 : 2),
    codes: [],
  };
}

/** The series that the page makes of such a table; null where it has no figure yet. Of two levels of one day the later row counts. */
export function seriesOf(rows: readonly Row[], grain: Grain, accrual: Accrual): Series | null {
  const ratio = accrual === 'ratio';
  const columns = [columnOf(rows, 'above', grain, ratio ? 'flow' : accrual), ...(ratio ? [columnOf(rows, 'below', grain, 'flow')] : [])];
  const metric: Metric = {
    id: 'm1',
    name: NAMES.above,
    datasetId: 's1',
    column: NAMES.above,
    role: 'actual',
    denominator: ratio ? NAMES.below : null,
    filters: [],
    aggregation: accrual === 'flow' || ratio ? 'sum' : 'last',
    accrual,
    unit: null,
    grain,
  };
  const series = buildSeries({ id: 's1', source: SOURCE, dimensions: [], columns, issues: [] }, metric);
  return series.ok ? series.value : null;
}
