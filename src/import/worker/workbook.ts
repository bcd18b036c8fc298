import type { CellIssue, FileFormat } from '../../domain/dataset.ts';
import type { Sheet } from './cell.ts';

export type SheetIssue = CellIssue & { readonly sheet: string };

/** A workbook as sheets of typed cells. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly format: FileFormat;
  readonly issues: readonly SheetIssue[];
}

/** Cells with errors that are listed, for each sheet. */
export const MOST_ISSUES = 1000;
