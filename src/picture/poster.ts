import { driftMarks, type DriftDrawing } from './drift-marks.ts';
import type { Mark } from './mark.ts';
import { sheet, type Paper, type SheetWords } from './sheet.ts';

/** The chart of a key result as a sheet of its own. */
export function poster(words: SheetWords, { font, ground, ...bare }: Omit<DriftDrawing, 'font' | 'ground'> & Omit<Paper, 'ink'>): Mark {
  const { size, ink, label } = bare;
  return sheet(words, { ...size, marks: driftMarks(bare).children ?? [] }, { ink, font, ground }, label);
}
