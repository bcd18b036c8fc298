import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { monthlyWorkbook, weeklyCsv } from './support/company.ts';
import { accept, addKeyResult, addObjective, choose, csvFile, replayOn, TODAY, xlsxFile } from './support/drive.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open());
});
afterAll(() => app.stop());

const quarter = { start: '2026-07-01', due: '2026-09-30' };
const row = (name: RegExp) => page.getByRole('row', { name });
const toBoard = () => page.getByRole('link', { name: 'Board' }).first().click();

describe('from a spreadsheet to a verdict, in one sitting', () => {
  it('imports the weekly report and links three key results to it', async () => {
    await choose(page, csvFile(weeklyCsv()));
    await accept(page);
    await replayOn(page, TODAY);
    await toBoard();
    await addObjective(page, 'Keep customers happy');
    await addKeyResult(page, { title: 'First response time 48 to 24', kpi: '首次响应时间', baseline: '48', target: '24', ...quarter });
    await addKeyResult(page, { title: 'Trial conversion 3.2% to 4.5%', kpi: '试用转化率', baseline: '3.2%', target: '4.5%', ...quarter });
    await addKeyResult(page, { title: '1,000 new customers', kpi: '新增付费客户', baseline: '0', target: '1000', ...quarter });
    expect(await page.locator('main h1').innerText()).toMatch(/^Of 3 key results, 2 are really off course$/);
  });

  it('says which one jumped, which one stands still, and that the volatile one is fine', async () => {
    expect(await row(/First response time/).innerText()).toContain('level shift');
    expect(await row(/Trial conversion/).innerText()).toMatch(/behind|reversed/);
    expect(await row(/1,000 new customers/).innerText()).toMatch(/on plan|volatile|ahead/);
    const attention = page.getByRole('region', { name: 'Needs attention' });
    expect(await attention.innerText()).toMatch(/Jumped about .* and has not come back/);
  });

  it('filters by status and takes the filter back', async () => {
    await page.getByRole('button', { name: /On track/ }).click();
    expect(await page.locator('tbody .row').count()).toBe(1);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(await page.locator('tbody .row').count()).toBe(3);
  });

  it('replays the board: before the jump nothing was off course', async () => {
    await replayOn(page, '2026-07-20');
    await expect.poll(() => row(/First response time/).innerText()).not.toContain('level shift');
    await replayOn(page, TODAY);
    await expect.poll(() => row(/First response time/).innerText()).toContain('level shift');
  });

  it('undoes and redoes an edit', async () => {
    await addObjective(page, 'A slip of the mind');
    await page.getByText('A slip of the mind').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.getByText('A slip of the mind').count()).toBe(0);
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByText('A slip of the mind').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByText('A slip of the mind').count()).toBe(0);
  });

  it('refuses a goal that cannot be reached for, beside the field, and keeps what was typed', async () => {
    await page.getByRole('button', { name: 'Edit: First response time 48 to 24' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Target', exact: true }).fill('48');
    await dialog.getByRole('button', { name: 'Save' }).click();
    expect(await dialog.getByText(/Baseline and target are the same/).isVisible()).toBe(true);
    expect(await dialog.getByRole('textbox', { name: 'Target', exact: true }).inputValue()).toBe('48');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('shows the chart, the reasons and the cells of a key result', async () => {
    await page.getByRole('link', { name: 'First response time 48 to 24' }).first().click();
    await page.locator('canvas').waitFor();
    const main = await page.locator('main').innerText();
    expect(main).toMatch(/Jumped about/);
    expect(main).toContain('运营周报.csv');
    expect(main).toContain('D36');
    await page.getByText(/Leeway first called it off track on/).waitFor();
    await page.getByText('Table of points').click();
    expect(await page.locator('details tbody tr').count()).toBeGreaterThan(30);
  });

  it('answers what-if while the slider moves, and resets', async () => {
    const result = page.locator('.result');
    await page.getByRole('slider', { name: /^Target/ }).press('End');
    await expect.poll(() => result.innerText()).toMatch(/Chance .* → /);
    const before = await result.innerText();
    await page.getByRole('slider', { name: /^Pace/ }).press('End');
    await expect.poll(() => result.innerText()).not.toBe(before);
    expect(await result.innerText()).toMatch(/objective \d+% → /);
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => result.innerText()).toBe('');
  });

  it('saves a scenario and adopts a new target with a reason; the old one stays on record', async () => {
    const target = page.getByRole('slider', { name: /^Target/ });
    for (let i = 0; i < 20; i++) await target.press('ArrowRight');
    await page.getByLabel('Name of the scenario').fill('Softer');
    await page.getByRole('button', { name: 'Save as scenario' }).click();
    await page.getByText('Softer').waitFor();
    await page.getByRole('button', { name: /^Adopt with a reason/ }).click();
    await page.getByRole('button', { name: 'Adopt as revision' }).click();
    expect(await page.getByText(/Say why/).isVisible()).toBe(true);
    await page.getByLabel('Reason').fill('New ticket system until autumn');
    await page.getByRole('button', { name: 'Adopt as revision' }).click();
    await page.getByText('New ticket system until autumn').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Changed: 24 .*→/);
    expect(await page.getByText('earlier plan').isVisible()).toBe(true);
  });

  it('keeps a check-in', async () => {
    await page.getByRole('button', { name: /Add a check-in/ }).click();
    await page.getByLabel('Note', { exact: true }).fill('Switched the ticket system');
    await page.getByLabel(/^Confidence/).fill('4');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Switched the ticket system').waitFor();
    expect(await page.locator('main').innerText()).toContain('confidence 4/10');
  });

  it('is all there again after a reload', async () => {
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByText('Switched the ticket system').waitFor();
    await page.getByText('New ticket system until autumn').waitFor();
    await toBoard();
    await page.locator('tbody .row').first().waitFor();
    expect(await page.locator('tbody .row').count()).toBe(3);
  });

  it('understands OKRs pasted as text, lets them be corrected, and adds them', async () => {
    await page.getByRole('link', { name: 'Paste OKRs as text' }).click();
    await page
      .getByRole('textbox', { name: 'Paste OKRs as text' })
      .fill('O: Deliver on time\nKR: on-time delivery from 88% to 95% by 30 Sep\nKR：返工率从8%降到5%');
    await page.getByText('Understood: 1 objective, 2 key results').waitFor();
    expect(await page.getByLabel('Target').nth(1).inputValue()).toBe('5%');
    await page.getByLabel('Target').nth(1).fill('4%');
    await page.getByLabel('Target').nth(1).blur();
    await page.getByRole('button', { name: 'Add 2 key results' }).click();
    await page.getByText('Deliver on time').waitFor();
    expect(await page.getByRole('row', { name: /返工率/ }).innerText()).toContain('4%');
  });

  it('makes a key result straight from a KPI, asking for the objective first where there is none', async () => {
    const { page: fresh } = await app.open();
    await choose(fresh, csvFile(weeklyCsv()));
    await accept(fresh);
    await fresh.getByRole('button', { name: 'Make a key result' }).nth(1).click();
    const dialog = fresh.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Convert more trials');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await fresh.getByRole('heading', { name: 'Add key result' }).waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('试用转化率');
    await dialog.getByRole('textbox', { name: 'Baseline' }).fill('3.2');
    await dialog.getByRole('textbox', { name: 'Target', exact: true }).fill('4.5');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await fresh.getByRole('link', { name: 'Board' }).first().click();
    expect(await fresh.getByRole('row', { name: /试用转化率/ }).innerText()).toContain('4.5%');
    await fresh.context().close();
  });

  it('begins afresh, and takes that back', async () => {
    await page.getByRole('link', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Begin with an empty board' }).click();
    await page.getByRole('button', { name: 'Try the example' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Deliver on time').waitFor();
  });

  it('links a column of a file, kept to one department', async () => {
    const { page: fresh } = await app.open();
    await choose(fresh, xlsxFile(monthlyWorkbook()));
    await accept(fresh);
    await fresh.getByRole('link', { name: 'Board' }).first().click();
    await addObjective(fresh, 'Sell');
    await fresh.getByRole('button', { name: /^Add key result:/ }).click();
    const dialog = fresh.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Revenue of the sales team');
    await dialog.getByRole('combobox', { name: 'KPI' }).selectOption({ label: 'From a column of a file…' });
    await dialog.getByRole('combobox', { name: 'Column' }).selectOption({ label: 'Revenue' });
    await dialog.getByRole('combobox', { name: 'Department' }).selectOption('Sales');
    await dialog.getByRole('button', { name: 'Use this column' }).click();
    expect(await dialog.getByText(/20 points by month/).isVisible()).toBe(true);
    expect(await dialog.getByRole('combobox', { name: 'KPI' }).locator('option:checked').innerText()).toBe('Revenue · Sales');
    await fresh.context().close();
  });
});
