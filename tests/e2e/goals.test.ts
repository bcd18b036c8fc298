import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { addObjective, replayOn, TODAY } from './support/drive.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open());
  await page.getByRole('button', { name: 'Begin with objectives' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Deliver reliably');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await replayOn(page, TODAY);
});
afterAll(() => app.stop());

const dialog = () => page.getByRole('dialog');
const save = async () => {
  await dialog().getByRole('button', { name: 'Save', exact: true }).click();
  await dialog().waitFor({ state: 'detached' });
};
async function begin(title: string, kind: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add key result: Deliver reliably' }).click();
  await dialog().getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog().getByLabel('Start').fill('2026-07-01');
  await dialog().getByLabel('Due', { exact: true }).first().fill('2026-09-30');
  await dialog().getByRole('radio', { name: kind }).check();
}
const titles = () => page.locator('tbody .row th a').allInnerTexts();

describe('every kind of goal, by hand', () => {
  it('a checklist: done steps count', async () => {
    await begin('Website 2.0', /^Milestones/);
    for (const [title, due] of [
      ['Design', '2026-07-31'],
      ['Launch', '2026-09-15'],
    ] as const) {
      await dialog().getByRole('button', { name: 'Add a step' }).click();
      await dialog().getByLabel('Step', { exact: true }).last().fill(title);
      await dialog().getByLabel('Due', { exact: true }).last().fill(due);
    }
    await dialog().getByRole('checkbox', { name: 'Done' }).first().check();
    await save();
    expect(await page.getByRole('row', { name: /Website 2.0/ }).innerText()).toMatch(/1\s*\/ 2/);
  });

  it('a path in phases, with values from check-ins', async () => {
    await begin('Shops opened remotely', /^Manual/);
    await dialog().getByRole('textbox', { name: 'Baseline' }).fill('0');
    await dialog().getByRole('textbox', { name: 'Target', exact: true }).fill('40');
    await dialog().getByRole('radio', { name: 'Phased targets' }).check();
    await dialog().getByLabel('By', { exact: true }).fill('2026-08-31');
    await dialog().getByRole('textbox', { name: 'Target then' }).fill('10');
    await save();
    await page.getByRole('link', { name: 'Shops opened remotely' }).click();
    for (const [day, value] of [
      ['2026-07-20', '3'],
      ['2026-08-17', '8'],
    ] as const) {
      await page.getByLabel('Day', { exact: true }).fill(day);
      await page.getByLabel('Current').fill(value);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect.poll(() => page.getByLabel('Current').inputValue()).toBe('');
    }
    const facts = await page.locator('dl').innerText();
    expect(facts).toContain('20%');
    await page.getByRole('link', { name: 'Board' }).first().click();
    expect(await page.getByRole('row', { name: /Shops opened remotely/ }).innerText()).toContain('8');
  });

  it('limits to keep, refused while both are empty', async () => {
    await begin('Utilisation', /^Keep/);
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    expect(await dialog().getByText('Enter at least one limit.').isVisible()).toBe(true);
    await dialog().getByRole('textbox', { name: 'At least' }).fill('85%');
    await save();
    expect(await page.getByRole('row', { name: /Utilisation/ }).innerText()).toContain('≥');
  });

  it('reorders and deletes, and both can be undone', async () => {
    expect(await titles()).toEqual(['Website 2.0', 'Shops opened remotely', 'Utilisation']);
    await page.getByRole('button', { name: 'Edit: Utilisation' }).click();
    await dialog().getByRole('button', { name: /Up$/ }).click();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    expect(await titles()).toEqual(['Website 2.0', 'Utilisation', 'Shops opened remotely']);
    await page.getByRole('button', { name: 'Edit: Website 2.0' }).click();
    await dialog().getByRole('button', { name: 'Delete', exact: true }).click();
    expect(await titles()).toEqual(['Utilisation', 'Shops opened remotely']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(titles).toEqual(['Website 2.0', 'Shops opened remotely', 'Utilisation']);
  });

  it('an objective below another, and never above itself', async () => {
    await addObjective(page, 'Supply on time');
    await page.getByRole('button', { name: 'Edit: Supply on time' }).click();
    await dialog().getByRole('combobox', { name: 'Serves objective' }).selectOption({ label: 'Deliver reliably' });
    await save();
    await page.getByRole('button', { name: 'Edit: Deliver reliably' }).click();
    await dialog().getByRole('combobox', { name: 'Serves objective' }).selectOption({ label: 'Supply on time' });
    await dialog().getByRole('button', { name: 'Save', exact: true }).click();
    expect(await dialog().getByText('An objective cannot be above itself.').isVisible()).toBe(true);
    await dialog().getByRole('button', { name: 'Cancel' }).click();
  });
});

describe('single-letter keys', () => {
  it('go to the board, unless they were switched off, also after a reload', async () => {
    const path = () => new URL(page.url()).hash;
    await page.getByRole('link', { name: 'KPIs' }).click();
    await page.keyboard.press('b');
    await expect.poll(path).toBe('#/board');
    await page.getByRole('button', { name: 'Single-letter keys' }).click();
    await page.getByRole('link', { name: 'KPIs' }).click();
    await page.keyboard.press('b');
    await page.waitForTimeout(100);
    expect(path()).toBe('#/kpis');
    await page.reload();
    expect(await page.getByRole('button', { name: 'Single-letter keys' }).getAttribute('aria-pressed')).toBe('false');
  });
});
