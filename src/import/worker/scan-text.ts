import { ByteTexts } from './byte-texts.ts';
import { KIND, type CellColumn } from './cell-column.ts';
import { CellTable } from './cell-table.ts';
import type { Dialect } from './dialect.ts';
import { FieldCutter, NEWLINE, RETURN } from './field-cutter.ts';
import { LIMITS } from './limits.ts';
import { scanFigure, scanned } from './scan-figure.ts';

export interface ScannedText {
  readonly table: CellTable;
  /** A quote opens or closes nothing: the text had better be cut otherwise. */
  readonly broken: boolean;
  /** There are more rows, columns or cells than the limits: reading ended there. */
  readonly tooMany: boolean;
}

export interface ScanOptions {
  /** Rows to read at most, quotes that do not match forgiven: for looking at the beginning of a text. */
  readonly sampleRows?: number;
  readonly onRows?: (rows: number) => void;
}

const [PIECES, PIECE] = [16, 1 << 14];
const ROWS_BETWEEN_REPORTS = 1 << 15;
const MINUS = 45;

/** Rows that a text seems to have, judging by pieces from all over it, and some to spare: growing arrays later would cost memory twice. */
function likelyRows(bytes: Uint8Array): number {
  const step = Math.max(PIECE, Math.floor(bytes.length / PIECES));
  let [lines, looked] = [1, 1];
  for (let from = 0; from < bytes.length; from += step) {
    const end = Math.min(from + PIECE, bytes.length);
    looked += end - from;
    for (let i = from; i < end; i++) if (bytes[i] === NEWLINE || (bytes[i] === RETURN && bytes[i + 1] !== NEWLINE)) lines++;
  }
  return Math.min(LIMITS.rows, Math.ceil((lines * 1.01 * bytes.length) / looked) + 16);
}

/** Cuts cells of a text anew: figures keep no text of their own. The row that was asked for last is remembered. */
function makeCutter(bytes: Uint8Array, dialect: Dialect, rowStarts: () => Uint32Array): (row: number, column: number) => string {
  const cutter = new FieldCutter(bytes, dialect);
  let known = -1;
  let texts: string[] = [];
  return (row, column) => {
    if (row !== known) {
      texts = [];
      for (cutter.cut(rowStarts()[row]!); ; cutter.cut(cutter.afterDelimiter)) {
        texts.push(cutter.text());
        if (!cutter.goesOn) break;
      }
      known = row;
    }
    return texts[column] ?? '';
  };
}

/**
 * Cuts the UTF-8 bytes of a delimited text into cells, in one pass, and reads the plain figures among them. Line ends of every kind. The
 * bytes are kept: texts stay where they are until somebody reads them.
 */
export function scanText(bytes: Uint8Array, dialect: Dialect, { sampleRows = Infinity, onRows }: ScanOptions = {}): ScannedText {
  const rows = Math.min(likelyRows(bytes), sampleRows);
  let starts = new Uint32Array(rows);
  const texts: ByteTexts[] = [];
  const table = new CellTable(
    rows,
    (column) => (texts[column] = new ByteTexts(bytes)),
    makeCutter(bytes, dialect, () => starts),
  );
  const writer = new FieldWriter(bytes, table, texts);
  const cutter = new FieldCutter(bytes, dialect);
  const { first, quote, isSingle, width } = cutter;
  const isSample = sampleRows !== Infinity;
  const { length } = bytes;
  let [at, row, cells] = [0, 0, 0];
  while (at < length && row < sampleRows) {
    if (row >= starts.length) {
      const longer = new Uint32Array(Math.ceil(starts.length * 1.25) + 16);
      longer.set(starts);
      starts = longer;
    }
    starts[row] = at;
    let column = 0;
    for (;;) {
      let end = at;
      if (isSingle && bytes[at] !== quote) {
        // Nearly all fields: nothing is called for them that need not be.
        for (; end < length; end++) {
          const byte = bytes[end]!;
          if (byte === first || byte === NEWLINE || byte === RETURN) break;
        }
        if (end > at) writer.put(row, column, at, end);
      } else {
        cutter.cut(at);
        end = cutter.next;
        if (cutter.isEscaped) writer.putText(row, column, cutter.text());
        else if (cutter.end > cutter.start) writer.put(row, column, cutter.start, cutter.end);
      }
      column++;
      at = end;
      const byte = at < length ? bytes[at]! : NEWLINE;
      if (byte === NEWLINE || byte === RETURN || column > LIMITS.columns) break;
      at += width;
    }
    if (cutter.broken && !isSample) return { table, broken: true, tooMany: false };
    table.endRow(row++, column);
    cells += column;
    if (row > LIMITS.rows || column > LIMITS.columns || cells > LIMITS.cells) return { table, broken: false, tooMany: true };
    if (row % ROWS_BETWEEN_REPORTS === 0) onRows?.(row);
    at += bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? 2 : 1;
  }
  return { table, broken: cutter.broken, tooMany: false };
}

/** Writes fields to their places: plain figures as numbers, texts as numbers of texts. */
class FieldWriter {
  private readonly columns: CellColumn[] = [];
  constructor(
    private readonly bytes: Uint8Array,
    private readonly table: CellTable,
    private readonly texts: readonly ByteTexts[],
  ) {}

  /** Writes what stands from `start` to `end`. */
  put(row: number, column: number, start: number, end: number): void {
    const cells = (this.columns[column] ??= this.table.writable(column));
    if (cells.isFigures) {
      const first = this.bytes[start]!;
      if ((first >= 48 && first <= 57) || first === MINUS) {
        const kind = scanFigure(this.bytes, start, end);
        if (kind !== KIND.BLANK) return cells.putFigure(row, kind, scanned.value);
      }
    }
    cells.putText(row, this.texts[column]!.codeOf(start, end, cells.keepsTexts));
  }

  /** Writes a text that does not stand in the bytes as it is. */
  putText(row: number, column: number, text: string): void {
    if (text !== '') this.table.writable(column).putCell(row, text);
  }
}
