import { describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../../src/domain/calendar.ts';
import { readOkrList } from '../../../src/domain/okr-list.ts';
import type { ImportProposal } from '../../../src/import/protocol.ts';
import { read, serial, workbook, type SheetSpec } from './spreadsheets.ts';

const context = { today: dayOf(2026, 7, 10), cycle: null };
/** A sheet as a person sees it, and what it comes to: objectives, and their key results in one line each. */
async function listOf(spec: SheetSpec): Promise<string[]> {
  const proposal = await read(workbook({ OKR: spec }), { name: 'okr.xlsx' });
  return linesOf(proposal);
}
function linesOf({ okr }: ImportProposal): string[] {
  if (!okr) return [];
  const { objectives, keyResults } = readOkrList(okr, context);
  return objectives.flatMap((objective) => [
    `${objective.title} (${[objective.owner, objective.level, objective.ambition].filter(Boolean).join(', ')})`,
    ...keyResults
      .filter(({ objectiveKey }) => objectiveKey === objective.key)
      .map(({ title, goal, weight, owner, due }) => {
        const figures =
          goal.kind === 'keep'
            ? `≥${goal.atLeast} ≤${goal.atMost}`
            : goal.kind === 'reach'
              ? `${goal.baseline}→${goal.target}`
              : 'done or not';
        return `- ${title}: ${figures}${goal.unit ? ` ${goal.unit}` : ''}; ${weight}; ${owner}; ${due === null ? null : isoOf(due)}`;
      }),
  ]);
}
const percent = (v: number) => ({ v, z: '0%' });
const date = { v: serial(2026, 9, 30), z: 'yyyy-mm-dd' };

describe('an OKR list in a workbook', () => {
  it('with objectives merged over their key results, in Simplified Chinese', async () => {
    expect(
      await listOf({
        rows: [
          ['目标', '关键结果', '起始值', '目标值', '权重', '负责人', '截止日期'],
          ['上手更快', '首周激活率', percent(0.46), percent(0.6), percent(0.4), '刘洋', date],
          [null, '引导时长从9分钟降到5分钟', 9, 5, percent(0.6), '刘洋', '8月底'],
        ],
        merges: ['A2:A3'],
      }),
    ).toEqual([
      '上手更快 (committed)',
      '- 首周激活率: 0.46→0.6 %; 40; 刘洋; 2026-09-30',
      '- 引导时长从9分钟降到5分钟: 9→5 分钟; 60; 刘洋; 2026-08-31',
    ]);
  });

  it('with objectives on rows of their own, in Traditional Chinese', async () => {
    expect(
      await listOf({
        rows: [
          ['2026 年第三季 OKR', null, null, null, null, null, null],
          ['目標', '關鍵結果', '起始值', '目標值(萬元)', '權重', '負責人', '截止日期'],
          ['O1 擴大營收', null, null, null, null, '林總', null],
          [null, 'KR1 營收', 800, 1200, 60, '王小美', '2026/9/30'],
          [null, 'KR2 客訴不超過 2 件', null, '≤2件', 40, '', '第三季'],
        ],
      }),
    ).toEqual([
      '擴大營收 (林總, committed)',
      '- 營收: 8000000→12000000 CNY; 60; 王小美; 2026-09-30',
      '- 客訴不超過 2 件: ≥null ≤2 件; 40; 林總; 2026-09-30',
    ]);
  });

  it('in English, with objectives written once', async () => {
    expect(
      await listOf({
        rows: [
          ['Objective', 'Level', 'Type', 'Key result', 'Baseline', 'Target', 'Weight', 'Owner', 'Due'],
          ['Win the market', 'Company', 'Aspirational', 'NPS', 32, 45, 0.5, 'Ann', date],
          [null, null, null, 'Keep uptime', null, '≥99.9%', 0.5, 'Bo', date],
          ['Deliver', 'Team', 'Committed', 'Launch the portal', null, null, 1, 'Cy', date],
        ],
      }),
    ).toEqual([
      'Win the market (company, aspirational)',
      '- NPS: 32→45; 50; Ann; 2026-09-30',
      '- Keep uptime: ≥0.999 ≤null %; 50; Bo; 2026-09-30',
      'Deliver (team, committed)',
      '- Launch the portal: done or not; 100; Cy; 2026-09-30',
    ]);
  });

  it('with objectives and key results in one column', async () => {
    expect(
      await listOf({
        rows: [
          ['OKR', '目标值', '负责人'],
          ['O1：客户愿意推荐', null, '周婷'],
          ['KR1.1 NPS 从 32 提升到 45', 45, '周婷'],
          ['KR1.2 新增付费客户', '1000家', '李安'],
          ['O2：交付更稳', null, '陈佳'],
          ['KR2.1 准时率', '≥95%', '陈佳'],
        ],
      }),
    ).toEqual([
      '客户愿意推荐 (周婷, committed)',
      '- NPS 从 32 提升到 45: 32→45; null; 周婷; null',
      '- 新增付费客户: 0→1000 家; null; 李安; null',
      '交付更稳 (陈佳, committed)',
      '- 准时率: ≥0.95 ≤null %; null; 陈佳; null',
    ]);
  });

  it('is no OKR list where only one of the two is named', async () => {
    const proposal = await read('月份,目标,实际\n2026-01,100,90\n2026-02,110,95\n2026-03,120,130\n');
    expect(proposal.okr).toBeUndefined();
    expect(proposal.tables[0]!.data.map(({ role }) => role)).toEqual(['target', 'actual']);
  });
});
