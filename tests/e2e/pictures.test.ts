import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { denseBoard } from '../unit/picture/dense-board.ts';
import { startApp, type App, type OpenedPage } from './support/app.ts';
import { openFile } from './support/board-file.ts';

let app: App;
let opened: OpenedPage;
let page: Page;
const CHART = /^保存图片： 新增付费客户 1,000 家$/;

beforeAll(async () => {
  app = await startApp();
  opened = await app.open({ locale: 'zh-CN', colorScheme: 'dark' });
  ({ page } = opened);
  await page.getByRole('button', { name: '先看示例' }).click();
  await page.locator('tr.row').first().waitFor();
  await page.goto(`${app.url}#/key-result/kr-customers`);
});
afterAll(() => app.stop());

async function saved(kind: string, of: RegExp, on = page): Promise<{ name: string; bytes: Buffer }> {
  const saving = on.waitForEvent('download');
  await on.getByRole('group', { name: of }).getByRole('button', { name: kind, exact: true }).click();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** The file as another program reads and draws it: what it says, and which words are cut off or lie on others. */
async function read(svg: Buffer): Promise<{ root: string; texts: string[]; outside: string[]; overlapping: string[] }> {
  // The page of the board refuses to read text as markup.
  const reader = await page.context().newPage();
  const found = await reader.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const root = document.importNode(parsed.documentElement, true);
    document.body.replaceChildren(root);
    const frame = root.getBoundingClientRect();
    const boxes = [...root.querySelectorAll('text')].map((one) => ({ said: one.textContent ?? '', box: one.getBoundingClientRect() }));
    const outside = boxes.filter(
      ({ box }) => box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom,
    );
    // The box of a line is higher than its letters.
    const meet = (a: DOMRect, b: DOMRect) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5;
    return {
      root: parsed.documentElement.tagName,
      texts: boxes.map(({ said }) => said),
      outside: outside.map(({ said }) => said),
      overlapping: boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => meet(a.box, b.box))
          .map((b) => `${a.said} | ${b.said}`),
      ),
    };
  }, svg.toString());
  await reader.close();
  return found;
}

it('saves the chart of a key result as a picture that says by itself what it shows and of which day', async () => {
  const sentence = await page.locator('.title + .sentence').innerText();
  const before = opened.complaints.length;
  const svg = await saved('SVG', CHART);
  expect(svg.name).toBe('新增付费客户 1,000 家-2026-08-28.svg');
  const said = await read(svg.bytes);
  expect(said.root).toBe('svg');
  expect(said.texts[0]).toBe('新增付费客户 1,000 家');
  expect(said.texts[1]).toMatch(/^已偏离/);
  expect(said.texts.join('')).toContain(sentence);
  expect(said.texts).toEqual(expect.arrayContaining(['目标 1,000 家', '预测 860 家', '云舟科技 · 2026 年第三季度 · 截至 2026年8月28日']));

  const png = await saved('PNG', CHART);
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

it('draws what is tried into the saved chart, and says what it is', async () => {
  await page.locator('.what-if input[type=range]').first().press('PageDown');
  await page.locator('.what-if .result b').waitFor();
  const said = await read((await saved('SVG', CHART)).bytes);
  expect(said.texts.some((text) => /^试算 .*家$/.test(text))).toBe(true);
  expect(said.texts.join('')).toMatch(/试算：达成概率 .* → .* · 目标值 1,000 家 → /);
  expect(said).toMatchObject({ outside: [], overlapping: [] });
  await page.locator('.what-if').getByRole('button', { name: '重置' }).click();
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
  await page.emulateMedia({ media: 'screen' });
});

it.each([
  ['a key result', '#/key-result/kr-customers', async () => {}, 3],
  ['the cycle', '#/cycle', async () => {}, 1],
  ['what-if', '#/what-if', async () => page.locator('input[type=range]').first().press('PageUp'), 3],
  ['a review', '#/review', async () => page.getByRole('button', { name: '开始复盘' }).click(), 1],
])('saves every chart of %s, its words inside and apart, with the day that it is of', async (_, hash, act, charts) => {
  await page.goto(`${app.url}${hash}`);
  await act();
  const controls = page.getByRole('group', { name: /^保存图片：/ });
  await expect.poll(() => controls.count()).toBe(charts);
  for (let i = 0; i < charts; i++) {
    const name = (await controls.nth(i).getAttribute('aria-label'))!.replace('保存图片： ', '');
    const svg = await saved('SVG', new RegExp(`^保存图片： ${name.replace(/[()]/g, '.')}$`));
    expect(svg.name).toBe(`${name}-2026-08-28.svg`);
    const { texts, ...file } = await read(svg.bytes);
    expect(file, name).toEqual({ root: 'svg', outside: [], overlapping: [] });
    expect(texts[0]).toContain(name);
    expect(texts.at(-2)).toBe('云舟科技 · 2026 年第三季度 · 截至 2026年8月28日');
  }
});

it('saves a large map of long titles as it is folded: all of it, no words cut off or on others, nothing read as markup', async () => {
  const other = await app.open({ locale: 'zh-CN' });
  const { workspace, dataset } = denseBoard(14, 42);
  await openFile(other.page, workspace, [dataset]);
  await other.page.getByRole('navigation').getByRole('link', { name: '地图' }).click();
  await other.page.getByRole('button', { name: '全部展开' }).click();
  const before = other.complaints.length;
  const { name, bytes } = await saved('SVG', /地图$/, other.page);
  expect(name).toMatch(/^云舟科技（集团）股份有限公司 & Partners 地图-\d{4}-\d\d-\d\d\.svg$/);
  const { root, texts, outside, overlapping } = await read(bytes);
  expect({ root, outside, overlapping }).toEqual({ root: 'svg', outside: [], overlapping: [] });
  expect(texts.filter((text) => text.startsWith('Raise <b>')).length).toBeGreaterThan(5);
  expect(texts.filter((text) => /目标 [\d,]+$|[≥≤] \d+$/.test(text))).toHaveLength(42);
  const png = await saved('PNG', /地图$/, other.page);
  expect(png.bytes.readUInt32BE(20)).toBeGreaterThan(2_000);

  // The board itself is saved where it is shared: without names where those stay here.
  await other.page.goto(`${app.url}#/share`);
  await other.page.getByRole('checkbox', { name: '负责人和批准人姓名' }).uncheck();
  const saving = other.page.waitForEvent('download');
  await other.page.getByRole('button', { name: '保存 .svg' }).click();
  const board = await read(await bytesOf(await saving));
  expect({ ...board, texts: [] }).toEqual({ root: 'svg', texts: [], outside: [], overlapping: [] });
  expect(board.texts.filter((text) => /^(达成|未达成|.*数据过期)/.test(text)).length).toBeGreaterThanOrEqual(42);
  expect(board.texts.join('')).not.toContain('欧阳修远');
  expect(other.complaints.slice(before)).toEqual([]);
  await other.page.close();
});
