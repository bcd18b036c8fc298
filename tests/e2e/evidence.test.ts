import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPeriods, dayOf } from '../../src/domain/calendar.ts';
import type { DataColumn } from '../../src/domain/dataset.ts';
import type { Metric } from '../../src/domain/metric.ts';
import type { Goal, KeyResult } from '../../src/domain/objective.ts';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { datasetOf, keyResultOf, metricOf, objectiveOf, openFile, workspaceOf } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

const START = dayOf(2026, 7, 1);
const DUE = dayOf(2026, 9, 30);
/** 16 weeks before the start and nine since. */
const WEEKS = 25;
const days = Array.from({ length: WEEKS }, (_, i) => addPeriods(dayOf(2026, 3, 16), 'week', i));
const WOBBLE = [
  0.3, -1, 0.7, 1.2, -0.4, -0.9, 0.2, 1.1, -1.3, 0.5, 0.1, -0.2, 0.8, -0.6, 0.4, 1.4, -0.8, 0, 0.6, -1.1, -0.5, 0.9, -0.1, -1.3,
];
/** `before` until the start, then before + slope a week, with a small wobble. */
const path = (before: number, slope: number) =>
  days.map((_, i) => Number((before + Math.max(0, i - 15) * slope + 0.5 * WOBBLE[i % WOBBLE.length]!).toFixed(2)));

const column = (name: string, at: number, values: readonly number[], regions: readonly number[] = []): DataColumn => {
  const copies = regions.length || 1;
  return {
    name,
    role: 'actual',
    unit: null,
    grain: 'week',
    accrual: 'ratio',
    accrualCertain: true,
    days: Int32Array.from(Array.from({ length: copies }, () => days).flat()),
    values: Float64Array.from(values),
    rows: Int32Array.from({ length: WEEKS * copies }, (_, i) => i + 1),
    columns: new Int32Array(WEEKS * copies).fill(at),
    codes: [Int32Array.from({ length: WEEKS * copies }, (_, i) => regions[Math.floor(i / WEEKS)] ?? -1)],
  };
};
const dataset = datasetOf(
  ['周报.xlsx', '指标'],
  START,
  [
    column('试用转化', 1, path(40, 0.6)),
    column('客户满意度', 2, path(60, -0.6)),
    column('复购', 3, [...path(40, 1.7), ...path(60, -4)], [0, 1]),
  ],
  [{ name: '地区', values: ['华东', '华南'] }],
);
const metric = (id: string, name: string, more: Partial<Metric> = {}): Metric => metricOf({ id, name, accrual: 'ratio', ...more });
const keyResult = (id: string, objectiveId: string, title: string, goal: Goal, metricId: string | null): KeyResult =>
  keyResultOf({
    id,
    objectiveId,
    title,
    start: START,
    due: DUE,
    goal,
    link: metricId === null ? null : { metricId, reading: { kind: 'latest' } },
  });
const reach = (baseline: number, target: number): Goal => ({ kind: 'reach', baseline, target, stretch: null, plan: { kind: 'linear' } });
const steps = (...all: readonly (readonly [title: string, due: number, done: boolean])[]): Goal => ({
  kind: 'milestones',
  milestones: all.map(([title, due, done]) => ({ id: title, title, weight: 1, due, doneOn: done ? due - 1 : null })),
});
const workspace = workspaceOf(['2026 年第三季度', START, DUE], [dataset], {
  metrics: [
    metric('m1', '试用转化'),
    metric('m2', '客户满意度'),
    metric('m3', '复购'),
    metric('m4', '华东复购', { column: '复购', filters: [{ dimension: '地区', values: ['华东'] }] }),
  ],
  objectives: [objectiveOf('o1', '让更多人用起来'), objectiveOf('o2', '让客户愿意留下'), objectiveOf('o3', '做深华东')],
  keyResults: [
    keyResult('k1', 'o1', '试用转化 40 → 60', reach(40, 60), 'm1'),
    keyResult('k2', 'o1', '新手引导上线', steps(['设计', dayOf(2026, 8, 1), true], ['发布', dayOf(2026, 9, 20), false]), null),
    keyResult('k3', 'o2', '满意度保持 50 以上', { kind: 'keep', atLeast: 50, atMost: null }, 'm2'),
    keyResult('k4', 'o2', '回访机制', steps(['试点', dayOf(2026, 8, 1), false], ['推广', dayOf(2026, 9, 20), false]), null),
    keyResult('k5', 'o3', '华东复购 40 → 60', reach(40, 60), 'm4'),
    keyResult('k6', 'o3', '试用转化(另算) 30 → 50', reach(30, 50), 'm1'),
  ],
});

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open({ locale: 'zh-CN' }));
  await openFile(page, workspace, [dataset]);
  await replayOn(page, '2026-09-07');
});
afterAll(() => app.stop());

const conflicts = () => page.getByRole('region', { name: 'KPI 与 OKR 不一致' });
const board = async () => {
  await page.getByRole('link', { name: '看板' }).first().click();
  await page.locator('tbody .row').first().waitFor();
};
describe('where KPI and OKR disagree', () => {
  it('the board names every kind, with what serves what', async () => {
    await conflicts().waitFor();
    const items = await conflicts().locator('li').allInnerTexts();
    const about = (lead: string) => items.find((text) => text.includes(lead)) ?? '';
    expect(about('“试用转化”在改善，但不够快')).toMatch(/KPI 试用转化[\s\S]*试用转化 40 → 60[\s\S]*让更多人用起来/);
    expect(about('“客户满意度”在变差，OKR 上却看不出来')).toMatch(/满意度保持 50 以上[\s\S]*让客户愿意留下/);
    expect(about('“复购”在变差')).toContain('华东复购 40 → 60');
    expect(about('事情做了，数字没动')).toMatch(/新手引导上线[\s\S]*试用转化 40 → 60/);
    expect(about('事情没做，数字却动了')).toMatch(/回访机制[\s\S]*满意度保持 50 以上/);
    expect(items).toHaveLength(5);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('a key result shows those that concern it, and no other', async () => {
    await conflicts()
      .getByRole('link', { name: /华东复购 40 → 60/ })
      .click();
    await conflicts().waitFor();
    const items = await conflicts().locator('li').allInnerTexts();
    expect(items).toHaveLength(1);
    expect(items[0]).toContain('“复购”在变差');
    await board();
  });

  it('each can be silenced, also after a reload, and heard again', async () => {
    await conflicts()
      .getByRole('button', { name: /不再提醒: 事情没做/ })
      .click();
    expect(await conflicts().locator('li').count()).toBe(4);
    await page.waitForTimeout(800);
    await page.reload();
    await conflicts().waitFor();
    expect(await conflicts().locator('li').count()).toBe(4);
    await conflicts().getByRole('button', { name: '已静音 1 条' }).click();
    await conflicts()
      .getByRole('button', { name: /恢复提醒: 事情没做/ })
      .click();
    expect(await conflicts().locator('li').count()).toBe(5);
  });
});

describe('why?', () => {
  const panel = () => page.getByRole('region', { name: '为什么这样判断' });
  const line = (term: string) => panel().locator('dl div').filter({ hasText: term });

  it('opens the evidence by keyboard, in the words of a manager', async () => {
    await page.getByRole('link', { name: '试用转化 40 → 60' }).last().click();
    const why = page.getByRole('button', { name: '为什么？' });
    expect(await panel().count()).toBe(0);
    await why.focus();
    await page.keyboard.press('Enter');
    expect(await why.getAttribute('aria-expanded')).toBe('true');
    expect(await line('目前水平').innerText()).toMatch(/约 4\d(\.\d)?[\s\S]*最近一期 4\d/);
    expect(await line('计划应达').innerText()).toContain('9月6日');
    expect(await line('平日波动').innerText()).toMatch(/±0\.\d+[\s\S]*没有发现季节规律/);
    expect(await line('水平与计划').innerText()).toMatch(/落后[\s\S]*八成可能落后/);
    expect(await line('常见规则').innerText()).toMatch(/会报红[\s\S]*10 期中报红 \d+ 期/);
    for (const chance of ['按目前情况', '若恢复计划节奏', '若一切照旧']) expect(await line(chance).innerText()).toContain('%');
  });

  it('says what coming figures would change, after asking the engine', async () => {
    await panel()
      .getByText(/就会恢复“正常”|都拉不回来/)
      .first()
      .waitFor();
    expect(await panel().locator('[aria-busy]').first().getAttribute('aria-busy')).toBe('false');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('closes again, and is printed open', async () => {
    await page.getByRole('button', { name: '为什么？' }).click();
    expect(await panel().count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await line('平日波动').isVisible()).toBe(true);
    expect(await panel().innerText()).toMatch(/就会恢复“正常”|都拉不回来/);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    expect(await panel().count()).toBe(0);
  });

  it('opens from the verdict on the board, and a checklist says which step tells', async () => {
    await board();
    const row = page.getByRole('row', { name: /回访机制/ }).last();
    await row.locator('.verdict a').click();
    await panel().getByText('现在完成“试点”，就是“正常”。').waitFor();
  });

  it('mends a baseline that is not typical with one click, which can be undone', async () => {
    await board();
    await page.getByRole('row', { name: /另算/ }).last().locator('.verdict a').click();
    await panel().getByText('起始值不具代表性').waitFor();
    await panel()
      .getByRole('button', { name: /改用 .* 作起始值/ })
      .click();
    await panel().getByText('起始值不具代表性').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await panel().getByText('起始值不具代表性').waitFor();
  });

  it('fits on a phone 320 px wide', async () => {
    const fits = () => page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await panel().isVisible()).toBe(true);
    await fits();
    await board();
    await conflicts().waitFor();
    await fits();
  });
});
