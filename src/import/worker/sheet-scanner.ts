import { decodeUtf8 } from './byte-texts.ts';
import { CellTable } from './cell-table.ts';
import { CellValues, TYPE, type BookParts } from './cell-values.ts';
import { LIMITS } from './limits.ts';
import { readItem } from './shared-strings.ts';
import { SheetWriter } from './sheet-writer.ts';
import { cellText, findWord, isWord } from './xml-text.ts';

const [OPEN, CLOSE, SLASH, EQUALS, BANG] = [60, 62, 47, 61, 33];
const [C, F, I, R, S, T, V] = [99, 102, 105, 114, 115, 116, 118];
const ROWS_BETWEEN_REPORTS = 1 << 13;

const isDigit = (byte: number) => byte >= 48 && byte <= 57;

/** Reads the cells of one sheet part (ECMA-376, 18.3.1) in a single pass over its bytes. */
export class SheetScanner {
  readonly writer: SheetWriter;
  private readonly values: CellValues;
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
    this.values = new CellValues(bytes, this.writer, book);
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
        else if (name === T) type = bytes[start] === S && bytes[start + 1] === T ? TYPE.STRING : bytes[start]!;
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
    if (item >= 0) return this.values.putText(this.row, column, readItem(bytes, item, to));
    if (from < 0 || from === to) {
      if (formula < 0 || (from >= 0 && type === TYPE.STRING)) return false;
      this.writer.putError(this.row, column, {
        kind: 'error',
        code: 'formula-without-value',
        raw: `=${cellText(bytes, formula, formulaEnd)}`,
      });
      return true;
    }
    const put = this.values.put(this.row, column, style, type, from, to);
    if (put === 'strange') this.isStrange = true;
    return put === true;
  }
}
