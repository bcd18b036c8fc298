import type { Cell } from './cell.ts';

/** What stands in a cell of a column. From FORMATTED on: a number in the format with this number less FORMATTED. */
export const KIND = {
  BLANK: 0,
  /** -12: read the same with any decimal sign. */
  INTEGER: 1,
  /** 12.5, read with the decimal point. */
  POINT: 2,
  /** 85.3%, read with the decimal point and held as the fraction .853. */
  PERCENT: 3,
  /** 1,234.5, read with commas between thousands. */
  GROUPED: 4,
  /** Anything that was met before, by its code. */
  CODED: 5,
  /** A text that is not kept: too many of this column are distinct. */
  UNKEPT: 6,
  FORMATTED: 16,
} as const;

/** Numbers of formats that fit beside the other kinds in a byte. */
export const MOST_FORMATS = 255 - KIND.FORMATTED;
/** Cells after which a column without a figure is held as texts. */
const PATIENCE = 64;
/** Distinct texts of which at least every second is new: keeping them all would cost more than reading them again. */
const MOST_TEXTS = 100_000;

/** Texts by their numbers from 1. */
export interface TextSource {
  readonly count: number;
  read(code: number): string;
}

/**
 * A column of a sheet. Figures stand as numbers beside one byte that says how they were written; everything else as the number of a
 * distinct cell. Columns that begin with texts hold nothing but such numbers.
 */
export class CellColumn {
  /** Whether figures are held as numbers. */
  isFigures = true;
  private kinds: Uint8Array = new Uint8Array(0);
  private numbers: Float64Array = new Float64Array(0);
  private codes: Int32Array = new Int32Array(0);
  /** Distinct cells that are none of the texts, with negative numbers from −2 down; by text where they are texts. */
  private readonly others: Cell[] = [];
  private readonly otherTexts = new Map<string, number>();
  private readonly read: Cell[] = [];
  private filled = 0;
  private figures = 0;

  /** `texts` are those that are numbered, `rows` about how many there will be. */
  constructor(
    private readonly texts: TextSource,
    private readonly rows: number,
  ) {}

  /** What kind of cell stands in a row. */
  kindAt(row: number): number {
    if (this.isFigures) return row < this.kinds.length ? this.kinds[row]! : KIND.BLANK;
    const code = row < this.codes.length ? this.codes[row]! : 0;
    return code === 0 ? KIND.BLANK : code === UNKEPT ? KIND.UNKEPT : KIND.CODED;
  }

  /** The figure in a row of a figure kind. */
  numberAt(row: number): number {
    return this.numbers[row]!;
  }

  /** Number of the distinct cell in a row: 0 blank, −1 where it is a figure or not kept. Equal numbers are equal cells. */
  codeAt(row: number): number {
    if (!this.isFigures) return row < this.codes.length ? this.codes[row]! : 0;
    const kind = row < this.kinds.length ? this.kinds[row]! : KIND.BLANK;
    return kind === KIND.CODED ? this.numbers[row]! : kind === KIND.BLANK ? 0 : UNKEPT;
  }

  /** How many numbers are in use: from 1 up for texts of the file, from −2 down for other cells. */
  get codesInUse(): { readonly texts: number; readonly others: number } {
    return { texts: this.texts.count, others: this.others.length };
  }

  /** The distinct cell with this number. */
  cellOf(code: number): Cell {
    if (code === 0) return '';
    if (code < 0) return this.others[-2 - code]!;
    return (this.read[code] ??= this.texts.read(code));
  }

  /** The figures of rows `from` to `to`, without copying, if nothing else than such and blanks (NaN) stands there. */
  plainFigures(from: number, to: number): Float64Array | null {
    if (!this.isFigures || to > this.kinds.length) return null;
    for (let row = from; row < to; row++) if (this.kinds[row]! > KIND.POINT) return null;
    return this.numbers.subarray(from, to);
  }

  putFigure(row: number, kind: number, value: number): void {
    if (!this.isFigures) {
      this.putCell(row, { kind: 'number', value, format: '' });
      return;
    }
    if (row >= this.kinds.length) this.growFigures(row);
    this.kinds[row] = kind;
    this.numbers[row] = value;
    this.figures++;
    this.filled++;
  }

  /** Whether one more new text is worth keeping. */
  get keepsTexts(): boolean {
    return this.texts.count < MOST_TEXTS || this.texts.count * 2 < this.filled;
  }

  /** Puts the text with this number, or a text that is not kept. */
  putText(row: number, code: number = UNKEPT): void {
    this.putCode(row, code);
  }

  /** Puts a cell that does not stand in the bytes as it is. */
  putCell(row: number, cell: Cell): void {
    let code = typeof cell === 'string' ? this.otherTexts.get(cell) : undefined;
    if (code === undefined) {
      this.others.push(cell);
      code = -1 - this.others.length;
      if (typeof cell === 'string') this.otherTexts.set(cell, code);
    }
    this.putCode(row, code);
  }

  private putCode(row: number, code: number): void {
    if (this.isFigures) {
      if (row >= this.kinds.length) this.growFigures(row);
      this.kinds[row] = code === UNKEPT ? KIND.UNKEPT : KIND.CODED;
      this.numbers[row] = code;
      if (++this.filled === PATIENCE && this.figures === 0) this.holdTexts(row);
      return;
    }
    if (row >= this.codes.length) this.growCodes(row);
    this.codes[row] = code;
    this.filled++;
  }

  private growFigures(row: number): void {
    const length = lengthFor(row, this.kinds.length, this.rows);
    const [kinds, numbers] = [new Uint8Array(length), new Float64Array(length).fill(NaN)];
    kinds.set(this.kinds);
    numbers.set(this.numbers);
    [this.kinds, this.numbers] = [kinds, numbers];
  }

  private growCodes(row: number): void {
    const codes = new Int32Array(lengthFor(row, this.codes.length, this.rows));
    codes.set(this.codes);
    this.codes = codes;
  }

  private holdTexts(last: number): void {
    this.codes = new Int32Array(lengthFor(last, 0, this.rows));
    for (let row = 0; row <= last; row++) this.codes[row] = this.codeAt(row);
    this.isFigures = false;
    this.kinds = new Uint8Array(0);
    this.numbers = new Float64Array(0);
  }
}

const UNKEPT = -1;
/** Before it is known whether a column holds figures, and in small sheets. */
const FIRST_ROWS = 256;

/** Length of a longer array that has room for `row`: small at first, then as long as is likely, then a quarter more. */
function lengthFor(row: number, now: number, likely: number): number {
  if (row < FIRST_ROWS && now === 0) return FIRST_ROWS;
  return Math.max(row + 1, likely, Math.ceil(now * 1.25));
}
