import type { Status } from '../domain/assessment.ts';
import type { Assessed } from './assessed.ts';
import type { MapNode } from './map-model.ts';
import { tenth, type Mark } from './mark.ts';
import { PAPER, PAPER_BAR, PAPER_TONES } from './paper-ink.ts';
import { placedMark } from './status-mark.ts';
import { piecesMark, piecesWidth, textMark, wordWidth, type Letters, type Piece } from './text-mark.ts';
import { toneOf } from './tone.ts';
import { wrapAtMost } from './wrap-text.ts';

/** What the map says in the reader's language. */
export interface MapWords {
  /** Level and owner. */
  readonly meta: (node: MapNode) => string;
  readonly worst: (node: MapNode) => string;
  readonly percent: (share: number) => string;
  /** What is folded away below. */
  readonly hidden: (node: MapNode) => string;
  /** Where a key result stands, and where it is to go; empty where there is nothing to say. */
  readonly figure: (row: Assessed) => { readonly value: string; readonly target: string };
}

/** Width of an objective with others to its right, and of one with none, in pixels; key results stand in columns of this width. */
export const COLUMN = 280;
export const LEAF = 620;
const ROW = 292;
const BETWEEN = 20;
const PAD = 12;
const MARK = 12;
const BAR = 110;
/** More lines of a title say nothing more. */
const TITLE_LINES = 4;

const title: Letters = { size: 14, fill: PAPER.ink, bold: true };
const small: Letters = { size: 12, fill: PAPER.ink3 };

/** Alarming statuses are said in their colour, the others in ink. */
const colourOf = (status: Status): string => {
  const tone = toneOf(status);
  return tone === 'off' || tone === 'risk' ? PAPER_TONES[tone] : PAPER.ink2;
};

interface Part {
  readonly marks: readonly Mark[];
  readonly height: number;
}

function rowMarks(row: Assessed, words: MapWords, x: number, y: number, width: number): Part {
  const { status } = row.assessment;
  const name: Letters = { size: 13, fill: colourOf(status) };
  const value: Letters = { ...name, bold: true };
  const target: Letters = { size: 11, fill: PAPER.ink3 };
  const { value: stands, target: goes } = words.figure(row);
  const figure: readonly Piece[] = [
    ...(stands ? [{ text: stands, letters: value }] : []),
    ...(goes ? [{ text: goes, letters: target }] : []),
  ];
  const wide = figure.length ? piecesWidth(figure, 6) : 0;
  // The figures stand beside the first line of the name, or below it where they would leave it no room.
  const beside = wide <= width * 0.5;
  const lines = wrapAtMost(row.keyResult.title, 3, width - 16 - (beside && wide ? wide + 10 : 0), name.size);
  const below = !beside;
  const base = y + 13 + (below ? lines.length * 17 : 0);
  return {
    marks: [
      placedMark(status, x, y + 4, 9),
      ...lines.map((line, i) => textMark(line, x + 16, y + 13 + i * 17, name)),
      ...(figure.length ? [piecesMark(figure, x + width, base, 6, 'end')] : []),
    ],
    height: (Math.max(1, lines.length) + (below ? 1 : 0)) * 17 + 5,
  };
}

/** Key results side by side where there is room for two, in the order in which they are read. */
function rowsMarks(rows: readonly Assessed[], words: MapWords, x: number, y: number, width: number): Part {
  const columns = Math.max(1, Math.floor((width + BETWEEN) / (ROW + BETWEEN)));
  const wide = columns > 1 ? ROW : width;
  const marks: Mark[] = [];
  let at = y;
  for (let i = 0; i < rows.length; i += columns) {
    const line = rows.slice(i, i + columns).map((row, column) => rowMarks(row, words, x + column * (wide + BETWEEN), at, wide));
    marks.push(...line.flatMap((part) => part.marks));
    at += Math.max(...line.map(({ height }) => height));
  }
  return { marks, height: at - y };
}

/** A thin bar with a tick where the plan wants it today. */
function progressMarks(progress: number, expected: number | null, x: number, y: number): readonly Mark[] {
  const at = (share: number) => tenth(x + Math.min(1, Math.max(0, share)) * BAR);
  return [
    { tag: 'path', attributes: { d: `M${x} ${y}H${x + BAR}`, stroke: PAPER.line } },
    { tag: 'rect', attributes: { x, y: y - 2, width: tenth(at(progress) - x), height: 5, fill: PAPER_BAR } },
    ...(expected === null ? [] : [{ tag: 'path', attributes: { d: `M${at(expected)} ${y - 5}v11`, stroke: PAPER.ink } } satisfies Mark]),
  ];
}

export interface NodePart extends Part {
  /** Where the words of the title end, in pixels from the left of the node. */
  readonly titleEnd: number;
}

/** One objective with its own key results, its upper left corner at a place: mark and title, progress and the worst below it, then the rows. */
export function nodeMarks(
  node: MapNode,
  words: MapWords,
  x: number,
  y: number,
  { leaf, open }: { leaf: boolean; open: boolean },
): NodePart {
  const { rollup, rows, children } = node;
  const wide = leaf ? LEAF : COLUMN;
  const from = x + PAD;
  const room = wide - PAD;
  const titles = wrapAtMost(node.objective.title, TITLE_LINES, (room - MARK - 8) / 1.08, title.size);
  const marks: Mark[] = [placedMark(rollup.worstBelow, from, y + 4, MARK)];
  let base = y + 15;
  titles.forEach((line, i) => marks.push(textMark(line, from + MARK + 8, base + i * 19, title)));
  base += (titles.length - 1) * 19 + 19;
  const bar = rollup.progress === null ? 0 : BAR + 10;
  if (rollup.progress !== null) marks.push(...progressMarks(rollup.progress, rollup.expected, from, base - 4));
  const lines: Piece[][] = [[]];
  for (const piece of [
    ...(rollup.progress === null ? [] : [{ text: words.percent(rollup.progress), letters: { ...small, fill: PAPER.ink } }]),
    { text: words.worst(node), letters: { ...small, fill: colourOf(rollup.worstBelow) } },
    ...wrapAtMost(words.meta(node), 2, room, small.size).map((text) => ({ text, letters: small })),
  ]) {
    const begun = lines.at(-1)!;
    if (begun.length && piecesWidth([...begun, piece], 10) > room - (lines.length === 1 ? bar : 0)) lines.push([piece]);
    else begun.push(piece);
  }
  lines.forEach((pieces, i) => marks.push(piecesMark(pieces, from + (i ? 0 : bar), base + i * 17, 10)));
  base += (lines.length - 1) * 17;
  base += 5;
  if (open && rows.length) {
    const list = rowsMarks(rows, words, from, base + 3, room);
    marks.push(...list.marks);
    base += 3 + list.height;
  } else if (!open && (rows.length || children.length)) {
    marks.push(textMark(words.hidden(node), from, base + 12, small));
    base += 17;
  }
  const stroke = leaf ? PAPER.strong : PAPER.ink;
  marks.push({ tag: 'path', attributes: { d: `M${x + 1} ${y}V${tenth(base + 2)}`, stroke, 'stroke-width': 2 } });
  const titleEnd = PAD + MARK + 8 + Math.max(...titles.map((line) => wordWidth(line, title)));
  return { marks, height: base + 2 - y, titleEnd };
}
