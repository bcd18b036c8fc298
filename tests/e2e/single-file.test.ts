import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';

let app: App;
let maker: Page;
let folder: string;
let file: string;

beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(path.join(tmpdir(), 'leeway-file-'));
  file = path.join(folder, 'board.html');
  ({ page: maker } = await app.open({ locale: 'zh-CN' }));
  await maker.getByRole('button', { name: '先看示例' }).click();
  await maker.locator('tbody .row').first().waitFor();
  await maker.getByRole('link', { name: '分享' }).click();
  const download = maker.waitForEvent('download');
  await maker.getByRole('button', { name: '保存 HTML 文件' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.html$/);
  await (await download).saveAs(file);
  await maker.getByText(/已保存：.*\.html/).waitFor();
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the file from the disk, as somebody who has never seen Leeway and has no network. */
async function openFile(options: BrowserContextOptions = {}, at = file) {
  const context: BrowserContext = await maker
    .context()
    .browser()!
    .newContext({ offline: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => heard.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(at).href && !request.url().startsWith('data:')) heard.push(request.url());
  });
  await page.goto(pathToFileURL(at).href);
  return { page, heard };
}

describe('a board as one HTML file', () => {
  it('opens from the disk without a network: board, key results with their charts, map, and every language', async () => {
    const { page, heard } = await openFile();
    await page.getByRole('heading', { level: 1, name: /16 个关键结果里，4 个真的偏了/ }).waitFor();
    expect(await page.locator('tbody .row').count()).toBe(16);
    expect(await page.locator('footer').innerText()).toContain('没有签名');
    const found = [await violationsOf(page)];

    await page.locator('.attention a').first().click();
    const chart = page.getByRole('main').getByRole('img').last();
    await chart.locator('path').nth(10).waitFor({ state: 'attached' });
    expect(await chart.locator('circle').count()).toBeGreaterThan(3);
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(await violationsOf(page));

    await page.getByRole('link', { name: '地图' }).click();
    await page.locator('.map summary').nth(4).waitFor();
    await page.getByLabel('语言').selectOption('en');
    await page.getByRole('heading', { name: 'Map' }).waitFor();
    found.push(await violationsOf(page));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('link', { name: 'Board', exact: true }).click();
    await page.getByRole('heading', { name: /^Of 16 key results, 4 are really off course/ }).waitFor();
    found.push(await violationsOf(page));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(found.flat()).toEqual([]);
    expect(heard).toEqual([]);
    await page.context().close();
  });

  it('says the same in short where no script runs, and where the script was changed', async () => {
    const summary = (page: Page) => page.locator('main').innerText();
    const { page: plain } = await openFile({ javaScriptEnabled: false });
    expect(await summary(plain)).toMatch(/16 个关键结果里，4 个真的偏了/);
    expect(await plain.locator('main li').count()).toBe(16);

    const html = readFileSync(file, 'utf8');
    const changed = path.join(folder, 'changed.html');
    const at = html.lastIndexOf('</script>');
    writeFileSync(changed, `${html.slice(0, at)} ${html.slice(at)}`);
    const { page: edited, heard } = await openFile({}, changed);
    expect(await summary(edited)).toBe(await summary(plain));
    expect(await edited.locator('nav').count()).toBe(0);
    expect(heard.join()).toMatch(/Content Security Policy/);
    await plain.context().close();
    await edited.context().close();
  });

  it('can be opened by the whole app again, read-only', async () => {
    const { page, complaints } = await app.open({ locale: 'en-GB' });
    await page.locator('input[type=file][aria-label="Open a workspace file"]').setInputFiles(file);
    await page.getByText('You are looking at a shared board. It is read-only').waitFor();
    await page.locator('tbody .row').nth(15).waitFor();
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    await page.context().close();
  });
});
