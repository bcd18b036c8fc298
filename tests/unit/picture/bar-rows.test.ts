import { describe, expect, it } from 'vitest';
import { barRows } from '../../../src/picture/bar-rows.ts';
import { PAPER } from '../../../src/picture/paper-ink.ts';
import { sheet, type Body } from '../../../src/picture/sheet.ts';
import { tableMarks } from '../../../src/picture/table-marks.ts';
import { LONG } from './dense-board.ts';
import { expectLegible, flat, saidIn } from './inside.ts';

const letters = { size: 13, fill: PAPER.ink };
const onSheet = (body: Body) =>
  sheet({ title: LONG[1]!, sentences: LONG, foot: LONG.join(' · ') }, body, { ink: PAPER, font: 'sans-serif', ground: '#ffffff' }, 'x');

describe('names with bars', () => {
  const rows = LONG.map((title, depth) => ({
    title,
    depth: depth * 3,
    bold: depth === 0,
    bars: [{ from: 0, to: depth / 4, fill: PAPER.accent }],
    ticks: [1],
    figure: [{ text: '¥12,345,678 → ¥23,456,789', letters }],
  }));

  it('keeps long names, figures and keys inside and apart', () => {
    const root = onSheet(barRows({ rows, key: LONG.map((text) => ({ text: text.slice(0, 40), fill: PAPER.accent })) }));
    expectLegible(root);
    for (const title of LONG) expect(saidIn(root).some((line) => line.startsWith(title.slice(0, 4)))).toBe(true);
  });

  it('draws every bar as long as its share, on one scale', () => {
    const body = barRows({ rows });
    const wide = body.marks
      .flatMap(flat)
      .flatMap(({ tag, attributes: { width, x } }) => (tag === 'rect' ? [{ width: Number(width), x }] : []));
    expect(wide).toHaveLength(LONG.length);
    expect(new Set(wide.map(({ x }) => x)).size).toBe(1);
    expect(wide.map(({ width }) => Math.round((width / wide.at(-1)!.width) * 4))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('a table', () => {
  it('grows with its cells and its columns, and no cell runs into the next', () => {
    const columns = Array.from({ length: 9 }, (_, i) => ({ name: LONG[i % LONG.length]!, current: i === 1 }));
    const cells = columns.map((_, i) => ({ text: `${LONG[i % LONG.length]}\n${LONG[0]}`, letters }));
    const root = onSheet(
      tableMarks(columns, [
        { title: LONG[0]!, cells },
        { title: LONG[2]!, cells: cells.map(() => ({ text: '–', letters: { ...letters, size: 20 } })) },
      ]),
    );
    expectLegible(root);
    expect(saidIn(root).filter((line) => line === '–')).toHaveLength(9);
  });
});
