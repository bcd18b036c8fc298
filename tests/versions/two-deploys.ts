import { strict as assert } from 'node:assert';
import type { Page } from 'playwright';
import { DIST } from '../e2e/support/app.ts';
import { addObjective } from '../e2e/support/drive.ts';
import { NEWER_TITLE } from './newer-build.ts';
import { another, everythingStored, expectWhole, openExample, walk, type Site } from './site.ts';

const cacheCount = (page: Page) => page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith('shared')).length);

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Another version is put in the place of the one that a reader has open: nobody sees a mixture of both, nor loses an edit. */
export async function twoDeploys(site: Site, newer: string, tell: (step: string) => void): Promise<void> {
  site.deploy(DIST);
  const { page, complaints } = await site.app.open({ serviceWorkers: 'allow' });
  const title = await page.title();
  await until('the worker', () => page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated'));
  site.deploy(newer);
  await openExample(page);
  await walk(page);
  tell('the page of the first visit finds all its parts after the host has been updated');

  await page.reload();
  await page.getByText('A new version of Leeway is ready').waitFor();
  assert.equal(await page.title(), title);
  await walk(page);
  await expectWhole(page, DIST);
  tell('the version before stays whole, file by file, while the newer one waits');

  const other = await another(page.context(), site.app.url);
  assert.equal(await other.title(), title);
  await other.locator('main tbody .row').first().waitFor();
  // Chromium puts the change off, for up to five minutes, where another tab is just being loaded.
  await other.waitForLoadState('networkidle');
  await page.bringToFront();
  await page.getByRole('button', { name: 'Use it now' }).click();
  await until('the newer version', async () => (await page.title()) === NEWER_TITLE);
  await page.locator('main tbody .row').first().waitFor();
  await walk(page);
  await expectWhole(page, newer);
  tell('the newer version is whole once it is taken');

  assert.equal(await other.title(), title);
  await walk(other);
  await expectWhole(other, DIST, /^assets\//);
  tell('another tab that still shows the version before finds all of its parts');

  if (await page.getByRole('button', { name: 'Edit here' }).count()) await page.getByRole('button', { name: 'Edit here' }).click();
  await page.bringToFront();
  await addObjective(page, 'Written by the newer version');
  await other.getByText('A newer version of Leeway saved this board').waitFor();
  const before = await everythingStored(other);
  assert.match(before, /Written by the newer version/);
  await other.bringToFront();
  await other.getByRole('button', { name: 'Edit here' }).click();
  await other.getByRole('button', { name: 'Edit here' }).waitFor({ state: 'detached' });
  assert.equal(await other.getByRole('button', { name: 'Add objective' }).count(), 0);
  await walk(other);
  assert.equal(await everythingStored(other), before);
  tell('that tab then only looks at what the newer version saves');

  await other.reload();
  assert.equal(await other.title(), NEWER_TITLE);
  await page.close();
  await other.reload();
  await until('one cache', async () => (await cacheCount(other)) === 1);
  await other.getByText('Written by the newer version').first().waitFor();
  await other.getByRole('button', { name: 'Add objective' }).waitFor();
  assert.deepEqual(
    complaints.filter((line) => !line.includes('404')),
    [],
  );
  tell('the version before goes with its last tab');
  await other.context().close();
}
