import { textOf, type Cell, type NumberCell } from './cell.ts';
import { CLOCK_FORMAT } from './clock.ts';
import { readFigure, type Figure } from './number.ts';
import { currencyOf, parseUnit } from './unit.ts';

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
  const isClock = cell.format === CLOCK_FORMAT;
  return {
    value: percent ? cell.value * 100 : cell.value,
    kind: 'figure',
    percent,
    scale: 1,
    unit: percent ? '%' : isClock ? 'h' : unit,
    ...(isClock ? { span: 3 } : {}),
    decimal: 'none',
    arrow: 0,
  };
};

/** Reads cells as figures. Each distinct text is read once. */
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
