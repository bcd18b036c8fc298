import * as v from 'valibot';
import { GRAINS } from '../domain/calendar.ts';
import { ACCRUALS } from '../domain/dataset.ts';
import { count, day, id, list, name, prose } from './fields.ts';

/** Figures in one column; a sheet has at most a million rows. */
const MOST_FIGURES = 2_000_000;
const INT32 = 2 ** 31;

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

const issue = v.object({
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
  ]),
  cell: name,
  raw: prose,
});

/** Checks entries in a plain loop: a schema object per figure would take seconds on a large sheet. */
function everyEntry(value: ArrayLike<unknown>, fits: (entry: unknown) => boolean): boolean {
  if (value.length > MOST_FIGURES) return false;
  for (let i = 0; i < value.length; i++) if (!fits(value[i])) return false;
  return true;
}

const isInteger = (entry: unknown) => Number.isInteger(entry) && Math.abs(entry as number) < INT32;
const isFigure = (entry: unknown) => entry === null || Number.isFinite(entry);

/** Int32Array, or the plain array that stands for it in JSON. */
const integers = v.pipe(
  v.custom<Int32Array | number[]>((value) => value instanceof Int32Array || (Array.isArray(value) && everyEntry(value, isInteger))),
  v.transform((value) => (value instanceof Int32Array ? value : Int32Array.from(value))),
);

/** Float64Array with NaN for 'no figure', or the plain array with null in its place. */
const figures = v.pipe(
  v.custom<Float64Array | (number | null)[]>((value) =>
    value instanceof Float64Array
      ? everyEntry(value, (entry) => Number.isFinite(entry) || Number.isNaN(entry))
      : Array.isArray(value) && everyEntry(value, isFigure),
  ),
  v.transform((value) => (value instanceof Float64Array ? value : Float64Array.from(value, (figure) => figure ?? NaN))),
);

/** Texts of cells: see WrittenCells. Codes must point at texts that exist. */
const writtenCells = v.pipe(
  v.object({ texts: list(prose, MOST_FIGURES), codes: integers }),
  v.check(({ texts, codes }) => codes.every((code) => code >= -1 && code < texts.length)),
);

const column = v.pipe(
  v.object({
    name,
    role: v.picklist(['actual', 'target', 'value']),
    unit: v.nullable(name),
    grain: v.picklist(GRAINS),
    accrual: v.picklist(ACCRUALS),
    accrualCertain: v.boolean(),
    days: integers,
    values: figures,
    rows: integers,
    columns: integers,
    codes: list(integers, 100),
    written: v.exactOptional(writtenCells),
  }),
  v.check(({ days, values, rows, columns, codes, written }) =>
    [values, rows, columns, ...codes, ...(written ? [written.codes] : [])].every((parallel) => parallel.length === days.length),
  ),
);

/** One imported table: see Dataset. Codes must point at values that exist. */
export const datasetSchema = v.pipe(
  v.object({
    id,
    source: sourceInfo,
    dimensions: list(v.object({ name, values: list(name, 200_000) }), 100),
    columns: list(column, 20_000),
    issues: list(issue, 200_000),
  }),
  v.check(({ dimensions, columns }) =>
    columns.every(
      ({ codes }) =>
        codes.length === dimensions.length &&
        codes.every((of, k) => of.every((code) => code >= -1 && code < (dimensions[k]?.values.length ?? 0))),
    ),
  ),
);
