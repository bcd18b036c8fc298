import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { weeklyCsv } from './support/company.ts';
import { accept, addKeyResult, addObjective, choose, csvFile, replayOn, TODAY } from './support/drive.ts';

let app: App;
let link = '';
let file = '';
const title = 'Trial conversion 3.2% to 4.5%';

beforeAll(async () => {
  app = await startApp();
  const { page } = await app.open();
  await choose(page, csvFile(weeklyCsv()));
  await accept(page);
  await replayOn(page, TODAY);
  await page.getByRole('link', { name: 'Board' }).first().click();
  await addObjective(page, 'Grow');
  await addKeyResult(page, { title, kpi: '试用转化率', baseline: '3.2%', target: '4.5%', start: '2026-07-01', due: '2026-09-30' });
  await page.getByRole('link', { name: 'Share' }).click();
  link = await page.getByLabel('Link').inputValue();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save workspace.json' }).click();
  file = await (await saving).createReadStream().then(async (stream) => {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  });
  await page.context().close();
});
afterAll(() => app.stop());

describe('sharing a board', () => {
  it('opens from a link elsewhere, read-only, as of the day it was shared', async () => {
    const { page } = await app.open({ path: new URL(link).hash, locale: 'zh-CN' });
    await page.getByRole('link', { name: title }).first().waitFor();
    expect(new URL(page.url()).hash).not.toContain('k1');
    expect(await page.getByText('您正在看别人分享的看板').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: '添加目标' }).count()).toBe(0);
    expect(await page.locator('input[type=date]').inputValue()).toBe(TODAY);
    await page.context().close();
  });

  it('never touches the board of the person who opens it', async () => {
    const { page } = await app.open();
    await page.getByRole('button', { name: 'Begin with objectives' }).click();
    await page.getByRole('dialog').getByLabel('Title').fill('My own objective');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('My own objective').waitFor();
    await page.waitForTimeout(600);
    await page.goto(link);
    await page.getByText('You are looking at a shared board').waitFor();
    await page.getByRole('button', { name: 'Leave' }).click();
    await page.getByText('My own objective').waitFor();
    await page.waitForTimeout(600);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.reload();
    await page.getByText('My own objective').waitFor();
    await page.context().close();
  });

  it("becomes the reader's own copy when wanted, and undo brings the own board back with its own data", async () => {
    const { page } = await app.open();
    const rows = [
      'week,NPS',
      ...Array.from({ length: 12 }, (_, i) => `2026-0${1 + Math.floor(i / 4)}-${String(5 + 7 * (i % 4)).padStart(2, '0')},${40 + i}`),
    ];
    await choose(page, csvFile(Buffer.from(rows.join('\n')), 'nps.csv'));
    await accept(page);
    await page.waitForTimeout(600);
    await page.goto(link);
    await page.getByRole('button', { name: 'Make it my own copy' }).click();
    await page.getByRole('button', { name: 'Add objective' }).waitFor();
    await page.getByRole('link', { name: 'KPIs' }).click();
    await page.locator('main tbody tr').first().waitFor();
    expect(await page.locator('main tbody input').first().inputValue()).toContain('试用转化率');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => page.locator('main tbody input').first().inputValue()).toBe('NPS');
    expect(await page.locator('main tbody tr').first().innerText()).toContain('51');
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().close();
  });

  it('says what is wrong with a link that was cut, and opens nothing', async () => {
    const { page } = await app.open({ path: new URL(link).hash.slice(0, -40) });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/cut off|changed on its way/);
    expect(await page.getByRole('button', { name: 'Try the example' }).isVisible()).toBe(true);
    await page.context().close();
  });

  it('opens a saved workspace file, and refuses a damaged one without touching anything', async () => {
    const { page } = await app.open();
    const json = (text: string) => ({ name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const input = page.locator('input[type=file]').nth(1);
    await input.setInputFiles(json(file.slice(0, file.length / 2)));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: 'Try the example' }).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await input.setInputFiles(json(file));
    await page.getByRole('link', { name: title }).first().waitFor();
    await page.context().close();
  });

  it('shows the workspace.json beside the page to everybody, read-only', async () => {
    const hosted = await startApp({ 'workspace.json': file }, '/team/');
    const { page } = await hosted.open();
    await page.getByRole('link', { name: title }).first().waitFor();
    expect(await page.getByText('published here, read-only').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Add objective' }).count()).toBe(0);
    await hosted.stop();
  });
});
