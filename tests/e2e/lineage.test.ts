import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { addPeriods, dayOf } from '../../src/domain/calendar.ts';
import type { DataColumn } from '../../src/domain/dataset.ts';
import type { KeyResult } from '../../src/domain/objective.ts';
import { startApp, type App } from './support/app.ts';
import { datasetOf, keyResultOf, metricOf, objectiveOf, openFile, workspaceOf } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

const START = dayOf(2026, 7, 1);
const days = Array.from({ length: 8 }, (_, i) => addPeriods(dayOf(2026, 7, 6), 'week', i));

/** Weekly sales of two regions in 月报, the newest as '12.3万' in C9. */
const column: DataColumn = {
  name: 'Sales',
  role: 'actual',
  unit: 'CNY',
  grain: 'week',
  accrual: 'flow',
  accrualCertain: true,
  days: Int32Array.from([...days, ...days]),
  values: Float64Array.from({ length: 16 }, (_, i) => (i === 7 ? 123_000 : 100_000 + 1_000 * (i % 5))),
  rows: Int32Array.from({ length: 16 }, (_, i) => 1 + (i % 8)),
  columns: Int32Array.from({ length: 16 }, (_, i) => (i < 8 ? 2 : 3)),
  codes: [],
  written: { texts: ['12.3万'], codes: Int32Array.from({ length: 16 }, (_, i) => (i === 7 ? 0 : -1)) },
};
const dataset = datasetOf(['kpi.xlsx', '月报'], START, [column]);

const keyResult = (id: string, title: string, more: Partial<KeyResult>): KeyResult =>
  keyResultOf({
    id,
    title,
    start: START,
    due: dayOf(2026, 9, 30),
    unit: 'CNY',
    goal: { kind: 'reach', baseline: 0, target: 3e6, stretch: null, plan: { kind: 'linear' } },
    link: { metricId: 'm1', reading: { kind: 'sum' } },
    ...more,
  });

const workspace = workspaceOf(['2026 Q3', START, dayOf(2026, 9, 30)], [dataset], {
  metrics: [metricOf({ id: 'm1', name: 'Sales', accrual: 'flow', unit: 'CNY' })],
  objectives: [objectiveOf('o1', 'Grow')],
  keyResults: [
    keyResult('k1', 'Sales of the quarter', {}),
    keyResult('k2', 'Sales of a week', {
      goal: { kind: 'reach', baseline: 2e5, target: 3e5, stretch: null, plan: { kind: 'linear' } },
      link: { metricId: 'm1', reading: { kind: 'latest' } },
    }),
  ],
});

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open());
  await openFile(page, workspace, [dataset]);
  await replayOn(page, '2026-09-01');
});
afterAll(() => app.stop());

describe('where a figure comes from', () => {
  it('the current value on the board leads to file, sheet and cells, by keyboard too', async () => {
    const row = page.getByRole('row', { name: /Sales of a week/ }).last();
    await row.getByRole('button', { name: /Where the figures come from/ }).focus();
    await page.keyboard.press('Enter');
    const card = page.locator('.card:popover-open');
    await card.getByText('C9', { exact: true }).waitFor();
    const text = await card.innerText();
    expect(text).toContain('kpi.xlsx');
    expect(text).toContain('月报');
    expect(text).toContain('C9:D9');
    expect(text).toContain('12.3万');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  it('a sum says how many cells it is made of, and shows the first ones', async () => {
    const row = page.getByRole('row', { name: /Sales of the quarter/ }).last();
    await row.getByRole('button', { name: /Where the figures come from/ }).click();
    const card = page.locator('.card:popover-open');
    await card.getByText('made of 8 periods, 16 cells').waitFor();
    expect(await card.locator('code').count()).toBe(6);
    await card.getByRole('button', { name: 'and 10 more' }).click();
    expect(await card.locator('code').count()).toBe(16);
    await card.getByRole('link', { name: 'Every figure with its cell' }).click();
  });

  it('the page of the key result shows each period with its cells as they were written', async () => {
    const lineage = page.locator('.lineage');
    await lineage.getByText('12.3万').waitFor();
    expect(await lineage.innerText()).toMatch(/kpi\.xlsx.*月报.*C2:D9/);
    await page.locator('summary').filter({ hasText: /table/i }).first().click();
    expect(await page.locator('details table').first().innerText()).toContain('C9');
  });
});
