import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { weeklyCsv } from './support/company.ts';
import { accept, addKeyResult, addObjective, choose, csvFile, replayOn, TODAY } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  // A host by its name over plain http: what browsers call an insecure context.
  app = await startApp({}, '/okr/', { host: 'intranet.example' });
});
afterAll(() => app.stop());

it('on an intranet without https the page does all it can, says what is missing, and keeps the work', async () => {
  const { page, complaints } = await app.open();
  expect(await page.evaluate(() => [window.isSecureContext, 'subtle' in crypto, 'locks' in navigator, 'clipboard' in navigator])).toEqual([
    false,
    false,
    false,
    false,
  ]);
  await choose(page, csvFile(weeklyCsv()));
  await accept(page);
  await replayOn(page, TODAY);
  await page.getByRole('link', { name: 'Board' }).first().click();
  await addObjective(page, 'Grow');
  const title = 'Trial conversion 3.2% to 4.5%';
  await addKeyResult(page, { title, kpi: '试用转化率', baseline: '3.2%', target: '4.5%', start: '2026-07-01', due: '2026-09-30' });
  await page.getByRole('link', { name: 'What-if' }).click();
  await page.getByRole('slider').first().waitFor();

  await page.getByRole('link', { name: 'Share' }).click();
  await page.getByRole('heading', { name: 'What is missing here' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('withhold these from pages that were opened without https');
  expect(await page.getByLabel('Protect with a passphrase').isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: '✓ Copied' }).waitFor();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.waitForTimeout(600);
  await page.reload();
  await page.getByRole('link', { name: 'Board' }).first().click();
  await page.getByRole('link', { name: title }).first().waitFor();

  await page.goto('about:blank');
  await page.goto(link);
  await page.getByText('You are looking at a shared board').waitFor();
  await page.getByRole('link', { name: title }).first().waitFor();
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);

  // A board behind a passphrase cannot be opened here: that is said, not tried.
  await page.goto('about:blank');
  await page.goto(`${app.url}#k1e.a`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase').fill('any');
  await dialog.getByRole('button', { name: 'Open', exact: true }).click();
  await dialog.getByText(/cut off|without https/).waitFor();
});
