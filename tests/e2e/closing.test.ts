import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { replayOn } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

async function openClosing(more: Parameters<App['open']>[0] = {}): Promise<Page> {
  const { page } = await app.open({ locale: 'zh-CN', ...more });
  await page.locator('.drop .btn').nth(2).click();
  await page.locator('tbody .row').first().waitFor();
  await page.goto(`${app.url}#/closing`);
  await page.locator('main h1').waitFor();
  return page;
}
const h1 = (page: Page) => page.locator('main h1').innerText();

describe('the end of a cycle in Chinese', () => {
  let page: Page;
  let next: Locator;
  const cycles = () => page.getByRole('combobox', { name: '周期', exact: true });
  const KEPT = ['试用转化率 3.2% → 4.5%', '社群 GMV 同比 +40%'];
  beforeAll(async () => {
    page = await openClosing();
    next = page.getByRole('region', { name: '开始下一周期' });
  });
  afterAll(() => page.context().close());

  it('is found from the review', async () => {
    await page.goto(`${app.url}#/review`);
    await page.getByRole('link', { name: '周期评分与下一周期' }).click();
    await page.getByRole('heading', { name: /2026 年第三季度照今天的数字得 0\.\d+ 分/ }).waitFor();
  });

  it('before its last day says that it is not over, and grades nothing', async () => {
    await page.getByText('周期还没结束，余 33 天。').waitFor();
    expect(await page.locator('main').innerText()).not.toContain('未达到');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('scores by the kind of objective, and says where the data are old', async () => {
    await replayOn(page, '2026-10-05');
    await page.getByText('已于2026年9月30日结束。').waitFor();
    expect(await h1(page)).toMatch(/^2026 年第三季度最终得分 0\.\d+$/);
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    // 0.53 of an aspiration is middling, 0.65 of a commitment is not reached.
    expect(await row('新增付费客户').innerText()).toMatch(/0\.53\s+中/);
    expect(await row('社群 GMV').innerText()).toMatch(/0\.65\s+未达到/);
    expect(await row('试用转化率').innerText()).toContain('数据只到8月23日');
    expect(await row('报废损耗').getByRole('combobox').inputValue()).toBe('done');
  });

  it('people score otherwise, with a note, one step each to undo', async () => {
    const objective = page.getByRole('region', { name: '门店一求助，马上有人管' }).locator('.end');
    expect(await objective.innerText()).toMatch(/0\.18\s+未达到/);
    const own = page.getByLabel('评定得分：首次响应时间 −50%');
    await own.fill('1.4');
    await own.press('Tab');
    await page.getByText('请填 0 到 1。').waitFor();
    expect(await objective.innerText()).toContain('0.18');
    await own.fill('0.5');
    await own.press('Tab');
    await expect.poll(() => objective.innerText()).toContain('0.45');
    await page.getByLabel('学到什么：首次响应时间 −50%').fill('换系统前先试运行');
    await page.getByLabel('学到什么：首次响应时间 −50%').press('Tab');
    await page.getByRole('textbox', { name: '整个周期' }).fill('开头太慢');
    await page.getByRole('textbox', { name: '整个周期' }).press('Tab');
    await page.reload();
    await own.waitFor();
    expect(await own.inputValue()).toBe('0.5');
    expect(await page.getByLabel('学到什么：首次响应时间 −50%').inputValue()).toBe('换系统前先试运行');
    expect(await page.getByRole('textbox', { name: '整个周期' }).inputValue()).toBe('开头太慢');
    expect(await violationsOf(page)).toEqual([]);
  });

  it('is undone', async () => {
    const own = page.getByLabel('评定得分：备件周转 30 → 24 天');
    await own.fill('0.9');
    await own.press('Tab');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => own.inputValue()).toBe('');
  });

  it('what goes on is proposed with new baselines, old ones beside them', async () => {
    const others = page.getByRole('combobox', { name: /^之后：/ });
    const names = await others.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    for (const name of names) if (!KEPT.some((kept) => name.endsWith(kept))) await page.getByLabel(name).selectOption('stop');
    await next.getByText('延续 2 个关键结果').waitFor();
    expect(await next.getByLabel('名称').inputValue()).toBe('2026 年第四季度');
    expect(await next.getByLabel('第一天').inputValue()).toBe('2026-10-01');
    expect(await next.getByLabel('最后一天').inputValue()).toBe('2026-12-31');
    const conversion = next.getByRole('listitem').filter({ has: page.getByLabel(`关键结果: ${KEPT[0]!}`) });
    expect(await next.getByLabel(`关键结果: ${KEPT[0]!}`).inputValue()).toMatch(/^试用转化率 3\.[789]\d*% → 5\.\d+%$/);
    expect(await next.getByLabel(`新起始值：${KEPT[0]!}`).inputValue()).toMatch(/^3\.[789]\d*%$/);
    expect(await conversion.innerText()).toMatch(/原为 3\.2% · 取历史水平[\s\S]*原为 4\.5%[\s\S]*请确认/);
    expect(await next.getByLabel(`新起始值：${KEPT[1]!}`).inputValue()).toBe('0');
    expect(await next.getByRole('checkbox', { checked: true }).count()).toBe(2);
  });

  it('nothing begins before the targets are confirmed', async () => {
    const begin = next.getByRole('button', { name: '开始2026 年第四季度' });
    await begin.click();
    await next.getByRole('alert').getByText('还有 2 个目标值没有确认。').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await next.getByLabel(`新目标值：${KEPT[0]!}`).fill('5%');
    expect(await next.getByLabel(`关键结果: ${KEPT[0]!}`).inputValue()).toMatch(/→ 5%$/);
    await page.goto(`${app.url}#/board`);
    await page.locator('tbody .row').first().waitFor();
    await page.goto(`${app.url}#/closing`);
    expect(await next.getByLabel(`新目标值：${KEPT[0]!}`).inputValue()).toBe('5%');
    await next.getByRole('button', { name: `确认: ${KEPT[1]!}` }).click();
    await begin.click();
    await page.locator('tbody .row').first().waitFor();
    expect(await page.locator('tbody .row').count()).toBe(2);
    expect(await cycles().locator('option:checked').innerText()).toBe('2026 年第四季度');
    expect(await page.getByRole('row', { name: /试用转化率/ }).innerText()).toContain('5%');
  });

  it('the old cycle stays as it was, and undo takes the new one back in one step', async () => {
    await cycles().selectOption({ label: '2026 年第三季度' });
    await expect.poll(() => page.locator('tbody .row').count()).toBe(16);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('tbody .row').count()).toBe(2);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('tbody .row').count()).toBe(16);
    expect(await cycles().count()).toBe(0);
  });
});

it.each([
  ['en', 'Q3 2026 ends with 0.49'],
  ['zh-TW', '2026 年第三季最終得分 0.49'],
])('has its headline in %s, without barriers in the dark', async (locale, headline) => {
  const page = await openClosing({ locale, colorScheme: 'dark' });
  await page.getByLabel(/As of|截至/).fill('2026-10-05');
  await page.getByLabel(/As of|截至/).press('Enter');
  await page.getByRole('heading', { name: headline }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
});

it('fits a phone', async () => {
  const page = await openClosing({ viewport: { width: 320, height: 640 } });
  await page.getByRole('heading', { name: '开始下一周期' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});
