import { dayOf } from '../../domain/calendar.ts';
import { cellAddress, columnLetters } from '../../domain/dataset.ts';
import type { Region } from '../protocol.ts';
import { decodeUtf8 } from './byte-texts.ts';
import { KIND } from './cell-column.ts';
import { CellTable } from './cell-table.ts';
import { LIMITS } from './limits.ts';
import { scanFigure, scanned } from './scan-figure.ts';
import { readItem, type SharedStrings } from './shared-strings.ts';
import { SheetWriter } from './sheet-writer.ts';
import type { SheetIssue } from './workbook.ts';
import { cellText, elementsOf, findWord, isWord } from './xml-text.ts';

/** What the cells of every sheet of a workbook refer to. */
export interface BookParts {
  readonly strings: SharedStrings;
  /** Number format of each cell style. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
  readonly onRows: (rows: number) => void;
}

export interface ScannedSheet {
  readonly table: CellTable;
  readonly issues: readonly SheetIssue[];
}

const [OPEN, CLOSE, SLASH, EQUALS, BANG] = [60, 62, 47, 61, 33];
const [C, F, I, R, S, T, V] = [99, 102, 105, 114, 115, 116, 118];
const ROWS_BETWEEN_REPORTS = 1 << 13;

const isDigit = (byte: number) => byte >= 48 && byte <= 57;

/** Reads the cells of one sheet part (ECMA-376, 18.3.1) in a single pass over its bytes. */
class SheetScanner {
  readonly writer: SheetWriter;
  /** The part is written in a way that is left to a slower reader. */
  isStrange = false;
  isTooLarge = false;
  private row = -1;
  /** Rows that are not shown and hold something. */
  readonly hiddenRows: number[] = [];
  private isHidden = false;
  private column = 0;
  private length = 0;
  private at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    name: string,
    private readonly book: BookParts,
  ) {
    this.writer = new SheetWriter(new CellTable(0, () => book.strings), name, book.date1904);
  }

  /** Reads all rows from `from` on; returns the end of the sheet's data. */
  scan(from: number): number {
    const { bytes } = this;
    for (this.at = from; this.at < bytes.length;) {
      if (bytes[this.at] !== OPEN) {
        this.at++;
        continue;
      }
      const next = bytes[this.at + 1];
      if (next === C && bytes[this.at + 2]! <= CLOSE) this.cell();
      else if (next === R && isWord(bytes, '<row', this.at)) this.beginRow();
      else if (next === SLASH && isWord(bytes, '</sheetData', this.at)) break;
      else this.at += 2;
      if (this.isStrange || this.isTooLarge) break;
    }
    this.endRow();
    return this.at;
  }

  private endRow(): void {
    if (this.length > 0) {
      this.writer.table.endRow(this.row, this.length);
      if (this.isHidden) this.hiddenRows.push(this.row);
    }
    this.length = this.column = 0;
  }

  private beginRow(): void {
    this.endRow();
    const end = this.bytes.indexOf(CLOSE, this.at);
    const tag = decodeUtf8(this.bytes, this.at, end);
    const number = /\sr="(\d{1,9})"/.exec(tag);
    const row = number ? Number(number[1]) - 1 : this.row + 1;
    if (row <= this.row || end < 0) this.isStrange = true;
    if (row >= LIMITS.rows) this.isTooLarge = true;
    this.row = row;
    this.isHidden = /\shidden="(?:1|true)"/.test(tag);
    if (row % ROWS_BETWEEN_REPORTS === 0) this.book.onRows(row);
    this.at = end + 1;
  }

  /** Column of an address such as AB12. */
  private readColumn(at: number): number {
    let column = 0;
    for (let byte = this.bytes[at]!; byte >= 65 && byte <= 90; byte = this.bytes[++at]!) column = column * 26 + byte - 64;
    return column - 1;
  }

  private cell(): void {
    const { bytes } = this;
    let [style, type, at] = [0, 0, this.at + 2];
    for (; bytes[at] !== CLOSE && at < bytes.length; at++) {
      if (bytes[at] !== EQUALS) continue;
      const [name, quote, start] = [bytes[at - 1], bytes[at + 1]!, at + 2];
      if (bytes[at - 2]! <= 32) {
        if (name === R) this.column = this.readColumn(start);
        else if (name === S) for (let i = start; isDigit(bytes[i]!); i++) style = style * 10 + bytes[i]! - 48;
        // The type is told by its first letters: n, s, b, e, d, or str and inlineStr.
        else if (name === T) type = bytes[start] === S && bytes[start + 1] === T ? V : bytes[start]!;
      }
      for (at = start; bytes[at] !== quote && at < bytes.length; at++);
    }
    const { column } = this;
    if (column < 0) this.isStrange = true;
    if (column >= LIMITS.columns) this.isTooLarge = true;
    if (this.row < 0 || this.isStrange || this.isTooLarge) return void (this.isStrange ||= !this.isTooLarge);
    this.column++;
    this.at = at + 1;
    if (bytes[at - 1] === SLASH) return;
    if (this.content(column, style, type)) this.length = Math.max(this.length, column + 1);
  }

  /** Reads what stands between the tags of a cell; false if it is nothing. */
  private content(column: number, style: number, type: number): boolean {
    const { bytes } = this;
    let [from, to, formula, formulaEnd, item] = [-1, -1, -1, -1, -1];
    let at = this.at;
    for (; at < bytes.length; at++) {
      if (bytes[at] !== OPEN) continue;
      const next = bytes[at + 1];
      if (next === SLASH) {
        if (bytes[at + 2] === C) break;
        continue;
      }
      if (next === BANG) this.isStrange = true;
      const start = bytes.indexOf(CLOSE, at) + 1;
      if (start === 0) break;
      const isEmpty = bytes[start - 2] === SLASH;
      if (next === V && !isEmpty) {
        from = start;
        for (to = start; bytes[to] !== OPEN && to < bytes.length; to++);
      } else if (next === F) {
        formula = formulaEnd = start;
        if (!isEmpty) while (bytes[formulaEnd] !== OPEN && formulaEnd < bytes.length) formulaEnd++;
      } else if (next === I && !isEmpty && bytes[at + 2] === S) {
        item = start;
        to = findWord(bytes, '</is>', start);
        if (to < 0) this.isStrange = true;
      }
      at = Math.max(start, to, formulaEnd) - 1;
    }
    this.at = at + 4;
    if (this.isStrange) return false;
    if (item >= 0) return this.putText(column, readItem(bytes, item, to));
    if (from < 0 || from === to) {
      if (formula < 0 || (from >= 0 && type === V)) return false;
      this.writer.putError(this.row, column, {
        kind: 'error',
        code: 'formula-without-value',
        raw: `=${cellText(bytes, formula, formulaEnd)}`,
      });
      return true;
    }
    return this.putValue(column, style, type, from, to);
  }

  private putText(column: number, text: string): boolean {
    if (text === '') return false;
    this.writer.putText(this.row, column, text);
    return true;
  }

  private putValue(column: number, style: number, type: number, from: number, to: number): boolean {
    const { bytes, row, writer, book } = this;
    if (type === S) {
      let index = 0;
      for (let i = from; i < to; i++) index = index * 10 + bytes[i]! - 48;
      if (!(index < book.strings.count)) return !(this.isStrange = true);
      if (book.strings.isEmpty(index + 1)) return false;
      writer.table.writable(column).putText(row, index + 1);
      return true;
    }
    if (type === V || type === I) return this.putText(column, cellText(bytes, from, to));
    const text = type === 0 || type === 110 ? '' : decodeUtf8(bytes, from, to);
    if (type === 98) return this.putText(column, text === '0' || text === 'false' ? 'FALSE' : 'TRUE');
    if (type === 101) {
      writer.putError(row, column, { kind: 'error', code: 'error-value', raw: text });
      return true;
    }
    if (type === 100) return this.putIsoDate(column, text);
    const kind = scanFigure(bytes, from, to);
    const value = kind === KIND.INTEGER || kind === KIND.POINT ? scanned.value : Number(decodeUtf8(bytes, from, to));
    if (Number.isNaN(value)) return !(this.isStrange = true);
    writer.putNumber(row, column, value, book.formats[style] ?? '');
    return true;
  }

  private putIsoDate(column: number, text: string): boolean {
    const [, year, month, day, hours, minutes] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(text) ?? [];
    if (year === undefined) return this.putText(column, text);
    const time = Number(hours ?? 0) + Number(minutes ?? 0) / 60;
    this.writer.table.put(this.row, column, {
      kind: 'date',
      day: dayOf(Number(year), Number(month), Number(day)),
      format: '',
      ...(time > 0 ? { time } : {}),
    });
    return true;
  }
}

/** `B2:D4` as bounds. */
function readRange(text: string): Region | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (!parts) return null;
  const column = (letters: string) => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { left: column(parts[1]!), top: Number(parts[2]) - 1, right: column(parts[3]!), bottom: Number(parts[4]) - 1 };
}

/** Columns that are not shown and hold something (ECMA-376, 18.3.1.13: they are declared before the data). */
function hiddenColumns(head: string, table: CellTable): number[] {
  return elementsOf(head, 'col')
    .flatMap((one) => {
      if (!/^(1|true)$/.test(one.get('hidden') ?? '')) return [];
      const [first, last] = [Number(one.get('min')) - 1, Math.min(Number(one.get('max')), table.width) - 1];
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    })
    .filter((at) => {
      for (let row = 0; row < table.height; row++) if (table.column(at).kindAt(row) !== KIND.BLANK) return true;
      return false;
    });
}

/** Rows and columns that are not shown are read as the others are, and this is said: how many there are, and where the first stands. */
function hiddenIssues(sheet: string, rows: readonly number[], columns: readonly number[]): SheetIssue[] {
  const issue = (cell: string, raw: string): SheetIssue => ({ code: 'hidden-rows', sheet, cell, raw });
  const [row, column] = [rows[0], columns[0]];
  return [
    ...(row === undefined ? [] : [issue(cellAddress(row, 0), `${row + 1}:${rows.at(-1)! + 1} (${rows.length})`)]),
    ...(column === undefined
      ? []
      : [issue(cellAddress(0, column), `${columnLetters(column)}:${columnLetters(columns.at(-1)!)} (${columns.length})`)]),
  ];
}

/** Reads a sheet; 'strange' if it is written in a way that is better left to SheetJS. */
export function scanSheet(bytes: Uint8Array, name: string, hidden: boolean, book: BookParts): ScannedSheet | 'strange' | 'too-large' {
  if (findWord(bytes, '<worksheet', 0, 4096) < 0) return 'strange';
  const data = findWord(bytes, '<sheetData', 0);
  const scanner = new SheetScanner(bytes, name, book);
  const end = data < 0 ? 0 : scanner.scan(data + 10);
  if (scanner.isTooLarge) return 'too-large';
  if (scanner.isStrange) return 'strange';
  const { table, issues } = scanner.writer;
  table.name = name;
  table.hidden = hidden;
  const rest = findWord(bytes, '<mergeCells', end);
  if (rest >= 0)
    table.merges = elementsOf(decodeUtf8(bytes, rest, findWord(bytes, '</mergeCells', rest)), 'mergeCell').flatMap(
      (merge) => readRange(merge.get('ref') ?? '') ?? [],
    );
  const declared = findWord(bytes, '<cols', 0, Math.max(data, 0));
  const hiddenAcross = declared < 0 ? [] : hiddenColumns(decodeUtf8(bytes, declared, data), table);
  return { table, issues: [...issues, ...hiddenIssues(name, scanner.hiddenRows, hiddenAcross)] };
}
