import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';

let app: App;
let page: Page;
let complaints: readonly string[];
const meter = () => page.locator('.meter').innerText();
const link = () => page.getByLabel('链接', { exact: true }).inputValue();

beforeAll(async () => {
  app = await startApp();
  ({ page, complaints } = await app.open({ locale: 'zh-CN' }));
  await page.getByRole('button', { name: '先看示例' }).click();
  await page.locator('tbody .row').first().waitFor();
  await page.getByRole('link', { name: '分享' }).click();
  await page.getByRole('heading', { name: '会带走什么' }).waitFor();
});
afterAll(() => app.stop());

async function openElsewhere(address: string): Promise<Page> {
  const opened = await app.open({ locale: 'zh-CN', path: new URL(address).hash });
  return opened.page;
}

describe('what leaves with a link', () => {
  it('is said before it leaves, and less of it makes a shorter link', async () => {
    expect(await page.getByText(/对方会看到 17 个关键结果、\d+ 个数值，\d+ 个名字。/).isVisible()).toBe(true);
    const whole = (await link()).length;
    await page.getByLabel('负责人和批准人姓名').uncheck();
    await page.getByLabel('进展更新里的记事').uncheck();
    await page.getByText(/没有姓名。/).waitFor();
    expect((await link()).length).toBeLessThan(whole);
    const reader = await openElsewhere(await link());
    await reader.locator('tbody .row').first().waitFor();
    expect(await reader.locator('main').innerText()).not.toMatch(/周薇|陈启明|曹立/);
    await reader.context().close();
  });

  it('may be progress and status alone: the reader sees no figure, and is told so', async () => {
    await page.getByLabel('不带数据，只有进度和状态').check();
    await page.getByText(/截至 8月28日 的进度和状态，没有数据/).waitFor();
    const reader = await openElsewhere(await link());
    await reader.locator('tbody .row').first().waitFor();
    const board = await reader.locator('main').innerText();
    expect(board).toContain('分享时未附数据');
    expect(board).toMatch(/进度 \d+%，计划 \d+%/);
    await reader.getByRole('link', { name: '模拟分析' }).click();
    await reader.getByText('这个看板没有附带数据，无法试算').waitFor();
    expect(await reader.locator('main input').count()).toBe(0);
    await reader.context().close();
  });

  it('can be scanned', async () => {
    await page.getByText('二维码').click();
    await page.getByRole('img', { name: '二维码' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });
});

describe('a link behind a passphrase', () => {
  let address = '';

  it('is not made for a short one', async () => {
    await page.getByLabel('用口令保护').check();
    await page.getByLabel('口令', { exact: true }).fill('123456');
    await page.getByText('至少 16 个字符').waitFor();
    expect(await page.getByRole('button', { name: '复制链接' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '帮我想一个' }).click();
    await page.locator('.meter').waitFor();
    expect(await meter()).toMatch(/个字符/);
    await page.getByLabel('口令', { exact: true }).fill('第三季度 经营目标 board 2026');
    await expect.poll(link).toMatch(/#k1e\./);
    address = await link();
  });

  it('asks for it, says when it does not fit, opens when it does, and leaves no trace in the address', async () => {
    const reader = await openElsewhere(address);
    const dialog = reader.getByRole('dialog', { name: '这个看板有口令保护' });
    await dialog.getByLabel('口令').fill('第三季度 经营目标 board 2025');
    await dialog.getByRole('button', { name: '打开', exact: true }).click();
    await dialog.getByText('口令不对').waitFor();
    expect(await reader.locator('tbody .row').count()).toBe(0);
    expect(await violationsOf(reader)).toEqual([]);
    await dialog.getByLabel('口令').fill('第三季度 经营目标 board 2026');
    await dialog.getByLabel('口令').press('Enter');
    await reader.locator('tbody .row').first().waitFor();
    expect(new URL(reader.url()).hash).not.toContain('k1e');
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    await reader.context().close();
  });

  it('may be left alone: the own board is there', async () => {
    const reader = await openElsewhere(address);
    await reader.getByRole('button', { name: '回到我的看板' }).click();
    await reader.getByRole('button', { name: '先看示例' }).waitFor();
    await reader.context().close();
  });
});
