import type { SignalMeaning } from '../domain/limit-answers.ts';
import type { DriftInk } from './drift-picture.ts';
import type { Mark } from './mark.ts';
import { textMark, wordWidth, type Letters } from './text-mark.ts';
import { wrapAtMost } from './wrap-text.ts';

/** What a sign of the drift chart stands for. */
export interface LegendEntry {
  readonly sign: 'actual' | 'plan' | 'old-plan' | 'limits' | 'forecast' | SignalMeaning;
  readonly text: string;
}

const LINE = 20;

function signMarks(sign: LegendEntry['sign'], x: number, y: number, ink: DriftInk): readonly Mark[] {
  const line = (stroke: string, width: number, dashes = ''): readonly Mark[] => [
    {
      tag: 'path',
      attributes: { d: `M${x} ${y}h24`, stroke, 'stroke-width': width, ...(dashes ? { 'stroke-dasharray': dashes } : {}) },
    },
  ];
  const diamond = (colour: string, hollow: boolean): readonly Mark[] => [
    {
      tag: 'path',
      attributes: { d: `M${x + 18} ${y - 5}l5 5 -5 5 -5 -5Z`, fill: hollow ? ink.surface : colour, stroke: colour, 'stroke-width': 1.5 },
    },
  ];
  switch (sign) {
    case 'actual':
      return line(ink.ink, 2);
    case 'plan':
      return line(ink.ink2, 1.5, '6 3');
    case 'old-plan':
      return line(ink.strong, 1, '1 3');
    case 'limits':
      return line(ink.strong, 1, '2 3');
    case 'forecast':
      return [0.5, 0.32, 0.16].map((opacity, i) => ({
        tag: 'rect',
        attributes: { x: x + i * 8, y: y - 5, width: 8, height: 10, fill: ink.accent, 'fill-opacity': opacity },
      }));
    case 'concerning':
      return diamond(ink.risk, false);
    case 'improving':
      return diamond(ink.on, true);
    case 'changed':
      return diamond(ink.ink2, false);
  }
}

/** What the signs of a drift chart mean, side by side from a height on, in as many lines as they need; `bottom` is where they end. */
export function legendMarks(
  entries: readonly LegendEntry[],
  width: number,
  top: number,
  ink: DriftInk,
): { marks: readonly Mark[]; bottom: number } {
  const letters: Letters = { size: 12, fill: ink.ink3 };
  const marks: Mark[] = [];
  let [x, y] = [0, top];
  for (const { sign, text } of entries) {
    const [said = ''] = wrapAtMost(text, 1, width - 30, letters.size);
    const wide = 30 + wordWidth(said, letters);
    if (x && x + wide > width) [x, y] = [0, y + LINE];
    marks.push(...signMarks(sign, x, y + LINE / 2, ink), textMark(said, x + 30, y + LINE / 2 + 4, letters));
    x += wide + 20;
  }
  return { marks, bottom: entries.length ? y + LINE : top };
}
