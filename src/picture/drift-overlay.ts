import type { EpochDay } from '../domain/calendar.ts';
import type { Axes } from './drift-axes.ts';
import type { DriftInk, DriftPicture, DriftWords } from './drift-picture.ts';
import { tenth, type Mark } from './mark.ts';
import { widthOf } from './review-axes.ts';

/** Vertical lines: the start of the key result, today, revisions, where limits were locked; and numbered notes on the axis. */
export function overlayMarks(picture: DriftPicture, axes: Axes, ink: DriftInk, words: DriftWords): readonly Mark[] {
  const { x, top, bottom, left, right, from, to, font } = axes;
  const within = (day: EpochDay) => day >= from && day <= to;
  const vertical = (day: EpochDay, stroke: string, dashes = ''): Mark => ({
    tag: 'path',
    attributes: { d: `M${tenth(x(day))} ${top}V${tenth(bottom)}`, stroke, ...(dashes ? { 'stroke-dasharray': dashes } : {}) },
  });
  const text = (said: string, at: number, y: number, anchor: string, fill = ink.ink3): Mark => ({
    tag: 'text',
    attributes: { x: tenth(at), y: tenth(y), fill, 'font-size': font, 'text-anchor': anchor },
    text: said,
  });
  const today = (): readonly Mark[] => {
    const at = x(picture.today);
    const fits = at + 4 + widthOf(words.today, font) <= right;
    return [vertical(picture.today, ink.ink3), text(words.today, at + (fits ? 4 : -4), top - 8, fits ? 'start' : 'end')];
  };
  const locked = (day: EpochDay): readonly Mark[] => {
    const at = x(day);
    const y = top - 7;
    const fits = at - left > 8 + widthOf(words.locked, font);
    const shackle = `M${tenth(at - 3)} ${y - 4}a3 3 0 0 1 6 0`;
    return [
      vertical(day, ink.ink3, '6 3'),
      { tag: 'path', attributes: { d: shackle, fill: 'none', stroke: ink.ink2, 'stroke-width': 1.5 } },
      { tag: 'rect', attributes: { x: tenth(at - 4.5), y: y - 4, width: 9, height: 7, fill: ink.ink2 } },
      text(words.locked, at + (fits ? -8 : 8), top - 8, fits ? 'end' : 'start'),
    ];
  };
  const notes = picture.notes.filter(({ day }) => within(day));
  return [
    ...(picture.history.length ? [vertical(picture.start, ink.line)] : []),
    ...(within(picture.today) ? today() : []),
    ...(picture.lockedOn !== null && picture.lockedOn >= from && picture.lockedOn <= picture.today ? locked(picture.lockedOn) : []),
    ...notes.flatMap(({ day, number, kind }): readonly Mark[] => [
      ...(kind === 'revision' ? [vertical(day, ink.ink3, '1 3')] : []),
      { tag: 'circle', attributes: { cx: tenth(x(day)), cy: tenth(bottom - 11), r: 8, fill: ink.surface, stroke: ink.ink2 } },
      text(String(number), x(day), bottom - 7, 'middle', ink.ink),
    ]),
  ];
}
