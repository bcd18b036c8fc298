import type { Page } from 'playwright';

/** A day on which the report of company.ts is fresh. */
export const TODAY = '2026-08-24';

export interface NamedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const csvFile = (buffer: Buffer, name = '运营周报.csv'): NamedFile => ({ name, mimeType: 'text/csv', buffer });
export const xlsxFile = (buffer: Buffer, name = 'monthly.xlsx'): NamedFile => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
});

/** Chooses a file as a person would, and waits until it was read or refused. */
export async function choose(page: Page, file: NamedFile): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ ...file });
  await page.locator('main h1').first().waitFor();
  await page.locator('main footer .primary:enabled, [role=alert]').first().waitFor();
}

/** Takes what was understood into the workspace. */
export async function accept(page: Page): Promise<void> {
  await page.locator('main footer .primary').click();
  await page.locator('main h1').first().waitFor();
}

export async function replayOn(page: Page, day: string): Promise<void> {
  await page.getByLabel(/As of|截至/).fill(day);
  await page.getByLabel(/As of|截至/).press('Enter');
}

/** Adds an objective from the board. */
export async function addObjective(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Add objective' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export interface WantedKeyResult {
  readonly title: string;
  readonly kpi: string;
  readonly baseline: string;
  readonly target: string;
  readonly start: string;
  readonly due: string;
}

/** Adds a key result to the first objective and links it. */
export async function addKeyResult(page: Page, wanted: WantedKeyResult): Promise<void> {
  await page
    .getByRole('button', { name: /^Add key result:/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill(wanted.title);
  await dialog.getByLabel('Start').fill(wanted.start);
  await dialog.getByLabel('Due', { exact: true }).fill(wanted.due);
  await dialog.getByRole('combobox', { name: 'KPI' }).selectOption({ label: wanted.kpi });
  await dialog.getByRole('textbox', { name: 'Baseline' }).fill(wanted.baseline);
  await dialog.getByRole('textbox', { name: 'Target', exact: true }).fill(wanted.target);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
}
