import * as v from 'valibot';
import { GRAINS } from '../domain/calendar.ts';
import { ACCRUALS } from '../domain/dataset.ts';
import { count, day, id, list, name } from './fields.ts';

/** Where a dataset came from: see SourceInfo. */
export const sourceInfo = v.object({
  file: name,
  sheet: name,
  format: v.picklist(['csv', 'xlsx', 'xls', 'xlsb', 'ods', 'html', 'paste']),
  encoding: v.nullable(name),
  delimiter: v.nullable(name),
  size: count,
  importedOn: day,
  fingerprint: name,
  title: name,
  path: v.exactOptional(name),
});

/** See CellIssue. */
export const cellIssue = v.object({
  code: v.picklist([
    'not-a-number',
    'not-a-period',
    'error-value',
    'formula-without-value',
    'mixed-percent',
    'duplicate-period',
    'ragged-row',
    'stray-quote',
    'mixed-currency',
    'hidden-rows',
  ]),
  cell: name,
  raw: v.string(),
});

/** What may be as long as a sheet: checked entry by entry elsewhere, see check-dataset.ts. */
const long = v.unknown();

const column = v.object({
  name,
  role: v.picklist(['actual', 'target', 'value']),
  unit: v.nullable(name),
  grain: v.picklist(GRAINS),
  accrual: v.picklist(ACCRUALS),
  accrualCertain: v.boolean(),
  days: long,
  values: long,
  rows: long,
  columns: long,
  codes: list(long, 100),
  index: v.exactOptional(long),
  written: v.exactOptional(v.object({ texts: long, codes: long })),
});

/** A dataset apart from its long lists. */
export const datasetFrame = v.object({
  id,
  source: sourceInfo,
  dimensions: list(v.object({ name, values: long }), 100),
  columns: list(column, 200_000),
  issues: long,
});

export type ColumnFrame = v.InferOutput<typeof column>;
