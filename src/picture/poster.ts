import type { Mark } from './mark.ts';
import { driftMarks, type DriftDrawing } from './drift-marks.ts';
import { widthOf } from './review-axes.ts';
import { wrapText } from './wrap-text.ts';

/** What a picture says by itself when it stands in a document that somebody else wrote. */
export interface PosterWords {
  readonly title: string;
  readonly status: string;
  readonly statusColour: string;
  readonly sentence: string;
  /** Whose board, and as of which day. */
  readonly foot: string;
}

/** Around everything, in pixels. */
const EDGE = 24;

/** The chart of a key result as a sheet of its own: title and status, the finding, the chart, and of which day it is. Its height follows from its words. */
export function poster(words: PosterWords, drawing: DriftDrawing & { readonly font: string; readonly ground: string }): Mark {
  const { font, ground, ...bare } = drawing;
  const { size, ink, label } = bare;
  const width = size.width + 2 * EDGE;
  const text = (said: string, y: number, fontSize: number, fill: string, more: Mark['attributes'] = {}): Mark => ({
    tag: 'text',
    attributes: { x: EDGE, y, 'font-size': fontSize, fill, ...more },
    text: said,
  });
  const bold = { 'font-weight': 600 };
  // Bold letters are somewhat wider than those that widths are reckoned with.
  const titles = wrapText(words.title, size.width * 0.94, 16);
  const sentences = wrapText(words.sentence, size.width * 0.97, 14);
  const marks: Mark[] = [];
  let y = EDGE - 4;
  for (const line of titles) marks.push(text(line, (y += 20), 16, ink.ink, bold));
  // At the right of the title where both surely fit: letters of an unknown font may be wider than reckoned.
  const fits = 1.25 * (widthOf(titles.at(-1) ?? '', 16) + widthOf(words.status, 13)) + 14 <= size.width;
  const place = fits ? { x: width - EDGE, 'text-anchor': 'end' } : {};
  marks.push(text(words.status, fits ? y : (y += 20), 13, words.statusColour, { ...bold, ...place }));
  y += 6;
  for (const line of sentences) marks.push(text(line, (y += 20), 14, ink.ink2));
  const top = y + 16;
  const bottom = top + size.height + 20;
  const height = bottom + EDGE - 6;
  return {
    tag: 'svg',
    attributes: { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label, 'font-family': font },
    children: [
      { tag: 'rect', attributes: { width, height, fill: ground } },
      ...marks,
      { tag: 'g', attributes: { transform: `translate(${EDGE} ${top})` }, children: driftMarks(bare).children ?? [] },
      text(words.foot, bottom, 12, ink.ink3),
      text('Leeway', bottom, 12, ink.ink3, { x: width - EDGE, 'text-anchor': 'end' }),
    ],
  };
}
