import { isoOf, type EpochDay } from '../../domain/calendar.ts';
import type { Region } from '../../domain/cell-range.ts';
import type { CellColumn } from './cell-column.ts';
import { CLOCK_FORMAT, clockText } from './clock.ts';

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
  /** Hours after midnight; absent at midnight. */
  readonly time?: number;
}

/** A cell that stands for no value although something is written in it. */
export interface ErrorCell {
  readonly kind: 'error';
  readonly code: 'error-value' | 'formula-without-value';
  readonly raw: string;
}

/** Text as written ('' is blank), or a typed cell of a workbook. */
export type Cell = string | NumberCell | DateCell | ErrorCell;

/** One sheet as it was read, before anything is understood. Rows may be ragged: what is absent is blank. Rows and columns count from 0. */
export interface Sheet {
  /** Empty for text files. */
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly Region[];
  /** Rows up to the last that holds anything, and columns likewise. */
  readonly height: number;
  readonly width: number;
  /** What stands at a place, '' outside the sheet. */
  at(row: number, column: number): Cell;
  /** Fields that a row was written with. */
  lengthOf(row: number): number;
  /** A column as codes and figures: for passes over all of its rows. */
  column(column: number): CellColumn;
}

/** The cells of a row, as far as it is written. */
export const cellsOf = (sheet: Sheet, row: number): Cell[] =>
  Array.from({ length: sheet.lengthOf(row) }, (_, column) => sheet.at(row, column));

export const isBlank = (cell: Cell): boolean =>
  typeof cell === 'string' && (cell === '' || (cell.charCodeAt(0) <= 32 || cell.charCodeAt(0) >= 160 ? cell.trim() === '' : false));

/** What a person sees in the cell, near enough: dates as ISO, percentages with their sign. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell.kind === 'date') return isoOf(cell.day);
  if (cell.kind === 'error') return cell.raw;
  if (cell.format === CLOCK_FORMAT) return clockText(cell.value);
  return cell.format.includes('%') ? `${Number((cell.value * 100).toPrecision(12))}%` : String(cell.value);
}

/** Text folded for comparison: full-width to half-width, runs of blanks to one, trimmed. */
export const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim();
