import { columnLetters } from '../../domain/dataset.ts';
import type { EpochDay } from '../../domain/calendar.ts';

/** How a cell looks; equal looks are written once. */
export interface Look {
  /** Excel's notation: `0.0%`. */
  readonly format?: string;
  readonly bold?: true;
  /** Points. */
  readonly size?: number;
  /** RRGGBB. */
  readonly color?: string;
  readonly indent?: number;
  readonly wrap?: true;
  readonly right?: true;
  /** A rule below. */
  readonly rule?: true;
}

/** A cell: a text is never a formula, whatever it begins with; a formula carries the value that we calculated. */
export interface Cell {
  readonly value: string | number | null;
  /** Without its `=`. */
  readonly formula?: string;
  readonly look?: Look;
  /** Place in this workbook: `'Data'!A12`. */
  readonly link?: string;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight, and are repeated on paper. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Columns that are printed; absent = all. */
  readonly printed?: number;
  /** The frozen rows' last one is a header to filter by. */
  readonly filter?: true;
}

/** Excel counts days from the end of 1899. */
export const EXCEL_DAY = 25_569;
export const serialOf = (day: EpochDay): number => day + EXCEL_DAY;

/** A1 address of a cell, both from 0. */
export const at = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
export const fixed = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
/** The address on another sheet. */
export const on = (sheet: string, address: string): string => `'${sheet.replaceAll("'", "''")}'!${address}`;
