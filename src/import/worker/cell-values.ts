import { dayOf } from '../../domain/calendar.ts';
import { decodeUtf8 } from './byte-texts.ts';
import { KIND } from './cell-column.ts';
import { scanFigure, scanned } from './scan-figure.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { SheetWriter } from './sheet-writer.ts';
import { cellText } from './xml-text.ts';

/** What the cells of every sheet of a workbook refer to. */
export interface BookParts {
  readonly strings: SharedStrings;
  /** Number format of each cell style. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
  readonly onRows: (rows: number) => void;
}

/** Types of cells (ECMA-376, 18.18.11) by the first letter of their names; `str` is told from `s` by a letter of ours. */
export const TYPE = { NUMBER: 110, SHARED: 115, STRING: 118, INLINE: 105, BOOLEAN: 98, ERROR: 101, DATE: 100 } as const;

/** Writes the values of the cells of a sheet part to their places. */
export class CellValues {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly writer: SheetWriter,
    private readonly book: BookParts,
  ) {}

  /** Writes a text; false if it is none. */
  putText(row: number, column: number, text: string): boolean {
    if (text === '') return false;
    this.writer.putText(row, column, text);
    return true;
  }

  /** Writes the value that stands from `from` to `to`; false if it is none, 'strange' if it is better left to SheetJS. */
  put(row: number, column: number, style: number, type: number, from: number, to: number): boolean | 'strange' {
    const { bytes, writer, book } = this;
    if (type === TYPE.SHARED) {
      let index = 0;
      for (let i = from; i < to; i++) index = index * 10 + bytes[i]! - 48;
      if (!(index < book.strings.count)) return 'strange';
      if (book.strings.isEmpty(index + 1)) return false;
      writer.table.writable(column).putText(row, index + 1);
      return true;
    }
    if (type === TYPE.STRING || type === TYPE.INLINE) return this.putText(row, column, cellText(bytes, from, to));
    const text = type === 0 || type === TYPE.NUMBER ? '' : decodeUtf8(bytes, from, to);
    if (type === TYPE.BOOLEAN) return this.putText(row, column, text === '0' || text === 'false' ? 'FALSE' : 'TRUE');
    if (type === TYPE.ERROR) {
      writer.putError(row, column, { kind: 'error', code: 'error-value', raw: text });
      return true;
    }
    if (type === TYPE.DATE) return this.putIsoDate(row, column, text);
    const kind = scanFigure(bytes, from, to);
    const value = kind === KIND.INTEGER || kind === KIND.POINT ? scanned.value : Number(decodeUtf8(bytes, from, to));
    if (Number.isNaN(value)) return 'strange';
    writer.putNumber(row, column, value, book.formats[style] ?? '');
    return true;
  }

  private putIsoDate(row: number, column: number, text: string): boolean {
    const [, year, month, day, hours, minutes] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(text) ?? [];
    if (year === undefined) return this.putText(row, column, text);
    const time = Number(hours ?? 0) + Number(minutes ?? 0) / 60;
    this.writer.table.put(row, column, {
      kind: 'date',
      day: dayOf(Number(year), Number(month), Number(day)),
      format: '',
      ...(time > 0 ? { time } : {}),
    });
    return true;
  }
}
