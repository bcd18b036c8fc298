import type { EpochDay } from '../domain/calendar.ts';
import { tenth, type Mark } from './mark.ts';
import { PAPER, PAPER_TONES } from './paper-ink.ts';
import type { Body } from './sheet.ts';
import { textMark, wordWidth, type Letters } from './text-mark.ts';

/** What somebody said of their confidence, from 0 to 10, beside the chance of that day, as a share. */
export interface SaidPoint {
  readonly day: EpochDay;
  readonly confidence: number;
  readonly chance: number | null;
  /** The two are so far apart that it is to be asked why. */
  readonly far: boolean;
}

export interface ConfidenceWords {
  readonly said: string;
  readonly computed: string;
  readonly day: (day: EpochDay) => string;
}

const WIDTH = 720;
const LEFT = 32;
const TOP = 34;
const HIGH = 150;
const letters: Letters = { size: 12, fill: PAPER.ink3 };

const circle = (cx: number, cy: number, hollow: boolean): Mark => ({
  tag: 'circle',
  attributes: {
    cx: tenth(cx),
    cy: tenth(cy),
    r: hollow ? 5 : 4,
    ...(hollow ? { fill: PAPER.surface, stroke: PAPER.ink, 'stroke-width': 2 } : { fill: PAPER.accent }),
  },
});

/** Each check-in with what was said and what was computed, one above the other on a scale from 0 to 10. */
export function confidenceMarks(points: readonly SaidPoint[], words: ConfidenceWords): Body {
  const x = (i: number) => LEFT + ((i + 0.5) * (WIDTH - LEFT)) / Math.max(1, points.length);
  const y = (share: number) => TOP + (1 - share) * HIGH;
  const bottom = TOP + HIGH;
  // As many days are named as have room, the newest always.
  const widest = Math.max(1, ...points.map(({ day }) => wordWidth(words.day(day), letters) + 12));
  const every = Math.max(1, Math.ceil((widest * points.length) / (WIDTH - LEFT)));
  const key = (text: string, at: number, hollow: boolean) => [circle(at + 5, 8, hollow), textMark(text, at + 16, 12, letters)];
  const marks: Mark[] = [
    ...key(words.said, LEFT, true),
    ...key(words.computed, LEFT + 16 + wordWidth(words.said, letters) + 20, false),
    ...[0, 0.5, 1].flatMap((share): Mark[] => [
      { tag: 'path', attributes: { d: `M${LEFT} ${tenth(y(share))}H${WIDTH}`, stroke: PAPER.line } },
      textMark(String(share * 10), LEFT - 8, y(share) + 4, letters, 'end'),
    ]),
  ];
  points.forEach(({ day, confidence, chance, far }, i) => {
    if (chance !== null) {
      const look = far ? { stroke: PAPER_TONES.off, 'stroke-width': 2, 'stroke-dasharray': '3 3' } : { stroke: PAPER.strong };
      marks.push({ tag: 'path', attributes: { d: `M${tenth(x(i))} ${tenth(y(confidence / 10))}V${tenth(y(chance))}`, ...look } });
      marks.push(circle(x(i), y(chance), false));
    }
    marks.push(circle(x(i), y(confidence / 10), true));
    if ((points.length - 1 - i) % every === 0) marks.push(textMark(words.day(day), x(i), bottom + 24, letters, 'middle'));
  });
  return { width: WIDTH, height: bottom + 28, marks };
}
