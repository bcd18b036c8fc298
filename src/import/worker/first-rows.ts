import { cellsOf, textOf } from './cell.ts';
import type { Dialect } from './dialect.ts';
import { scanText } from './scan-text.ts';

/** The first rows of a text as strings; quotes that do not match are forgiven. */
export function firstRows(text: string, dialect: Dialect, rows: number): string[][] {
  const { table } = scanText(new TextEncoder().encode(text), dialect, { sampleRows: rows });
  return Array.from({ length: table.height }, (_, row) => cellsOf(table, row).map(textOf));
}
