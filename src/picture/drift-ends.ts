import type { Axes } from './drift-axes.ts';
import type { DayValue, DriftInk, DriftPicture, DriftWords } from './drift-picture.ts';
import type { Mark } from './mark.ts';
import { tenth } from './mark.ts';
import { widthOf } from './review-axes.ts';

export interface LineEnd {
  readonly value: number;
  readonly word: string;
  readonly figure: string;
  readonly colour: string;
  readonly bold: boolean;
}

/** What is named at the right, instead of in a key. */
export function lineEnds({ plan, fan }: DriftPicture, words: DriftWords, ink: DriftInk, trial: DayValue | null = null): readonly LineEnd[] {
  const end = (value: number | undefined, word: string, colour: string, bold: boolean): readonly LineEnd[] =>
    value !== undefined && Number.isFinite(value) ? [{ value, word, figure: words.value(value), colour, bold }] : [];
  return [
    ...end(plan.now.at(-1)?.value, words.target, ink.ink, true),
    ...end(plan.otherBound.at(-1)?.value, words.target, ink.ink, true),
    ...plan.earlierTargets.flatMap((target) => end(target, words.earlierTarget, ink.ink3, false)),
    ...end(fan.at(-1)?.p50, words.median, ink.accent, true),
    ...end(trial?.value, words.whatIf, ink.accent, false),
  ];
}

/** The room that they need: on a narrow chart the word stands above its figure. */
export function roomFor(ends: readonly LineEnd[], narrow: boolean, font: number): number {
  const widths = ends.map(({ word, figure }) =>
    narrow ? Math.max(widthOf(word, font), widthOf(figure, font)) : widthOf(`${word} ${figure}`, font),
  );
  return Math.ceil(14 + Math.max(10, ...widths));
}

/** Heights moved apart where they would overlap, inside the chart as far as that is possible. */
export function spread(wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = wanted.map((y) => Math.max(top, Math.min(bottom, y)));
  order.forEach((i, rank) => rank && (placed[i] = Math.max(placed[i]!, placed[order[rank - 1]!]! + gap)));
  let limit = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, limit);
    limit = placed[i]! - gap;
  }
  return placed;
}

export function endMarks(ends: readonly LineEnd[], { y, right, top, bottom, narrow, font }: Axes): readonly Mark[] {
  const line = font + 2;
  const places = spread(
    ends.map(({ value }) => y(value)),
    narrow ? 2 * line + 2 : line + 1,
    top + (narrow ? line / 2 : 0),
    bottom - (narrow ? line / 2 : 0),
  );
  return ends.flatMap(({ word, figure, colour, bold }, i): readonly Mark[] => {
    const text = (said: string, at: number): Mark => ({
      tag: 'text',
      attributes: { x: tenth(right + 8), y: tenth(at), fill: colour, 'font-size': font, ...(bold ? { 'font-weight': 600 } : {}) },
      text: said,
    });
    const at = places[i]! + font / 3;
    return narrow ? [text(word, at - line / 2), text(figure, at + line / 2)] : [text(`${word} ${figure}`, at)];
  });
}
