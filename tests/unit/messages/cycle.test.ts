import { describe, expect, it } from 'vitest';
import type { ContributionCheck } from '../../../src/domain/contribution-check.ts';
import type { RevisionCount } from '../../../src/domain/revision-list.ts';
import type { SegmentMeasure } from '../../../src/domain/segments.ts';
import { contributions as contributionsEn } from '../../../src/messages/en/contributions.ts';
import { cycle as en } from '../../../src/messages/en/cycle.ts';
import { createFormat } from '../../../src/messages/format.ts';
import { contributions as contributionsCn } from '../../../src/messages/zh-CN/contributions.ts';
import { cycle as zhCN } from '../../../src/messages/zh-CN/cycle.ts';
import { contributions as contributionsTw } from '../../../src/messages/zh-TW/contributions.ts';
import { cycle as zhTW } from '../../../src/messages/zh-TW/cycle.ts';
import { day } from '../domain/assess/builders.ts';

const said = (counts: Partial<RevisionCount>) => {
  const all = { moved: 0, softer: 0, harder: 0, dropped: 0, added: 0, replaced: 0, ...counts };
  return [en, zhCN, zhTW].map((words) => words.revisions.headline(all));
};

describe('the headline of all changes', () => {
  it.each<[Partial<RevisionCount>, readonly string[]]>([
    [{}, ['Nothing was changed in mid-cycle', '本周期没有中途调整', '本週期沒有中途調整']],
    [{ moved: 1, harder: 1 }, ['Goals made harder once', '目标收紧 1 次', '目標收緊 1 次']],
    [{ moved: 1 }, ['Goals moved once', '目标调整 1 次', '目標調整 1 次']],
    [
      { moved: 3, softer: 2, dropped: 1, added: 1 },
      [
        'Goals moved 3 times, twice made easier; 1 key result given up, 1 added',
        '目标调整 3 次，其中放宽 2 次；关键结果放弃 1 个、新增 1 个',
        '目標調整 3 次，其中放寬 2 次；關鍵結果放棄 1 個、新增 1 個',
      ],
    ],
    [{ replaced: 2 }, ['2 key results replaced', '关键结果替换 2 个', '關鍵結果替換 2 個']],
  ])('%j', (counts, expected) => expect(said(counts)).toEqual(expected));
});

describe('a key result in segments', () => {
  const first: SegmentMeasure = {
    from: day('2026-07-01'),
    until: day('2026-08-15'),
    start: 100,
    target: 200,
    reached: 140,
    progress: 0.4,
    planned: 0.5,
  };
  const second: SegmentMeasure = {
    ...first,
    from: day('2026-08-15'),
    until: null,
    start: 140,
    target: 180,
    reached: 150,
    progress: 0.25,
    planned: 0.3,
  };
  const of = (list: readonly SegmentMeasure[]) => [
    en.goalChange.segments(list, null, createFormat('en')),
    zhCN.goalChange.segments(list, null, createFormat('zh-CN')),
    zhTW.goalChange.segments(list, null, createFormat('zh-TW')),
  ];

  it('says how far each went', () => {
    expect(of([first, second])).toEqual([
      'Measured in two segments: until Aug 15, 40% of the way to 200 (planned 50%); since then, 25% of the way from 140 to 180 (planned 30%).',
      '分 2 段衡量：截至8月15日，到 200 的路程完成了 40%（应为 50%）；此后，从 140 到 180 的路程完成了 25%（应为 30%）。',
      '分 2 段衡量：截至8月15日，到 200 的路程完成了 40%（應為 50%）；之後，從 140 到 180 的路程完成了 25%（應為 30%）。',
    ]);
  });

  it('says where nothing was known, and where the new target had been passed', () => {
    const none = { ...first, reached: null, progress: null, planned: null };
    const passed = { ...second, target: 120, progress: null, planned: null };
    expect(of([none, passed])).toEqual([
      'Measured in two segments: until Aug 15 no figure; since then the target is 120, which had been passed already.',
      '分 2 段衡量：截至8月15日没有数据；此后目标值为 120，调整时已经超过。',
      '分 2 段衡量：截至8月15日沒有資料；之後目標值為 120，調整時已經超過。',
    ]);
  });
});

describe('a KPI that is taken apart', () => {
  const check: ContributionCheck = {
    parts: [],
    covered: -0.08,
    coverage: 0.8,
    gap: 0.02,
    doubts: [],
    done: -0.061,
    expected: -0.07,
    shown: -0.04,
    unexplained: 0.021,
    behind: [],
  };
  const all = [
    [contributionsEn, createFormat('en')],
    [contributionsCn, createFormat('zh-CN')],
    [contributionsTw, createFormat('zh-TW')],
  ] as const;

  it('says its gap, and what the parts and the KPI say', () => {
    expect(all.map(([words, f]) => words.coverage(check, f) + words.then + words.sums(check, f))).toEqual([
      '80% covered: 2 points are carried by nobody; the parts say −6.1 points (planned by now −7 points), the KPI says −4 points: 2.1 points are unexplained',
      '覆盖 80%，还有 2 个百分点没人承担；各部分合计 −6.1 个百分点（此刻应有 −7 个百分点），指标本身为 −4 个百分点，有 2.1 个百分点说不清来源',
      '涵蓋 80%，還有 2 個百分點沒人承擔；各部分合計 −6.1 個百分點（此刻應有 −7 個百分點），指標本身為 −4 個百分點，有 2.1 個百分點說不清來源',
    ]);
  });

  it('claims nothing that no figure says', () => {
    const unknown = { ...check, done: null, expected: null, shown: null, unexplained: null, gap: -0.02 };
    expect(all.map(([words, f]) => words.coverage(unknown, f) + words.then + words.sums(unknown, f))).toEqual([
      '2 points more planned than wanted; not every part has a figure yet',
      '计划比希望的多 2 个百分点；有的部分还没有数据',
      '計畫比希望的多 2 個百分點；有的部分尚無資料',
    ]);
  });
});
