import type { EpochDay } from '../domain/calendar.ts';
import type { Assessed } from './assessed.ts';
import { BAR, barMarks, objectiveBar, TREND, trendMarks } from './board-cells.ts';
import type { ObjectiveGroup } from './board-model.ts';
import type { Mark } from './mark.ts';
import { PAPER, PAPER_TONES } from './paper-ink.ts';
import type { Body } from './sheet.ts';
import { placedMark } from './status-mark.ts';
import { piecesMark, piecesWidth, textMark, wordWidth, type Letters, type Piece } from './text-mark.ts';
import { toneOf } from './tone.ts';
import { wrapAtMost } from './wrap-text.ts';

/** Figures of a row, from left to right. */
const FIGURES = ['current', 'target', 'end', 'chance'] as const;
type Figure = (typeof FIGURES)[number];

export interface BoardWords {
  readonly head: Readonly<Record<Figure | 'title' | 'verdict' | 'trend' | 'baseline', string>>;
  readonly row: (row: Assessed) => Readonly<Record<Figure | 'verdict', string>>;
  /** Level and owner of an objective; how far it has come, in words. */
  readonly meta: (group: ObjectiveGroup) => string;
  readonly progress: (group: ObjectiveGroup) => string;
  readonly worst: (group: ObjectiveGroup) => string;
}

const TITLE = 350;
const VERDICT = 130;
const GAP = 18;
const LINE = 18;
const PAD = 9;
const STEP = 16;

const small: Letters = { size: 12, fill: PAPER.ink3 };
const plain: Letters = { size: 13, fill: PAPER.ink };
const strong: Letters = { size: 14, fill: PAPER.ink, bold: true };
const hair = (y: number, width: number, stroke: string): Mark => ({ tag: 'path', attributes: { d: `M0 ${y - 0.5}H${width}`, stroke } });

/** The table of objectives and key results in daylight colours: name, verdict, course, progress on one scale, and figures as wide as they are. */
export function boardMarks(groups: readonly ObjectiveGroup[], asOf: EpochDay, words: BoardWords): Body {
  const said = new Map(groups.flatMap(({ rows }) => rows.map((row) => [row, words.row(row)] as const)));
  const verdictAt = TITLE + GAP;
  const trendAt = verdictAt + VERDICT + GAP;
  const barAt = trendAt + TREND + GAP;
  // Figures are never cut: each column is as wide as its widest.
  let right = barAt + BAR;
  const ends = FIGURES.map((figure) => {
    const widest = Math.max(
      wordWidth(words.head[figure], small),
      ...[...said.values()].map((one) => wordWidth(one[figure], { ...plain, bold: true })),
    );
    return (right += GAP + Math.max(50, widest));
  });
  const width = Math.ceil(right);
  const marks: Mark[] = [
    textMark(words.head.title, 0, 12, small),
    textMark(words.head.verdict, verdictAt, 12, small),
    textMark(words.head.trend, trendAt, 12, small),
    textMark(words.head.baseline, barAt + 29, 12, small, 'middle'),
    textMark(words.head.target, barAt + 174, 12, small, 'middle'),
    ...FIGURES.map((figure, i) => textMark(words.head[figure], ends[i]!, 12, small, 'end')),
    hair(21, width, PAPER.ink),
  ];
  let y = 20;
  for (const group of groups) {
    const { objective, rollup, depth, rows } = group;
    const indent = Math.min(depth, 6) * STEP;
    const titles = wrapAtMost(objective.title, 3, (barAt - indent - GAP) / 1.08, strong.size);
    const meta = wrapAtMost(words.meta(group), 1, barAt - indent - GAP, small.size);
    const top = y + PAD + 8;
    titles.forEach((line, i) => marks.push(textMark(line, indent, top + 12 + i * 19, strong)));
    marks.push(...meta.map((line) => textMark(line, indent, top + 12 + titles.length * 19, small)));
    if (rollup.progress !== null) marks.push(...objectiveBar(rollup.progress, rollup.expected, barAt, top + 8));
    const pieces: readonly Piece[] = [
      { text: words.progress(group), letters: { ...plain, bold: true } },
      { text: words.worst(group), letters: { size: 12, fill: PAPER_TONES[toneOf(rollup.worst)] } },
    ].filter(({ text }) => text);
    // Where the figures leave no room beside each other, one stands below the other.
    const beside = !pieces.length || piecesWidth(pieces, 10) <= width - barAt - BAR - GAP;
    if (beside && pieces.length) marks.push(piecesMark(pieces, width, top + 12, 10, 'end'));
    else pieces.forEach((piece, i) => marks.push(piecesMark([piece], width, top + 12 + i * LINE, 10, 'end')));
    y = top + 12 + Math.max((titles.length + meta.length - 1) * 19, beside ? 0 : LINE) + PAD;
    marks.push(hair(y, width, PAPER.strong));
    for (const row of rows) {
      const one = said.get(row)!;
      const { status } = row.assessment;
      const tone = toneOf(status);
      const fill = tone === 'off' || tone === 'risk' ? PAPER_TONES[tone] : PAPER.ink2;
      const names = wrapAtMost(row.keyResult.title, 3, TITLE - indent - 20, plain.size);
      const verdicts = wrapAtMost(one.verdict, 2, VERDICT, plain.size);
      const high = Math.max(34, Math.max(names.length, verdicts.length) * LINE + 2 * PAD - 2);
      const middle = Math.round(y + high / 2);
      const base = (count: number, i: number) => middle + 4.5 + (i - (count - 1) / 2) * LINE;
      marks.push(
        placedMark(status, indent, base(names.length, 0) - 10, 11),
        ...names.map((line, i) => textMark(line, indent + 20, base(names.length, i), plain)),
        ...verdicts.map((line, i) => textMark(line, verdictAt, base(verdicts.length, i), { ...plain, fill })),
        ...trendMarks(row, asOf, trendAt, middle),
        ...barMarks(row, asOf, barAt, middle),
        ...FIGURES.filter((figure) => one[figure]).map((figure) => {
          const look =
            figure === 'current' ? { ...plain, bold: true } : figure === 'chance' ? { ...plain, fill } : { ...plain, fill: PAPER.ink2 };
          return textMark(one[figure], ends[FIGURES.indexOf(figure)]!, middle + 4.5, look, 'end');
        }),
      );
      y += high;
      marks.push(hair(y, width, PAPER.line));
    }
  }
  return { width, height: y + 2, marks };
}
