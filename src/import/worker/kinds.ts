import type { Cell } from './cell.ts';
import { CLOCK_FORMAT, isClock } from './clock.ts';
import { isIdentifier, readFigure } from './number.ts';
import { readPeriod } from './period.ts';

/** What a cell looks like before its column is known. 'year' is digits that may be a period or a figure (2025, 202503); 'clock' is a time of day or a span (1:30). */
export type CellKind = 'blank' | 'number' | 'year' | 'period' | 'mark' | 'clock' | 'text';

/** Classifies the cells of one file; each distinct text is looked at once. */
export class CellKinds {
  private readonly seen = new Map<string, CellKind>();

  of(cell: Cell): CellKind {
    if (typeof cell !== 'string') {
      if (cell.kind === 'date') return 'period';
      if (cell.kind === 'error') return 'mark';
      if (cell.format === CLOCK_FORMAT) return 'clock';
      return Number.isInteger(cell.value) && cell.format === '' ? this.of(String(cell.value)) : 'number';
    }
    let kind = this.seen.get(cell);
    if (kind === undefined) this.seen.set(cell, (kind = classify(cell)));
    return kind;
  }
}

function classify(text: string): CellKind {
  if (text.trim() === '') return 'blank';
  const period = readPeriod(text);
  if (period && !period.weak) return 'period';
  if (period && period.year !== null && period.year >= 1980 && period.year <= 2100 && !text.includes('.')) return 'year';
  if (isClock(text)) return 'clock';
  if (isIdentifier(text)) return 'text';
  const { kind } = readFigure(text, '.');
  if (kind === 'figure') return 'number';
  return kind === 'text' && readFigure(text, ',').kind === 'figure' ? 'number' : kind === 'text' ? 'text' : 'mark';
}
