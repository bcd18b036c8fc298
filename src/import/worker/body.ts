import type { ExclusionReason } from '../protocol.ts';
import { cellAt, isBlank, textOf, type Cell, type Sheet } from './cell.ts';
import type { Frame } from './frame.ts';
import { totalKind } from './words.ts';

type Excluded = { readonly row: number; readonly why: ExclusionReason };

/** The rows of a table that hold data. */
export interface Body {
  readonly sheet: Sheet;
  readonly rows: Int32Array;
  readonly excluded: readonly Excluded[];
}

/** Whether a row repeats the header (long printouts do on every page). */
function repeatsHeader(sheet: Sheet, row: number, frame: Frame): boolean {
  const headerRow = frame.headerRow + frame.headerRows - 1;
  const { left, right } = frame.region;
  let [same, filled] = [0, 0];
  for (let c = left; c <= right; c++) {
    const header = cellAt(sheet, headerRow, c);
    if (isBlank(header)) continue;
    filled++;
    if (textOf(header) === textOf(cellAt(sheet, row, c))) same++;
    else if (filled > 3 && same === 0) return false;
  }
  return filled > 1 && same >= filled * 0.8;
}

/** Body rows of a frame without blank rows, totals (looked for in `labelColumns`) and repeated headers. */
export function readBody(sheet: Sheet, frame: Frame, labelColumns: readonly number[]): Body {
  const known = new Set(frame.excluded.map((one) => one.row));
  const excluded: Excluded[] = [...frame.excluded];
  const kinds = new Map<string, 'total' | 'subtotal' | null>();
  const rows: number[] = [];
  const totalIn = (row: number): 'total' | 'subtotal' | null => {
    for (const c of labelColumns) {
      const cell = cellAt(sheet, row, c);
      if (typeof cell !== 'string' || cell === '') continue;
      let kind = kinds.get(cell);
      if (kind === undefined) kinds.set(cell, (kind = totalKind(cell)));
      if (kind) return kind;
    }
    return null;
  };
  for (let row = frame.headerRow + frame.headerRows; row <= frame.region.bottom; row++) {
    if (known.has(row)) continue;
    const why = totalIn(row) ?? (frame.headerRows > 0 && repeatsHeader(sheet, row, frame) ? 'repeated-header' : null);
    if (why) excluded.push({ row, why });
    else rows.push(row);
  }
  return { sheet, rows: Int32Array.from(rows), excluded: excluded.sort((a, b) => a.row - b.row) };
}

/** Cells of the first rows of a column, merged ones filled down: enough to tell what it holds. */
export const sampledDown = (body: Body, column: number): Cell[] => filledDown({ ...body, rows: body.rows.subarray(0, 300) }, column, false);

/** Cells of a column, what is merged or left blank under a group's name filled down. */
export function filledDown(body: Body, column: number, fillBlanks: boolean): Cell[] {
  const { sheet, rows } = body;
  const merged = new Map<number, Cell>();
  for (const merge of sheet.merges)
    if (merge.left <= column && column <= merge.right)
      for (let row = merge.top; row <= merge.bottom; row++) merged.set(row, cellAt(sheet, merge.top, merge.left));
  const cells = new Array<Cell>(rows.length);
  let last: Cell = '';
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    let cell = (merged.size > 0 ? merged.get(row) : undefined) ?? cellAt(sheet, row, column);
    if (fillBlanks) {
      if (isBlank(cell)) cell = last;
      else last = cell;
    }
    cells[i] = cell;
  }
  return cells;
}
