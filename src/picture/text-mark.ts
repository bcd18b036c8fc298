import { tenth, type Mark } from './mark.ts';
import { widthOf } from './review-axes.ts';

/** Bold letters are somewhat wider than those that widths are reckoned with. */
const BOLD = 1.08;

/** How words are written: size in pixels, colour, and how heavy. */
export interface Letters {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
}

/** Width that words surely find room in, in pixels. */
export const wordWidth = (said: string, { size, bold }: Pick<Letters, 'size' | 'bold'>): number => widthOf(said, size) * (bold ? BOLD : 1);

/** One line of words with its base at a height; `anchor` says which end of it is at `x`. */
export const textMark = (
  said: string,
  x: number,
  y: number,
  { size, fill, bold }: Letters,
  anchor: 'start' | 'middle' | 'end' = 'start',
): Mark => ({
  tag: 'text',
  attributes: {
    x: tenth(x),
    y: tenth(y),
    fill,
    'font-size': size,
    ...(bold ? { 'font-weight': 600 } : {}),
    ...(anchor === 'start' ? {} : { 'text-anchor': anchor }),
  },
  text: said,
});

/** Words of one line, each in letters of its own. */
export interface Piece {
  readonly text: string;
  readonly letters: Letters;
}

export const piecesWidth = (pieces: readonly Piece[], gap: number): number =>
  pieces.reduce((sum, { text, letters }) => sum + wordWidth(text, letters) + gap, -gap);

/** Several words in one line, this far from each other whatever their font: whoever draws the file places each after the one before. */
export const piecesMark = (pieces: readonly Piece[], x: number, y: number, gap: number, anchor: 'start' | 'end' = 'start'): Mark => ({
  tag: 'text',
  attributes: { x: tenth(x), y: tenth(y), ...(anchor === 'start' ? {} : { 'text-anchor': anchor }) },
  children: pieces.map(({ text, letters: { size, fill, bold } }, i) => ({
    tag: 'tspan',
    attributes: { ...(i ? { dx: gap } : {}), fill, 'font-size': size, ...(bold ? { 'font-weight': 600 } : {}) },
    text,
  })),
});
