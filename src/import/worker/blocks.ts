import { cellsOf, isBlank, type Sheet } from './cell.ts';
import { KIND } from './cell-column.ts';
import type { CellKinds } from './kinds.ts';

/** Rows without a blank one among them. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
}

export function rowIsBlank(sheet: Sheet, row: number): boolean {
  const length = sheet.lengthOf(row);
  for (let column = 0; column < length; column++) {
    const kind = sheet.column(column).kindAt(row);
    if (kind !== KIND.BLANK && (kind !== KIND.CODED || !isBlank(sheet.at(row, column)))) return false;
  }
  return true;
}

/** Only sheets made by hand stack tables without a blank row; in long exports nobody looks for it. */
const MOST_ROWS_TO_SPLIT = 5000;

function hasFigures(sheet: Sheet, row: number, kinds: CellKinds): boolean {
  return cellsOf(sheet, row).some((cell) => kinds.of(cell) === 'number');
}

/** Nothing but words, two at least: it may be a header. */
function isWords(sheet: Sheet, row: number, kinds: CellKinds): boolean {
  let words = 0;
  for (const cell of cellsOf(sheet, row)) {
    const kind = kinds.of(cell);
    if (kind === 'text') words++;
    else if (kind !== 'blank' && kind !== 'period') return false;
  }
  return words >= 2;
}

function isSingleText(sheet: Sheet, row: number, kinds: CellKinds): boolean {
  const filled = cellsOf(sheet, row).filter((cell) => !isBlank(cell));
  return filled.length === 1 && kinds.of(filled[0]!) === 'text';
}

/** A title, a header and figures below a table without a blank row between: the row of the title, or −1. */
function nextTitle(sheet: Sheet, block: Block, kinds: CellKinds): number {
  let figures = false;
  for (let row = block.top; row + 2 <= block.bottom; row++) {
    if (figures && isSingleText(sheet, row, kinds) && isWords(sheet, row + 1, kinds) && hasFigures(sheet, row + 2, kinds)) return row;
    figures ||= hasFigures(sheet, row, kinds);
  }
  return -1;
}

function splitAtTitles(sheet: Sheet, block: Block, kinds: CellKinds): Block[] {
  if (block.bottom - block.top > MOST_ROWS_TO_SPLIT) return [block];
  const at = nextTitle(sheet, block, kinds);
  return at < 0 ? [block] : [{ top: block.top, bottom: at - 1 }, ...splitAtTitles(sheet, { top: at, bottom: block.bottom }, kinds)];
}

/** Cuts a sheet into blocks at its blank rows, and where a new title and header begin. */
export function blocksOf(sheet: Sheet, kinds: CellKinds): Block[] {
  const blocks: Block[] = [];
  let top = -1;
  for (let row = 0; row <= sheet.height; row++) {
    const blank = row === sheet.height || rowIsBlank(sheet, row);
    if (!blank && top < 0) top = row;
    if (blank && top >= 0) {
      blocks.push(...splitAtTitles(sheet, { top, bottom: row - 1 }, kinds));
      top = -1;
    }
  }
  return blocks;
}
