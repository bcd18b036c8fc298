import * as v from 'valibot';
import { ACCRUALS } from '../domain/dataset.ts';
import { count, figure, list, name } from './fields.ts';

/** Entries that a record in a recipe may have: a table of KPIs has at most some thousands of names, a hostile one as many as cells. */
const MOST = 200_000;

/** A record by free names; valibot passes `__proto__` and its like over. */
const byName = <T extends v.GenericSchema<unknown, unknown>>(entry: T) =>
  v.pipe(
    v.record(name, entry),
    v.check((record) => Object.keys(record).length <= MOST),
  );

const accrual = v.picklist(ACCRUALS);

const column = v.object({
  role: v.exactOptional(v.picklist(['date', 'value', 'dimension', 'ignored'])),
  measure: v.exactOptional(v.picklist(['actual', 'target', 'value'])),
  unit: v.exactOptional(v.nullable(name)),
  scale: v.exactOptional(figure),
  accrual: v.exactOptional(accrual),
});

const table = v.object({
  region: v.exactOptional(v.object({ top: count, left: count, bottom: count, right: count })),
  headerRow: v.exactOptional(count),
  headerRows: v.exactOptional(count),
  layout: v.exactOptional(v.picklist(['columns', 'wide', 'long'])),
  decimal: v.exactOptional(v.picklist(['.', ','])),
  dateOrder: v.exactOptional(v.picklist(['ymd', 'dmy', 'mdy'])),
  year: v.exactOptional(count),
  texts: v.exactOptional(byName(v.nullable(figure))),
  columns: v.exactOptional(byName(column)),
  accruals: v.exactOptional(byName(accrual)),
});

/** How a file was corrected: see Recipe. */
export const recipe = v.object({
  file: name,
  tables: list(v.object({ key: name, header: list(name, MOST), bottom: count }), 1_000),
  choices: v.object({
    encoding: v.exactOptional(name),
    delimiter: v.exactOptional(name),
    sheets: v.exactOptional(list(name, 1_000)),
    tables: v.exactOptional(byName(table)),
  }),
  names: byName(name),
  taken: byName(v.boolean()),
  merged: v.exactOptional(byName(name)),
});
