import type { Accrual, CellIssue, DataColumn, Dimension, FileFormat, MeasureRole } from '../domain/dataset.ts';
import type { Region } from '../domain/cell-range.ts';
import type { ImportError } from '../domain/errors.ts';
import type { OkrRow } from '../domain/okr-list-row.ts';
import type { Result } from '../domain/result.ts';

export type Layout = 'columns' | 'wide' | 'long';
export type ColumnKind = 'date' | 'number' | 'text';
export type ColumnRole = 'date' | 'value' | 'dimension' | 'ignored';
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** What a person corrected in one column, by its name in the proposal. Absent = guess. */
export interface ColumnChoice {
  readonly role?: ColumnRole;
  readonly measure?: MeasureRole;
  readonly unit?: string | null;
  /** Factor that turns the written figure into the unit: 10000 for 万. */
  readonly scale?: number;
  readonly accrual?: Accrual;
}

/** What a person corrected in one table. Rows are counted from 0 in the sheet. Absent = guess. */
export interface TableChoice {
  /** Bounds of the table; a header row of its own goes before the first row of these. */
  readonly region?: Region;
  readonly headerRow?: number;
  readonly headerRows?: number;
  readonly layout?: Layout;
  readonly decimal?: '.' | ',';
  readonly dateOrder?: DateOrder;
  readonly year?: number;
  /** How texts among the figures are to be read, by the text as written: as this figure, or (null) as an empty cell. */
  readonly texts?: Readonly<Record<string, number | null>>;
  readonly columns?: Readonly<Record<string, ColumnChoice>>;
  /** Accrual of a series by its name (tables with periods across, long tables). */
  readonly accruals?: Readonly<Record<string, Accrual>>;
}

/** Everything that reads a file the same way again: it is the recipe, and each field is a chip on the import screen. */
export interface ImportChoices {
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Sheets to read, by name; absent = every visible sheet. */
  readonly sheets?: readonly string[];
  /** By table key, see TableProposal. */
  readonly tables?: Readonly<Record<string, TableChoice>>;
}

export interface ImportRequest {
  readonly kind: 'read';
  readonly name: string;
  readonly bytes: ArrayBuffer;
  /** Locale of the page: breaks ties between encodings and reads. */
  readonly locale: string;
  readonly choices: ImportChoices;
  /** Only for `inspect --rows`: the first table's cells as text, nothing converted. */
  readonly rowsOnly?: boolean;
}

export type ImportReply =
  | { readonly kind: 'progress'; readonly phase: 'reading' | 'understanding' | 'typing'; readonly rows: number }
  | { readonly kind: 'done'; readonly result: Result<ImportProposal, ImportError> };

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
}

/** What a column of figures comes to: for checking it against the spreadsheet. */
export interface ColumnStats {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
}

export interface ColumnProposal {
  readonly name: string;
  /** Column of the sheet, from 0. */
  readonly index: number;
  readonly kind: ColumnKind;
  readonly role: ColumnRole;
  readonly measure: MeasureRole | null;
  readonly unit: string | null;
  readonly scale: number;
  readonly missing: number;
  readonly invalid: readonly CellIssue[];
  /** Of the understood figures, unit and scale applied; null where the column holds none. */
  readonly stats: ColumnStats | null;
  /** First few raw → understood pairs, for the preview. */
  readonly samples: readonly { readonly raw: string; readonly value: string | number | null }[];
}

export type QuestionCode =
  | 'ambiguous-date-order'
  | 'year-unknown'
  | 'fiscal-year'
  | 'unit-ambiguous'
  | 'accrual-uncertain'
  | 'decimal-ambiguous'
  | 'layout-uncertain';

export interface Question {
  readonly code: QuestionCode;
  readonly column?: string;
}

export type ExclusionReason = 'total' | 'subtotal' | 'footnote' | 'title' | 'repeated-header' | 'blank';

/** Part of the sheet as it is written, for the raw grid: at most 60 rows × 40 columns from the top of the sheet. */
export interface RawPreview {
  readonly rows: readonly (readonly string[])[];
}

/** One table as it was understood, with the data it would bring. */
export interface TableProposal {
  /** Stable while choices change: `sheet name#n`. */
  readonly key: string;
  readonly sheet: string;
  readonly hidden: boolean;
  readonly region: Region;
  readonly title: string;
  /** First header row (from 0) and how many there are. */
  readonly headerRow: number;
  readonly headerRows: number;
  readonly layout: Layout;
  readonly decimal: '.' | ',';
  readonly dateOrder: DateOrder | null;
  /** Year that was not written beside the periods, and where it came from. */
  readonly year: { readonly value: number; readonly from: 'title' | 'sheet' | 'file' | 'choice' } | null;
  readonly columns: readonly ColumnProposal[];
  readonly excluded: readonly { readonly row: number; readonly why: ExclusionReason }[];
  readonly questions: readonly Question[];
  readonly preview: RawPreview;
  /** Rows of data, without header, totals and notes. */
  readonly rows: number;
  /** Rows of one day are told apart by times of day: they make one figure by accrual (sum, last, mean), and the last row is the latest. */
  readonly timesOfDay?: true;
  /** First day, last day and number of the figures; null where there are none. */
  readonly span: { readonly from: number; readonly to: number; readonly figures: number } | null;
  /** Understood figures, ready to become a Dataset. */
  readonly dimensions: readonly Dimension[];
  readonly data: readonly DataColumn[];
}

/**
 * An OKR list found in a workbook. Figures are as written, percentages as fractions; null or '' where the list names none. `row` is all that
 * its columns say, for domain/okr-list.ts; an objective has one where it stands on a row of its own.
 */
export interface OkrProposal {
  readonly objectives: readonly { readonly title: string; readonly row?: OkrRow }[];
  readonly keyResults: readonly {
    readonly title: string;
    readonly objective: string;
    readonly start: number | null;
    readonly target: number | null;
    readonly weight: number | null;
    readonly owner: string;
    /** ISO date, or the text of the cell. */
    readonly due: string;
    readonly row: OkrRow;
  }[];
}

export interface ImportProposal {
  readonly file: {
    readonly name: string;
    readonly format: FileFormat;
    readonly encoding: string | null;
    readonly delimiter: string | null;
    readonly size: number;
    readonly fingerprint: string;
  };
  readonly sheets: readonly SheetInfo[];
  readonly tables: readonly TableProposal[];
  readonly issues: readonly (CellIssue & { readonly sheet: string })[];
  /** Only where the file holds an OKR list. */
  readonly okr?: OkrProposal;
  /** Rows of the first table as text; only where `rowsOnly` was asked. */
  readonly rows?: readonly (readonly string[])[];
}
