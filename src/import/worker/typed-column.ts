import { cellAddress, type CellIssue } from '../../domain/dataset.ts';
import { textOf, type Cell, type Sheet } from './cell.ts';
import { KIND, type CellColumn } from './cell-column.ts';
import type { FigureReader } from './figure-reader.ts';
import type { Figure } from './number.ts';

/** How the figures of a column or row are to be read. */
export interface Reading {
  readonly decimal: '.' | ',';
  /** '%' , a currency, a word; null if neither header nor title says one. */
  readonly unit: string | null;
  readonly scale: number;
  /** The person chose scale: cells that carry none of their own take it, percent or not. */
  readonly chosen: boolean;
  /** The scale may be another one (兆): to be asked. */
  readonly open: boolean;
  /** Hours that the first part of 1:30 counts; absent where such cells are times of day and no figures. */
  readonly span?: number;
  /** What a person said of texts that are no figures: see TableChoice. */
  readonly texts?: Readonly<Record<string, number | null>>;
}

export interface TypedFigures {
  /** Unit and scale applied; NaN where there is no figure. */
  readonly values: Float64Array;
  readonly missing: number;
  readonly invalid: readonly CellIssue[];
  /** Position of each invalid cell in the list. */
  readonly invalidAt: readonly number[];
  readonly figures: number;
  /** Cells that carry a percent sign or a percent format. */
  readonly percents: number;
  /** Units that cells carry themselves, with their numbers. */
  readonly cellUnits: ReadonlyMap<string, number>;
  /** The scale that some cells carry may be another one. */
  readonly isOpen: boolean;
  readonly arrowsUp: number;
  readonly arrowsDown: number;
  /** Largest absolute value as written among cells without a percent sign. */
  readonly largestPlain: number;
}

const MOST_ISSUES = 200;
const TRUE_TO = 15;

/** Multiplies without leaving binary dust: 783.4 × 10000 is 7834000, and 12.3 × 0.01 is 0.123. */
export function times(value: number, factor: number): number {
  if (factor === 1) return value;
  const product = value * factor;
  return Number.isInteger(product) ? product : Number(product.toPrecision(TRUE_TO));
}

/** Factor of figures that carry neither sign nor scale of their own. */
const plainFactor = (reading: Reading): number => (reading.unit === '%' && !reading.chosen ? 0.01 * reading.scale : reading.scale);

function factorOf(figure: Figure, reading: Reading): number {
  if (figure.percent) return 0.01 * figure.scale;
  return figure.scale === 1 ? plainFactor(reading) : figure.scale;
}

/** A span such as 1:30 in the unit of its column: beside minutes and seconds as units, two parts are minutes and seconds. */
function spanIn(value: number, parts: 2 | 3, { unit, scale, span = 1 }: Reading): number {
  const perHour = /^(分|分钟|分鐘|min|mins|minutes?)$/i.test(unit ?? '') ? 60 : /^(秒|s|secs?|seconds?)$/i.test(unit ?? '') ? 3600 : 1;
  const hours = parts === 3 ? value : value * (perHour > 1 ? 1 / 60 : unit === null ? span : scale);
  return Number((hours * perHour).toPrecision(TRUE_TO));
}

/** What is counted while cells are typed. */
class Tally {
  readonly invalid: CellIssue[] = [];
  readonly invalidAt: number[] = [];
  readonly cellUnits = new Map<string, number>();
  isOpen = false;
  missing = 0;
  figures = 0;
  percents = 0;
  arrowsUp = 0;
  arrowsDown = 0;
  largestPlain = 0;

  constructor(
    private readonly reading: Reading,
    private readonly reader: FigureReader,
  ) {}

  /** A cell that needs looking at: the value, NaN if it is none. `i` is its position in the list. */
  read(cell: Cell, i: number, row: number, column: number): number {
    const { reading } = this;
    const written = typeof cell === 'string' ? cell.trim() : '';
    if (written !== '' && reading.texts && Object.hasOwn(reading.texts, written)) {
      const value = reading.texts[written]!;
      if (value === null) this.missing++;
      else this.figures++;
      return value === null ? NaN : times(value, plainFactor(reading));
    }
    const figure = cell === '' ? null : this.reader.read(cell);
    if (figure?.kind === 'figure' && (!figure.span || reading.span)) return this.take(figure, cell);
    this.missing++;
    if (figure && figure.kind !== 'missing' && this.invalid.length < MOST_ISSUES) {
      const code = typeof cell !== 'string' && cell.kind === 'error' ? cell.code : figure.kind === 'error' ? 'error-value' : 'not-a-number';
      this.invalidAt.push(i);
      this.invalid.push({ code, cell: cellAddress(row, column), raw: textOf(cell) });
    }
    return NaN;
  }

  private take(figure: Figure, cell: Cell): number {
    const { reading } = this;
    this.figures++;
    // 1:30 without a unit may be minutes and seconds.
    if (figure.open || (figure.span === 2 && reading.unit === null)) this.isOpen = true;
    if (figure.percent) this.percents++;
    else {
      this.largestPlain = Math.max(this.largestPlain, Math.abs(figure.value));
      if (figure.unit) this.cellUnits.set(figure.unit, (this.cellUnits.get(figure.unit) ?? 0) + 1);
    }
    if (figure.arrow > 0) this.arrowsUp++;
    if (figure.arrow < 0) this.arrowsDown++;
    if (figure.span) return spanIn(figure.value, figure.span, this.reading);
    // 5.6% of a workbook is held as 0.056: dividing what was multiplied keeps it exact.
    if (typeof cell !== 'string' && cell.kind === 'number' && figure.percent) return cell.value;
    return times(figure.arrow < 0 ? -figure.value : figure.value, factorOf(figure, this.reading));
  }
}

/** The figures of a column as the sheet holds them, if they need no factor and stand in consecutive rows: nothing is copied. */
function heldFigures(cells: CellColumn, rows: Int32Array, columns: Int32Array, factor: number): Float64Array | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last! - first !== rows.length - 1 || columns[0] !== columns.at(-1) || factor !== 1) return null;
  return cells.plainFigures(first, last! + 1);
}

/** Types cells at (rows[i], columns[i]) of a sheet. Bad cells are kept with their address. */
export function typeFigures(sheet: Sheet, rows: Int32Array, columns: Int32Array, reading: Reading, reader: FigureReader): TypedFigures {
  const tally = new Tally(reading, reader);
  const isPoint = reading.decimal === '.';
  const factor = plainFactor(reading);
  let column = columns[0] ?? 0;
  let cells = sheet.column(column);
  const held = isPoint ? heldFigures(cells, rows, columns, factor) : null;
  const values = held ?? new Float64Array(rows.length);
  let [missing, figures, percents, largest] = [0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    if (columns[i] !== column) cells = sheet.column((column = columns[i]!));
    const row = rows[i]!;
    const kind = cells.kindAt(row);
    // The bulk of every large file: nothing to look up, nothing to allocate.
    if (kind === KIND.INTEGER || (isPoint && (kind === KIND.POINT || kind === KIND.GROUPED))) {
      const value = cells.numberAt(row);
      figures++;
      const size = Math.abs(value);
      if (size > largest) largest = size;
      if (!held) values[i] = times(value, factor);
    } else if (kind === KIND.BLANK) {
      missing++;
      if (!held) values[i] = NaN;
    } else if (kind === KIND.PERCENT && isPoint) {
      figures++;
      percents++;
      values[i] = cells.numberAt(row);
    } else values[i] = tally.read(sheet.at(row, column), i, row, column);
  }
  return {
    values,
    invalid: tally.invalid,
    invalidAt: tally.invalidAt,
    cellUnits: tally.cellUnits,
    isOpen: tally.isOpen,
    arrowsUp: tally.arrowsUp,
    arrowsDown: tally.arrowsDown,
    missing: missing + tally.missing,
    figures: figures + tally.figures,
    percents: percents + tally.percents,
    largestPlain: Math.max(largest, tally.largestPlain),
  };
}
