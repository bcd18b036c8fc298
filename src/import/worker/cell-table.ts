import type { Region } from '../../domain/cell-range.ts';
import type { Cell, Sheet } from './cell.ts';
import { CellColumn, KIND, MOST_FORMATS, type TextSource } from './cell-column.ts';
import type { FormatReader } from './number-format.ts';

const NO_TEXTS: TextSource = { count: 0, read: () => '' };
const NOTHING_YET = new CellColumn(NO_TEXTS, 0);

/** A sheet that is written cell by cell, row by row, and read in any order. */
export class CellTable implements Sheet {
  name = '';
  hidden = false;
  merges: readonly Region[] = [];
  height = 0;
  width = 0;
  private readonly columns: (CellColumn | undefined)[] = [];
  private lengths = new Uint16Array(0);
  private readonly formats: FormatReader[] = [];

  /** `textsOf` gives a column its numbered texts; `textAt` cuts a cell of a text file anew. */
  constructor(
    private readonly likelyRows = 0,
    private readonly textsOf: (column: number) => TextSource = () => NO_TEXTS,
    private readonly textAt: ((row: number, column: number) => string) | null = null,
  ) {}

  at(row: number, column: number): Cell {
    const cells = this.columns[column];
    if (cells === undefined || row >= this.height || row < 0) return '';
    const kind = cells.kindAt(row);
    if (kind === KIND.BLANK) return '';
    if (kind === KIND.CODED) return cells.cellOf(cells.codeAt(row));
    if (this.textAt) return this.textAt(row, column);
    const value = cells.numberAt(row);
    return kind < KIND.FORMATTED ? { kind: 'number', value, format: '' } : this.formats[kind - KIND.FORMATTED]!(value);
  }

  lengthOf(row: number): number {
    return row < this.height && row >= 0 ? this.lengths[row]! : 0;
  }

  column(column: number): CellColumn {
    return this.columns[column] ?? NOTHING_YET;
  }

  /** The column to write to. */
  writable(column: number): CellColumn {
    return (this.columns[column] ??= new CellColumn(this.textsOf(column), this.likelyRows));
  }

  /** Kind for numbers in one more format; undefined if there are too many. */
  addFormat(reader: FormatReader): number | undefined {
    return this.formats.length < MOST_FORMATS ? KIND.FORMATTED + this.formats.push(reader) - 1 : undefined;
  }

  put(row: number, column: number, cell: Cell): void {
    if (cell !== '') this.writable(column).putCell(row, cell);
  }

  /** Ends a row of so many fields; rows between it and the one before are blank. */
  endRow(row: number, length: number): void {
    if (row >= this.lengths.length) {
      const longer = new Uint16Array(Math.max(row + 1, this.likelyRows, Math.ceil(this.lengths.length * 1.25)));
      longer.set(this.lengths);
      this.lengths = longer;
    }
    this.lengths[row] = length;
    this.height = row + 1;
    if (length > this.width) this.width = length;
  }
}

/** A sheet made of rows of texts. */
export function tableOfRows(rows: readonly (readonly string[])[]): CellTable {
  const table = new CellTable(rows.length);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => table.put(row, column, cell));
    table.endRow(row, cells.length);
  });
  return table;
}
