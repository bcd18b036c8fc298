import { ByteTexts } from './byte-texts.ts';
import { KIND } from './cell-column.ts';
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
  const cutter = new FieldCutter(bytes, dialect);
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
    for (cutter.cut(at); ; cutter.cut(cutter.afterDelimiter)) {
      putField(table, texts, cutter, bytes, row, column++);
      if (!cutter.goesOn || column > LIMITS.columns) break;
    }
    if (cutter.broken && !isSample) return { table, broken: true, tooMany: false };
    table.endRow(row++, column);
    cells += column;
    if (row > LIMITS.rows || column > LIMITS.columns || cells > LIMITS.cells) return { table, broken: false, tooMany: true };
    if (row % ROWS_BETWEEN_REPORTS === 0) onRows?.(row);
    at = cutter.afterLine;
  }
  return { table, broken: cutter.broken, tooMany: false };
}

/** Writes the field that was cut last to its place. */
function putField(
  table: CellTable,
  texts: readonly ByteTexts[],
  cutter: FieldCutter,
  bytes: Uint8Array,
  row: number,
  column: number,
): void {
  const { start, end } = cutter;
  if (start === end) return;
  const cells = table.writable(column);
  const first = bytes[start]!;
  if (cells.isFigures && ((first >= 48 && first <= 57) || first === MINUS)) {
    const kind = scanFigure(bytes, start, end);
    if (kind !== KIND.BLANK) return cells.putFigure(row, kind, scanned.value);
  }
  if (cutter.isEscaped) cells.putCell(row, cutter.text());
  else cells.putText(row, texts[column]!.codeOf(start, end, cells.keepsTexts));
}
