import type { DataColumn, WrittenCells } from '../../domain/dataset.ts';
import { rowIndexOf } from '../../domain/row-index.ts';
import { textOf, type Sheet } from './cell.ts';

/** Figures of a table whose texts are kept as they were written: enough for every table that a person would look at. */
const MOST_WRITTEN = 50_000;
/** Rows from which on the page should not have to index them itself. */
const MANY_ROWS = 10_000;

/** The texts of a column's cells where they say more than the figure. */
function writtenCells(sheet: Sheet, { rows, columns, values }: DataColumn): WrittenCells {
  const numbers = new Map<string, number>();
  const codes = Int32Array.from(rows, (row, i) => {
    const text = textOf(sheet.at(row, columns[i]!));
    if (text === '' || text === String(values[i])) return -1;
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  });
  return { texts: [...numbers.keys()], codes };
}

/** Adds to the columns of a table what the page would otherwise have to work out while somebody waits, and what it cannot know: the cells as they were written. */
export function finishColumns(sheet: Sheet, data: readonly DataColumn[]): DataColumn[] {
  const figures = data.reduce((sum, { values }) => sum + values.length, 0);
  return data.map((column) => ({
    ...column,
    ...(column.values.length > MANY_ROWS ? { index: rowIndexOf(column) } : {}),
    ...(figures <= MOST_WRITTEN ? { written: writtenCells(sheet, column) } : {}),
  }));
}
