import { driftMarks, type DriftDrawing } from './drift-marks.ts';
import { legendMarks, type LegendEntry } from './legend-marks.ts';
import type { Mark } from './mark.ts';
import { sheet, type Paper, type SheetWords } from './sheet.ts';

type Drawing = Omit<DriftDrawing, 'font' | 'ground'> & Omit<Paper, 'ink'> & { readonly legend?: readonly LegendEntry[] };

/** The chart of a key result as a sheet of its own, with what its signs mean. */
export function poster(words: SheetWords, { font, ground, legend = [], ...bare }: Drawing): Mark {
  const { size, ink, label } = bare;
  const named = legendMarks(legend, size.width, size.height + 4, ink);
  const marks = [...(driftMarks(bare).children ?? []), ...named.marks];
  return sheet(words, { width: size.width, height: named.bottom, marks }, { ink, font, ground }, label);
}
