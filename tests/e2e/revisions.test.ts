import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/domain/calendar.ts';
import type { DataColumn } from '../../src/domain/dataset.ts';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { datasetOf, keyResultOf, metricOf, objectiveOf, openFile, workspaceOf } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

const START = dayOf(2026, 7, 1);
const DUE = dayOf(2026, 9, 30);
/** Customers every Wednesday, on the straight way from 100 to 200. */
const days = Array.from({ length: 8 }, (_, i) => START + 7 * (i + 1));
const column: DataColumn = {
  name: '客户数',
  role: 'actual',
  unit: '家',
  grain: 'week',
  accrual: 'level',
  days: Int32Array.from(days),
  values: Float64Array.from(days, (day) => Math.round(100 + (100 * (day - START)) / 91)),
  rows: Int32Array.from(days, (_, i) => i + 1),
  columns: Int32Array.from(days, () => 1),
  codes: [],
  accrualCertain: true,
};
const dataset = datasetOf(['周报.xlsx', '客户'], DUE, [column]);
const workspace = workspaceOf(['三季度', START, DUE], [dataset], {
  metrics: [metricOf({ id: 'm1', name: '客户数', accrual: 'level', unit: '家' })],
  objectives: [objectiveOf('o1', '让更多客户留下来'), objectiveOf('o2', '交付更稳')],
  keyResults: [
    keyResultOf({
      id: 'k1',
      title: '客户数到 200 家',
      start: START,
      due: DUE,
      unit: '家',
      goal: { kind: 'reach', baseline: 100, target: 200, stretch: null, plan: { kind: 'linear' } },
      link: { metricId: 'm1', reading: { kind: 'latest' } },
    }),
    keyResultOf({
      id: 'k2',
      title: '线下活动 12 场',
      start: START,
      due: DUE,
      goal: { kind: 'manual', baseline: 0, target: 12, stretch: null, plan: { kind: 'linear' } },
    }),
  ],
});

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open({ locale: 'zh-CN', permissions: ['clipboard-read', 'clipboard-write'] }));
  await openFile(page, workspace, [dataset]);
});
afterAll(() => app.stop());

const dialog = () => page.getByRole('dialog');
const open = async (title: string) => {
  await page.getByRole('link', { name: '看板', exact: true }).first().click();
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await page.getByRole('heading', { name: title }).waitFor();
};
const changeGoal = async () => {
  await page.getByRole('button', { name: '调整目标……' }).click();
  await dialog().waitFor();
};
const confirm = async (name: RegExp) => {
  await dialog().getByRole('button', { name }).click();
  await dialog().waitFor({ state: 'detached' });
};
const toCycle = () => page.getByRole('link', { name: '周期', exact: true }).click();
const rows = () => page.getByRole('region', { name: '目标调整记录' }).locator('tbody tr');

describe('a goal that is changed in mid-cycle', () => {
  it('wants a reason, beside the field, and something to change', async () => {
    await replayOn(page, '2026-08-12');
    await open('客户数到 200 家');
    await changeGoal();
    await dialog().getByRole('button', { name: '确认调整' }).click();
    expect(await dialog().getByText('还没有任何改动。').isVisible()).toBe(true);
    await dialog().getByRole('textbox', { name: '目标值' }).fill('240');
    expect(await dialog().locator('.what').innerText()).toMatch(/目标值 200 家 → 240 家\s*▲ 收紧/);
    await dialog().getByRole('button', { name: '确认调整' }).click();
    expect(await dialog().getByRole('textbox', { name: '理由' }).getAttribute('aria-invalid')).toBe('true');
    expect(await violationsOf(page)).toEqual([]);
    await dialog().getByRole('textbox', { name: '理由' }).fill('需求比预想的大');
    await dialog().getByRole('textbox', { name: '批准人' }).fill('陈启明');
    await confirm(/确认调整/);
  });

  it('is measured in segments, said in words, and is not behind at once', async () => {
    await replayOn(page, '2026-08-26');
    const main = await page.locator('main').innerText();
    expect(main).toMatch(
      /分 2 段衡量：截至8月12日，到 200 家 的路程完成了 46%（应为 46%）；此后，从 146 家 到 240 家 的路程完成了 1\d%（应为 29%）。/,
    );
    // 62 of the way from 100 to 240; the new plan wants 173 by now.
    expect(await page.locator('dl').last().innerText()).toMatch(/44%\s*应为 52%/);
    await page.locator('summary', { hasText: '数据表' }).click();
    const plans = await page.locator('details', { hasText: '数据表' }).locator('tbody tr').allInnerTexts();
    expect(plans.find((line) => line.includes('8月12日'))).toMatch(/146 家\s+146\.2 家/);
    expect(plans.find((line) => line.includes('8月26日'))).toMatch(/162 家\s+172\.\d 家/);
  });

  it('shows the old target on the chart, and stands in the notes', async () => {
    const legend = await page.locator('main').innerText();
    expect(legend).toContain('原计划');
    expect(legend).toMatch(/需求比预想的大 批准：陈启明/);
    expect(legend).toMatch(/200 家, 9月30日 → 240 家, 9月30日/);
  });

  it('can be undone and done again', async () => {
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await page.locator('main').innerText()).not.toContain('分 2 段');
    await page.getByRole('button', { name: '重做' }).click();
    expect(await page.locator('main').innerText()).toContain('分 2 段');
  });
});

describe('a key result that is given up', () => {
  it('can be replaced by another, which says so', async () => {
    await open('线下活动 12 场');
    await changeGoal();
    await dialog().getByRole('radio', { name: /^替换/ }).check();
    await dialog().getByRole('textbox', { name: '理由' }).fill('商圈人流少了三成');
    await dialog()
      .getByRole('button', { name: /填写新的关键结果/ })
      .click();
    await dialog().getByRole('heading', { name: '接替 线下活动 12 场' }).waitFor();
    await dialog().getByRole('textbox', { name: '名称' }).fill('线上直播 20 场');
    await dialog()
      .getByRole('radio', { name: /手工填报/ })
      .check();
    await dialog().getByRole('textbox', { name: '起始值' }).fill('0');
    await dialog().getByRole('textbox', { name: '目标值' }).fill('20');
    await confirm(/保存/);
    const banner = page.getByRole('note');
    expect(await banner.innerText()).toMatch(/已于 2026年8月26日放弃[\s\S]*商圈人流少了三成[\s\S]*线上直播 20 场/);
    await banner.getByRole('link', { name: '线上直播 20 场' }).click();
    await page.getByRole('heading', { name: '线上直播 20 场' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/接替 线下活动 12 场 2026年8月26日起/);
  });

  it('stays as a struck-through line on the board with its reason, and counts nowhere', async () => {
    await page.getByRole('link', { name: '看板', exact: true }).first().click();
    const struck = page.locator('tr', { has: page.locator('s') });
    expect(await struck.innerText()).toMatch(/线下活动 12 场\s*，?,?\s*8月26日放弃\s*商圈人流少了三成\s*由它接替： 线上直播 20 场/);
    expect(await page.locator('h1').innerText()).toContain('2 个关键结果');
    expect(await violationsOf(page)).toEqual([]);
    await replayOn(page, '2026-08-20');
    await page.locator('s').waitFor({ state: 'detached' });
    await replayOn(page, '2026-08-26');
    await page.locator('s').waitFor();
  });

  it('alone can be taken back', async () => {
    await open('线上直播 20 场');
    await changeGoal();
    await dialog().getByRole('radio', { name: /^放弃/ }).check();
    await dialog().getByRole('textbox', { name: '理由' }).fill('主播离职');
    await confirm(/确认放弃/);
    expect(await page.getByRole('note').innerText()).toContain('主播离职');
    await page.getByRole('button', { name: '恢复' }).click();
    await page.getByRole('note').waitFor({ state: 'detached' });
  });
});

describe('the form of a key result in a running cycle', () => {
  it('adds one that came later, with a reason, only where somebody says so', async () => {
    await page.getByRole('link', { name: '看板', exact: true }).first().click();
    await page.getByRole('button', { name: '添加关键结果: 交付更稳' }).click();
    await dialog().getByRole('textbox', { name: '名称' }).fill('投诉不多于 5 件');
    await dialog().getByRole('radio', { name: /保持/ }).check();
    await dialog().getByRole('textbox', { name: '不高于' }).fill('5');
    expect(await dialog().getByRole('textbox', { name: '理由' }).count()).toBe(0);
    await dialog()
      .getByRole('checkbox', { name: /中途加入/ })
      .check();
    await dialog().getByRole('button', { name: '保存' }).click();
    expect(await dialog().getByRole('textbox', { name: '理由' }).getAttribute('aria-invalid')).toBe('true');
    await dialog().getByRole('textbox', { name: '理由' }).fill('客户反映变多');
    await confirm(/保存/);
  });

  it('asks whether another target is a change or a slip', async () => {
    await page.getByRole('button', { name: '编辑: 客户数到 200 家' }).click();
    await dialog().getByRole('textbox', { name: '目标值' }).fill('180');
    await dialog().getByRole('button', { name: '保存' }).click();
    expect(await dialog().getByText('请选择其中一项。').isVisible()).toBe(true);
    expect(await violationsOf(page)).toEqual([]);
    await dialog()
      .getByRole('radio', { name: /目标变了/ })
      .check();
    await dialog().getByRole('textbox', { name: '理由' }).fill('渠道停了');
    await confirm(/保存/);
    await page.getByRole('button', { name: '编辑: 客户数到 200 家' }).click();
    await dialog().getByRole('textbox', { name: '目标值' }).fill('185');
    await dialog()
      .getByRole('radio', { name: /写错了/ })
      .check();
    await confirm(/保存/);
  });
});

describe('the list of all changes', () => {
  it('counts them, and tells each with its direction, reason and approver', async () => {
    await toCycle();
    await expect.poll(() => page.locator('h1').innerText()).toBe('目标调整 2 次，其中放宽 1 次、收紧 1 次；关键结果替换 1 个、新增 1 个');
    const texts = (await rows().allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(texts).toEqual([
      '8月12日 客户数到 200 家 目标值 200 家 → 240 家 ▲ 收紧 需求比预想的大 陈启明',
      // The slip was corrected where it was made.
      '8月26日 客户数到 200 家 目标值 240 家 → 185 家 ▽ 放宽 渠道停了',
      '8月26日 线下活动 12 场 替换为 线上直播 20 场 商圈人流少了三成',
      '8月26日 投诉不多于 5 件 中途加入 客户反映变多',
    ]);
  });

  it('can be narrowed to an objective and copied as Markdown', async () => {
    await page.getByLabel('目标', { exact: true }).selectOption({ label: '交付更稳' });
    expect(await rows().count()).toBe(1);
    await page.getByRole('button', { name: '复制为 Markdown' }).click();
    await page.getByText('已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('| 2026年8月26日 | 交付更稳 | 投诉不多于 5 件 | 中途加入 | – | 客户反映变多 |  |');
    await page.getByLabel('目标', { exact: true }).selectOption({ label: '全部目标' });
  });

  it('of an earlier day knows only what had happened', async () => {
    await replayOn(page, '2026-08-20');
    await expect.poll(() => page.locator('h1').innerText()).toBe('目标收紧 1 次');
    await replayOn(page, '2026-08-26');
  });
});

describe('a KPI that should change', () => {
  it('is argued for from its key result, and decided with a reason', async () => {
    await open('客户数到 200 家');
    await page.getByRole('button', { name: '提议修改这个指标' }).click();
    await dialog().waitFor();
    await dialog().getByRole('button', { name: '提交提案' }).click();
    expect(await dialog().getByText('请写明应怎么改。').isVisible()).toBe(true);
    await dialog().getByRole('textbox', { name: '应怎么改' }).fill('改数活跃客户');
    await dialog().getByRole('textbox', { name: '为什么' }).fill('一半客户三个月没登录');
    await dialog().getByRole('textbox', { name: '提议人' }).fill('王芳');
    await confirm(/提交提案/);
    const section = page.getByRole('region', { name: '指标修改提案' });
    expect(await section.innerText()).toMatch(/客户数 → 改数活跃客户[\s\S]*用在：客户数到 200 家[\s\S]*待定/);
    await section.getByRole('button', { name: '做决定: 客户数' }).click();
    await section.getByRole('button', { name: '采纳', exact: true }).click();
    expect(await section.getByText('请写明理由，方便以后查看。').isVisible()).toBe(true);
    await section.getByRole('textbox', { name: '决定的理由' }).fill('下个周期起');
    await section.getByRole('button', { name: '采纳', exact: true }).click();
    await expect.poll(() => section.innerText()).toMatch(/8月26日已采纳 下个周期起/);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => section.innerText()).toContain('待定');
  });

  it.each(['light', 'dark'] as const)('on a screen without barriers in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('fits a phone 320 px wide', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
});

describe('a board that came as a link', () => {
  it('tells all of it, and lets nobody change it', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('link', { name: '分享' }).click();
    const link = await page.getByLabel('链接').inputValue();
    const { page: reader } = await app.open({ path: new URL(link).hash, locale: 'zh-TW' });
    await reader.locator('tr s').waitFor();
    expect(await reader.locator('tr', { has: reader.locator('s') }).innerText()).toContain('商圈人流少了三成');
    await reader.getByRole('link', { name: '週期', exact: true }).click();
    await reader.getByRole('heading', { level: 1, name: /目標調整 2 次/ }).waitFor();
    expect(await reader.getByRole('region', { name: '目標調整紀錄' }).locator('tbody tr').count()).toBe(4);
    // Proposals stay at home: where none came along, nothing is said of them.
    expect(await reader.getByRole('region', { name: '指標修改提案' }).count()).toBe(0);
    expect(await reader.getByRole('button', { name: /提議|做決定|拆解/ }).count()).toBe(0);
    await reader.getByRole('link', { name: '线下活动 12 场' }).click();
    expect(await reader.getByRole('note').innerText()).toContain('已於 2026年8月26日放棄');
    expect(await reader.getByRole('button', { name: /恢復|調整目標/ }).count()).toBe(0);
    await reader.context().close();
  });
});
