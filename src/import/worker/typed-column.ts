import { cellAddress, type CellIssue } from '../../domain/dataset.ts';
import { cellAt, textOf, type Cell, type NumberCell, type Sheet } from './cell.ts';
import { groupedNumber, plainNumber, readFigure, type Figure } from './number.ts';
import { currencyOf, parseUnit } from './unit.ts';

/** How the figures of a column or row are to be read. */
export interface Reading {
  readonly decimal: '.' | ',';
  /** '%' , a currency, a word; null if neither header nor title says one. */
  readonly unit: string | null;
  readonly scale: number;
  /** The person chose scale: cells that carry none of their own take it, percent or not. */
  readonly chosen: boolean;
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

interface FormatReading {
  readonly percent: boolean;
  readonly unit: string | null;
}

const formats = new Map<string, FormatReading>();

/** Percent sign and currency or word that a number format adds. */
function readNumberFormat(format: string): FormatReading {
  let found = formats.get(format);
  if (!found) {
    const main = format.split(';')[0]!;
    const bare = main.replace(/"[^"]*"|\\./g, '');
    const symbol = /\[\$([^\]-]+)/.exec(main)?.[1] ?? /"([^"]+)"/.exec(main)?.[1] ?? /[¥$€£₩₹]/.exec(main)?.[0] ?? '';
    const unit = currencyOf(symbol) ?? (symbol === '' ? null : (unitWithoutScale(symbol) ?? null));
    formats.set(format, (found = { percent: bare.includes('%'), unit }));
  }
  return found;
}

function unitWithoutScale(text: string): string | null {
  const unit = parseUnit(text);
  return unit && unit.scale === 1 && unit.unit !== '%' ? unit.unit : null;
}

const figureOfNumber = (cell: NumberCell): Figure => {
  const { percent, unit } = readNumberFormat(cell.format);
  return {
    value: percent ? cell.value * 100 : cell.value,
    kind: 'figure',
    percent,
    scale: 1,
    unit: percent ? '%' : unit,
    decimal: 'none',
    arrow: 0,
  };
};

function factorOf(figure: Figure, reading: Reading): number {
  if (figure.percent) return 0.01 * figure.scale;
  if (figure.scale !== 1) return figure.scale;
  return plainFactor(reading);
}

/** Factor of figures that carry neither sign nor scale of their own. */
const plainFactor = (reading: Reading): number => (reading.unit === '%' && !reading.chosen ? 0.01 * reading.scale : reading.scale);

/** Types the figures of a list of cells. Each distinct text is read once. */
export class FigureReader {
  private readonly cache = new Map<string, Figure>();
  constructor(private readonly decimal: '.' | ',') {}

  read(cell: Cell): Figure {
    if (typeof cell !== 'string') {
      if (cell.kind === 'number') return figureOfNumber(cell);
      return readFigure(cell.kind === 'error' ? '#N/A' : textOf(cell), this.decimal);
    }
    let figure = this.cache.get(cell);
    if (figure === undefined) this.cache.set(cell, (figure = readFigure(cell, this.decimal)));
    return figure;
  }
}

/** Types cells at (rows[i], columns[i]) of a sheet. Bad cells are kept with their address. */
export function typeFigures(sheet: Sheet, rows: Int32Array, columns: Int32Array, reading: Reading, reader: FigureReader): TypedFigures {
  const values = new Float64Array(rows.length);
  const invalid: CellIssue[] = [];
  const invalidAt: number[] = [];
  const cellUnits = new Map<string, number>();
  let [missing, figures, percents, arrowsUp, arrowsDown, largestPlain] = [0, 0, 0, 0, 0, 0];
  const factorOfPlain = plainFactor(reading);
  // They were read with the decimal point.
  const known = reading.decimal === '.' ? sheet.figures : undefined;
  for (let i = 0; i < rows.length; i++) {
    // The bulk of every large file: nothing to look up, nothing to allocate.
    let plain = known?.at(rows[i]!, columns[i]!) ?? NaN;
    const cell = Number.isNaN(plain) ? cellAt(sheet, rows[i]!, columns[i]!) : '';
    if (cell !== '' && typeof cell === 'string') {
      plain = plainNumber(cell, reading.decimal === '.');
      if (Number.isNaN(plain) && reading.decimal === '.') plain = groupedNumber(cell);
    }
    if (!Number.isNaN(plain)) {
      figures++;
      if (Math.abs(plain) > largestPlain) largestPlain = Math.abs(plain);
      values[i] = times(plain, factorOfPlain);
      continue;
    }
    const figure = cell === '' ? null : reader.read(cell);
    if (figure?.kind === 'figure') {
      figures++;
      if (figure.percent) percents++;
      else {
        if (Math.abs(figure.value) > largestPlain) largestPlain = Math.abs(figure.value);
        if (figure.unit) cellUnits.set(figure.unit, (cellUnits.get(figure.unit) ?? 0) + 1);
      }
      if (figure.arrow > 0) arrowsUp++;
      if (figure.arrow < 0) arrowsDown++;
      // 5.6% of a workbook is held as 0.056: dividing what was multiplied keeps it exact.
      const signed = figure.arrow < 0 ? -figure.value : figure.value;
      const factor = factorOf(figure, reading);
      values[i] = typeof cell !== 'string' && cell.kind === 'number' && figure.percent ? cell.value : times(signed, factor);
      continue;
    }
    values[i] = NaN;
    missing++;
    if (!figure || figure.kind === 'missing' || invalid.length >= MOST_ISSUES) continue;
    const code = typeof cell !== 'string' && cell.kind === 'error' ? cell.code : figure.kind === 'error' ? 'error-value' : 'not-a-number';
    invalidAt.push(i);
    invalid.push({ code, cell: cellAddress(rows[i]!, columns[i]!), raw: textOf(cell) });
  }
  return { values, missing, invalid, invalidAt, figures, percents, cellUnits, arrowsUp, arrowsDown, largestPlain };
}
