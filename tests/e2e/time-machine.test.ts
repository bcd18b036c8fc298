import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../src/domain/calendar.ts';
import type { Goal, KeyResult } from '../../src/domain/objective.ts';
import { startApp, type App } from './support/app.ts';
import { keyResultOf, objectiveOf, openFile, workspaceOf } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

/** The example in Chinese, as of the day that its figures end. */
async function openExample(): Promise<Page> {
  const { page } = await app.open({ locale: 'zh-CN' });
  await page.locator('.drop .btn').nth(2).click();
  await page.locator('tbody .row').first().waitFor();
  return page;
}
const openKeyResult = async (page: Page, title: string) => {
  await page.getByRole('link', { name: title }).first().click();
  await page.locator('.sentence[aria-busy=false]').waitFor();
};
const asOf = (page: Page) => page.getByLabel(/截至/).inputValue();
const strip = (page: Page) => page.getByRole('group', { name: '逐期回放', exact: true });
const changes = (page: Page) => page.getByRole('region', { name: '有什么变化' });

describe('the past verdicts of a key result', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openExample();
    await openKeyResult(page, '首次响应时间 −50%');
  });
  afterAll(() => page.context().close());

  it('say when it was first called off track, beside the simple rule', async () => {
    expect(await page.locator('section .sentence').innerText()).toBe('Leeway 在8月2日首次判为“已偏离”，与简单规则同一天。');
    expect(await strip(page).getByRole('button').count()).toBe(8);
    expect(await strip(page).getByRole('button', { name: '8月2日：已偏离' }).count()).toBe(1);
  });

  it('lead back to their day by keyboard, and stay in reach there', async () => {
    const pressed = strip(page).getByRole('button', { pressed: true });
    expect(await pressed.getAttribute('aria-label')).toContain('8月23日');
    await pressed.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => asOf(page)).toBe('2026-07-26');
    expect(await pressed.getAttribute('aria-label')).toContain('7月26日：正常');
    expect(await page.locator('.title').innerText()).toContain('正常');
    expect(await page.locator('main').innerText()).toContain('截至 7月26日');
    expect(await strip(page).getByRole('button').count()).toBe(8);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect.poll(() => asOf(page)).toBe('2026-07-05');
  });

  it('keep the way back through a reload', async () => {
    await page.reload();
    await page.locator('.sentence[aria-busy=false]').waitFor();
    expect(await strip(page).getByRole('button').count()).toBe(8);
    await page.getByRole('button', { name: '回到8月28日' }).click();
    await expect.poll(() => asOf(page)).toBe('2026-08-28');
    expect(await page.locator('.title').innerText()).toContain('已偏离');
    expect(await page.getByRole('button', { name: /^回到/ }).count()).toBe(0);
  });
});

describe('a goal that was changed', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openExample();
    await openKeyResult(page, '社群 GMV 同比 +40%');
  });
  afterAll(() => page.context().close());

  const target = () => page.getByRole('slider', { name: /^目标值/ }).getAttribute('aria-valuetext');

  it('is judged on a past day by what it wanted then', async () => {
    expect(await target()).toBe('¥2100万');
    expect(await strip(page).getByText('8月3日调整过目标').count()).toBe(1);
    await strip(page)
      .getByRole('button', { name: /^8月2日/ })
      .click();
    await expect.poll(target).toBe('¥1800万');
    expect(await page.locator('main').innerText()).not.toContain('调整：');
  });

  it('cannot be given another goal before the change', async () => {
    await page.getByRole('slider', { name: /^目标值/ }).press('ArrowRight');
    await page.getByRole('button', { name: /^采纳并写明理由/ }).click();
    await page.getByLabel('理由').fill('晚了一步');
    await page.getByRole('button', { name: '作为调整采纳' }).click();
    await page.getByText('这个目标在更晚的日期已调整过').waitFor();
    await page.getByRole('button', { name: '回到8月28日' }).click();
  });

  it('shows a what-if that was adopted in the strip, and on the board as a change', async () => {
    await page.getByRole('slider', { name: /^目标值/ }).press('ArrowRight');
    const wanted = await target();
    expect(wanted).not.toBe('¥2100万');
    await page.getByRole('button', { name: /^采纳并写明理由/ }).click();
    await page.getByLabel('理由').fill('董事会加码');
    await page.getByRole('button', { name: '作为调整采纳' }).click();
    await strip(page).getByText('8月28日调整过目标').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: '看板' }).first().click();
    await changes(page).getByRole('button', { name: /^展开/ }).click();
    const row = changes(page).getByRole('listitem').filter({ hasText: '社群 GMV' });
    await row.getByText(`目标值由 ¥2100万 调整为 ${wanted}`).waitFor();
  });
});

describe('what changed on the board', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openExample();
  });
  afterAll(() => page.context().close());

  it('since a week ago is one line, with the list behind it, worst first', async () => {
    await changes(page).getByText('自8月21日以来').waitFor();
    const summary = changes(page).locator('.summary');
    await expect.poll(() => summary.innerText()).toMatch(/新增 \d+ 期数据/);
    const line = await summary.innerText();
    expect(await changes(page).getByRole('listitem').count()).toBe(0);
    await changes(page).getByRole('button', { name: /^展开/ }).click();
    const listed = (await changes(page).locator('.direction').allInnerTexts()).map((text) => text.replace(/[^一-龥]/g, ''));
    expect(listed.length).toBeGreaterThan(0);
    const told = [...line.matchAll(/(\d+) 项(变差|有其他变化|变好)/g)];
    for (const [, count, what] of told) {
      expect(listed.filter((direction) => direction === what!.replace('其他', ''))).toHaveLength(Number(count));
    }
    const order = ['变差', '有变化', '变好'];
    expect(listed).toEqual(listed.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  it('since a month ago is more; the choice and the open list are kept', async () => {
    const weekly = await changes(page).getByRole('listitem').count();
    await changes(page).getByRole('combobox', { name: '对比' }).selectOption('一个月前');
    await changes(page).getByText('自7月28日以来').waitFor();
    await expect.poll(() => changes(page).getByRole('listitem').count()).toBeGreaterThan(weekly + 2);
    await page.reload();
    await changes(page).getByText('自7月28日以来').waitFor();
    const response = changes(page).getByRole('listitem').filter({ hasText: '首次响应时间' });
    await response.getByText(/由“正常”变为“已偏离”/).waitFor();
    await response.getByRole('link').click();
    await page.getByRole('heading', { name: '首次响应时间 −50%' }).waitFor();
    await page.getByRole('link', { name: '看板' }).first().click();
  });

  it('since a day of one’s own; a day that is not earlier is refused in words', async () => {
    await changes(page).getByRole('combobox', { name: '对比' }).selectOption('自选日期');
    await changes(page).getByLabel('较早的日期').fill('2026-08-27');
    await changes(page).getByText('自8月27日以来').waitFor();
    await replayOn(page, '2026-08-20');
    await changes(page).getByText('请选择8月20日之前的日期。').waitFor();
  });

  it('follows the day of the board', async () => {
    await changes(page).getByRole('combobox', { name: '对比' }).selectOption('一周前');
    await changes(page).getByText('自8月13日以来').waitFor();
  });
});

describe('a long time', () => {
  const START = dayOf(2025, 1, 1);
  const DUE = dayOf(2026, 6, 30);
  const END = START + 420;
  const manual = (target: number): Goal => ({ kind: 'manual', baseline: 0, target, stretch: null, plan: { kind: 'linear' } });
  /** Counted by hand every few days until END, one more each week. */
  const counted = (id: string, title: string, every: number, more: Partial<KeyResult> = {}): KeyResult =>
    keyResultOf({
      id,
      title,
      start: START,
      due: DUE,
      goal: manual(70),
      checkIns: Array.from({ length: 420 / every }, (_, i) => {
        const value = (every * i) / 7 + [0.3, -0.6, 0.1][i % 3]!;
        return { id: `n${i + 1}`, day: START + every * (i + 1), value, confidence: null, note: '' };
      }),
      ...more,
    });
  const workspace = workspaceOf(['两年', START, DUE], [], {
    objectives: [objectiveOf('o1', '稳步增长')],
    keyResults: [
      counted('k1', '每周盘点', 7, {
        revisions: [{ id: 'v1', day: dayOf(2025, 7, 1), reason: '订得太高', approver: '', before: { goal: manual(300), due: DUE } }],
      }),
      counted('k2', '每日盘点', 1),
    ],
  });

  let page: Page;
  beforeAll(async () => {
    ({ page } = await app.open({ locale: 'zh-CN' }));
    await openFile(page, workspace, []);
    await replayOn(page, isoOf(END));
  });
  afterAll(() => page.context().close());

  it('keeps every review in reach, each judged by the goal of its day', async () => {
    await openKeyResult(page, '每周盘点');
    const buttons = strip(page).getByRole('button');
    expect(await buttons.count()).toBe(60);
    expect(await buttons.last().getAttribute('aria-label')).toContain('正常');
    await buttons.last().focus();
    await page.keyboard.press('Home');
    expect(await buttons.first().evaluate((button) => button === document.activeElement)).toBe(true);
    const before = strip(page).getByRole('button', { name: /^2025年6月25日：已偏离/ });
    expect(await before.count()).toBe(1);
    expect(await page.locator('section .sentence').innerText()).toContain('首次判为“已偏离”');
    await page.getByRole('link', { name: '看板' }).first().click();
  });

  it('is replayed bit by bit, the newest first, while the page answers', async () => {
    await page.getByRole('link', { name: '每日盘点' }).first().click();
    await page.waitForFunction(() => {
      const said = [...document.querySelectorAll<HTMLElement>('.scroll button')].map((button) => button.title !== '');
      return document.querySelector('.sentence[aria-busy=true]') && said.at(-1) && !said[0];
    });
    await page.locator('.sentence[aria-busy=false]').waitFor();
    expect(await strip(page).getByRole('button').count()).toBe(420);
    expect(await strip(page).getByText('正在回放……').count()).toBe(0);
  });
});
