import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIST, startApp, type App } from './support/app.ts';
import { monthlyWorkbook, weeklyCsv } from './support/company.ts';
import { accept, addObjective, choose, csvFile } from './support/drive.ts';

/** Files that are laid over the built ones: a later deploy changes them. */
const deployed: Record<string, string> = {};
let app: App;
beforeAll(async () => {
  app = await startApp(deployed, '/team/okr/');
});
afterAll(() => app.stop());

const built = (file: string) => readFileSync(path.join(DIST, file), 'utf8');
/** Another version of the page: another title, and another list of files. */
function deploy(name: string): void {
  deployed['index.html'] = built('index.html').replace(/<title>.*<\/title>/, `<title>${name}</title>`);
  deployed['sw.js'] = built('sw.js').replace(/"version":"[^"]*"/, `"version":"${name}"`);
}
/** What becomes of the version that the host has now: taken in ('installed') or not ('redundant'). */
const fateOfUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await (await navigator.serviceWorker.getRegistration())!.update();
    const fresh = registration.installing ?? registration.waiting!;
    while (fresh.state === 'installing') await new Promise((resolve) => fresh.addEventListener('statechange', resolve, { once: true }));
    return fresh.state;
  });
/** Counts how often the browser is asked not to clear the board away. */
function countPersist(): void {
  StorageManager.prototype.persist = () =>
    Promise.resolve((Object.assign(globalThis, { asked: ((globalThis as { asked?: number }).asked ?? 0) + 1 }), false));
}
const asked = (page: Page) => page.evaluate(() => (globalThis as { asked?: number }).asked ?? 0);
/** Remembers what takes the files that an installed page is started with, as the system does. Runs in the page. */
function fakeLaunchQueue(): void {
  const launchQueue = { setConsumer: (consumer: unknown) => void Object.assign(window, { consumer }) };
  Object.defineProperty(window, 'launchQueue', { value: launchQueue });
}
/** Starts the page with a file: a real handle, of the browser's own folder. */
const launch = (page: Page, name: string, file: Buffer) =>
  page.evaluate(
    async ([called, bytes]) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(called, { create: true });
      const stream = await handle.createWritable();
      await stream.write(Uint8Array.from(bytes));
      await stream.close();
      (window as unknown as { consumer(launched: object): void }).consumer({ files: [handle] });
    },
    [name, [...file]] as const,
  );
const isReady = (page: Page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

describe('the page without a network', () => {
  it('opens with its board, and reads a file', async () => {
    const own = await startApp({}, '/team/okr/');
    const { page } = await own.open({ serviceWorkers: 'allow' });
    await page.addInitScript(countPersist);
    await page.evaluate(countPersist);
    await page.getByRole('button', { name: 'Begin with objectives' }).click();
    await page.getByRole('dialog').getByLabel('Title').fill('Kept offline');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => isReady(page), { timeout: 8_000 }).toBe('activated');
    const kept = await page.evaluate(async () => (await (await caches.open((await caches.keys())[0]!)).keys()).map(({ url }) => url));
    expect(kept.filter((url) => /workspace\.json|\.(csv|xlsx)$/.test(url))).toEqual([]);
    await own.unplug();
    // Also the page of the first visit, which the worker did not deliver, finds its parts.
    await page.getByRole('link', { name: 'Share' }).click();
    await page.getByText('Never saved as a file').waitFor();
    // Firefox asks the reader in turn: what was only typed is no reason.
    expect(await asked(page)).toBe(0);
    await page.goto(own.url);
    await page.getByText('Kept offline').first().waitFor();
    await choose(page, csvFile(weeklyCsv()));
    await accept(page);
    await expect.poll(() => asked(page)).toBe(1);
    await page.getByRole('link', { name: 'KPIs' }).click();
    await page.locator('main tbody tr').first().waitFor();
    expect(await page.locator('main tbody th input').count()).toBeGreaterThan(1);
    await own.stop();
  });
});

describe('a newer version', () => {
  it('waits until it is taken, never mixes with the one before, and can be switched off altogether', async () => {
    deploy('first');
    const { page } = await app.open({ serviceWorkers: 'allow' });
    await expect.poll(() => isReady(page), { timeout: 8_000 }).toBe('activated');
    // In the midst of an update the host has the list of one version and the page of another.
    deploy('half');
    deployed['index.html'] = deployed['index.html']!.replace(/assets\/index-[^"]+/, 'assets/index-other.js');
    expect(await fateOfUpdate(page)).toBe('redundant');
    deploy('second');
    await page.reload();
    const banner = page.getByText('A new version of Leeway is ready');
    await banner.waitFor();
    expect(await page.title()).toBe('first');
    const another = await page.context().newPage();
    await another.goto(app.url);
    expect(await another.title()).toBe('first');
    await another.close();
    await page.getByRole('button', { name: 'Use it now' }).click();
    await expect.poll(() => page.title()).toBe('second');
    await expect.poll(async () => (await cacheNames(page)).map((name) => name.split(' ').at(-1))).toEqual(['second']);
    await page.getByRole('button', { name: 'Begin with objectives' }).click();
    await page.getByRole('dialog').getByLabel('Title').fill('Afterwards');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await addObjective(page, 'Still works');
    deployed['sw-off.json'] = '{ "off": true }';
    await page.reload();
    await expect.poll(() => cacheNames(page)).toEqual([]);
    await page.reload();
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await page.getByText('Still works').first().waitFor();
    await page.context().close();
  });

  it('receives a file that another program shares, and keeps it in the browser', async () => {
    delete deployed['sw-off.json'];
    deploy('third');
    const { page } = await app.open({ serviceWorkers: 'allow' });
    await expect.poll(() => isReady(page), { timeout: 8_000 }).toBe('activated');
    await page.reload();
    // As the system does it: a form that is sent to the page. The policy of the page itself forbids forms.
    const reached = await page.evaluate(async () => {
      const form = new FormData();
      form.append(
        'file',
        new File(['week,NPS\n2026-01-05,41\n2026-01-12,43\n2026-01-19,42\n2026-01-26,45\n'], 'nps.csv', { type: 'text/csv' }),
      );
      return (await fetch('./share-target', { method: 'POST', body: form })).url;
    });
    expect(reached).toBe(app.url);
    // The page that is open must not take the file before the one that the system opens.
    await page.goto('about:blank');
    await page.goto(`${app.url}#/shared`);
    await page.getByText('nps.csv').first().waitFor();
    await page.context().close();
  });
});

describe('an installed page', () => {
  it('takes in the spreadsheets that it is started with', async () => {
    delete deployed['sw-off.json'];
    const { page } = await app.open();
    await page.addInitScript(fakeLaunchQueue);
    await page.reload();
    await page.getByRole('button', { name: 'Begin with objectives' }).waitFor();
    // The real queue keeps what is launched until somebody takes it.
    await expect.poll(() => page.evaluate(() => 'consumer' in window)).toBe(true);
    for (const [name, file] of [
      ['运营周报.csv', weeklyCsv()],
      ['monthly.xlsx', monthlyWorkbook()],
    ] as const) {
      await launch(page, name, file);
      await page.getByText(name).first().waitFor();
      await page.locator('main footer .primary:enabled').click();
      await page.locator('main footer .primary').waitFor({ state: 'detached' });
    }
    await page.goto(`${app.url}#/kpis`);
    await page.locator('main tbody tr').first().waitFor();
    const names = await page
      .locator('main tbody th input')
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    for (const kpi of ['试用转化率', 'Revenue']) expect(names.join()).toContain(kpi);
    await page.context().close();
  });
});
