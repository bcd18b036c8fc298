import { textOf, type Sheet } from './cell.ts';
import { readFigure } from './number.ts';
import type { Region } from '../../domain/cell-range.ts';
import { mayBeTotal } from './words.ts';

/** Sums of rounded figures are off by a little. */
const ROUNDING = 0.005;

function figuresOf(sheet: Sheet, row: number, { left, right }: Region): number[] {
  return Array.from({ length: right - left + 1 }, (_, i) => {
    const cell = sheet.at(row, left + i);
    const figure = typeof cell === 'object' && cell.kind === 'number' ? cell : cell === '' ? null : readFigure(textOf(cell), '.');
    return figure?.kind === 'number' || figure?.kind === 'figure' ? figure.value : NaN;
  });
}

/** Whether most figures of a row are the sums of those of two other rows or more. */
function addsUp(total: readonly number[], parts: readonly (readonly number[])[]): boolean {
  if (parts.length < 2) return false;
  const columns = total.flatMap((value, i) => (Number.isNaN(value) || value === 0 ? [] : i));
  const agree = columns.filter((i) => {
    const sum = parts.reduce((all, part) => all + (part[i] || 0), 0);
    return Math.abs(sum - total[i]!) <= Math.abs(total[i]!) * ROUNDING;
  });
  return agree.length > 0 && agree.length >= columns.length * 0.6;
}

/**
 * Rows whose label may be that of a total ('All regions', 全国, 'Total Europe') and whose figures are the sums of all other rows, of those
 * above as far as the total before, or of those below as far as the next one. `rows` are the body rows without totals known by their words.
 */
export function rowsThatAddUp(sheet: Sheet, rows: readonly number[], region: Region, labelColumns: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (rows.length < 3) return found;
  const isDoubtful = (row: number) => labelColumns.some((column) => mayBeTotal(textOf(sheet.at(row, column))));
  const candidates = new Set(rows.filter(isDoubtful));
  if (candidates.size === 0 || candidates.size * 2 > rows.length) return found;
  const figures = new Map(rows.map((row) => [row, figuresOf(sheet, row, region)]));
  const labels = new Set(labelColumns.map((column) => column - region.left));
  const valuesOf = (row: number) => figures.get(row)!.map((value, i) => (labels.has(i) ? NaN : value));
  for (const row of candidates) {
    const at = rows.indexOf(row);
    const before = rows.slice(0, at).findLastIndex((one, i) => candidates.has(one) || rows[i + 1]! > one + 1) + 1;
    const next = rows.findIndex((one, i) => i > at && (candidates.has(one) || one > rows[i - 1]! + 1));
    const groups = [rows.filter((one) => !candidates.has(one)), rows.slice(before, at), rows.slice(at + 1, next < 0 ? undefined : next)];
    if (groups.some((group) => addsUp(valuesOf(row), group.map(valuesOf)))) found.add(row);
  }
  return found;
}
