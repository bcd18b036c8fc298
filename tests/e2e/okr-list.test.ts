import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { accept, choose, replayOn, xlsxFile } from './support/drive.ts';

const template = (locale: string) => readFile(new URL(`../../public/template-${locale}.xlsx`, import.meta.url));

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const item = (page: Page, title: string) => page.getByRole('listitem', { name: title, exact: true });

describe('an OKR list beside KPIs', () => {
  it('is shown for correction and comes with the KPIs of the file as one step', async () => {
    const { page, complaints } = await app.open();
    await page.getByRole('link', { name: 'Template workbook for KPIs and OKRs' }).waitFor();
    await choose(page, xlsxFile(await template('en'), 'template-en.xlsx'));
    const customers = item(page, 'New paying customers this quarter');
    expect(await customers.getByRole('combobox', { name: 'KPI' }).locator('option:checked').innerText()).toBe('New paying customers');
    expect(await customers.getByRole('checkbox', { name: /Follow the targets of the file: 220 by/ }).isChecked()).toBe(true);
    await item(page, 'Raise trial conversion from 3.2% to 4.5%').getByRole('textbox', { name: 'Target' }).fill('5%');
    await item(page, 'Launch the new website').getByRole('checkbox', { name: 'Leave out' }).check();
    await page.getByRole('button', { name: 'Import 4 metrics and 4 key results' }).click();
    await replayOn(page, '2026-09-03');
    const rows = page.locator('tbody .row');
    await expect
      .poll(() => rows.locator('th a').allInnerTexts())
      .toEqual([
        'New paying customers this quarter',
        'Raise trial conversion from 3.2% to 4.5%',
        'Cut delivery time from 21 to 14 days',
        'Keep customer satisfaction at 90% or more',
      ]);
    // Two months brought 69 and 71.
    expect(await rows.nth(0).locator('.current').innerText()).toBe('140');
    expect(await rows.nth(1).innerText()).toContain('5%');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
    // Without a hosted board the browser itself says that there is none.
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });

  it('the form offers the targets of the file as the plan', async () => {
    const { page } = await app.open();
    await choose(page, xlsxFile(await template('en'), 'template-en.xlsx'));
    await accept(page);
    await page.getByRole('button', { name: 'Edit: New paying customers this quarter' }).click();
    const dialog = page.getByRole('dialog');
    const target = dialog.getByRole('textbox', { name: 'Target', exact: true });
    const offer = dialog.getByRole('button', { name: /Follow the targets of the file: 220 by/ });
    expect(await offer.count()).toBe(0);
    await target.fill('300');
    await dialog.getByRole('radio', { name: /Straight line/ }).check();
    await offer.click();
    expect(await target.inputValue()).toBe('220');
    expect(await dialog.getByRole('textbox', { name: 'Target then' }).first().inputValue()).toBe('70');
  });

  it('says what is missing beside the key result, and adds nothing', async () => {
    const { page } = await app.open();
    await choose(page, xlsxFile(await template('en'), 'template-en.xlsx'));
    await item(page, 'Cut delivery time from 21 to 14 days').getByRole('textbox', { name: 'Target' }).fill('');
    await page.getByRole('button', { name: /^Import 4 metrics/ }).click();
    expect(await item(page, 'Cut delivery time from 21 to 14 days').locator('.problem').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  });

  it('dropped again it leaves out what is there already', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await choose(page, xlsxFile(await template('zh-CN'), 'template-zh-CN.xlsx'));
    await accept(page);
    await page.getByText('本季度新增付费客户').first().waitFor();
    await choose(page, xlsxFile(await template('zh-CN'), 'template-zh-CN.xlsx'));
    await page.getByRole('button', { name: '看看是怎么读的' }).click();
    await page.getByText('看板上已经有了。').first().waitFor();
    expect(await page.getByText('看板上已经有了。').count()).toBe(7);
    expect(await page.getByRole('button', { name: /0 个关键结果/ }).count()).toBe(1);
  });
});
