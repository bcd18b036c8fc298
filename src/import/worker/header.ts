import { cellsOf, isBlank, textOf, type Cell, type Sheet } from './cell.ts';
import type { Block } from './blocks.ts';
import type { CellKinds } from './kinds.ts';
import { readPeriod } from './period.ts';
import { isPeriodHeader } from './words.ts';

const SAMPLE_ROWS = 60;
const MOST_HEADER_ROWS = 4;
const MOST_LINES_ABOVE = 20;
const LONGEST_GROUP = 24;

interface RowShape {
  readonly anchors: number;
  /** Filled cells, merged ones counted over their whole width. */
  readonly filled: number;
  readonly numbers: number;
  readonly years: number;
  /** One merged cell covers most of the row: a title. */
  readonly spanned: boolean;
}

function shapeOf(sheet: Sheet, row: number, width: number, kinds: CellKinds): RowShape {
  let [anchors, filled, numbers, years] = [0, 0, 0, 0];
  for (const cell of cellsOf(sheet, row)) {
    const kind = kinds.of(cell);
    if (kind === 'blank') continue;
    anchors++;
    filled++;
    if (kind === 'number') numbers++;
    if (kind === 'year') years++;
  }
  let spanned = false;
  for (const merge of sheet.merges) {
    if (merge.top !== row || merge.right === merge.left) continue;
    const cells = merge.right - merge.left;
    if (!isBlank(sheet.at(row, merge.left))) filled += cells;
    if (cells + 1 > width * 0.6) spanned = true;
  }
  return { anchors, filled, numbers, years, spanned };
}

/** 2021 | 2022 | 2023 or 202501 | 202502: a header although it is made of digits. */
function isRunOfYears(cells: readonly Cell[], kinds: CellKinds): boolean {
  const years = cells.filter((cell) => kinds.of(cell) === 'year').map((cell) => Number(textOf(cell)));
  if (years.length < 2) return false;
  const rising = years.every((year, index) => index === 0 || year > years[index - 1]!);
  const falling = years.every((year, index) => index === 0 || year < years[index - 1]!);
  const spread = Math.abs(years.at(-1)! - years[0]!);
  return (rising || falling) && (spread <= years.length * 2 || readPeriod(String(years[0]))?.grain !== 'year');
}

function sampleRows(block: Block, from: number): number[] {
  const rows: number[] = [];
  for (let row = from; row <= block.bottom && rows.length < SAMPLE_ROWS; row++) rows.push(row);
  return rows;
}

/** Columns that hold figures further down, with their share of filled cells. */
function numberColumns(sheet: Sheet, rows: readonly number[], kinds: CellKinds): Set<number> {
  const columns = new Set<number>();
  for (let c = 0; c < sheet.width; c++) {
    let [numbers, filled] = [0, 0];
    for (const row of rows) {
      const kind = kinds.of(sheet.at(row, c));
      if (kind === 'blank' || kind === 'mark') continue;
      filled++;
      if (kind === 'number' || kind === 'year') numbers++;
    }
    if (filled > 0 && numbers / filled >= 0.5) columns.add(c);
  }
  return columns;
}

/** First row that is wide enough to be a header or a body row, or −1. */
function firstWideRow(sheet: Sheet, block: Block, kinds: CellKinds): number {
  let width = 0;
  for (const row of sampleRows(block, block.top)) {
    const shape = shapeOf(sheet, row, sheet.width, kinds);
    if (!shape.spanned) width = Math.max(width, shape.filled);
  }
  if (width < 2) return -1;
  for (let row = block.top; row <= Math.min(block.bottom, block.top + MOST_LINES_ABOVE); row++) {
    const shape = shapeOf(sheet, row, width, kinds);
    if (shape.spanned || shape.anchors < 2) continue;
    if (shape.filled >= Math.max(2, Math.ceil(width * 0.3)) && (shape.filled >= 3 || shape.filled >= width * 0.6)) return row;
  }
  return -1;
}

/** The row has figures of its own where the column has figures: it belongs to the body. */
function isBodyRow(sheet: Sheet, row: number, kinds: CellKinds): boolean {
  const cells = cellsOf(sheet, row);
  const shape = shapeOf(sheet, row, sheet.width, kinds);
  if (shape.numbers > 0) return true;
  return shape.years > 0 && !isRunOfYears(cells, kinds);
}

/** Whether a block begins with body rows. */
export function isHeaderless(sheet: Sheet, block: Block, kinds: CellKinds): boolean {
  const row = firstWideRow(sheet, block, kinds);
  return row >= 0 && isBodyRow(sheet, row, kinds);
}

/** A further header row: words over columns of figures. */
function goesOn(sheet: Sheet, row: number, numeric: ReadonlySet<number>, kinds: CellKinds): boolean {
  if (isBodyRow(sheet, row, kinds)) return false;
  let [over, filled] = [0, 0];
  const cells = cellsOf(sheet, row);
  // 1:30 in the first row below a header is a figure of the body.
  if (cells.some((cell) => kinds.of(cell) === 'clock')) return false;
  cells.forEach((cell, c) => {
    const kind = kinds.of(cell);
    if (kind === 'blank') return;
    filled++;
    if (numeric.has(c) && kind !== 'mark') over++;
  });
  return filled > 0 && over * 2 >= filled && over >= Math.min(2, numeric.size);
}

/** 2025 | | | 2026 above Q1 | Q2 | Q3: names of groups over columns of the row below, not a title and not 单位：万元. `left` is the first column. */
function isGroupRow(sheet: Sheet, row: number, below: number, left: number, kinds: CellKinds): boolean {
  const [cells, under] = [cellsOf(sheet, row), cellsOf(sheet, below)];
  const at = cells.flatMap((cell, c) => (isBlank(cell) ? [] : [c]));
  const isShort = (c: number) => {
    const text = textOf(cells[c]!).trim();
    return text.length <= LONGEST_GROUP && !/[:：]/.test(text) && ['text', 'period', 'year'].includes(kinds.of(cells[c]!));
  };
  if (at.length === 0 || at.length >= under.filter((cell) => !isBlank(cell)).length || !at.every(isShort)) return false;
  // In the first column stands what the rows or the groups are; above a name of its own it would be a title.
  const isTitle = at[0] === left && !isBlank(under[left] ?? '') && !isPeriodHeader(textOf(cells[left]!));
  const groups = at.filter((c) => c > left);
  if (isTitle || at[0]! < left) return false;
  const widths = groups.map((c, i) => (groups[i + 1] ?? under.length) - c);
  if (groups.length >= 2) return widths.filter((width) => width > 1).length * 2 >= groups.length;
  return groups.length === 1 && kinds.of(cells[groups[0]!]!) !== 'text';
}

/** The first of the header rows that stand above the first wide one. */
function withGroupsAbove(sheet: Sheet, block: Block, row: number, kinds: CellKinds): number {
  const near = sampleRows(block, row).slice(0, 4);
  const left = Math.min(...near.map((one) => cellsOf(sheet, one).findIndex((cell) => !isBlank(cell))).filter((c) => c >= 0));
  let top = row;
  while (top > block.top && row - top + 2 <= MOST_HEADER_ROWS && isGroupRow(sheet, top - 1, top, left, kinds)) top--;
  return top;
}

/** Header of a block: its first row and how many rows it has (0 where the table has none); null where the block is no table. */
export function findHeader(sheet: Sheet, block: Block, kinds: CellKinds): { row: number; count: number } | null {
  const row = firstWideRow(sheet, block, kinds);
  if (row < 0) return null;
  if (isBodyRow(sheet, row, kinds)) return { row, count: 0 };
  const top = withGroupsAbove(sheet, block, row, kinds);
  return { row: top, count: Math.max(countHeaderRows(sheet, block, top, kinds), row - top + 1) };
}

/** How many rows the header that begins in `row` has. */
export function countHeaderRows(sheet: Sheet, block: Block, row: number, kinds: CellKinds): number {
  const lastPossible = Math.min(row + MOST_HEADER_ROWS - 1, block.bottom - 1);
  const numeric = numberColumns(sheet, sampleRows(block, Math.min(row + 1, block.bottom)), kinds);
  let count = 1;
  while (row + count <= lastPossible && goesOn(sheet, row + count, numeric, kinds)) count++;
  return count;
}

/** Header texts of each column, from top to bottom, merged cells spread over what they cover. */
export function headerTexts(sheet: Sheet, headerRow: number, headerRows: number, left: number, right: number): Cell[][] {
  const columns: Cell[][] = [];
  for (let c = left; c <= right; c++) columns.push([]);
  for (let row = headerRow; row < headerRow + headerRows; row++) {
    let carried: Cell = '';
    for (let c = left; c <= right; c++) {
      const merge = sheet.merges.find((m) => m.left <= c && c <= m.right && m.top <= row && row <= m.bottom);
      let cell = merge ? (row === merge.top || merge.top < headerRow ? sheet.at(merge.top, merge.left) : '') : sheet.at(row, c);
      // Text files lose the merge: a group's name stands over its first column, and only the last header row is complete.
      if (isBlank(cell) && !merge && row < headerRow + headerRows - 1 && !isBlank(sheet.at(headerRow + headerRows - 1, c))) cell = carried;
      if (!isBlank(cell)) carried = cell;
      columns[c - left]!.push(cell);
    }
  }
  return columns;
}
