import type { ExclusionReason } from '../protocol.ts';
import { isBlank, textOf, type Cell, type Sheet } from './cell.ts';
import { codeCells } from './coded-cells.ts';
import type { Frame } from './frame.ts';
import { rowsThatAddUp } from './sum-rows.ts';
import { totalKind } from './words.ts';

type Excluded = { readonly row: number; readonly why: ExclusionReason };

/** The rows of a table that hold data. */
export interface Body {
  readonly sheet: Sheet;
  readonly rows: Int32Array;
  readonly excluded: readonly Excluded[];
}

/** Tells rows that repeat the header: long printouts do on every page. */
function headerRepeats(sheet: Sheet, frame: Frame): (row: number) => boolean {
  const headerRow = frame.headerRow + frame.headerRows - 1;
  const filled: { readonly column: number; readonly text: string }[] = [];
  for (let column = frame.region.left; column <= frame.region.right; column++) {
    const cell = sheet.at(headerRow, column);
    if (!isBlank(cell)) filled.push({ column, text: textOf(cell) });
  }
  if (frame.headerRows === 0 || filled.length < 2) return () => false;
  // Rows of data differ from the header in their first columns already.
  const first = filled.slice(0, 4).map(({ column }) => ({ cells: sheet.column(column), code: sheet.column(column).codeAt(headerRow) }));
  return (row) => {
    if (!first.some(({ cells, code }) => cells.codeAt(row) === code)) return false;
    const same = filled.filter(({ column, text }) => textOf(sheet.at(row, column)) === text).length;
    return same >= filled.length * 0.8;
  };
}

/** Tells rows of totals by the words in their label columns; each distinct word is looked at once. */
function totalRows(sheet: Sheet, labelColumns: readonly number[]): (row: number) => 'total' | 'subtotal' | null {
  const labels = labelColumns.map((column) => ({ cells: sheet.column(column), known: new Map<number, 'total' | 'subtotal' | null>() }));
  return (row) => {
    for (const { cells, known } of labels) {
      const code = cells.codeAt(row);
      if (code === 0 || code === -1) continue;
      let kind = known.get(code);
      if (kind === undefined) {
        const cell = cells.cellOf(code);
        known.set(code, (kind = typeof cell === 'string' ? totalKind(cell) : null));
      }
      if (kind) return kind;
    }
    return null;
  };
}

/** Longer tables are exports: nobody writes 全国 below their rows. */
const MOST_ROWS_TO_SUM = 2000;

/** Body rows of a frame without blank rows, totals (looked for in `labelColumns`, by `sums` also where only the figures tell) and repeated headers. */
export function readBody(sheet: Sheet, frame: Frame, labelColumns: readonly number[], sums: boolean): Body {
  const known = new Set(frame.excluded.map((one) => one.row));
  const excluded: Excluded[] = [...frame.excluded];
  const [totalIn, repeatsHeader] = [totalRows(sheet, labelColumns), headerRepeats(sheet, frame)];
  const first = frame.headerRow + frame.headerRows;
  const rows = new Int32Array(Math.max(0, frame.region.bottom + 1 - first));
  let count = 0;
  for (let row = first; row <= frame.region.bottom; row++) {
    if (known.size > 0 && known.has(row)) continue;
    const why = totalIn(row) ?? (repeatsHeader(row) ? 'repeated-header' : null);
    if (why) excluded.push({ row, why });
    else rows[count++] = row;
  }
  // Totals of nothing that the table shows are its data.
  const all = count === 0 ? excluded.filter(({ row, why }) => row >= first && (why === 'total' || why === 'subtotal')) : [];
  const parts = all.filter(({ why }) => why === 'subtotal');
  const lone = parts.length > 0 ? parts : all;
  for (const { row } of lone) rows[count++] = row;
  if (lone.length > 0) excluded.splice(0, excluded.length, ...excluded.filter((one) => !lone.includes(one)));
  const adding =
    sums && count <= MOST_ROWS_TO_SUM
      ? rowsThatAddUp(sheet, Array.from(rows.subarray(0, count)), frame.region, labelColumns)
      : new Set<number>();
  for (const row of adding) excluded.push({ row, why: 'total' });
  const kept = rows.subarray(0, count);
  return {
    sheet,
    rows: adding.size > 0 ? kept.filter((row) => !adding.has(row)) : kept,
    excluded: excluded.sort((a, b) => a.row - b.row),
  };
}

/** Cells of the first rows of a column, merged ones filled down: enough to tell what it holds. */
export const sampledDown = (body: Body, column: number): Cell[] => filledDown({ ...body, rows: body.rows.subarray(0, 300) }, column, false);

/** Cells of a column, what is merged or left blank under a group's name filled down. */
export function filledDown(body: Body, column: number, fillBlanks: boolean): Cell[] {
  const { codes, cells } = codeCells(body.sheet, body.rows, column, fillBlanks);
  return Array.from(codes, (code) => cells[code]!);
}
