import type { TableChoice } from '../protocol.ts';
import type { Sheet } from './cell.ts';
import { reframe, type Frame } from './frame.ts';
import { countHeaderRows } from './header.ts';
import type { CellKinds } from './kinds.ts';

/** The frame as a person corrected it: header row, number of header rows, bounds of the table. */
export function chooseFrame(sheet: Sheet, found: Frame, choice: TableChoice, kinds: CellKinds): Frame {
  const { region } = choice;
  if (choice.headerRow === undefined && choice.headerRows === undefined && !region) return found;
  const last = Math.max(0, sheet.height - 1);
  const row = Math.min(choice.headerRow ?? region?.top ?? found.headerRow, last);
  const bottom = Math.min(region?.bottom ?? found.region.bottom, last);
  const count =
    choice.headerRows ?? (row === found.headerRow ? found.headerRows : countHeaderRows(sheet, { top: row, bottom }, row, kinds));
  const frame = reframe(sheet, found, row, count);
  if (!region) return frame;
  const right = Math.min(region.right, Math.max(0, sheet.width - 1));
  return { ...frame, region: { top: row, left: Math.min(region.left, right), right, bottom: Math.max(row, bottom) } };
}
