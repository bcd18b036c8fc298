import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/messages/format.ts';
import type { EpochDay } from '../../../src/domain/calendar.ts';
import type { Dataset } from '../../../src/domain/dataset.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { assessBoard } from '../../../src/picture/assess-board.ts';
import { boardMarks } from '../../../src/picture/board-marks.ts';
import { groupsOf } from '../../../src/picture/board-model.ts';
import { NO_FILTERS } from '../../../src/picture/filters.ts';
import { svgText } from '../../../src/picture/mark.ts';
import { PAPER } from '../../../src/picture/paper-ink.ts';
import { sheet } from '../../../src/picture/sheet.ts';
import { denseBoard } from './dense-board.ts';
import { exampleBoard } from './example-board.ts';
import { expectLegible, flat, saidIn } from './inside.ts';

const f = createFormat('zh-CN');
const head = {
  title: '关键结果',
  verdict: '判断',
  trend: '本期走势',
  baseline: '起始值',
  current: '当前值',
  target: '目标值',
  end: '预计期末',
  chance: '达成概率',
};

function drawn(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay, figure: string) {
  const rows = assessBoard(workspace, datasets, asOf);
  const groups = groupsOf(workspace, new Map(rows.map((row) => [row.keyResult.id, row])), NO_FILTERS, asOf);
  const body = boardMarks(groups, asOf, {
    head,
    row: ({ assessment: { chance } }) => ({
      verdict: '进度落后，数据过期',
      current: figure,
      target: figure,
      end: figure,
      chance: chance === null ? '–' : f.chance(chance),
    }),
    meta: ({ objective }) => objective.owner,
    progress: ({ rollup: { progress } }) => (progress === null ? '' : `${f.percent(progress)} ${figure} ${figure}`),
    worst: () => '最差：已偏离',
  });
  const said = { title: workspace.title, sentences: [], foot: workspace.title };
  return { rows, root: sheet(said, body, { ink: PAPER, font: 'sans-serif', ground: '#ffffff' }, 'board') };
}

describe('the board as a picture', () => {
  it.each(['42', '¥1,234,567,890 万元'])('keeps long names and figures such as %s apart, and leaves no key result out', (figure) => {
    const { workspace, dataset, asOf } = denseBoard(12, 48);
    const { rows, root } = drawn(workspace, [dataset], asOf, figure);
    expectLegible(root);
    const said = saidIn(root);
    expect(said.filter((word) => word === figure)).toHaveLength(rows.length * 3);
    for (const { title } of workspace.objectives) expect(said.some((line) => line.startsWith(title.slice(0, 4)))).toBe(true);
  });

  it('draws every kind of goal of the example, and all of it inside', () => {
    const { workspace, datasets, asOf } = exampleBoard('zh-CN');
    const { root } = drawn(workspace, datasets, asOf, '1');
    expectLegible(root);
    const width = Number(root.attributes['width']);
    for (const { tag, attributes: a } of flat(root))
      if (tag === 'rect') {
        expect(Number(a['x'] ?? 0)).toBeGreaterThanOrEqual(0);
        expect(Number(a['x'] ?? 0) + Number(a['width'])).toBeLessThanOrEqual(width);
      }
  });

  it('holds without any figures, as where they stay at home', () => {
    const { workspace, asOf } = denseBoard(8, 16);
    const { root } = drawn(workspace, [], asOf, '–');
    expectLegible(root);
    expect(svgText(root)).toContain('&lt;b&gt;');
  });
});
