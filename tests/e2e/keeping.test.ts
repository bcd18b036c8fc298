import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { addObjective } from './support/drive.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

async function begin(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Begin with objectives' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText(title).first().waitFor();
}

/** Adds an objective in the tab that is looked at. */
async function add(page: Page, title: string): Promise<void> {
  await page.bringToFront();
  await addObjective(page, title);
}

/** Another tab of the same browser. */
async function another(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  tab.setDefaultTimeout(8_000);
  await tab.goto(app.url);
  return tab;
}

/** What is stored, read past the page: the record of the board, or what `change` makes of it. */
const record = (page: Page, change?: Readonly<Record<string, unknown>>) =>
  page.evaluate(
    (changed) =>
      new Promise<{ readonly revision: number; readonly schemaVersion: number; readonly workspace: { readonly objectives: unknown[] } }>(
        (resolve) => {
          const opening = indexedDB.open('leeway');
          opening.onsuccess = () => {
            const store = opening.result.transaction('workspace', 'readwrite').objectStore('workspace');
            const reading = store.get('document');
            reading.onsuccess = () => {
              const document = { ...reading.result, ...changed };
              if (changed) store.put(document, 'document');
              resolve(document);
            };
            store.transaction.oncomplete = () => opening.result.close();
          };
        },
      ),
    change,
  );
const saved = (page: Page, objectives: number) =>
  expect.poll(async () => (await record(page))?.workspace?.objectives.length).toBe(objectives);

describe('two tabs with the same board', () => {
  it('show the same at once, let one edit at a time, and lose no edit of either', async () => {
    const { page: one, complaints } = await app.open();
    await begin(one, 'One 0');
    await saved(one, 1);
    const two = await another(one);
    await two.getByText('One 0').first().waitFor();
    const [here, there] = [two, one].map((page) => page.getByRole('button', { name: 'Edit here' }));
    await here!.waitFor();
    expect(await two.getByRole('button', { name: 'Add objective' }).count()).toBe(0);
    expect(await violationsOf(two)).toEqual([]);
    await add(one, 'One 1');
    await two.getByText('One 1').first().waitFor();
    // The last edit is handed over before it was saved.
    await add(one, 'One 2');
    await here!.click();
    await two.getByText('One 2').first().waitFor();
    await add(two, 'Two 1');
    await one.getByText('Two 1').first().waitFor();
    expect(await one.getByRole('button', { name: 'Add objective' }).count()).toBe(0);
    await there!.click();
    await add(one, 'One 3');
    await one.close();
    // Nobody else writes any more: the tab that is left takes over by itself.
    await add(two, 'Two 2');
    await saved(two, 6);
    for (const title of ['One 0', 'One 1', 'One 2', 'One 3', 'Two 1', 'Two 2'])
      expect(await two.getByText(title).first().isVisible()).toBe(true);
    expect(complaints.filter((line) => !line.includes('404'))).toEqual([]);
    await two.context().close();
  });

  it('compare each save where there are no locks: who comes too late keeps his edits and decides', async () => {
    const { page: one } = await app.open();
    await one.context().addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }));
    await one.reload();
    await begin(one, 'First');
    await saved(one, 1);
    const two = await another(one);
    await add(two, 'From two');
    await one.getByText('From two').first().waitFor();
    // The news do not arrive, as when both type in the same moment.
    await record(two, { revision: 99 });
    await add(one, 'From one');
    await one.getByText('changed in another tab').waitFor();
    const downloading = one.waitForEvent('download');
    await one.getByRole('button', { name: 'Save mine as a file' }).click();
    expect((await downloading).suggestedFilename()).toBe('leeway.json');
    await one.getByRole('button', { name: 'Take the other' }).click();
    await expect.poll(() => one.getByText('From one').count()).toBe(0);
    await add(one, 'Once more');
    await saved(one, 3);
    await one.context().close();
  });
});

describe('a board that cannot be kept', () => {
  it('stays on the screen with a warning when the disk is full, and is saved as soon as there is room', async () => {
    const { page } = await app.open();
    await begin(page, 'Kept');
    await saved(page, 1);
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      Object.assign(globalThis, { room: () => void (IDBObjectStore.prototype.put = put) });
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await add(page, 'Not kept yet');
    const warning = page.getByText('no room left');
    await warning.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download workspace' }).click();
    const stream = await (await downloading).createReadStream();
    let text = '';
    for await (const part of stream) text += String(part);
    expect(text).toContain('Not kept yet');
    // What only this tab has is not given away.
    const other = await another(page);
    await other.getByRole('button', { name: 'Edit here' }).click();
    await other.getByText('has changes that it cannot save').waitFor();
    await other.close();
    await page.evaluate(() => (globalThis as unknown as { room: () => void }).room());
    await warning.waitFor({ state: 'detached' });
    await saved(page, 2);
    await page.context().close();
  });

  it('is said to be kept nowhere where the browser stores nothing', async () => {
    const { page } = await app.open();
    await page.context().addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('private', 'SecurityError');
      };
    });
    await page.reload();
    await page.getByText('Nothing is kept here').waitFor();
    await page.context().close();
  });

  it('of a newer version is shown and never written over; one that nobody can read is kept for a download', async () => {
    const { page } = await app.open();
    await begin(page, 'From the future');
    await saved(page, 1);
    await record(page, { schemaVersion: 99, revision: 7 });
    await page.reload();
    await page.getByText('A newer version of Leeway saved this board').waitFor();
    await page.getByText('From the future').first().waitFor();
    expect(await page.getByRole('button', { name: 'Add objective' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Map' }).click();
    expect(await record(page)).toMatchObject({ schemaVersion: 99, revision: 7 });

    await record(page, { schemaVersion: 2, workspace: { objectives: 'damaged' } });
    await page.goto(`${app.url}#/board`);
    await page.reload();
    await page.getByText('cannot be read. It is kept').waitFor();
    await begin(page, 'Begun anew');
    await saved(page, 1);
    await page.goto(`${app.url}#/history`);
    const downloading = page.waitForEvent('download');
    await page.getByRole('listitem').filter({ hasText: 'Kept aside' }).getByRole('button', { name: 'Download' }).click();
    const stream = await (await downloading).createReadStream();
    let text = '';
    for await (const part of stream) text += String(part);
    expect(text).toContain('"objectives":"damaged"');
    await page.context().close();
  });
});

it('earlier states are looked at, restored as one step, and the step is undone', async () => {
  const { page } = await app.open();
  await begin(page, 'Before');
  await saved(page, 1);
  await add(page, 'After');
  await saved(page, 2);
  await page.getByRole('link', { name: 'Share' }).click();
  await page.getByText('Never saved as a file').waitFor();
  await page.getByRole('link', { name: 'Earlier states' }).click();
  const state = page.locator('main ol > li').first();
  await state.getByText('1 objective fewer than now').waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await state.getByRole('button', { name: /^Look at it/ }).click();
  await page.getByText('as it was earlier, read-only').waitFor();
  expect(await page.getByText('After').count()).toBe(0);
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByText('After').first().waitFor();
  await page.goBack();
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click();
  await page.getByText('After').first().waitFor({ state: 'detached' });
  await page.getByText('Before').first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('After').first().waitFor();
  await page.context().close();
});
