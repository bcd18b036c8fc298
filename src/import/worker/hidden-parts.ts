import { cellAddress, columnLetters } from '../../domain/dataset.ts';
import { KIND } from './cell-column.ts';
import type { CellTable } from './cell-table.ts';
import type { SheetIssue } from './workbook.ts';
import { elementsOf } from './xml-text.ts';

/** Columns that are not shown and hold something (ECMA-376, 18.3.1.13: they are declared before the data). */
export function hiddenColumns(head: string, table: CellTable): number[] {
  return elementsOf(head, 'col')
    .flatMap((one) => {
      if (!/^(1|true)$/.test(one.get('hidden') ?? '')) return [];
      const [first, last] = [Number(one.get('min')) - 1, Math.min(Number(one.get('max')), table.width) - 1];
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    })
    .filter((at) => {
      for (let row = 0; row < table.height; row++) if (table.column(at).kindAt(row) !== KIND.BLANK) return true;
      return false;
    });
}

/** Rows and columns that are not shown are read as the others are, and this is said: how many there are, and where the first stands. */
export function hiddenIssues(sheet: string, rows: readonly number[], columns: readonly number[]): SheetIssue[] {
  const issue = (cell: string, raw: string): SheetIssue => ({ code: 'hidden-rows', sheet, cell, raw });
  const [row, column] = [rows[0], columns[0]];
  return [
    ...(row === undefined ? [] : [issue(cellAddress(row, 0), `${row + 1}:${rows.at(-1)! + 1} (${rows.length})`)]),
    ...(column === undefined
      ? []
      : [issue(cellAddress(0, column), `${columnLetters(column)}:${columnLetters(columns.at(-1)!)} (${columns.length})`)]),
  ];
}
