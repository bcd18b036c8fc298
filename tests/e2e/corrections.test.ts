import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { accept, choose, csvFile, xlsxFile } from './support/drive.ts';
import { workbook } from '../unit/import/spreadsheets.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const REPORT = [
  '2026年门店经营月报（单位：万元）',
  '制表：运营部',
  '月份,门店,销售额,毛利率,备注',
  ...[
    '1月,甲店,123.5,32.5%,',
    '1月,乙店,98.2,31.0%,',
    '2月,甲店,待补,33.1%,',
    '2月,乙店,87.6,30.2%,',
    '3月,甲店,131,32.9%,',
    '3月,乙店,待补,31.8%,',
  ],
  ...['4月,甲店,128.4,33.0%,', '4月,乙店,102.3,31.5%,', '合计,,671,,'],
].join('\n');
const report = () => csvFile(Buffer.from(REPORT), '门店月报.csv');

describe('correcting what was understood, in Chinese', () => {
  it('a text among figures is left empty or read as a figure, and that can be taken back', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await choose(page, report());
    const bad = page.getByRole('heading', { name: '2 个单元格用不上' });
    await bad.waitFor();
    expect(await page.locator('main').innerText()).toMatch(/待补\s*C6, C9\s*不是数字/);
    await page.getByLabel('当作: 待补').selectOption({ label: '空单元格' });
    await bad.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤回: 待补' }).click();
    await bad.waitFor();
    await page.getByLabel('当作: 待补').selectOption({ label: '指定数值…' });
    await page.getByLabel('“待补”代表的数值').fill('100');
    await page.getByLabel('“待补”代表的数值').press('Enter');
    await page.getByText('“待补”读作 100').waitFor();
    await page.getByText('8 个数值，¥87.6万 至 ¥131万').waitFor();
    await page.context().close();
  });

  it('the bounds of the table are typed as a range, and what is no range says so', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await choose(page, report());
    const range = page.getByLabel('区域');
    expect(await range.inputValue()).toBe('A3:E12');
    await range.fill('b');
    await range.press('Enter');
    expect(await range.evaluate((input: HTMLInputElement) => input.validationMessage)).toContain('A3:N15');
    await range.fill('A3:C9');
    await range.press('Enter');
    await expect.poll(() => page.locator('main h1').innerText()).toMatch(/2 个指标，2026年1月 至 2026年3月/);
    await page.context().close();
  });

  it('unit, scale and measure of a column are corrected in place', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await choose(page, report());
    await page.getByLabel('以…计: 销售额').selectOption({ label: '亿' });
    await page.getByText('123.5 → ¥123.5亿').waitFor();
    await page.getByLabel('单位: 销售额').fill('TWD');
    await page.getByLabel('单位: 销售额').press('Enter');
    await page.getByText('123.5 → NT$123.5亿').waitFor();
    await page.getByLabel('内容: 销售额').selectOption({ label: '目标' });
    await expect.poll(() => page.locator('main h1').innerText()).toMatch(/2 个指标/);
    await page.context().close();
  });

  it('two shops are taken together as one KPI, and a row number makes the row the header', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await choose(page, report());
    await page.getByLabel('合并: 销售额 · 乙店').selectOption({ label: '并入 销售额 · 甲店' });
    await page.getByRole('button', { name: '导入 3 个指标' }).waitFor();
    await accept(page);
    await page.getByRole('heading', { name: /^3 个指标，/ }).waitFor();
    expect(await page.getByRole('row', { name: /销售额/ }).innerText()).toMatch(/¥230\.7万/);
    await page.context().close();
  });

  it('a workbook with a sheet for each year brings one KPI over both years', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    const year = (of: number) => ({
      rows: [['月份', '活跃门店'], ...Array.from({ length: 6 }, (_, i) => [`${of}年${i + 1}月`, of - 1900 + i])],
    });
    await choose(page, xlsxFile(Buffer.from(workbook({ 2025: year(2025), 2026: year(2026) })), '门店.xlsx'));
    await page.getByRole('button', { name: '导入 1 个指标' }).waitFor();
    expect(await page.getByLabel('合并: 活跃门店').locator('option:checked').innerText()).toBe('并入 活跃门店 · 2026');
    await accept(page);
    const row = page.getByRole('row', { name: /活跃门店/ });
    expect(await row.innerText()).toMatch(/2025年1月.*2026年6月.*12/s);
    await page.context().close();
  });

  it('the whole screen works from the keyboard', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await choose(page, report());
    await page.getByRole('button', { name: '把第 2 行设为标题行' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByLabel('标题行', { exact: true }).inputValue()).toBe('2');
    await page.getByLabel('标题行', { exact: true }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('main h1').innerText()).toMatch(/4 个指标/);
    await page.context().close();
  });
});
