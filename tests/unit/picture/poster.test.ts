import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { limitsOf } from '../../../src/domain/limits.ts';
import { prepare } from '../../../src/domain/what-if.ts';
import { messages as en } from '../../../src/messages/en.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { assessBoard } from '../../../src/picture/assess-board.ts';
import { driftMarks } from '../../../src/picture/drift-marks.ts';
import type { DriftWords } from '../../../src/picture/drift-picture.ts';
import { svgText, type Mark } from '../../../src/picture/mark.ts';
import { PAPER, PAPER_TONES } from '../../../src/picture/paper-ink.ts';
import { pictureOf } from '../../../src/picture/picture-of.ts';
import { poster } from '../../../src/picture/poster.ts';
import { widthOf } from '../../../src/picture/review-axes.ts';
import { wrapText } from '../../../src/picture/wrap-text.ts';
import { LONG } from './dense-board.ts';
import { exampleBoard } from './example-board.ts';
import { expectLegible, flat, saidIn } from './inside.ts';

const { workspace, datasets, asOf } = exampleBoard('en');
const rows = assessBoard(workspace, datasets, asOf).filter(({ keyResult }) => keyResult.goal.kind !== 'milestones');
const format = createFormat('en');
const wordsFor = (unit: string | null): DriftWords => ({
  ...en.detail.chart,
  earlierTarget: 'Earlier target',
  locked: 'Locked here',
  value: (value) => format.about(value, unit),
  day: format.month,
});

/** Every place that a mark takes: corners of lines, middles of points, both ends of words. */
function placesOf({ tag, attributes: a, text = '' }: Mark): [x: number, y: number][] {
  if (tag === 'circle') return [[Number(a['cx']), Number(a['cy'])]];
  if (tag === 'path') {
    const absolute = [...String(a['d']).matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)];
    return absolute.map(([, command, first, second]) =>
      command === 'V' ? [0, Number(first)] : command === 'H' ? [Number(first), 0] : [Number(first), Number(second)],
    );
  }
  if (tag !== 'text') return [];
  const [x, width] = [Number(a['x']), widthOf(text, Number(a['font-size']))];
  const from = x - { start: 0, middle: width / 2, end: width }[String(a['text-anchor'] ?? 'start') as 'start' | 'middle' | 'end'];
  return [from, from + width].map((at) => [at, Number(a['y'])]);
}

function drawing(row: (typeof rows)[number], width: number): Mark {
  const { keyResult, series, events } = row;
  const limits = limitsOf({ keyResult, series, asOf });
  const picture = pictureOf(row, prepare({ keyResult, series, events, asOf }).fan(), asOf, limits);
  const words = wordsFor(keyResult.unit);
  return driftMarks({ picture, words, size: { width, height: 330 }, ink: PAPER, label: keyResult.title });
}

test('the example has every kind of goal that is drawn', () => {
  expect(new Set(rows.map(({ keyResult }) => keyResult.goal.kind))).toEqual(new Set(['reach', 'keep', 'manual']));
});

describe.each([340, 720])('a drift chart %i pixels wide', (width) => {
  it.each(rows.map((row) => [row.keyResult.title, row] as const))('holds everything of “%s” inside, in numbers', (_, row) => {
    const root = drawing(row, width);
    expect(svgText(root)).not.toMatch(/NaN|Infinity|undefined|null/);
    for (const mark of flat(root))
      for (const [x, y] of placesOf(mark)) {
        const what = JSON.stringify(mark).slice(0, 200);
        expect(x, what).toBeGreaterThanOrEqual(-0.5);
        expect(x, what).toBeLessThanOrEqual(width + 0.5);
        expect(y, what).toBeGreaterThanOrEqual(0);
        expect(y, what).toBeLessThanOrEqual(330);
      }
  });
});

test.each(rows.map((row) => [row.keyResult.title, row] as const))(
  'the sheet of “%s” shows what is tried on it, far beyond the plan as it is',
  (_, row) => {
    const { keyResult, series, events } = row;
    const limits = limitsOf({ keyResult, series, asOf });
    const picture = pictureOf(row, prepare({ keyResult, series, events, asOf }).fan(), asOf, limits);
    const words = { ...wordsFor(keyResult.unit), whatIf: 'tried' };
    const landing = { day: keyResult.due + 60, value: (picture.plan.now.at(-1)?.value ?? 1) * 2 };
    const legend = (['actual', 'plan', 'old-plan', 'limits', 'concerning', 'improving', 'changed', 'forecast'] as const).map((sign, i) => ({
      sign,
      text: LONG[i % LONG.length]!,
    }));
    const said = {
      title: LONG[0]!,
      status: { text: 'off track · behind, and its data are old', colour: PAPER_TONES.off },
      sentences: LONG,
      tried: LONG[2]!,
      foot: LONG.join(' '),
    };
    const size = { width: 912, height: 400 };
    const root = poster(said, {
      picture,
      words,
      size,
      ink: PAPER,
      label: 'x',
      font: 'sans-serif',
      ground: '#ffffff',
      trial: landing,
      legend,
    });
    expectLegible(root);
    expect(saidIn(root)).toContain(`tried ${words.value(landing.value)}`);
    const last = picture.actual.at(-1) ?? picture.history.at(-1);
    const line = flat(root).filter(({ attributes: a }) => a['stroke'] === PAPER.accent && a['stroke-width'] === 1.25);
    expect(line.map(({ tag }) => tag)).toEqual(last ? ['path', 'circle'] : []);
    for (const { attributes: a } of line.slice(1)) expect(Number(a['cx'])).toBeLessThan(size.width);
  },
);

test('no name becomes markup, and no sign makes the file unreadable', () => {
  const evil = '</svg><script>alert("1")</script>&\u0000\u001b';
  const row = rows.find(({ keyResult }) => keyResult.id === 'kr-customers')!;
  const picture = pictureOf(row, [], asOf, null);
  const said = { title: evil, status: { text: evil, colour: PAPER_TONES.off }, sentences: [evil], tried: evil, foot: evil };
  const words = { ...wordsFor(evil), today: evil, target: evil };
  const size = { width: 720, height: 330 };
  const text = svgText(
    poster(said, {
      picture,
      words,
      size,
      ink: PAPER,
      label: evil,
      font: evil,
      ground: '#ffffff',
      legend: [{ sign: 'actual', text: evil }],
    }),
  );
  expect(text.match(/<\/?[a-z]+/g)!.filter((tag) => !/^<\/?(svg|g|rect|path|circle|text)$/.test(tag))).toEqual([]);
  expect(text.match(/<\/svg>/g)).toHaveLength(1);
  expect(text).toContain('&lt;/svg&gt;&lt;script&gt;alert(&quot;1&quot;)');
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot);)|[\u0000-\u0008\u000b-\u001f]/);
});

test('long sentences break where they may: Chinese between signs but not before a full stop, English at spaces', () => {
  const chinese = wrapText('比计划少 59 家，累计 528 家。', 60, 14);
  expect(chinese.length).toBeGreaterThan(2);
  expect(chinese.every((line) => !/^[，。]/.test(line))).toBe(true);
  expect(wrapText('59 below the plan so far', 90, 14)).toEqual(['59 below', 'the plan so', 'far']);
});

test('the colours of paper are the daylight colours of the page', () => {
  const tokens = readFileSync('src/ui/shell/tokens.css', 'utf8');
  const names = { ink2: 'ink-2', ink3: 'ink-3' } as Record<string, string>;
  for (const [name, colour] of Object.entries({ ...PAPER, ...PAPER_TONES })) {
    const [, light] = new RegExp(`--${names[name] ?? name}: light-dark\\((#\\w+)`).exec(tokens)!;
    expect(light!.length === 4 ? light!.replace(/\w/g, '$&$&') : light, name).toBe(colour);
  }
});
