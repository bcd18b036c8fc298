import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, startApp, type App, type OpenedPage } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { replayOn } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

async function openExample(locale = 'zh-CN', more: Parameters<App['open']>[0] = {}): Promise<OpenedPage> {
  const opened = await app.open({ locale, ...more });
  await opened.page.locator('.drop .btn').nth(2).click();
  await opened.page.locator('tbody .row').first().waitFor();
  return opened;
}
const h1 = (page: Page) => page.locator('main h1').innerText();
const current = (page: Page) => page.locator('nav [aria-current=step]').innerText();
/** The first button of this name, reached with the tab key alone. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (name.test(here)) return;
  }
  throw new Error(`no way to ${String(name)} by the tab key`);
}

describe('a whole review in Chinese, by keyboard alone', () => {
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    ({ page, complaints } = await openExample('zh-CN', { permissions: ['clipboard-read', 'clipboard-write'] }));
  });
  afterAll(() => page.context().close());

  it('begins with an agenda, worst first, that says why; the calm rest is named', async () => {
    await page.keyboard.press('r');
    await page.getByRole('heading', { name: '16 个关键结果里，8 个需要讨论，另有 1 个 KPI' }).waitFor();
    const agenda = page.getByRole('region', { name: '议程' }).getByRole('listitem');
    expect(await agenda.count()).toBe(9);
    expect(await agenda.first().innerText()).toContain('方向相反');
    expect(await agenda.nth(1).innerText()).toContain('信心 6，概率 <1%');
    expect(await agenda.nth(4).innerText()).toContain('新近变差，原为“正常”');
    expect(await agenda.last().innerText()).toContain('采购单价较基期');
    expect(await page.getByRole('region', { name: '其余 8 项不需讨论' }).getByRole('listitem').count()).toBe(8);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('a calm one is put on the agenda', async () => {
    await tabTo(page, /^加入议程$/);
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: '已加入: 网站 2.0 上线' }).isDisabled()).toBe(true);
  });

  it('shows one item a screen, with its sentence as the biggest thing', async () => {
    await page.getByRole('textbox', { name: '与会人' }).focus();
    await page.keyboard.type('陈启明、何川、邓萌');
    await tabTo(page, /^开始复盘$/);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /^平均实施周期/ }).waitFor();
    expect(await h1(page)).toContain('走反了方向：从 21 天到 23.4 天');
    expect(await current(page)).toBe('1 / 10 平均实施周期 21 → 14 天');
    expect(await page.locator('dl').innerText()).toMatch(
      /当前值\s+23.4 天\s+较8月21日\s+\+0.3 天\s+此刻应为\s+16.9 天\s+往后每周需\s+−1.73 天/,
    );
    expect(await violationsOf(page)).toEqual([]);
  });

  it('a confidence far from the chance asks a question', async () => {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => current(page)).toContain('2 / 10 首次响应时间');
    expect(await page.getByRole('region', { name: '最近的进展更新' }).innerText()).toMatch(/8月14日[\s\S]*信心 6\/10/);
    await page.keyboard.press('7');
    await page.getByText('信心 7，概率却不到 1%。何川知道什么，是数据还没显示出来的？').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('0');
    await page.getByRole('button', { name: '信心 10/10', pressed: true }).waitFor();
    await page.keyboard.press('7');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('a decision is written, and what is typed survives a step and a reload', async () => {
    await page.keyboard.press('n');
    await page.keyboard.type('夜间班改回旧分流');
    await page.reload();
    const decision = page.getByRole('textbox', { name: '这次的决议' });
    await decision.waitFor();
    expect(await decision.inputValue()).toBe('夜间班改回旧分流');
    expect(await page.getByRole('textbox', { name: '由谁去做' }).inputValue()).toBe('何川');
    expect(await page.getByLabel('到期').inputValue()).toBe('2026-09-04');
    await page.getByRole('button', { name: '信心 7/10', pressed: true }).waitFor();
    await page.keyboard.press('c');
    await page.keyboard.type('工单系统切换后没有人值夜班');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => current(page)).toContain('3 / 10');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => decision.inputValue()).toBe('夜间班改回旧分流');
  });

  it('a known event is noted on the KPI without leaving the item', async () => {
    await page.getByRole('button', { name: '＋ 记为已知事件' }).click();
    const form = page.locator('article form');
    await form.getByLabel('发生什么').fill('工单系统切换');
    await form.getByRole('button', { name: '保存' }).click();
    await form.locator('.problem').waitFor();
    await form.locator('input[inputmode=decimal]').fill('10');
    expect(await violationsOf(page)).toEqual([]);
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('已记在指标上：工单系统切换').waitFor();
    await page.locator('main h1').focus();
    await page.keyboard.press('Control+z');
  });

  it('what was saved is one step to undo and redo', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('textbox', { name: '这次的决议' }).inputValue()).toBe('');
    expect(await page.getByRole('button', { name: '信心 7/10', pressed: true }).count()).toBe(0);
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => page.getByRole('textbox', { name: '这次的决议' }).inputValue()).toBe('夜间班改回旧分流');
  });

  it('is shown large for a hall, and back', async () => {
    await page.keyboard.press('f');
    await page.getByRole('button', { name: '退出放映' }).waitFor();
    expect(await page.getByRole('link', { name: '看板' }).count()).toBe(0);
    expect(await page.locator('main h1').evaluate((element) => parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThanOrEqual(34);
    await page.keyboard.press('PageDown');
    await expect.poll(() => current(page)).toContain('3 / 10');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('f');
    await page.getByRole('button', { name: '放映', exact: true }).waitFor();
  });

  it('ends in minutes that can be read, sent and undone', async () => {
    for (let i = 2; i <= 10; i++) await page.keyboard.press('ArrowRight');
    await expect.poll(() => h1(page)).toBe('讨论了 1 项，形成 1 条决议');
    expect(await violationsOf(page)).toEqual([]);
    await tabTo(page, /^结束并生成纪要$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => h1(page)).toBe('讨论 1 项，形成 1 条决议');
    const minutes = await page.locator('article').innerText();
    expect(minutes).toContain('2026年8月28日复盘');
    expect(minutes).toContain('与会：陈启明、何川、邓萌');
    expect(minutes).toContain('达成概率 <1%，信心 7/10（何川）');
    expect(minutes).toContain('工单系统切换后没有人值夜班');
    expect(minutes).toContain('何川，9月4日前');
    expect(await violationsOf(page)).toEqual([]);
    await tabTo(page, /^复制到群里$/);
    await page.keyboard.press('Enter');
    await page.getByText('已复制。').waitFor();
    const chat = await page.evaluate(() => navigator.clipboard.readText());
    expect(chat.split('\n')).toEqual([
      '云舟科技 · 8月28日复盘',
      '讨论 1 项，形成 1 条决议',
      '1. 首次响应时间 −50% | 已偏离，达成概率 <1%，信心 7/10（何川）',
      '   工单系统切换后没有人值夜班',
      '   → 夜间班改回旧分流（何川，9月4日前）',
    ]);
  });

  it('is saved as Markdown', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存 .md' }).click();
    expect((await download).suggestedFilename()).toBe('复盘纪要-2026-08-28.md');
  });

  it('stands on the key result page as a check-in', async () => {
    await page.goto(`${app.url}#/key-result/kr-response`);
    await page.getByText('工单系统切换后没有人值夜班').waitFor();
    expect(await page.locator('main').innerText()).toContain('信心 7/10');
  });

  it('a week later asks whether it was done, and is what the board is compared with', async () => {
    await replayOn(page, '2026-09-06');
    await page.goto(`${app.url}#/board`);
    await page.getByText('自8月28日以来').waitFor();
    await page.goto(`${app.url}#/review`);
    await page.getByText('与8月28日的上次复盘相比').waitFor();
    await page.getByRole('region', { name: '议程' }).getByText('有决议逾期 2 天').waitFor();
    await page.getByRole('button', { name: '开始复盘' }).click();
    await page
      .getByRole('button', { name: /首次响应时间/ })
      .first()
      .click();
    const asked = page.getByRole('region', { name: '上次的决议' });
    await asked.getByText('逾期 2 天').waitFor();
    await asked.getByRole('button', { name: '已完成' }).click();
    expect(await asked.innerText()).not.toContain('逾期');
    await page.keyboard.press('Control+z');
    await asked.getByText('逾期 2 天').waitFor();
    await page.keyboard.press('Control+Shift+Z');
  });

  it('is deleted with a way back', async () => {
    await page.getByRole('button', { name: '历次复盘' }).click();
    const history = page.getByRole('region', { name: '历次复盘' });
    expect(await history.getByRole('listitem').count()).toBe(2);
    await history.getByRole('button', { name: '删除9月6日的复盘' }).click();
    expect(await history.getByRole('listitem').count()).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => history.getByRole('listitem').count()).toBe(2);
  });

  it('says nothing of it on a day before', async () => {
    await replayOn(page, '2026-08-21');
    await page.getByText('还没有开过复盘会。').waitFor();
    // Whether a hosted board lies beside the page is asked at each visit.
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });
});

describe('a review on a board that somebody published', () => {
  let hosted: App;
  let page: Page;
  beforeAll(async () => {
    const example = JSON.parse(readFileSync(path.join(DIST, 'example-zh-CN.json'), 'utf8')) as { workspace: Record<string, unknown> };
    const seen = { status: 'off-track', value: 47, chance: 0.004, sentence: '停在 47 分钟' };
    const decision = { text: '夜间班改回旧分流', owner: '何川', due: 20_692, outcome: 'open', answeredOn: null };
    const entries = [
      { subject: { kind: 'key-result', id: 'kr-response', title: '首次响应时间 −50%' }, seen, note: '', confidence: 7, decision },
    ];
    example.workspace['meetings'] = [{ id: 'w1', cycleId: 'q3', day: 20_686, present: '何川', entries, note: '', finished: true }];
    hosted = await startApp({ 'workspace.json': JSON.stringify(example) });
    ({ page } = await hosted.open({ locale: 'zh-CN', path: '#/review' }));
    await replayOn(page, '2026-08-28');
  });
  afterAll(() => hosted.stop());

  it('shows agenda and minutes, and nothing that edits', async () => {
    await page.getByText('有决议逾期 1 天').waitFor();
    expect(await page.getByRole('button', { name: /开始复盘|加入议程|删除/ }).count()).toBe(0);
    await page.getByRole('button', { name: '2026年8月21日复盘' }).click();
    await expect.poll(() => h1(page)).toBe('讨论 1 项，形成 1 条决议');
    expect(await page.getByRole('button', { name: /删除|继续/ }).count()).toBe(0);
    expect(await page.locator('article').innerText()).toContain('停在 47 分钟');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('scores of its cycle are read only, too', async () => {
    await page.goto(`${hosted.url}#/closing`);
    await page.getByRole('heading', { name: /第三季度照今天的数字得/ }).waitFor();
    expect(await page.locator('main').getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('region', { name: '开始下一周期' }).count()).toBe(0);
  });
});

describe('the headline of a review', () => {
  it.each([
    ['en', '8 of 16 key results and 1 KPI need discussion', 'Begin the review'],
    ['zh-TW', '16 個關鍵結果中，8 個需要討論，另有 1 個 KPI', '開始檢視'],
  ])('in %s', async (locale, headline, begin) => {
    const { page } = await openExample(locale, { colorScheme: 'dark' });
    await page.goto(`${app.url}#/review`);
    await page.getByRole('heading', { name: headline }).waitFor();
    await page.getByRole('button', { name: begin }).click();
    await page.locator('footer .primary').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.context().close();
  });

  it('fits a phone', async () => {
    const { page } = await openExample('zh-CN', { viewport: { width: 320, height: 640 } });
    await page.goto(`${app.url}#/review`);
    await page.getByRole('button', { name: '开始复盘' }).click();
    await page.getByRole('img', { name: /^平均实施周期/ }).waitFor();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.keyboard.press('7');
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});
