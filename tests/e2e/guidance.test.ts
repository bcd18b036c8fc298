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
const columnOf = (name: string, value: number): DataColumn => ({
  name,
  role: 'actual',
  unit: '家',
  grain: 'week',
  accrual: 'level',
  accrualCertain: true,
  days: Int32Array.from(WEEKS, (day) => day + 6),
  values: Float64Array.from(WEEKS, (_, i) => value + (i % 3)),
  rows: Int32Array.from(WEEKS, (_, i) => i + 1),
  columns: new Int32Array(WEEKS.length).fill(1),
  codes: [],
});
const dataset = datasetOf(['周报.xlsx', '指标'], START, [columnOf('活跃门店', 500), columnOf('公众号粉丝', 9000)]);
const linked = { start: START, due: END, unit: '家', link: { metricId: 'm1', reading: { kind: 'latest' } } } as const;
const reach = (baseline: number, target: number) => ({ kind: 'reach', baseline, target, stretch: null, plan: { kind: 'linear' } }) as const;
const workspace = workspaceOf(['2026 年第三季度', START, END], [dataset], {
  metrics: [
    metricOf({ id: 'm1', name: '活跃门店', accrual: 'level', unit: '家' }),
    metricOf({ id: 'm2', name: '公众号粉丝', accrual: 'level', unit: '家' }),
  ],
  objectives: [objectiveOf('o1', '让门店用起来')],
  keyResults: [
    keyResultOf({ id: 'k1', title: '活跃门店到 800 家', ...linked, goal: reach(0, 800) }),
    keyResultOf({ id: 'k2', title: '门店培训', ...linked, link: null, goal: reach(10, 50), weight: 9 }),
  ],
});
async function toBoard(page: Page): Promise<void> {
  await openFile(page, workspace, [dataset]);
  await replayOn(page, '2026-08-25');
}
const line = (page: Page) => page.getByRole('button', { name: /处值得看一看|没有别的要看/ });

describe('guidance', () => {
  it('is one quiet line that opens a list with numbers and reasons; each can be silenced and brought back', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await toBoard(page);
    await line(page).filter({ hasText: '4 处值得看一看' }).waitFor();
    expect(await page.getByText('起始值像是没填').count(), 'closed at first').toBe(0);
    await line(page).focus();
    await page.keyboard.press('Enter');
    const list = page.locator('section', { has: line(page) });
    expect(await list.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      '起始值像是没填',
      '关键结果没有关联指标',
      '一个关键结果几乎占了全部权重',
      '没有服务于任何目标的指标',
    ]);
    expect(await list.textContent()).toMatch(/活跃门店到 800 家 从 0 算起，历史水平却约为 50\d 家/);
    expect(await list.textContent()).toContain('“门店培训”占 90%');
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page), 'dark').toEqual([]);

    await list.getByRole('button', { name: '不再提醒: 没有服务于任何目标的指标, 公众号粉丝' }).click();
    await line(page).filter({ hasText: '3 处' }).waitFor();
    await page.reload();
    await line(page).filter({ hasText: '3 处' }).click();
    await page.getByRole('button', { name: '已静音 1 条' }).click();
    await page.getByRole('button', { name: '恢复提醒: 没有服务于任何目标的指标, 公众号粉丝' }).click();
    await line(page).filter({ hasText: '4 处' }).waitFor();
    await page.context().close();
  });

  it('stands beside the key result that it is about, and in the form that causes it, without being in the way', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await toBoard(page);
    await page.getByRole('link', { name: '活跃门店到 800 家' }).first().click();
    const said = page.locator('p', { hasText: '起始值像是没填' });
    await said.waitFor();
    expect(await said.textContent()).toMatch(/历史水平却约为 50\d 家。/);
    expect(await page.getByText('几乎占了全部权重').count(), 'that is about the other one').toBe(0);

    await page.getByRole('button', { name: '编辑' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('起始值像是没填').waitFor();
    await dialog.getByRole('textbox', { name: '起始值' }).fill('500');
    await dialog.getByText('起始值像是没填').waitFor({ state: 'detached' });
    await dialog.getByRole('textbox', { name: '权重' }).fill('100');
    await dialog.getByText('一个关键结果几乎占了全部权重').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    // It is advice only: nothing keeps the form from being saved, or left.
    expect(await dialog.getByRole('button', { name: '保存' }).isEnabled()).toBe(true);
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });
});
