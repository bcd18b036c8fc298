import type { EpochDay, Grain } from './calendar.ts';
import type { Id } from './ids.ts';
import type { RowIndex } from './row-index.ts';

/** How values add up: flow 当期值 (sum), level 期末值 (last), cumulative 累计值 (difference first), ratio 比率 (weighted mean). */
export type Accrual = 'flow' | 'level' | 'cumulative' | 'ratio';
export const ACCRUALS: readonly Accrual[] = ['flow', 'level', 'cumulative', 'ratio'];

/** What a column says: what happened, what was wanted, or (no word says either) just a value. */
export type MeasureRole = 'actual' | 'target' | 'value';

export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'xlsb' | 'ods' | 'html' | 'paste';

/** Where a dataset came from; every figure leads back to this and to a cell of it. */
export interface SourceInfo {
  readonly file: string;
  /** Sheet name; empty for text files. */
  readonly sheet: string;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Bytes of the file. */
  readonly size: number;
  /** Day of the import in the user's calendar. */
  readonly importedOn: EpochDay;
  /** First twelve hex digits of a hash of the bytes: tells 'the same file' from 'a new one'. */
  readonly fingerprint: string;
  /** Title found above the table, or empty. */
  readonly title: string;
  /** Path beside the page that it was fetched from; absent for files that somebody chose, dropped or pasted. */
  readonly path?: string;
}

/** A cell that could not be used, kept with its address and raw text so that nothing is dropped silently. */
export interface CellIssue {
  readonly code:
    | 'not-a-number'
    | 'not-a-period'
    | 'error-value'
    | 'formula-without-value'
    | 'mixed-percent'
    | 'duplicate-period'
    | 'ragged-row'
    | 'stray-quote'
    | 'mixed-currency'
    | 'hidden-rows';
  /** A1 address. */
  readonly cell: string;
  readonly raw: string;
}

export interface Dimension {
  readonly name: string;
  /** Distinct values in order of appearance; codes of the columns point here. */
  readonly values: readonly string[];
}

/**
 * One measured column (or row, in a table with periods across) as parallel arrays: figure i was measured in the period that begins on
 * `days[i]`, for the dimension values `codes[k][i]` (index into dimensions[k].values, −1 = none), and stands in row `rows[i]`, column
 * `columns[i]` of the sheet (both from 0). `values` is NaN where the cell holds no figure.
 */
export interface DataColumn {
  readonly name: string;
  readonly role: MeasureRole;
  /** '%' (values are fractions), an ISO currency code, or the word in the file; null where none is known. */
  readonly unit: string | null;
  readonly grain: Grain;
  readonly accrual: Accrual;
  /** False where the accrual was a guess that a person should confirm. */
  readonly accrualCertain: boolean;
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly codes: readonly Int32Array[];
  /** Which rows belong to each combination of dimension values, where that is known already: see `rowIndexOf`. */
  readonly index?: RowIndex;
  /** The cells as they were written; absent in very large tables and in boards that were shared without it. */
  readonly written?: WrittenCells;
}

/** Texts of cells: `texts[codes[i]]` stood in the cell of figure i; −1 where the cell held nothing but the figure itself. */
export interface WrittenCells {
  readonly texts: readonly string[];
  readonly codes: Int32Array;
}

/** One imported table, column-wise. Immutable. */
export interface Dataset {
  readonly id: Id;
  readonly source: SourceInfo;
  readonly dimensions: readonly Dimension[];
  readonly columns: readonly DataColumn[];
  readonly issues: readonly CellIssue[];
}

/** Spreadsheet letters of a column counted from 0: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** A1 address of a cell counted from 0: (0, 0) → A1. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
