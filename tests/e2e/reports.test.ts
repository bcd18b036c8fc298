import { read, utils } from 'xlsx';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App, type OpenedPage } from './support/app.ts';

let app: App;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  opened = await app.open({ colorScheme: 'dark' });
  ({ page } = opened);
  await page.getByRole('button', { name: 'Try the example' }).click();
  await page.locator('tr.row').first().waitFor();
});
afterAll(() => app.stop());

async function saved(name: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download: Download = await saving;
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
}

it('saves the board as a workbook that calculates, as a table and as Markdown, all as of the day shown', async () => {
  // The page has asked for a hosted board by then; this host has none.
  const before = opened.complaints.length;
  const finding = await page.locator('main h1').innerText();
  await page.getByRole('link', { name: 'Share' }).click();
  const workbook = await saved('Save .xlsx');
  expect(workbook.name).toBe('Yunzhou-2026-08-28.xlsx');
  const { SheetNames, Sheets } = read(workbook.bytes, { cellFormula: true });
  expect(SheetNames).toEqual(['Board', 'Figures', 'Planned paths', 'Steps', 'Notes and changes', 'Where from']);
  const board = Sheets['Board']!;
  expect(board['E6'].f).toMatch(/SUMPRODUCT/);
  expect(Math.round(board['E6'].v * 100)).toBe(41);
  const origin = utils.sheet_to_json<string[]>(Sheets['Where from']!, { header: 1 });
  expect(origin.some((row) => row[2] === 'example-en.xlsx' && /^[A-Z]+\d+:[A-Z]+\d+$/.test(row[5]!))).toBe(true);

  const table = await saved('Save .csv');
  expect([...table.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(table.bytes.toString().trim().split('\r\n')).toHaveLength(17);

  const markdown = await saved('Save .md');
  expect(markdown.bytes.toString()).toContain(`**${finding}**`);
  expect(opened.complaints.slice(before)).toEqual([]);
});

it('prints on white paper at full width, unfolded, and says whose board it is, of which day, from which file', async () => {
  await page.getByRole('link', { name: 'Board' }).first().click();
  await page.locator('tr.row a').first().click();
  const table = page.locator('main details').first();
  await table.waitFor();
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await table.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  expect(await page.getByText('Figures from example-en.xlsx').isVisible()).toBe(true);
  expect(await page.getByText('As of Aug 28, 2026').isVisible()).toBe(true);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await table.evaluate((details: HTMLDetailsElement) => details.open)).toBe(false);
  await page.goto(`${app.url}#/board`);
  const paper = await page.pdf({ preferCSSPageSize: true });
  const pages = paper.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
  expect(pages).toBeLessThanOrEqual(5);
  expect(paper.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84[12](\.\d+)? 59[45]/);
});
