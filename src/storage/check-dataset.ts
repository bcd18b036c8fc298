import * as v from 'valibot';
import type { DataColumn, Dataset, Dimension, WrittenCells } from '../domain/dataset.ts';
import type { RowIndex } from '../domain/row-index.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { Extents, figures, integers, listOf } from './array-checks.ts';
import { cellIssue, datasetFrame, type ColumnFrame } from './dataset-schema.ts';
import type { Steps } from './steps.ts';

/** Entries of the long lists of texts: a sheet has at most a million rows. */
const MOST_TEXTS = 2_000_000;

/** Texts of cells may be as long as their file. */
const text = (entry: unknown): string | null => (typeof entry === 'string' ? entry : null);

/** Codes of every dimension; null unless each points at a value that exists, or at none (−1). */
function* checkCodes(stored: readonly unknown[], widths: readonly number[], extents: Extents): Steps<Int32Array[] | null> {
  if (stored.length !== widths.length) return null;
  const codes: Int32Array[] = [];
  for (const [k, one] of stored.entries()) {
    const list = yield* integers(one);
    if (!list || !(yield* extents.within(list, -1, widths[k]!))) return null;
    codes.push(list);
  }
  return codes;
}

function* checkWritten(stored: ColumnFrame['written'], extents: Extents): Steps<WrittenCells | null> {
  const texts = yield* listOf(stored?.texts, MOST_TEXTS, text);
  const codes = yield* integers(stored?.codes);
  return texts && codes && (yield* extents.within(codes, -1, texts.length)) ? { texts, codes } : null;
}

/**
 * The index as it was stored, or null where it does not fit the rows. It follows from the columns: a bad one is worked out anew, and files
 * hold none.
 */
function* checkIndex(stored: unknown, height: number, widths: readonly number[], extents: Extents): Steps<RowIndex | null> {
  if (typeof stored !== 'object' || stored === null) return null;
  const { codes: storedCodes, starts, order } = stored as { [part in keyof RowIndex]?: unknown };
  if (!(starts instanceof Int32Array) || !(order instanceof Int32Array) || !Array.isArray(storedCodes)) return null;
  const count = starts.length - 1;
  if (order.length !== height || starts[0] !== 0 || starts[count] !== height) return null;
  for (let c = 0; c < count; c++) if (starts[c]! > starts[c + 1]!) return null;
  const codes = yield* checkCodes(storedCodes, widths, extents);
  if (!codes || codes.some((one) => one.length !== count)) return null;
  return (yield* extents.within(order, 0, height)) ? { codes, starts, order } : null;
}

function* checkColumn(frame: ColumnFrame, widths: readonly number[], extents: Extents): Steps<DataColumn | null> {
  const days = yield* integers(frame.days);
  const values = yield* figures(frame.values);
  const rows = yield* integers(frame.rows);
  const columns = yield* integers(frame.columns);
  const codes = yield* checkCodes(frame.codes, widths, extents);
  if (!days || !values || !rows || !columns || !codes) return null;
  const written = frame.written ? yield* checkWritten(frame.written, extents) : undefined;
  if (written === null) return null;
  const parallel = [values, rows, columns, ...codes, ...(written ? [written.codes] : [])];
  if (parallel.some(({ length }) => length !== days.length)) return null;
  const index = yield* checkIndex(frame.index, days.length, widths, extents);
  const { name, role, unit, grain, accrual, accrualCertain } = frame;
  const measured = { name, role, unit, grain, accrual, accrualCertain, days, values, rows, columns, codes };
  return { ...measured, ...(index ? { index } : {}), ...(written ? { written } : {}) };
}

/** Checks a dataset and rebuilds it from its named fields; an error is the path of the part that does not fit. */
export function* checkDataset(value: unknown): Steps<Result<Dataset, string>> {
  const frame = v.safeParse(datasetFrame, value, { abortEarly: true, abortPipeEarly: true });
  if (!frame.success) return err(v.getDotPath(frame.issues[0]) ?? '');
  const { id, source } = frame.output;
  const dimensions: Dimension[] = [];
  for (const [k, { name, values: stored }] of frame.output.dimensions.entries()) {
    const values = yield* listOf(stored, MOST_TEXTS, text);
    if (!values) return err(`dimensions.${k}.values`);
    dimensions.push({ name, values });
  }
  const widths = dimensions.map(({ values }) => values.length);
  const extents = new Extents();
  const columns: DataColumn[] = [];
  for (const [index, stored] of frame.output.columns.entries()) {
    const column = yield* checkColumn(stored, widths, extents);
    if (!column) return err(`columns.${index}`);
    columns.push(column);
  }
  const issues = yield* listOf(frame.output.issues, MOST_TEXTS, (issue) => {
    const checked = v.safeParse(cellIssue, issue);
    return checked.success ? checked.output : null;
  });
  return issues ? ok({ id, source, dimensions, columns, issues }) : err('issues');
}
