import { describe, expect, it, test } from 'vitest';
import { messages as zh } from '../../../src/messages/zh-CN.ts';
import { map } from '../../../src/messages/zh-CN/map.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { assessBoard } from '../../../src/picture/assess-board.ts';
import { NO_FILTERS, type Filters } from '../../../src/picture/filters.ts';
import { mapMarks } from '../../../src/picture/map-marks.ts';
import { alignedPairs, mapOf, nodesOf } from '../../../src/picture/map-model.ts';
import type { MapWords } from '../../../src/picture/map-node-marks.ts';
import { svgText } from '../../../src/picture/mark.ts';
import { PAPER } from '../../../src/picture/paper-ink.ts';
import { sheet } from '../../../src/picture/sheet.ts';
import { denseBoard } from './dense-board.ts';
import { expectLegible, saidIn } from './inside.ts';

const f = createFormat('zh-CN');
const { workspace, dataset, asOf } = denseBoard(20, 60);
const rows = new Map(assessBoard(workspace, [dataset], asOf).map((row) => [row.keyResult.id, row]));
const words: MapWords = {
  meta: ({ objective: { level, owner } }) => [zh.okr.levels[level], owner].join(' · '),
  worst: ({ rollup }) => map.worst(zh.status[rollup.worstBelow]),
  percent: f.percent,
  hidden: ({ size, children }) => map.below(size, nodesOf(children).length),
  figure: ({ assessment: { value } }) => ({
    value: value === null ? '' : f.value(value, '万元'),
    target: map.target(f.value(1_234_567, '万元')),
  }),
};

function drawn(filters: Filters, isOpen: (id: string) => boolean) {
  const { roots } = mapOf(workspace, rows, filters);
  const pairs = alignedPairs(nodesOf(roots).map(({ objective }) => objective));
  const body = mapMarks({ roots, pairs, isOpen, words });
  const said = { title: workspace.objectives[0]!.title, sentences: [], foot: `${workspace.title} · 2022` };
  return sheet(said, body, { ink: PAPER, font: 'sans-serif', ground: '#ffffff' }, 'map');
}
/** Lines of a title end where there is no more room: it is found by how it begins. */
const beginning = (title: string) => title.slice(0, 4);

describe('the map as a picture', () => {
  it('says every objective and every key result in sight, inside and apart, however long their titles are', () => {
    const root = drawn(NO_FILTERS, () => true);
    expectLegible(root);
    const said = saidIn(root);
    for (const { title } of workspace.objectives) expect(said.some((line) => line.startsWith(beginning(title)))).toBe(true);
    expect(said.filter((line) => line.includes(map.target(f.value(1_234_567, '万元'))))).toHaveLength(rows.size);
  });

  it('folds what is folded on the screen, and says how much that is', () => {
    const root = drawn(NO_FILTERS, () => false);
    expectLegible(root);
    const said = saidIn(root);
    expect(said.filter((line) => line.includes(map.target('')))).toHaveLength(0);
    expect(said).toContain(map.below(60, 19));
    // Both ends of every alignment are in the one node that is left: there is nothing to be joined.
    expect(svgText(root)).not.toContain('stroke-dasharray="4 3"');
  });

  it('joins what is aligned, also where one of the two is folded away', () => {
    const root = workspace.objectives.find(({ parentId }) => parentId === null)!.id;
    const text = svgText(drawn(NO_FILTERS, (id) => id === root));
    expect(text.match(/stroke-dasharray="4 3"/g)).toHaveLength(3);
    expectLegible(drawn(NO_FILTERS, (id) => id === root));
  });

  it('leaves out what the filters leave out', () => {
    const status = 'off-track';
    const root = drawn({ ...NO_FILTERS, status }, () => true);
    expectLegible(root);
    const left = mapOf(workspace, rows, { ...NO_FILTERS, status }).roots.reduce((sum, { size }) => sum + size, 0);
    expect(left).toBeLessThan(rows.size);
    expect(saidIn(root).filter((line) => line.includes(map.target(f.value(1_234_567, '万元'))))).toHaveLength(left);
  });
});

test('no title becomes markup', () => {
  const text = svgText(drawn(NO_FILTERS, () => true));
  expect(text.match(/<\/?[a-z]+/g)!.filter((tag) => !/^<\/?(svg|g|rect|path|circle|text|tspan)$/.test(tag))).toEqual([]);
  expect(text).toContain('&lt;b&gt;');
});
