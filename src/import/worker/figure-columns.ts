import { LIMITS } from './limits.ts';
import { groupedNumber, plainNumber } from './number.ts';

const MOST_COLUMNS = 64;

/** Plain figures of a sheet by column and row, read with the decimal point; NaN where a cell is anything else. */
export class FigureColumns {
  private readonly columns: Float64Array[] = [];
  private rows: number;
  private readonly most: number;

  /** No more rows than `mostRows` (0: nobody will ask for figures), and about `likelyRows`. */
  constructor(mostRows: number, likelyRows = mostRows) {
    this.rows = Math.max(1, Math.min(likelyRows, mostRows, LIMITS.rows));
    this.most = mostRows === 0 ? 0 : Math.min(MOST_COLUMNS, Math.floor(LIMITS.cells / Math.min(LIMITS.rows, mostRows)));
  }

  /** The value at a place; NaN where no plain figure stands. */
  at(row: number, column: number): number {
    return this.columns[column]?.[row] ?? NaN;
  }

  read(cell: string, row: number, column: number): void {
    const code = cell.charCodeAt(0);
    // Digits and the minus sign: nothing else begins a plain figure.
    if (!((code >= 48 && code <= 57) || code === 45)) return;
    let value = plainNumber(cell, true);
    if (Number.isNaN(value)) value = groupedNumber(cell);
    if (!Number.isNaN(value)) this.set(value, row, column);
  }

  set(value: number, row: number, column: number): void {
    if (column >= this.most || row >= LIMITS.rows) return;
    const values = this.columns[column];
    if (values && row < values.length) values[row] = value;
    else this.grow(column, row)[row] = value;
  }

  private grow(column: number, row: number): Float64Array {
    while (this.rows <= row) this.rows *= 2;
    while (this.columns.length <= column) this.columns.push(new Float64Array(0));
    const grown = new Float64Array(this.rows).fill(NaN);
    grown.set(this.columns[column]!);
    return (this.columns[column] = grown);
  }
}
