import type { Region } from '../../domain/cell-range.ts';
import type { ExclusionReason } from '../protocol.ts';
import { cellsOf, isBlank, textOf, type Sheet } from './cell.ts';
import { blocksOf, rowIsBlank, type Block } from './blocks.ts';
import type { CellKinds } from './kinds.ts';
import { findHeader, isHeaderless } from './header.ts';
import { sideBySide } from './side-by-side.ts';
import { isNote } from './words.ts';

/** One table in a sheet: where its header and body are, and the lines around it. */
export interface Frame {
  readonly region: Region;
  readonly headerRow: number;
  readonly headerRows: number;
  /** Lines above the header, topmost first. */
  readonly lines: readonly string[];
  readonly excluded: readonly { readonly row: number; readonly why: ExclusionReason }[];
}

const filledCells = (sheet: Sheet, row: number) => cellsOf(sheet, row).filter((cell) => !isBlank(cell));

/** All that is written in a row, as one line. */
const lineOf = (sheet: Sheet, row: number): string =>
  filledCells(sheet, row)
    .map((cell) => textOf(cell).replace(/\s+/g, ' ').trim())
    .join(' ');

/** A line of words under or above a table: few cells, no figures. */
function isLine(sheet: Sheet, row: number, width: number, kinds: CellKinds): boolean {
  const cells = filledCells(sheet, row);
  if (cells.length === 0 || cells.length > Math.max(1, Math.min(3, width / 3))) return false;
  return cells.every((cell) => kinds.of(cell) === 'text');
}

function isFootnote(sheet: Sheet, row: number, width: number, kinds: CellKinds): boolean {
  const cells = filledCells(sheet, row);
  const first = cells[0];
  if (first === undefined || kinds.of(first) !== 'text') return false;
  if (isNote(textOf(first)) && cells.length <= 2) return true;
  return isLine(sheet, row, width, kinds) && (textOf(first).length > 12 || /[:：]/.test(textOf(first)));
}

function columnsOf(sheet: Sheet, top: number, bottom: number): { left: number; right: number } {
  let left = sheet.width;
  let right = 0;
  for (let row = top; row <= bottom; row++) {
    const length = sheet.lengthOf(row);
    for (let c = 0; c < left && c < length; c++) if (!isBlank(sheet.at(row, c))) left = c;
    for (let c = length - 1; c > right; c--) if (!isBlank(sheet.at(row, c))) right = c;
  }
  return { left: Math.min(left, right), right };
}

function makeFrame(sheet: Sheet, block: Block, header: { row: number; count: number }, lines: readonly string[], kinds: CellKinds): Frame {
  let bottom = block.bottom;
  const excluded: { row: number; why: ExclusionReason }[] = [];
  const first = header.row + header.count;
  const shape = columnsOf(sheet, header.row, Math.min(bottom, header.row + 40));
  while (bottom > first && isFootnote(sheet, bottom, shape.right - shape.left + 1, kinds))
    excluded.unshift({ row: bottom--, why: 'footnote' });
  const { left, right } = columnsOf(sheet, header.row, bottom);
  for (let row = block.top; row < header.row; row++) if (!rowIsBlank(sheet, row)) excluded.unshift({ row, why: 'title' });
  return { region: { top: header.row, left, bottom, right }, headerRow: header.row, headerRows: header.count, lines, excluded };
}

/** Whether a block goes on with the rows of the table above it, behind a blank row. */
function continues(sheet: Sheet, block: Block, table: Frame, kinds: CellKinds): boolean {
  if (!isHeaderless(sheet, block, kinds)) return false;
  const { left, right } = columnsOf(sheet, block.top, Math.min(block.bottom, block.top + 20));
  return left >= table.region.left && right <= table.region.right;
}

function append(table: Frame, block: Frame, blockTop: number): Frame {
  const blanks: { row: number; why: ExclusionReason }[] = [];
  for (let row = table.region.bottom + 1; row < blockTop; row++)
    if (!table.excluded.some((one) => one.row === row)) blanks.push({ row, why: 'blank' });
  return {
    ...table,
    region: { ...table.region, bottom: block.region.bottom, right: Math.max(table.region.right, block.region.right) },
    excluded: [...table.excluded, ...blanks, ...block.excluded],
  };
}

/** Finds the tables of a sheet from top to bottom. Lines of words between them are titles of the next or notes of the last. */
export function findFrames(sheet: Sheet, kinds: CellKinds): Frame[] {
  const frames: Frame[] = [];
  let lines: string[] = [];
  for (const block of blocksOf(sheet, kinds)) {
    const header = findHeader(sheet, block, kinds);
    if (!header) {
      for (let row = block.top; row <= block.bottom; row++) lines.push(lineOf(sheet, row));
      continue;
    }
    const last = frames.at(-1);
    const frame = makeFrame(sheet, block, header, [...lines, ...linesAbove(sheet, block.top, header.row)], kinds);
    if (last && last.headerRows > 0 && continues(sheet, block, last, kinds)) frames[frames.length - 1] = append(last, frame, block.top);
    else frames.push(...sideBySide(sheet, frame, kinds));
    lines = [];
  }
  return frames;
}

const linesAbove = (sheet: Sheet, top: number, headerRow: number): string[] => {
  const lines: string[] = [];
  for (let row = top; row < headerRow; row++) if (!rowIsBlank(sheet, row)) lines.push(lineOf(sheet, row));
  return lines;
};

/** The frame that a person's choice of header row makes of a found one: the body keeps its end. */
export function reframe(sheet: Sheet, frame: Frame, headerRow: number, headerRows: number): Frame {
  const bottom = Math.max(frame.region.bottom, Math.min(headerRow + headerRows, sheet.height - 1));
  const { left, right } = columnsOf(sheet, headerRow, bottom);
  const lines = headerRow === frame.headerRow ? frame.lines : linesAbove(sheet, 0, headerRow);
  return {
    region: { top: headerRow, left, bottom, right },
    headerRow,
    headerRows,
    lines,
    excluded: frame.excluded.filter((one) => one.row >= headerRow + headerRows && one.why !== 'title'),
  };
}
