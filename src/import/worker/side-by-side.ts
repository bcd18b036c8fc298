import { isBlank, type Sheet } from './cell.ts';
import type { Frame } from './frame.ts';
import type { CellKinds } from './kinds.ts';

const SAMPLE_ROWS = 40;

/** Whether the filled cells of a column, as far as they are looked at, are periods. */
function holdsPeriods(sheet: Sheet, rows: readonly number[], column: number, kinds: CellKinds): boolean {
  const filled = rows.map((row) => kinds.of(sheet.at(row, column))).filter((kind) => kind !== 'blank');
  return filled.length > 1 && filled.filter((kind) => kind === 'period').length >= filled.length * 0.6;
}

/** The frame without the rows at its end that are blank in its own columns. */
function trimmed(sheet: Sheet, frame: Frame): Frame {
  const { left, right } = frame.region;
  const isEmpty = (row: number) => {
    for (let column = left; column <= right; column++) if (!isBlank(sheet.at(row, column))) return false;
    return true;
  };
  let { bottom } = frame.region;
  while (bottom > frame.headerRow + frame.headerRows && isEmpty(bottom)) bottom--;
  return { ...frame, region: { ...frame.region, bottom } };
}

/** Tables that stand beside each other behind a blank column, each with periods of its own in its first column. */
export function sideBySide(sheet: Sheet, frame: Frame, kinds: CellKinds): Frame[] {
  const { left, right, bottom } = frame.region;
  const first = frame.headerRow + frame.headerRows;
  const rows = Array.from({ length: Math.max(0, Math.min(SAMPLE_ROWS, bottom - first + 1)) }, (_, i) => first + i);
  const isGap = (column: number) => [frame.headerRow, ...rows].every((row) => isBlank(sheet.at(row, column)));
  if (right - left < 4 || !holdsPeriods(sheet, rows, left, kinds)) return [frame];
  for (let column = left + 2; column <= right - 2; column++) {
    if (!isGap(column) || isGap(column + 1) || !holdsPeriods(sheet, rows, column + 1, kinds)) continue;
    const part = (from: number, to: number): Frame => trimmed(sheet, { ...frame, region: { ...frame.region, left: from, right: to } });
    let end = column - 1;
    while (isGap(end)) end--;
    return [part(left, end), ...sideBySide(sheet, part(column + 1, right), kinds)];
  }
  return [frame];
}
