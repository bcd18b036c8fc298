import type { DataColumn } from '../../domain/dataset.ts';
import type { TableProposal } from '../protocol.ts';
import { cellsOf, textOf, type Sheet } from './cell.ts';

const PREVIEW_ROWS = 60;
const PREVIEW_COLUMNS = 40;

/** First and last day, and how many figures there are. */
export function spanOf(data: readonly DataColumn[]): TableProposal['span'] {
  let [from, to, figures] = [Infinity, -Infinity, 0];
  /** Lists of days all of which have been looked at: columns of one table share them. */
  const known = new Set<Int32Array>();
  for (const { days, values } of data) {
    const before = figures;
    const isKnown = known.has(days);
    for (let i = 0; i < values.length; i++) {
      if (Number.isNaN(values[i]!)) continue;
      figures++;
      if (isKnown) continue;
      if (days[i]! < from) from = days[i]!;
      if (days[i]! > to) to = days[i]!;
    }
    if (figures - before === values.length) known.add(days);
  }
  return figures === 0 ? null : { from, to, figures };
}

/** The beginning of a sheet as it is written. */
export const previewOf = (sheet: Sheet): TableProposal['preview'] => ({
  rows: Array.from({ length: Math.min(PREVIEW_ROWS, sheet.height) }, (_, row) => cellsOf(sheet, row).slice(0, PREVIEW_COLUMNS).map(textOf)),
});
