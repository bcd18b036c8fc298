import { tenth, type Mark } from './mark.ts';
import { PAPER } from './paper-ink.ts';
import type { Body } from './sheet.ts';
import { piecesMark, piecesWidth, textMark, wordWidth, type Letters, type Piece } from './text-mark.ts';
import { wrapAtMost } from './wrap-text.ts';

/** From one share of the scale to another, where 0 is its left end and 1 its right. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly fill: string;
  readonly stroke?: string;
  readonly dashes?: string;
  /** In pixels; as high as usual unless said. */
  readonly high?: number;
}

export interface BarRow {
  readonly title: string;
  /** How deep it stands below others. */
  readonly depth?: number;
  readonly bold?: boolean;
  readonly bars: readonly Bar[];
  /** Lines across the bars, at these shares. */
  readonly ticks: readonly number[];
  /** At the right. */
  readonly figure: readonly Piece[];
}

export interface BarChart {
  readonly rows: readonly BarRow[];
  /** What the bars are. */
  readonly key?: readonly (Pick<Bar, 'fill' | 'stroke' | 'dashes'> & { readonly text: string })[];
}

const WIDTH = 880;
const BARS = 300;
const HIGH = 10;
const STEP = 16;
const BETWEEN = 20;
const LINE = 18;

const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  { fill, stroke, dashes }: Pick<Bar, 'fill' | 'stroke' | 'dashes'>,
): Mark => ({
  tag: 'rect',
  attributes: {
    x: tenth(x),
    y: tenth(y),
    width: tenth(Math.max(0, width)),
    height,
    fill,
    ...(stroke ? { stroke } : {}),
    ...(dashes ? { 'stroke-dasharray': dashes } : {}),
  },
});

function keyMarks(key: NonNullable<BarChart['key']>, top: number): Body {
  const letters: Letters = { size: 12, fill: PAPER.ink3 };
  const marks: Mark[] = [];
  let [x, y] = [0, top + 12];
  for (const { text, ...look } of key) {
    const wide = 20 + wordWidth(text, letters) + BETWEEN;
    if (x && x + wide - BETWEEN > WIDTH) [x, y] = [0, y + LINE];
    marks.push(rect(x, y - 8, 14, 8, look), textMark(text, x + 20, y, letters));
    x += wide;
  }
  return { width: WIDTH, height: key.length ? y + 12 - top : 0, marks };
}

/** A list of names with bars on one scale and a figure each, hairlines between them. */
export function barRows({ rows, key = [] }: BarChart): Body {
  const figureWidth = Math.max(60, ...rows.map(({ figure }) => piecesWidth(figure, 6)));
  const left = WIDTH - figureWidth - BETWEEN - BARS;
  const marks: Mark[] = [];
  let y = 0;
  for (const { title, depth = 0, bold = false, bars, ticks, figure } of rows) {
    const letters: Letters = { size: 13, fill: PAPER.ink, bold };
    const indent = Math.min(depth, 6) * STEP;
    const lines = wrapAtMost(title, 3, (left - BETWEEN - indent) / (bold ? 1.08 : 1), letters.size);
    const height = Math.max(1, lines.length) * LINE + STEP;
    const middle = y + height / 2;
    lines.forEach((line, i) => marks.push(textMark(line, indent, y + STEP / 2 + 13.5 + i * LINE, letters)));
    for (const bar of bars) {
      const high = bar.high ?? HIGH;
      marks.push(rect(left + bar.from * BARS, middle - high / 2, (bar.to - bar.from) * BARS, high, bar));
    }
    for (const tick of ticks)
      marks.push({
        tag: 'path',
        attributes: { d: `M${tenth(left + tick * BARS)} ${tenth(middle - 8)}v16`, stroke: PAPER.ink, 'stroke-width': 1.5 },
      });
    if (figure.length) marks.push(piecesMark(figure, WIDTH, middle + 4.5, 6, 'end'));
    y += height;
    marks.push({ tag: 'path', attributes: { d: `M0 ${y - 0.5}H${WIDTH}`, stroke: bold ? PAPER.strong : PAPER.line } });
  }
  const named = keyMarks(key, y + 8);
  return { width: WIDTH, height: y + 8 + named.height, marks: [...marks, ...named.marks] };
}
