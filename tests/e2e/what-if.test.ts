import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App, type OpenedPage } from './support/app.ts';
import { violationsOf } from './support/axe.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

async function openExample(options: Parameters<App['open']>[0] = { locale: 'zh-CN' }): Promise<OpenedPage> {
  const opened = await app.open(options);
  await opened.page.locator('.drop .btn').nth(2).click();
  await opened.page.locator('tbody .row').first().waitFor();
  return opened;
}
const headline = (page: Page) => page.locator('main h1').innerText();
/** One key result of the list of levers. */
const lever = (page: Page, title: string) =>
  page.locator('main li', { has: page.getByRole('link', { name: title }), hasNot: page.locator('.bars') }).first();
const resultOf = async (page: Page, title: string) => (await lever(page, title).locator('.result').innerText()).replace(/\s+/g, ' ');
const ends = (page: Page, title: string) =>
  page
    .locator('main li', { has: page.getByText(title, { exact: true }), hasNot: page.getByRole('link') })
    .locator('.num')
    .innerText();

describe('what-if for many key results, in zh-CN', () => {
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    ({ page, complaints } = await openExample());
    await page.keyboard.press('w');
    await page.getByText('各目标期末').waitFor();
  });
  afterAll(() => page.context().close());

  it('begins with where everything ends if nothing changes', async () => {
    expect(await headline(page)).toMatch(/^照现在这样走下去，公司期末到 \d+%；16 项关键结果里有 \d 项的达成概率不到 10%$/);
    expect(await lever(page, '新增付费客户 1,000 家').locator('.said').innerText()).toMatch(/^每周需要 94\.4 家，至今做到 66 家$/);
    expect(await page.locator('main li .result').count()).toBe(6);
  });

  it('moves key result, objective and company at once when a pace is typed, and shows where they stood', async () => {
    await lever(page, '新增付费客户 1,000 家').getByRole('textbox').fill('110');
    await expect.poll(() => resultOf(page, '新增付费客户 1,000 家')).toMatch(/^<1% → (9\d|>99)%$/);
    expect(await headline(page)).toMatch(/^这一处改动把公司从 \d+% 提到 \d+%$/);
    expect(await ends(page, '成为零售 SaaS 细分市场的领导者')).toMatch(/^\d+% →\s*\d+%$/);
    expect(await ends(page, '公司')).toMatch(/^\d+% →\s*\d+%$/);
    expect(await ends(page, '综合成本下降 10%')).toMatch(/^\d+%$/);
    expect(await page.locator('table .company .current').innerText()).toMatch(/^\d+%$/);
  });

  it('is dragged by keyboard, and a drag is one step to undo', async () => {
    const slider = lever(page, '首次响应时间 −50%').getByRole('slider');
    await slider.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
    const there = await slider.getAttribute('aria-valuetext');
    expect(await lever(page, '首次响应时间 −50%').locator('.said').innerText()).toContain('今后每周');
    await page.locator('main h1').click();
    await page.keyboard.press('Control+z');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(there);
    await page.keyboard.press('Control+Shift+z');
    expect(await slider.getAttribute('aria-valuetext')).toBe(there);
  });

  it('says what is needed, what was done, and whether that ever was', async () => {
    await lever(page, '新增付费客户 1,000 家').getByRole('button').last().click();
    const details = lever(page, '新增付费客户 1,000 家').locator('.details');
    await expect
      .poll(() => details.innerText())
      .toMatch(/每周需要 94\.4 家，至今做到 66 家；历来最好的 4 周，平均每期 [\d.]+ 家（.+），(从来没有|以前)做到过。/);
    const weeks = (await details.locator('ol li b').allInnerTexts()).map((text) => Number.parseFloat(text));
    expect(weeks.length).toBeGreaterThan(3);
  });

  it('asks backwards: the pace that is found has the chance that was asked for', async () => {
    const row = lever(page, '新增付费客户 1,000 家');
    await row.getByLabel('求节奏，使概率达到', { exact: true }).selectOption({ label: '80%' });
    await row.getByRole('button', { name: '试试: 求节奏，使概率达到 80%' }).click();
    await expect.poll(() => resultOf(page, '新增付费客户 1,000 家')).toBe('<1% → 80%');
    await row.getByLabel('求目标值，使概率达到', { exact: true }).selectOption({ label: '90%' });
    await row.getByRole('button', { name: '试试: 求目标值，使概率达到 90%' }).click();
    await expect.poll(() => resultOf(page, '新增付费客户 1,000 家')).toMatch(/^<1% → (89|90|91)%$/);
  });

  it('lets a headwind flow through every key result of its KPI', async () => {
    await page.getByRole('button', { name: '+ 添加事件' }).click();
    await page.getByLabel('指标').selectOption({ label: '社群GMV' });
    await page.getByLabel('发生什么').fill('平台抽成上调');
    await page.getByRole('button', { name: '试试', exact: true }).click();
    expect(await page.locator('form .problem').innerText()).toBe('请填写影响多少，例如 −10');
    await page.getByRole('textbox', { name: '影响多少' }).fill('-30');
    await page.getByRole('button', { name: '试试', exact: true }).click();
    const gmv = lever(page, '社群 GMV 同比 +40%');
    await gmv.waitFor();
    expect(await gmv.locator('.result').innerText()).toContain('→');
    expect(await page.locator('main').innerText()).toMatch(/社群GMV自2026年8月29日起 −30%/);
  });

  it('gives a key result up, and tries a new one', async () => {
    await page.getByLabel('显示').selectOption('all');
    const dropped = lever(page, '采购成本贡献 −8 个点');
    await dropped.getByRole('button').last().click();
    await dropped.getByLabel('放弃这一项：不再计入任何汇总').check();
    expect(await dropped.locator('.result').innerText()).toContain('放弃');
    await page.getByRole('button', { name: '+ 试加一项关键结果' }).click();
    await page.getByLabel('所属目标').selectOption({ label: '综合成本下降 10%' });
    await page.locator('form').getByLabel('指标').selectOption({ label: '出厂缺陷' });
    await page.getByLabel('关键结果', { exact: true }).fill('出厂缺陷降到 60 件');
    await page.getByLabel('从', { exact: true }).fill('130');
    await page.getByLabel('到', { exact: true }).fill('60');
    await page.locator('form').getByRole('button', { name: '试试', exact: true }).click();
    await page.getByText('出厂缺陷降到 60 件').first().waitFor();
  });

  it('has no barrier that axe can find', async () => {
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('keeps it as a scenario, side by side with others, through a reload', async () => {
    await page.getByLabel('名称').fill('全力以赴');
    await page.getByLabel('需要付出什么').fill('直签小组加班四周');
    await page.getByRole('button', { name: '存为情景' }).click();
    expect(await page.locator('thead th').allInnerTexts()).toHaveLength(4);
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByText('各目标期末').waitFor();
    expect(await page.locator('thead').innerText()).toContain('全力以赴');
    expect(await page.locator('tbody tr').last().innerText()).toContain('直签小组加班四周');
    await page.getByRole('button', { name: '试算“全力以赴”' }).click();
    expect(await resultOf(page, '采购成本贡献 −8 个点')).toContain('放弃');
  });

  it('becomes revisions with a reason where it is adopted, in part, as one step', async () => {
    await page.getByRole('button', { name: '采纳……' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('li').count()).toBe(4);
    await dialog.getByRole('checkbox', { name: /平台抽成上调/ }).uncheck();
    await dialog.getByRole('button', { name: '采纳 3 处改动' }).click();
    expect(await dialog.getByRole('alert').innerText()).toContain('理由');
    await dialog.getByLabel('理由').fill('供应商退出');
    await dialog.getByLabel('批准人').fill('陈启明');
    await dialog.getByRole('button', { name: '采纳 3 处改动' }).click();
    await page.getByText('已采纳 3 处改动，可用撤销收回。').waitFor();
    await page.keyboard.press('b');
    await page.locator('tbody .row').first().waitFor();
    expect(await page.locator('tbody .row', { hasText: '出厂缺陷降到 60 件' }).count()).toBe(1);
    await page.getByRole('link', { name: '新增付费客户 1,000 家' }).first().click();
    await page.getByText('供应商退出').first().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText('供应商退出').count()).toBe(0);
    await page.keyboard.press('b');
    await page.locator('tbody .row').first().waitFor();
    expect(await page.locator('tbody .row', { hasText: '出厂缺陷降到 60 件' }).count()).toBe(0);
    // Where no board is hosted, the browser says that there is no workspace.json.
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });
});

describe('a headwind that is noted on a KPI', () => {
  it('enters the forecast of the key result that reads it, and undo takes it out again', async () => {
    const { page } = await openExample();
    await page.getByRole('link', { name: '新增付费客户 1,000 家' }).first().click();
    const end = page.locator('dl div', { hasText: '预计期末' }).locator('dd').first();
    const before = await end.innerText();
    expect(await page.getByText(/^每周需要 94\.4 家，至今做到 66 家；历来最好的 4 周/).count()).toBe(1);
    await page.getByRole('button', { name: '+ 添加事件' }).click();
    await page.getByLabel('发生什么').fill('暑期促销');
    await page.getByLabel('影响多少').fill('12');
    await page.getByLabel('按什么算').selectOption({ label: '按数量（家）' });
    await page.getByRole('button', { name: '记下' }).click();
    await page.getByText('已计入预测').waitFor();
    expect(await page.getByText('新增付费客户自2026年8月29日起 +12 家').count()).toBe(1);
    await expect.poll(() => end.innerText()).not.toBe(before);
    expect(Number.parseInt(await end.innerText(), 10)).toBeGreaterThan(Number.parseInt(before, 10) + 40);
    await page.keyboard.press('Control+z');
    await expect.poll(() => end.innerText()).toBe(before);
    await page.context().close();
  });
});

describe('what-if elsewhere', () => {
  it('goes on after a reload, and never on another board', async () => {
    const { page } = await openExample({ locale: 'en' });
    await page.getByRole('link', { name: 'What-if' }).click();
    const box = page.getByRole('textbox', { name: /^1,000 new paying customers: Pace a week/ });
    await box.fill('120');
    await page.waitForTimeout(900);
    await page.reload();
    await expect.poll(() => headline(page)).toMatch(/^This change lifts the company from \d+% to \d+%$/);
    expect(await box.inputValue()).toBe('120');
    await page.getByRole('link', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Begin with an empty board' }).click();
    await page.locator('.drop .btn').nth(2).click();
    await page.getByRole('link', { name: 'What-if' }).click();
    await expect.poll(() => headline(page)).toMatch(/^If nothing changes/);
    await page.context().close();
  });

  it('plays scenarios that came with a link, and cannot change that board', async () => {
    const { page } = await openExample({ locale: 'zh-TW', permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('header a.btn').click();
    await page.getByRole('button', { name: '複製連結' }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const reader = await app.open({ locale: 'zh-TW', path: new URL(link).hash });
    await reader.page.locator('tbody .row').first().waitFor();
    await reader.page.keyboard.press('w');
    await reader.page.getByText('這個看板不能修改').waitFor();
    await reader.page.getByRole('button', { name: /^試算「/ }).click();
    expect(await headline(reader.page)).toMatch(/讓公司從 \d+% 升到 \d+%/);
    expect(await reader.page.getByRole('button', { name: '採納……' }).count()).toBe(0);
    await Promise.all([page.context().close(), reader.page.context().close()]);
  });

  it('speaks English, and goes back to nothing tried', async () => {
    const { page } = await openExample({ locale: 'en' });
    await page.getByRole('link', { name: 'What-if' }).click();
    await page.getByText('Objectives at the end').waitFor();
    const before = await headline(page);
    expect(before).toMatch(/^If nothing changes, the company ends at \d+%; \d of 16 key results have less than a 10% chance$/);
    await page.getByRole('textbox', { name: /^1,000 new paying customers: Pace a week/ }).fill('10');
    await expect.poll(() => headline(page)).toMatch(/^What is tried lowers the company from \d+% to \d+%$/);
    await page.getByRole('button', { name: 'Reset all' }).click();
    expect(await headline(page)).toBe(before);
    await page.context().close();
  });
});
