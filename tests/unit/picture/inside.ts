import { expect } from 'vitest';
import { svgText, type Mark } from '../../../src/picture/mark.ts';
import { wordWidth } from '../../../src/picture/text-mark.ts';

export const flat = (mark: Mark): Mark[] => [mark, ...(mark.children ?? []).flatMap(flat)];

interface Box {
  readonly said: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room of each line of words as far as it can be reckoned, moved by the groups that it is in. */
function wordsOf({ tag, attributes: a, text = '', children = [] }: Mark, dx = 0, dy = 0): readonly Box[] {
  if (tag !== 'text') {
    const [, x = 0, y = 0] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(String(a['transform'] ?? '')) ?? [];
    return children.flatMap((child) => wordsOf(child, dx + Number(x), dy + Number(y)));
  }
  const parts = children.length ? children : [{ attributes: a, text }];
  const width = parts.reduce((sum, { attributes: p, text: said = '' }) => {
    return sum + Number(p['dx'] ?? 0) + wordWidth(said, { size: Number(p['font-size']), bold: 'font-weight' in p });
  }, 0);
  const size = Math.max(...parts.map(({ attributes: p }) => Number(p['font-size'])));
  const anchor = { start: 0, middle: width / 2, end: width }[String(a['text-anchor'] ?? 'start') as 'start' | 'middle' | 'end'];
  const left = dx + Number(a['x']) - anchor;
  const base = dy + Number(a['y']);
  return [
    {
      said: parts.map(({ text: said = '' }) => said).join(' '),
      left,
      right: left + width,
      top: base - size * 0.8,
      bottom: base + size * 0.15,
    },
  ];
}

/** Everything that the picture says, in its order. */
export const saidIn = (root: Mark): readonly string[] => wordsOf(root).map(({ said }) => said);

/** All words are inside of the picture and none lies on another; every number is one. */
export function expectLegible(root: Mark): void {
  expect(svgText(root)).not.toMatch(/NaN|Infinity|undefined/);
  const [width, height] = [Number(root.attributes['width']), Number(root.attributes['height'])];
  const boxes = wordsOf(root);
  const outside = boxes.filter(({ left, right, top, bottom }) => left < 0 || right > width || top < 0 || bottom > height);
  expect(outside, 'words outside of the picture').toEqual([]);
  const pairs = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.said} | ${b.said}`),
  );
  expect(pairs, 'words on words').toEqual([]);
}
