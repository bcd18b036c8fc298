import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/domain/workspace.ts';
import { LEVELS } from '../../src/domain/objective.ts';
import { boardOf } from '../bench/board.ts';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { openFile } from './support/board-file.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const DAY = '2022-02-27';

/** A company objective, departments below it, teams below these; one objective hangs in the air, two are aligned across. */
function company(objectives: number, keyResults: number): { workspace: Workspace; open: (page: Page) => Promise<void> } {
  const { workspace, dataset } = boardOf({ objectives, keyResults, grain: 'week', points: 60, since: 26 });
  const departments = Math.ceil((objectives - 1) / 6);
  const shaped = workspace.objectives.map((objective, i) => ({
    ...objective,
    title: i === 0 ? '公司目标' : i <= departments ? `部门目标 ${i}` : `团队目标 ${i}`,
    owner: `负责人 ${i}`,
    level: LEVELS[i === 0 ? 0 : i <= departments ? 1 : 2]!,
    parentId: i === 0 || i === objectives - 1 ? null : workspace.objectives[i <= departments ? 0 : 1 + (i % departments)]!.id,
    ...(i === 1 ? { alignedWith: [{ objectiveId: workspace.objectives[departments + 2]!.id, note: '同一批代理商' }] } : {}),
  }));
  const board = { ...workspace, objectives: shaped };
  return {
    workspace: board,
    open: async (page) => {
      await openFile(page, board, [dataset]);
      await page.getByLabel(/截至/).fill(DAY);
      await page.getByLabel(/截至/).press('Enter');
      await page.keyboard.press('Escape');
      await page.getByRole('navigation').getByRole('link', { name: '地图' }).click();
      await page.getByRole('list', { name: '目标拆解' }).waitFor();
    },
  };
}
const tree = (page: Page) => page.getByRole('list', { name: '目标拆解' });
const node = (page: Page, title: string) =>
  page.locator('[data-objective]').filter({ has: page.locator('> .node .objective', { hasText: new RegExp(`^${title}$`) }) });

describe('the map of a company', () => {
  it('shows the cascade with figures, finds what hangs in the air, and leads to board and key result', async () => {
    const { page, complaints } = await app.open({ locale: 'zh-CN' });
    await company(8, 10).open(page);
    expect(await page.locator('h1').textContent()).toMatch(/\d+ 条主线/);
    expect(await node(page, '公司目标').locator('[data-objective]').count(), 'everything but the orphan hangs below').toBe(6);
    const orphans = page.locator('section', { hasText: '没有上级的目标' });
    expect(await orphans.locator('li').allTextContents()).toEqual([expect.stringContaining('团队目标 7')]);
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page), 'dark').toEqual([]);

    await node(page, '部门目标 2').locator('> .node .figure').first().click();
    await page.locator('h1').waitFor();
    expect(page.url()).toContain('#/key-result/');
    await page.goBack();
    await node(page, '部门目标 2').locator('> .node .objective').click();
    const row = page.locator('tr.objective.asked');
    await row.waitFor();
    expect(await row.textContent()).toContain('部门目标 2');
    expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
    await page.context().close();
  });

  it('is walked with the arrow keys, and stays folded when another screen came in between', async () => {
    const { page } = await app.open({ locale: 'zh-CN' });
    await company(8, 10).open(page);
    await page.keyboard.press('Tab');
    await node(page, '公司目标').locator('> .node .objective').focus();
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('部门目标 1');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(), 'closed first, then out').toBe('公司目标');
    expect(await node(page, '部门目标 1').locator('[data-objective]').count()).toBe(0);
    await page.keyboard.press('End');
    expect(await focused()).toBe('团队目标 7');
    await page.keyboard.press('Home');
    expect(await focused()).toBe('公司目标');
    await page.keyboard.press('b');
    await page.locator('tbody .row').first().waitFor();
    await page.keyboard.press('m');
    await tree(page).waitFor();
    expect(await node(page, '部门目标 1').locator('[data-objective]').count(), 'still folded').toBe(0);
    await page.getByRole('button', { name: '全部展开' }).click();
    expect(await node(page, '部门目标 1').locator('[data-objective]').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('draws one curve for a pair, says it in words where there is no room, and lets a person align two objectives', async () => {
    const { page } = await app.open({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    await company(8, 10).open(page);
    const curves = page.locator('.over path');
    await curves.first().waitFor();
    expect(await curves.count()).toBe(1);
    expect(await page.locator('.over p').textContent()).toBe('同一批代理商');

    await page.getByRole('navigation').getByRole('link', { name: '看板' }).click();
    await page
      .getByRole('button', { name: '编辑: 团队目标 7' })
      .or(page.getByRole('button', { name: /^编辑.*团队目标 7$/ }))
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '添加对齐的目标' }).click();
    await dialog.getByRole('combobox', { name: '横向对齐' }).selectOption({ label: '部门目标 2' });
    await dialog.getByRole('textbox', { name: '两者有什么关系' }).fill('共用一个仓库');
    expect(await violationsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('navigation').getByRole('link', { name: '地图' }).click();
    await curves.nth(1).waitFor();
    expect((await page.locator('.over p').allTextContents()).sort()).toEqual(['共用一个仓库', '同一批代理商']);
    await page.getByRole('button', { name: '撤销' }).click();
    await curves.nth(1).waitFor({ state: 'detached' });
    await page.context().close();

    const phone = await app.open({ locale: 'zh-CN', viewport: { width: 320, height: 700 } });
    await company(8, 10).open(phone.page);
    expect(await phone.page.locator('.over').isVisible()).toBe(false);
    await phone.page.getByText('同一批代理商').first().waitFor();
    const sideways = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    await phone.page.context().close();
  });
});

describe('the map of three hundred key results', () => {
  it('begins with the teams folded but the worst open, and nothing overlaps, then or with all of them open', async () => {
    const { page } = await app.open({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    await company(60, 300).open(page);
    await page.getByText(/正在判断/).waitFor({ state: 'detached', timeout: 30_000 });
    await node(page, '团队目标 58').waitFor();
    const nodes = page.locator('[data-objective]');
    expect(await nodes.count()).toBe(60);
    const open = await page.locator('[data-objective].leaf > .node .rows').count();
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThan(10);
    const overlaps = () =>
      page.evaluate(() => {
        const boxes = [...document.querySelectorAll('[data-objective] > .node')].map((element) => element.getBoundingClientRect());
        const over = (a: DOMRect, b: DOMRect) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => over(a, b))).length;
      });
    expect(await overlaps()).toBe(0);
    await page.getByRole('button', { name: '全部展开' }).click();
    await page.locator('[data-objective] .figure').nth(299).waitFor();
    expect(await overlaps()).toBe(0);
    await page.context().close();
  });
});
