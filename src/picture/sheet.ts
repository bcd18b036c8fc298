import type { DriftInk } from './drift-picture.ts';
import type { Mark } from './mark.ts';
import { textMark, wordWidth, type Letters } from './text-mark.ts';
import { wrapText } from './wrap-text.ts';

/** A drawing without its surroundings, from 0 0 on, in pixels. */
export interface Body {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** What a picture says by itself when it stands in a document that somebody else wrote. */
export interface SheetWords {
  readonly title: string;
  /** Beside the title, with the colour that it is said in. */
  readonly status?: { readonly text: string; readonly colour: string };
  /** The finding, each sentence in lines of its own. */
  readonly sentences: readonly string[];
  /** What is only tried. */
  readonly tried?: string;
  /** Whose board, which cycle, and as of which day. */
  readonly foot: string;
}

/** How files are drawn: they know no stylesheet. */
export interface Paper {
  readonly ink: DriftInk;
  /** Family of the letters. */
  readonly font: string;
  readonly ground: string;
}

/** Around everything, in pixels. */
const EDGE = 24;
/** A word at the right of another, where letters of an unknown font may be wider than reckoned. */
const DOUBT = 1.25;

/** A drawing as a sheet of its own: title, the finding, the drawing, and of which day it is. Its height follows from its words. */
export function sheet(words: SheetWords, body: Body, { ink, font, ground }: Paper, label: string): Mark {
  const room = body.width;
  const width = room + 2 * EDGE;
  const marks: Mark[] = [];
  let y = EDGE - 4;
  const lines = (said: readonly string[], letters: Letters) => {
    for (const line of said) marks.push(textMark(line, EDGE, (y += 20), letters));
  };
  const bold: Letters = { size: 16, fill: ink.ink, bold: true };
  const titles = wrapText(words.title, room * 0.92, bold.size);
  lines(titles, bold);
  if (words.status) {
    const letters: Letters = { size: 13, fill: words.status.colour, bold: true };
    const fits = DOUBT * (wordWidth(titles.at(-1) ?? '', { size: 16 }) + wordWidth(words.status.text, { size: 13 })) + 14 <= room;
    marks.push(textMark(words.status.text, fits ? width - EDGE : EDGE, fits ? y : (y += 20), letters, fits ? 'end' : 'start'));
  }
  y += 6;
  for (const sentence of words.sentences) lines(wrapText(sentence, room * 0.97, 14), { size: 14, fill: ink.ink2 });
  if (words.tried) lines(wrapText(words.tried, room * 0.92, 14), { size: 14, fill: ink.accent, bold: true });
  const top = y + 16;
  y = Math.ceil(top + body.height + 26);
  const foot: Letters = { size: 12, fill: ink.ink3 };
  const feet = wrapText(words.foot, room - DOUBT * wordWidth('Leeway', foot) - 14, foot.size);
  marks.push(
    { tag: 'g', attributes: { transform: `translate(${EDGE} ${top})` }, children: body.marks },
    ...feet.map((line, i) => textMark(line, EDGE, y + i * 16, foot)),
    textMark('Leeway', width - EDGE, y, foot, 'end'),
  );
  const height = y + Math.max(0, feet.length - 1) * 16 + EDGE - 6;
  return {
    tag: 'svg',
    attributes: { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label, 'font-family': font },
    children: [{ tag: 'rect', attributes: { width, height, fill: ground } }, ...marks],
  };
}
