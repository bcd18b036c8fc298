import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { monthlyWorkbook, weeklyCsv } from './support/company.ts';
import { accept, choose, csvFile, xlsxFile } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

describe('importing a spreadsheet', () => {
  it('understands a GB18030 weekly report, names the bad cell, and keeps its KPIs over a reload', async () => {
    const { page } = await app.open();
    await choose(page, csvFile(weeklyCsv()));
    expect(await page.locator('main h1').innerText()).toMatch(/3 metrics/);
    expect(await page.getByLabel('Encoding').inputValue()).toBe('gb18030');
    expect(await page.getByText('D8', { exact: true }).isVisible(), 'address of the cell that holds 待补').toBe(true);
    expect(await page.locator('main').innerText()).toContain('待补');
    await accept(page);
    expect(await page.locator('main h1').innerText()).toMatch(/^3 KPIs,/);
    expect(await page.getByRole('row', { name: /试用转化率/ }).innerText()).toMatch(/3\.\d+%/);
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByRole('link', { name: 'KPIs' }).click();
    await page.getByRole('heading', { name: '3 KPIs' }).waitFor();
    await page.context().close();
  });

  it('reads a guess again as soon as it is corrected', async () => {
    const { page } = await app.open();
    await choose(page, csvFile(weeklyCsv()));
    await page.getByLabel('Read as: 首次响应时间').selectOption({ label: 'Leave out' });
    await page.getByRole('heading', { name: /2 metrics/ }).waitFor();
    await page.getByLabel('Encoding').selectOption('windows-1252');
    await expect.poll(() => page.locator('main').innerText()).not.toContain('试用转化率');
    await page.context().close();
  });

  it('understands a workbook with months across and leaves its total row out', async () => {
    const { page } = await app.open();
    await choose(page, xlsxFile(monthlyWorkbook()));
    expect(await page.locator('main h1').innerText()).toMatch(/3 metrics/);
    expect(await page.getByText(/row 7: total/).isVisible()).toBe(true);
    await accept(page);
    const revenue = page.getByRole('row', { name: /Revenue/ });
    expect(await revenue.innerText()).toMatch(/month/);
    await page.context().close();
  });

  it('leaves out what is unticked and takes new names', async () => {
    const { page } = await app.open();
    await choose(page, xlsxFile(monthlyWorkbook()));
    await page.getByRole('checkbox').nth(1).uncheck();
    await page
      .getByLabel(/^Metric: /)
      .first()
      .fill('Turnover');
    await page
      .getByLabel(/^Metric: /)
      .first()
      .blur();
    await accept(page);
    expect(await page.locator('main h1').innerText()).toMatch(/^2 KPIs,/);
    expect(await page.locator('tbody input').first().inputValue()).toBe('Turnover');
    await page.context().close();
  });

  it('asks for the year where none is written, and imports nothing before the answer', async () => {
    const { page } = await app.open();
    const rows = ['门店,1月,2月,3月,4月', '南京路店,45120,38890,42310,43075', '徐家汇店,51230,44760,49985,50120'];
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...csvFile(Buffer.from(rows.join('\n')), '客流.csv') });
    await page.getByText('Which year is it?').waitFor();
    expect(await page.locator('main footer .primary').isDisabled()).toBe(true);
    await page.getByLabel('Year').fill('2026');
    await page.getByLabel('Year').press('Enter');
    await page.getByRole('heading', { name: /2 metrics, Jan 2026 to Apr 2026/ }).waitFor();
    await accept(page);
    expect(await page.locator('main h1').innerText()).toMatch(/^2 KPIs,/);
    await page.context().close();
  });

  it('takes a pasted table', async () => {
    const { page } = await app.open();
    await page.getByRole('button', { name: 'Paste a table' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Month\tNPS\n2026-01\t41\n2026-02\t43\n2026-03\t40\n2026-04\t46');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('heading', { name: /1 metric,/ }).waitFor();
    await page.context().close();
  });

  const refusals: readonly [string, Buffer, string, RegExp][] = [
    ['an empty file', Buffer.alloc(0), 'empty.csv', /file is empty/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'kpi.xlsx', /not a spreadsheet/],
    ['only text', Buffer.from('name,remark\nAnn,good\nBen,better\nCy,best\n'), 'names.csv', /only text/],
    ['a header only', Buffer.from('date,value\n'), 'template.csv', /no row below/],
  ];
  it.each(refusals)('refuses %s in words and leaves the workspace as it was', async (_, buffer, name, words) => {
    const { page } = await app.open();
    await choose(page, csvFile(buffer, name));
    const alert = page.locator('main [role=alert]');
    expect(await alert.innerText()).toMatch(words);
    expect(await alert.innerText()).toContain(name);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Try the example' }).waitFor();
    await page.context().close();
  });
});
