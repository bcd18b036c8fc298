import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../src/domain/limits.ts';
import { prepare } from '../../../src/domain/what-if.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { assessBoard } from '../../../src/picture/assess-board.ts';
import { driftMarks } from '../../../src/picture/drift-marks.ts';
import { spread } from '../../../src/picture/drift-ends.ts';
import { svgText, type Mark } from '../../../src/picture/mark.ts';
import { pictureOf } from '../../../src/picture/picture-of.ts';
import { widthOf } from '../../../src/picture/review-axes.ts';
import { exampleBoard } from './example-board.ts';

const { workspace, datasets, asOf } = exampleBoard('zh-CN');
const rows = assessBoard(workspace, datasets, asOf).filter(({ keyResult }) => keyResult.goal.kind !== 'milestones');
const format = createFormat('zh-CN');
const names = ['ink', 'ink2', 'ink3', 'line', 'strong', 'accent', 'surface', 'on', 'risk'] as const;
const ink = Object.fromEntries(names.map((name) => [name, `#${name}`])) as Record<(typeof names)[number], string>;

function drawn(row: (typeof rows)[number], width: number, target = '目标值') {
  const facts = { keyResult: row.keyResult, series: row.series, asOf };
  const picture = pictureOf(row, prepare({ ...facts, events: row.events }).fan(), asOf, limitsOf(facts));
  const words = { today: '今天', target, median: '预测', whatIf: '', earlierTarget: '原目标值', locked: '锁定', day: format.month };
  const value = (figure: number) => format.about(figure, row.keyResult.unit);
  const root = driftMarks({ picture, words: { ...words, value }, size: { width, height: 280 }, ink, label: row.keyResult.title });
  return { picture, root, marks: root.children ?? [] };
}
const number = (mark: Mark, name: string) => Number(mark.attributes[name] ?? 0);

describe('the drift chart as marks', () => {
  it.each([320, 340, 720])('keeps every word inside of %i pixels, in every chart of the example', (width) => {
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows)
      for (const mark of drawn(row, width).marks.filter(({ tag }) => tag === 'text')) {
        const long = widthOf(mark.text ?? '', number(mark, 'font-size'));
        const anchor = mark.attributes['text-anchor'];
        const left = number(mark, 'x') - (anchor === 'end' ? long : anchor === 'middle' ? long / 2 : 0);
        expect(left, `${row.keyResult.title}: ${mark.text}`).toBeGreaterThanOrEqual(0);
        expect(left + long, `${row.keyResult.title}: ${mark.text}`).toBeLessThanOrEqual(width + 1);
      }
  });

  it('keeps every figure inside of the picture, and draws each', () => {
    for (const row of rows) {
      const { picture, marks } = drawn(row, 720);
      const points = marks.filter(({ tag, attributes }) => tag === 'circle' && attributes['stroke'] === '#ink');
      if (picture.actual.length <= 80) expect(points).toHaveLength(picture.actual.length);
      for (const point of points) expect(number(point, 'cy')).toBeGreaterThanOrEqual(24);
      for (const point of points) expect(number(point, 'cy')).toBeLessThanOrEqual(280);
    }
  });

  it('draws the fan below the plan, the plan below the figures, and today above them', () => {
    const row = rows.find((one) => drawn(one, 720).picture.fan.length && drawn(one, 720).picture.actual.length)!;
    const { marks } = drawn(row, 720);
    const at = (is: (mark: Mark) => boolean) => marks.findIndex(is);
    const order = [
      at(({ attributes }) => attributes['fill-opacity'] === 0.1),
      at(({ attributes }) => attributes['stroke-dasharray'] === '7 4'),
      at(({ attributes }) => attributes['stroke-dasharray'] === '2 4'),
      at(({ attributes }) => attributes['stroke'] === '#ink' && attributes['stroke-width'] === 2),
      at(({ text }) => text === '今天'),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('sets no style, and cannot be broken out of by a word or a title', () => {
    const evil = '</text><script>alert(1)</script>"&\u0000';
    const row = { ...rows[0]!, keyResult: { ...rows[0]!.keyResult, title: evil } };
    const text = svgText(drawn(row, 720, evil).root);
    expect(text).not.toMatch(/<script|style=|\u0000/);
    expect(text).toContain('&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('&quot;&amp;"');
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="720"/);
  });

  it('moves words at the ends of lines apart, and none below the chart', () => {
    expect(spread([20, 22, 100], 15, 10, 100)).toEqual([20, 35, 100]);
    expect(spread([98, 99, 120], 15, 10, 100)).toEqual([70, 85, 100]);
  });
});
