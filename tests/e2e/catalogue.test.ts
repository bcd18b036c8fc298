import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPeriods, dayOf } from '../../src/domain/calendar.ts';
import type { DataColumn } from '../../src/domain/dataset.ts';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { datasetOf, keyResultOf, metricOf, objectiveOf, openFile, workspaceOf } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const START = dayOf(2026, 7, 1);
const END = dayOf(2026, 9, 30);
const WEEKS = Array.from({ length: 20 }, (_, i) => addPeriods(dayOf(2026, 4, 6), 'week', i));
const columnOf = (name: string, values: readonly number[]): DataColumn => ({
  name,
  role: 'actual',
  unit: '%',
  grain: 'week',
  accrual: 'ratio',
  accrualCertain: true,
  days: Int32Array.from(WEEKS),
  values: Float64Array.from(values),
  rows: Int32Array.from(WEEKS, (_, i) => i + 1),
  columns: new Int32Array(WEEKS.length).fill(1),
  codes: [],
});
const level = (value: number) => WEEKS.map((_, i) => value + 0.004 * (i % 3));
const dataset = datasetOf(['周报.xlsx', '指标'], START, [columnOf('产线利用率', level(0.87)), columnOf('员工流失率', level(0.02))]);
const workspace = workspaceOf(['2026 年第三季度', START, END], [dataset], {
  metrics: [
    metricOf({ id: 'm1', name: '产线利用率', accrual: 'ratio', unit: '%' }),
    metricOf({ id: 'm2', name: '员工流失率', accrual: 'ratio', unit: '%' }),
  ],
  objectives: [objectiveOf('o1', '交付稳定可靠')],
  keyResults: [
    keyResultOf({
      id: 'k1',
      title: '产线利用率保持 85% 以上',
      start: START,
      due: END,
      unit: '%',
      goal: { kind: 'keep', atLeast: 0.85, atMost: null },
      link: { metricId: 'm1', reading: { kind: 'latest' } },
    }),
  ],
});
async function toCatalogue(page: Page): Promise<void> {
  await openFile(page, workspace, [dataset]);
  await replayOn(page, '2026-08-25');
  await page.getByRole('navigation').getByRole('link', { name: '指标' }).click();
  await page.getByRole('region', { name: '指标' }).waitFor();
}
const row = (page: Page, name: string) => page.locator('tbody tr').filter({ has: page.getByRole('button', { name: `删除: ${name}` }) });

describe('the KPI catalogue', () => {
  it('says which parts a KPI lacks, takes the others from its key result, and a person fills them in', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await toCatalogue(page);
    expect(await page.locator('h1').textContent()).toBe('2 个指标，1 个四要素齐全；1 个缺目标值');
    expect(await row(page, '产线利用率').textContent()).toMatch(/≥ 85%[\s\S]*已达到[\s\S]*来自关键结果[\s\S]*每周/);
    const bare = row(page, '员工流失率');
    expect(await bare.textContent()).toMatch(/缺目标值[\s\S]*缺时间范围[\s\S]*缺监控频率/);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page), 'dark').toEqual([]);

    await bare.getByRole('button', { name: '编辑“员工流失率”的四要素' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '不高于' }).fill('1.5%');
    await dialog.getByLabel('从').fill('2026-07-01');
    await dialog.getByRole('combobox', { name: /监控频率/ }).selectOption({ label: '每月' });
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('结束早于开始，或只填了一个。').waitFor();
    expect(await dialog.getByRole('textbox', { name: '不高于' }).inputValue(), 'what was typed stays').toBe('1.5%');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByLabel('到', { exact: true }).fill('2026-12-31');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('h1').textContent()).toBe('2 个指标，四要素都齐全');
    expect(await bare.textContent()).toMatch(/≤ 1.5%[\s\S]*未达到[\s\S]*每月/);

    await page.getByRole('button', { name: '撤销' }).click();
    expect(await page.locator('h1').textContent()).toContain('1 个缺目标值');
    await page.context().close();
  });

  it('can be narrowed to what lacks, and says when the figures are older than they are looked at', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await toCatalogue(page);
    const narrow = page.getByRole('combobox', { name: '显示' });
    await narrow.selectOption({ label: '没有服务于任何目标 (1)' });
    expect(await page.getByRole('region', { name: '指标' }).locator('tbody tr').count()).toBe(1);
    await narrow.selectOption({ label: '数据过期 (0)' });
    await page.getByText('没有这样的指标。').waitFor();
    // Figures end on 23 August: eleven days later a weekly KPI is old.
    await replayOn(page, '2026-09-03');
    await row(page, '产线利用率').getByText('已过 11 天').waitFor();
    await replayOn(page, '2026-09-02');
    await page.getByText('没有这样的指标。').waitFor();
    // A past day knows only the figures of its time.
    await narrow.selectOption({ label: '全部 (2)' });
    await replayOn(page, '2026-05-04');
    expect(await row(page, '员工流失率').textContent()).toContain('5 个数据点');
    await page.context().close();
  });

  it('fits a phone without scrolling sideways', async () => {
    const { page } = await app.open({ locale: 'zh-CN', viewport: { width: 320, height: 700 } });
    await toCatalogue(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const region = page.getByRole('region', { name: '指标' });
    expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
