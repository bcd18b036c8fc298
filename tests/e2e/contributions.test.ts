import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, dayOf } from '../../src/domain/calendar.ts';
import type { DataColumn } from '../../src/domain/dataset.ts';
import type { KeyResult } from '../../src/domain/objective.ts';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { datasetOf, keyResultOf, metricOf, objectiveOf, openFile, workspaceOf } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

const START = dayOf(2026, 7, 1);
const DUE = dayOf(2026, 12, 31);
const months = Array.from({ length: 14 }, (_, i) => addMonths(dayOf(2025, 7, 1), i));
const columnOf = (name: string, at: number, valueOf: (i: number) => number): DataColumn => ({
  name,
  role: 'actual',
  unit: 'CNY',
  grain: 'month',
  accrual: 'flow',
  accrualCertain: true,
  days: Int32Array.from(months),
  values: Float64Array.from(months, (_, i) => valueOf(i)),
  rows: Int32Array.from(months, (_, i) => i + 1),
  columns: Int32Array.from(months, () => at),
  codes: [],
});
/** A year of 100 thousand a month in all, then 95; supply falls from 80 to 76, waste stays at 20. */
const since = (before: number, then: number) => (i: number) => (i < 12 ? before : then);
const dataset = datasetOf(['成本.xlsx', '月报'], dayOf(2026, 9, 1), [
  columnOf('总成本', 1, since(100_000, 96_000)),
  columnOf('采购成本', 2, since(80_000, 76_000)),
  columnOf('损耗成本', 3, since(20_000, 20_000)),
]);
const part = (id: string, title: string, metricId: string, baseline: number, target: number): KeyResult =>
  keyResultOf({
    id,
    title,
    start: START,
    due: DUE,
    unit: 'CNY',
    goal: { kind: 'reach', baseline, target, stretch: null, plan: { kind: 'linear' } },
    link: { metricId, reading: { kind: 'mean' } },
  });
const workspace = workspaceOf(['下半年', START, DUE], [dataset], {
  metrics: ['总成本', '采购成本', '损耗成本'].map((name, i) =>
    metricOf({ id: `m${i}`, name, accrual: 'flow', unit: 'CNY', grain: 'month' }),
  ),
  objectives: [objectiveOf('o1', '成本降下来'), objectiveOf('o2', '别的事')],
  keyResults: [
    part('k1', '采购成本降 10%', 'm1', 80_000, 72_000),
    part('k2', '损耗成本降 10%', 'm2', 20_000, 18_000),
    part('k3', '供应商谈价', 'm1', 80_000, 76_000),
  ],
});

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open({ locale: 'zh-CN' }));
  await openFile(page, workspace, [dataset]);
  await replayOn(page, '2026-09-02');
});
afterAll(() => app.stop());

const dialog = () => page.getByRole('dialog');
const live = () => dialog().getByRole('status');
const share = (title: string) => dialog().getByRole('textbox', { name: `计划份额: ${title}` });

describe('a KPI taken apart into key results', () => {
  it('begins from the KPI, with a base out of its figures', async () => {
    await page.getByRole('link', { name: '指标', exact: true }).click();
    await page.getByRole('button', { name: '拆解: 总成本' }).click();
    await dialog().waitFor();
    // Six months of last year at 100 thousand.
    expect(await dialog().getByRole('textbox', { name: /^基数/ }).inputValue()).toBe('600000');
    await dialog()
      .getByRole('textbox', { name: /希望的变化/ })
      .fill('-10%');
  });

  it('shows the gap as long as nobody carries it', async () => {
    await dialog().getByLabel('添加一部分').selectOption({ label: '采购成本降 10%' });
    await share('采购成本降 10%').fill('-8');
    expect(await live().innerText()).toContain('覆盖 80%，还有 2 个百分点没人承担');
  });

  it('says what counts twice', async () => {
    await dialog().getByLabel('添加一部分').selectOption({ label: '供应商谈价' });
    await share('供应商谈价').fill('-2');
    expect(await live().innerText()).toMatch(/全部有人承担[\s\S]*重复计算：“采购成本降 10%”和“供应商谈价”读的是同一列数据。/);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('and is covered with the right parts', async () => {
    await dialog().getByRole('button', { name: '移除：供应商谈价' }).click();
    await dialog().getByLabel('添加一部分').selectOption({ label: '损耗成本降 10%' });
    await share('损耗成本降 10%').fill('-2');
    expect((await live().innerText()).trim()).toBe('全部有人承担');
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog().waitFor({ state: 'detached' });
  });

  it('says in full what its parts have done, and what the KPI itself shows', async () => {
    await page.getByRole('link', { name: '周期', exact: true }).click();
    const section = page.getByRole('region', { name: '指标拆解' });
    const text = await section.getByRole('article', { name: '总成本 −10%' }).innerText();
    // Half of the eight points are done, none of the two; the KPI fell by four of a hundred.
    expect(text).toContain('全部有人承担');
    expect(text).toContain('各部分合计 −4 个百分点（此刻应有 −10 个百分点），指标本身为 −4 个百分点，两者一致');
    expect(text.replace(/\s+/g, ' ')).toContain('采购成本降 10% −8 个百分点 −4 个百分点 −8 个百分点 落后于计划');
  });

  it.each(['light', 'dark'] as const)('on a screen without barriers in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('stands under its objective on the board, thin, with its words', async () => {
    await page.getByRole('link', { name: '看板', exact: true }).first().click();
    const row = page.locator('tr', { has: page.getByRole('link', { name: '总成本 −10%' }) });
    expect(await row.innerText()).toContain('全部有人承担');
    expect(await row.getByRole('img').getAttribute('aria-label')).toBe('希望的变化中已计划 100%');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('has a gap again when a part is given up, and none once that is undone', async () => {
    await page.getByRole('link', { name: '损耗成本降 10%', exact: true }).first().click();
    await page.getByRole('button', { name: '调整目标……' }).click();
    await dialog().getByRole('radio', { name: /^放弃/ }).check();
    await dialog().getByRole('textbox', { name: '理由' }).fill('并入采购');
    await dialog().getByRole('button', { name: '确认放弃' }).click();
    await page.getByRole('link', { name: '看板', exact: true }).first().click();
    await expect.poll(() => page.locator('tbody').first().innerText()).toContain('还有 2 个百分点没人承担');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('tbody').first().innerText()).toContain('全部有人承担');
  });

  it('can be made from an objective with its key results, without a column that measures it', async () => {
    await page.getByRole('button', { name: '拆解指标……: 成本降下来' }).click();
    await dialog().waitFor();
    expect(
      await dialog()
        .getByRole('textbox', { name: /计划份额/ })
        .count(),
    ).toBe(3);
    await dialog().getByRole('textbox', { name: /^基数/ }).fill('50');
    await dialog()
      .getByRole('textbox', { name: /希望的变化/ })
      .fill('20');
    await dialog().getByRole('button', { name: '移除：供应商谈价' }).click();
    await share('采购成本降 10%').fill('15');
    await dialog().getByRole('button', { name: '保存' }).click();
    expect(await dialog().getByText('取个名称吧。').or(dialog().locator('.problem')).first().isVisible()).toBe(true);
    await dialog().getByRole('textbox', { name: '名称' }).fill('省下的工时');
    await share('损耗成本降 10%').fill('5');
    await dialog().getByRole('button', { name: '保存' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await page.locator('tr', { has: page.getByRole('link', { name: '省下的工时' }) }).innerText()).toContain('全部有人承担');
  });

  it('fits a phone 320 px wide, on the board and in full', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: '周期', exact: true }).click();
    await page.getByRole('region', { name: '指标拆解' }).waitFor();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});
