import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../../src/domain/calendar.ts';
import { parseOkrText } from '../../../src/domain/okr-text.ts';

const cycle = { id: 'c1', name: '2026 Q3', start: dayOf(2026, 7, 1), end: dayOf(2026, 9, 30) };
const context = { today: dayOf(2026, 7, 10), cycle };
const parse = (text: string) => parseOkrText(text, context);

/** The only key result of an objective with this line below it. */
function keyResult(line: string) {
  const { objectives, unclear } = parse(`O: x\nKR: ${line}`);
  expect(unclear).toEqual([]);
  return objectives[0]!.keyResults[0]!;
}

describe('from one value to another', () => {
  it.each([
    ['raise NPS from 40 to 60', 40, 60, null],
    ['NPS 40->60', 40, 60, null],
    ['NPS 40 → 60', 40, 60, null],
    ['NPS 从40提升到60', 40, 60, null],
    ['交付周期由 21 天降到 14 天', 21, 14, '天'],
    ['交付週期由 21 天縮短至 14 天', 21, 14, '天'],
    ['churn from 4.2% to 3.0%', 0.042, 0.03, '%'],
    ['缺陷率 4.2% → 3.0%', 0.042, 0.03, '%'],
    ['將客戶滿意度從 80％ 提升至 90％', 0.8, 0.9, '%'],
    ['conversion from 4.2 to 5.5%', 0.042, 0.055, '%'],
    ['revenue from $8M to $12M', 8e6, 12e6, 'USD'],
    ['销售额从 800 提升到 1,200 万元', 8e6, 12e6, 'CNY'],
    ['营收从 1.2亿 增长到 2亿', 1.2e8, 2e8, null],
  ])('%s', (line, baseline, target, unit) => {
    expect(keyResult(line)).toMatchObject({ kind: 'reach', baseline, target, unit, title: line });
  });
});

describe('to be kept', () => {
  it.each([
    ['准时率≥95%', 0.95, null, '%'],
    ['keep uptime at least 99.9%', 0.999, null, '%'],
    ['满意度保持在 85% 以上', 0.85, null, '%'],
    ['毛利率不低于 30%', 0.3, null, '%'],
    ['毛利率不低於 30%', 0.3, null, '%'],
    ['投诉不超过 5 件', null, 5, '件'],
    ['每月投诉不多于 5 件', null, 5, '件'],
    ['no more than 3 outages', null, 3, null],
    ['响应时间 ≤ 200 ms', null, 200, 'ms'],
    ['response time below 2 hours', null, 2, 'hours'],
    ['库存周转控制在 30 天以内', null, 30, '天'],
    ['keep stock within 3 and 5 weeks', 3, 5, 'weeks'],
    ['交付周期控制在 3-5 天', 3, 5, '天'],
    ['毛利率保持在 30% 到 35% 之间', 0.3, 0.35, '%'],
  ])('%s', (line, atLeast, atMost, unit) => {
    expect(keyResult(line)).toMatchObject({ kind: 'keep', atLeast, atMost, unit, baseline: null, target: null });
  });
});

describe('a target alone', () => {
  it.each([
    ['付费客户达到 1,000 家', 0, 1000, '家'],
    ['付費客戶達到 1,000 家', 0, 1000, '家'],
    ['新增客户 300 家', 0, 300, '家'],
    ['Sign 20 new customers', 0, 20, null],
    ['完成 12 场培训', 0, 12, '场'],
    ['reach at least 1,000 users', 0, 1000, 'users'],
    ['营收达到 1.2 亿元', 0, 1.2e8, 'CNY'],
    ['NPS 达到 60', null, 60, null],
    ['Reduce lead time to 14 days', null, 14, 'days'],
    ['客户流失率降低到 3% 以内', null, 0.03, '%'],
  ])('%s begins at %s', (line, baseline, target, unit) => {
    expect(keyResult(line)).toMatchObject({ kind: 'reach', baseline, target, unit });
  });
});

describe('a change', () => {
  it.each([
    ['营收 +20%', 'share', 0.2],
    ['cost -50%', 'share', -0.5],
    ['营收同比增长 20%', 'share', 0.2],
    ['Reduce churn by 15%', 'share', -0.15],
    ['成本降低 8%', 'share', -0.08],
    ['转化率提升 3 个百分点', 'points', 0.03],
  ])('%s', (line, of, change) => {
    expect(keyResult(line)).toMatchObject({ kind: 'reach', baseline: null, target: null, relative: { of, change } });
  });
});

it.each(['完成新办公室搬迁', 'Launch version 2.0 in Japan', 'Publish the design handbook', '上线第2期会员系统'])(
  'something to get done: %s',
  (line) => {
    expect(keyResult(line)).toMatchObject({ kind: 'milestones', target: null, title: line });
  },
);

describe('due dates', () => {
  it.each([
    ['NPS 40->60 by 30 Sep', '2026-09-30'],
    ['NPS 40->60 by Sep 30 2026', '2026-09-30'],
    ['NPS 40->60 by September 30th, 2027', '2027-09-30'],
    ['NPS 40->60 (by 15 August)', '2026-08-15'],
    ['9月30日前 NPS 从 40 到 60', '2026-09-30'],
    ['NPS 从 40 提升到 60，2026年9月15日前', '2026-09-15'],
    ['NPS 40->60, 2026-09-30', '2026-09-30'],
    ['NPS 40->60 by end of Q3', '2026-09-30'],
    ['NPS 40->60 by the end of Q4', '2026-12-31'],
    ['NPS 40->60，第三季度末', '2026-09-30'],
    ['NPS 40->60，8月底前', '2026-08-31'],
    ['年底前 NPS 从 40 到 60', '2026-12-31'],
    ['NPS 40->60 by the end of the quarter', '2026-09-30'],
    ['截止日期：2026/8/31 NPS 40->60', '2026-08-31'],
    ['NPS 40->60 by 31 January', '2027-01-31'],
  ])('%s', (line, due) => {
    const result = keyResult(line);
    expect(result.due === null ? null : isoOf(result.due)).toBe(due);
    expect(result).toMatchObject({ baseline: 40, target: 60 });
  });

  it('that no calendar has are not made up', () => {
    expect(keyResult('NPS 40->60 by 2026-02-30').due).toBeNull();
  });

  it('without a cycle are the next ones from today', () => {
    const { objectives } = parseOkrText('O: x\n- NPS 40->60 by 30 June', { today: dayOf(2026, 7, 10), cycle: null });
    expect(isoOf(objectives[0]!.keyResults[0]!.due!)).toBe('2027-06-30');
  });
});

describe('owners and weights', () => {
  it.each([
    ['NPS 40->60 @王芳', '王芳', null],
    ['NPS 40->60 (owner: Ann Lee)', 'Ann Lee', null],
    ['NPS 40->60, owner: Ann, weight 30%', 'Ann', 0.3],
    ['NPS 40->60，负责人：王芳，权重30%', '王芳', 0.3],
    ['NPS 40->60（權重：40%）負責人：李雷', '李雷', 0.4],
    ['NPS 40->60 权重 0.25', null, 0.25],
  ])('%s', (line, owner, weight) => {
    expect(keyResult(line)).toMatchObject({ title: 'NPS 40->60', owner, weight, baseline: 40, target: 60 });
  });

  it('an address is no owner', () => {
    expect(keyResult('Answer mail to help@example.com within 4 hours').owner).toBeNull();
  });
});

describe('whole texts', () => {
  it.each([
    'Objective 1: Delight customers\nKR1: NPS from 40 to 60\nKR2: churn from 5% to 3%\nObjective 2: Grow\nKR1: Sign 20 new customers',
    'O1 Delight customers\n  - NPS from 40 to 60\n  - churn from 5% to 3%\nO2 Grow\n  - Sign 20 new customers',
    'Delight customers\n* NPS from 40 to 60\n* churn from 5% to 3%\n\nGrow\n* Sign 20 new customers',
    'O: Delight customers\r\n1. NPS from 40 to 60\r\n2. churn from 5% to 3%\r\nO: Grow\r\n1) Sign 20 new customers',
    'O1: Delight customers\nO1KR1: NPS from 40 to 60\nO1-KR2: churn from 5% to 3%\nO2: Grow\nKR2.1 Sign 20 new customers',
  ])('in English: %#', (text) => {
    const { objectives, unclear } = parse(text);
    expect(objectives.map(({ title, keyResults }) => [title, ...keyResults.map((each) => each.title)])).toEqual([
      ['Delight customers', 'NPS from 40 to 60', 'churn from 5% to 3%'],
      ['Grow', 'Sign 20 new customers'],
    ]);
    expect(unclear).toEqual([]);
  });

  it.each([
    '目标：让客户满意\n关键结果：NPS 从 40 提升到 60\n关键结果：流失率由 5% 降到 3%\n目标：增长\n关键结果：新增客户 20 家',
    '目标一：让客户满意\n关键结果1 NPS 从 40 提升到 60\n关键结果2 流失率由 5% 降到 3%\n目标二：增长\n关键结果1：新增客户 20 家',
    'Ｏ１：让客户满意\n　ＫＲ１：NPS 从 40 提升到 60；\n　ＫＲ２：流失率由 5% 降到 3%。\nＯ２：增长\n　ＫＲ１：新增客户 20 家',
    'O1让客户满意\n（1）NPS 从 40 提升到 60\n（2）流失率由 5% 降到 3%\nO2增长\n①新增客户 20 家',
    '目標：让客户满意\n1、NPS 从 40 提升到 60\n2、流失率由 5% 降到 3%\n目標：增长\n關鍵結果：新增客户 20 家',
  ])('in Chinese: %#', (text) => {
    const { objectives, unclear } = parse(text);
    expect(objectives.map(({ title, keyResults }) => [title, ...keyResults.map((each) => each.title)])).toEqual([
      ['让客户满意', 'NPS 从 40 提升到 60', '流失率由 5% 降到 3%'],
      ['增长', '新增客户 20 家'],
    ]);
    expect(unclear).toEqual([]);
  });

  it('lines of their own say who and when', () => {
    const { objectives } = parse('目标：增长\n负责人：王芳\nKR1：新增客户 20 家\n负责人：李雷\n截止：9月15日');
    expect(objectives[0]).toMatchObject({ owner: '王芳', keyResults: [{ owner: '李雷', due: dayOf(2026, 9, 15) }] });
  });

  it('nothing is dropped: what is not understood is handed back with its line, and key results without objective stay', () => {
    const draft = parse('2026 Q3 plan\n\nKR1: NPS 40->60\nO: Grow\nthanks everybody!\n---');
    expect(draft.unclear).toEqual([
      { line: 5, raw: 'thanks everybody!' },
      { line: 6, raw: '---' },
    ]);
    expect(draft.objectives.map(({ title, line }) => [title, line])).toEqual([
      ['2026 Q3 plan', 1],
      ['Grow', 4],
    ]);
    expect(parse('KR: NPS 40->60').objectives).toMatchObject([{ title: '', line: 0, keyResults: [{ target: 60 }] }]);
  });

  it('an empty text has nothing to say', () => {
    expect(parse(' \n\r\n')).toEqual({ objectives: [], unclear: [] });
  });

  it.each(['- ', '1,', '从1', 'by ', '权重', '@a', '第', 'O1 ', '((', '12 ', 'a ', '负责人:王 '])(
    'a hundred kilobytes of %j take no time, in one line or in many',
    (piece) => {
      const line = `- ${piece.repeat(990 / piece.length)}`;
      const text = `O: x\n- ${piece.repeat(100_000 / piece.length)}\n${`${line}\n`.repeat(100)}`;
      const begin = performance.now();
      const { objectives, unclear } = parse(text);
      expect(performance.now() - begin).toBeLessThan(2_000);
      expect(unclear[0]?.line).toBe(2);
      expect(objectives[0]?.title).toBe('x');
    },
  );
});
