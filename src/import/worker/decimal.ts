import { type Sheet } from './cell.ts';
import { readFigure } from './number.ts';
import type { DecimalEvidence } from './read-digits.ts';

/** The decimal sign of a table, and whether the file leaves it open. */
export interface DecimalDecision {
  readonly decimal: '.' | ',';
  /** Only these columns (of the sheet) leave it open: every separator stands before three digits. */
  readonly openColumns: readonly number[];
}

const MOST_ROWS = 2000;

function evidenceOf(sheet: Sheet, rows: Int32Array, column: number): Map<DecimalEvidence, number> {
  const found = new Map<DecimalEvidence, number>();
  const step = Math.max(1, Math.floor(rows.length / MOST_ROWS));
  const seen = new Set<string>();
  for (let i = 0; i < rows.length; i += step) {
    const cell = sheet.at(rows[i]!, column);
    if (typeof cell !== 'string' || cell === '' || seen.has(cell)) continue;
    seen.add(cell);
    const { kind, decimal } = readFigure(cell, '.');
    const read = kind === 'figure' ? decimal : kind === 'text' && readFigure(cell, ',').kind === 'figure' ? ',' : 'none';
    found.set(read, (found.get(read) ?? 0) + 1);
  }
  return found;
}

/**
 * Decides between 1,234.5 and 1.234,5 from cells that can be read one way only. Where none can, a lone thousands comma is taken as such
 * in comma files and workbooks; behind semicolons, and for lone points before three digits there, it is asked.
 */
export function decideDecimal(
  sheet: Sheet,
  rows: Int32Array,
  columns: readonly number[],
  delimiter: string | null,
  chosen?: '.' | ',',
): DecimalDecision {
  if (chosen) return { decimal: chosen, openColumns: [] };
  let [points, commas] = [0, 0];
  const open: { column: number; sign: '.' | ',' }[] = [];
  for (const column of columns) {
    const found = evidenceOf(sheet, rows, column);
    const [own, other] = [found.get('.') ?? 0, found.get(',') ?? 0];
    points += own;
    commas += other;
    if (own + other > 0) continue;
    if (found.has('either.')) open.push({ column, sign: '.' });
    else if (found.has('either,')) open.push({ column, sign: ',' });
  }
  if (points + commas > 0) return { decimal: commas > points ? ',' : '.', openColumns: [] };
  if (delimiter !== ';') return { decimal: '.', openColumns: [] };
  return { decimal: ',', openColumns: open.map(({ column }) => column) };
}
