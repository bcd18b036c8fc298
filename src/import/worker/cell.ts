import { isoOf, type EpochDay } from '../../domain/calendar.ts';
import type { Region } from '../protocol.ts';
import type { FigureColumns } from './figure-columns.ts';

/** A number of a workbook, with the format it is shown in. */
export interface NumberCell {
  readonly kind: 'number';
  readonly value: number;
  /** Excel number format, '' for General. */
  readonly format: string;
}

/** A true date of a workbook. */
export interface DateCell {
  readonly kind: 'date';
  readonly day: EpochDay;
  readonly format: string;
}

/** A cell that stands for no value although something is written in it. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly code: 'error-value' | 'formula-without-value';
  readonly raw: string;
}

/** Text as written ('' is blank), or a typed cell of a workbook. */
export type Cell = string | NumberCell | DateCell | ErrorCell;

/** One sheet as it was read, before anything is understood. Rows may be ragged: what is absent is blank. */
export interface Sheet {
  /** Empty for text files. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly width: number;
  readonly merges: readonly Region[];
  /** Plain figures, read as the sheet was: they need not be read from their cells again. */
  readonly figures?: FigureColumns;
}

export const cellAt = (sheet: Sheet, row: number, column: number): Cell => sheet.rows[row]?.[column] ?? '';

export const isBlank = (cell: Cell): boolean =>
  typeof cell === 'string' && (cell === '' || (cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) >= 160 ? cell.trim() === '' : false));

/** What a person sees in the cell, near enough: dates as ISO, percentages with their sign. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell.kind === 'date') return isoOf(cell.day);
  if (cell.kind === 'error') return cell.raw;
  return cell.format.includes('%') ? `${Number((cell.value * 100).toPrecision(12))}%` : String(cell.value);
}

/** Text folded for comparison: full-width to half-width, runs of blanks to one, trimmed. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
