import type { Mark } from './mark.ts';
import { PAPER } from './paper-ink.ts';
import type { Body } from './sheet.ts';
import { textMark, type Letters } from './text-mark.ts';
import { wrapText } from './wrap-text.ts';

export interface TableColumn {
  readonly name: string;
  /** What is tried now: set off from the others. */
  readonly current: boolean;
}

export interface TableRow {
  readonly title: string;
  readonly cells: readonly { readonly text: string; readonly letters: Letters }[];
}

const TITLES = 260;
const LEAST = 150;
const ROOM = 880;
const PAD = 10;
const LINE = 18;
/** More lines than these are no longer a table. */
const MOST_LINES = 12;

/** A table with a head, its rows as high as the longest of their cells. */
export function tableMarks(columns: readonly TableColumn[], rows: readonly TableRow[]): Body {
  const wide = Math.max(LEAST, (ROOM - TITLES) / Math.max(1, columns.length));
  const width = TITLES + wide * columns.length;
  const at = (column: number) => TITLES + column * wide + PAD;
  const marks: Mark[] = [];
  let y = 0;
  const line = (cells: readonly { text: string; x: number; room: number; letters: Letters }[], stroke: string) => {
    const drawn = cells.map(({ text, x, room, letters }) => {
      const lines = text.split('\n').flatMap((part) => wrapText(part, room / (letters.bold ? 1.08 : 1), letters.size));
      const step = Math.max(LINE, letters.size * 1.3);
      const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), '…'] : lines;
      return { high: shown.length * step, marks: shown.map((said, i) => textMark(said, x, y + PAD + letters.size + i * step, letters)) };
    });
    marks.push(...drawn.flatMap((cell) => cell.marks));
    y += Math.max(LINE, ...drawn.map(({ high }) => high)) + 2 * PAD - 4;
    marks.push({ tag: 'path', attributes: { d: `M0 ${y - 0.5}H${width}`, stroke } });
  };
  const head = columns.map(({ name, current }, i) => ({
    text: name,
    x: at(i),
    room: wide - 2 * PAD,
    letters: { size: 14, fill: current ? PAPER.accent : PAPER.ink, bold: true },
  }));
  line(head, PAPER.ink);
  for (const { title, cells } of rows) {
    const name = { text: title, x: 0, room: TITLES - 2 * PAD, letters: { size: 13, fill: PAPER.ink2 } };
    line([name, ...cells.map((cell, i) => ({ ...cell, x: at(i), room: wide - 2 * PAD }))], PAPER.line);
  }
  return { width, height: y, marks };
}
