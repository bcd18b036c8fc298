import type { DataColumn } from '../../domain/dataset.ts';
import type { TableProposal } from '../protocol.ts';
import { cellsOf, textOf, type Sheet } from './cell.ts';

const PREVIEW_ROWS = 60;
const PREVIEW_COLUMNS = 40;

/** First and last day, and how many figures there are. */
export function spanOf(data: readonly DataColumn[]): TableProposal['span'] {
  let [from, to, figures] = [Infinity, -Infinity, 0];
  for (const { days, values } of data)
    for (let i = 0; i < days.length; i++) {
      if (Number.isNaN(values[i]!)) continue;
      figures++;
      if (days[i]! < from) from = days[i]!;
      if (days[i]! > to) to = days[i]!;
    }
  return figures === 0 ? null : { from, to, figures };
}

/** The beginning of a sheet as it is written. */
export const previewOf = (sheet: Sheet): TableProposal['preview'] => ({
  rows: Array.from({ length: Math.min(PREVIEW_ROWS, sheet.height) }, (_, row) => cellsOf(sheet, row).slice(0, PREVIEW_COLUMNS).map(textOf)),
});
