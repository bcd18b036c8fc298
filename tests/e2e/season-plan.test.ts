import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMonths, dayOf, isoOf } from '../../src/domain/calendar.ts';
import { startApp, type App } from './support/app.ts';
import { accept, addObjective, choose, csvFile, replayOn } from './support/drive.ts';

/** Sales of a year and a half: the third quarter brings 10, 30 and 60 of 100. */
const YEAR = [40, 50, 30, 40, 50, 60, 10, 30, 60, 70, 80, 90];
const months = Array.from({ length: 20 }, (_, i) => isoOf(addMonths(dayOf(2025, 1, 1), i)).slice(0, 7));
const csv = ['Month,Sales', ...months.map((month, i) => `${month},${YEAR[i % 12]! + i / 10}`)].join('\n');

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open());
  await choose(page, csvFile(Buffer.from(csv), 'sales.csv'));
  await accept(page);
  await replayOn(page, '2026-08-31');
  await page.getByRole('link', { name: 'Board' }).click();
  await addObjective(page, 'Sell more');
});
afterAll(() => app.stop());

it('a total can be planned in the shape of last year, with one click', async () => {
  await page.getByRole('button', { name: 'Add key result: Sell more' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Sales 200');
  await dialog.getByLabel('Start').fill('2026-07-01');
  await dialog.getByLabel('Due', { exact: true }).fill('2026-09-30');
  await dialog.getByRole('combobox', { name: 'KPI' }).selectOption({ label: 'Sales' });
  await dialog.getByRole('combobox', { name: 'Read as' }).selectOption({ label: 'Sum since the start' });
  await dialog.getByRole('textbox', { name: 'Baseline' }).fill('0');
  await dialog.getByRole('textbox', { name: 'Target', exact: true }).fill('200');
  await dialog.getByRole('button', { name: 'Plan in the shape of last year' }).click();
  const planned = dialog.getByRole('textbox', { name: 'Target then' });
  expect(await planned.evaluateAll((fields) => fields.map((field) => Math.round(Number((field as HTMLInputElement).value))))).toEqual([
    21, 81,
  ]);
  expect(await dialog.getByRole('button', { name: 'Plan in the shape of last year' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Sales 200' }).first().click();
  // July and August brought 43.7 of the 200; the plan by then is the 40% of last year, not two thirds.
  await page.getByText('Should be now').waitFor();
  expect(await page.locator('main').innerText()).toMatch(/Should be now\s*8[01]/);
});
