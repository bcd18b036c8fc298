import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App, type OpenedPage } from './support/app.ts';

let app: App;
let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  opened = await app.open({ locale: 'zh-CN', colorScheme: 'dark' });
  ({ page } = opened);
  await page.getByRole('button', { name: '先看示例' }).click();
  await page.locator('tr.row').first().waitFor();
  await page.goto(`${app.url}#/key-result/kr-customers`);
});
afterAll(() => app.stop());

async function saved(kind: string): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: kind, exact: true }).click();
  const download: Download = await saving;
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(parts) };
}

it('saves the chart of a key result as a picture that says by itself what it shows and of which day', async () => {
  const sentence = await page.locator('.title + .sentence').innerText();
  const before = opened.complaints.length;
  const svg = await saved('SVG');
  expect(svg.name).toBe('新增付费客户 1,000 家-2026-08-28.svg');
  // The page itself refuses to read text as markup: another program reads the file.
  const reader = await page.context().newPage();
  const said = await reader.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { root: parsed.documentElement.tagName, texts: [...parsed.querySelectorAll('text')].map((one) => one.textContent ?? '') };
  }, svg.bytes.toString());
  await reader.close();
  expect(said.root).toBe('svg');
  expect(said.texts[0]).toBe('新增付费客户 1,000 家');
  expect(said.texts[1]).toMatch(/^已偏离/);
  expect(said.texts.join('')).toContain(sentence);
  expect(said.texts).toEqual(expect.arrayContaining(['目标 1,000 家', '预测 860 家', '云舟科技 · 截至 2026年8月28日']));

  const png = await saved('PNG');
  expect(png.name).toBe('新增付费客户 1,000 家-2026-08-28.png');
  expect(png.bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  expect(png.bytes.readUInt32BE(16)).toBe(1920);
  // White paper with lines and letters on it, whatever theme the screen has.
  const { corner, inked } = await page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      let inked = 0;
      for (let i = 0; i < data.length; i += 4) if (data[i]! < 128) inked++;
      return { corner: [...data.slice(0, 4)], inked };
    },
    [...png.bytes],
  );
  expect(corner).toEqual([255, 255, 255, 255]);
  expect(inked).toBeGreaterThan(5_000);
  expect(opened.complaints.slice(before)).toEqual([]);
});

it('prints the chart as lines in daylight colours in place of the picture of the screen', async () => {
  const canvas = page.locator('figure canvas');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  expect(await canvas.isVisible()).toBe(false);
  const paper = page.locator('figure svg[role=img]');
  expect(await paper.isVisible()).toBe(true);
  const target = paper.getByText('目标 1,000 家');
  expect(await target.evaluate((text) => getComputedStyle(text).fill)).toBe('rgb(22, 29, 41)');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await paper.count()).toBe(0);
  expect(await canvas.isVisible()).toBe(true);
});
