import { SEVERITY, type Status } from '../domain/assessment.ts';
import type { PastVerdict } from '../domain/past-verdicts.ts';
import type { Mark } from './mark.ts';
import { PAPER } from './paper-ink.ts';
import type { Body } from './sheet.ts';
import { placedMark } from './status-mark.ts';
import { textMark, wordWidth, type Letters } from './text-mark.ts';

/** One column: a reading with what was said at it, or a change of the goal after the last of them. */
export interface StripCell {
  readonly label: string;
  readonly past: PastVerdict | null;
  readonly revised: boolean;
}

export interface StripWords {
  readonly own: string;
  readonly naive: string;
  readonly revised: string;
  /** Names of the signs of the common rule. */
  readonly alarm: string;
  readonly calm: string;
  readonly status: Readonly<Record<Status, string>>;
}

const WIDTH = 912;
const LEAST = 46;
const small: Letters = { size: 11, fill: PAPER.ink3 };
const name: Letters = { size: 12, fill: PAPER.ink2, bold: true };

/** The common rule at one reading: a cross where it raised an alarm, a ring where it was calm. */
const sign = (alarm: boolean, x: number, y: number): Mark =>
  alarm
    ? { tag: 'path', attributes: { d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8`, stroke: PAPER.ink, 'stroke-width': 2 } }
    : { tag: 'circle', attributes: { cx: x, cy: y, r: 4, fill: 'none', stroke: PAPER.ink3 } };

/** What each sign means, side by side. */
function keyMarks(
  signs: readonly { readonly mark: (x: number) => Mark; readonly text: string }[],
  y: number,
): { marks: readonly Mark[]; bottom: number } {
  const marks: Mark[] = [];
  let [x, at] = [0, y];
  for (const { mark, text } of signs) {
    const wide = 16 + wordWidth(text, small) + 20;
    if (x && x + wide > WIDTH) [x, at] = [0, at + 18];
    marks.push(
      { tag: 'g', attributes: { transform: `translate(0 ${at})` }, children: [mark(x + 5)] },
      textMark(text, x + 16, at + 12, small),
    );
    x += wide;
  }
  return { marks, bottom: at + 16 };
}

/** What was said at each reading above what the common rule would have said, from the first to the last, in as many lines as they need. */
export function stripMarks(cells: readonly StripCell[], words: StripWords): Body {
  const left = Math.max(...[words.own, words.naive, words.revised].map((word) => wordWidth(word, name))) + 20;
  const revised = cells.some((cell) => cell.revised);
  const high = revised ? 104 : 82;
  const marks: Mark[] = [];
  let [x, y] = [left, 0];
  for (const { label, past, revised: changed } of cells) {
    const wide = Math.max(LEAST, wordWidth(label, small) + 10);
    if (x > left && x + wide > WIDTH) [x, y] = [left, y + high];
    if (x === left) {
      marks.push(textMark(words.own, 0, y + 17, name), textMark(words.naive, 0, y + 58, name));
      if (revised) marks.push(textMark(words.revised, 0, y + 80, name));
    }
    const middle = Math.round(x + wide / 2);
    if (past) marks.push(placedMark(past.status, middle - 6, y + 7, 12), sign(past.naiveRed, middle, y + 54));
    marks.push(textMark(label, middle, y + 36, small, 'middle'));
    if (changed) marks.push(textMark('↻', middle, y + 80, name, 'middle'));
    x += wide;
  }
  const found = SEVERITY.filter((status) => cells.some(({ past }) => past?.status === status));
  const key = keyMarks(
    [
      ...found.map((status) => ({ mark: (at: number) => placedMark(status, at - 5, 3, 10), text: words.status[status] })),
      { mark: (at) => sign(true, at, 8), text: words.alarm },
      { mark: (at) => sign(false, at, 8), text: words.calm },
    ],
    y + high,
  );
  return { width: WIDTH, height: key.bottom, marks: [...marks, ...key.marks] };
}
