import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import { startApp, type App } from '../e2e/support/app.ts';

/** A host on which one build after the other is put in the same place. */
export interface Site {
  readonly app: App;
  /** Takes away what is there and puts a build in its place. */
  deploy(dist: string): void;
  stop(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'leeway-site-'));
  const app = await startApp({}, '/', { folder });
  return {
    app,
    deploy(dist) {
      rmSync(folder, { recursive: true, force: true });
      cpSync(dist, folder, { recursive: true });
    },
    async stop() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every screen that is fetched when it is first opened. */
const SCREENS = ['kpis', 'map', 'cycle', 'review', 'closing', 'what-if', 'okr-text', 'history', 'share', 'board'];

/** Looks at every screen of the board, and that each is there. */
export async function walk(page: Page): Promise<void> {
  await page.bringToFront();
  for (const screen of SCREENS) {
    await page.evaluate((to) => void (location.hash = to), `#/${screen}`);
    await page.locator('main h1, main table, main h2').first().waitFor();
    assert.equal(await page.getByText('could not be fetched').count(), 0, `the screen ${screen} is not there`);
  }
  await page.locator('main tbody .row a').first().click();
  await page.locator('main canvas').first().waitFor();
  await page.evaluate(() => void (location.hash = '#/board'));
  await page.locator('main tbody .row').first().waitFor();
}

/** Files that the worker of a build keeps, with their contents. */
function filesOf(dist: string): Record<string, string> {
  const { files } = JSON.parse(/const BUILT = (\{.*\});/.exec(readFileSync(path.join(dist, 'sw.js'), 'utf8'))![1]!) as { files: string[] };
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(dist, file)).toString('base64')]));
}

/** Checks that a page gets every file of a build, byte by byte, as it would if it needed it now. */
export async function expectWhole(page: Page, dist: string, only = /./): Promise<void> {
  const files = Object.entries(filesOf(dist)).filter(([file]) => only.test(file));
  assert.ok(files.length > 20);
  const got = await page.evaluate(
    (names) =>
      Promise.all(
        names.map(async (name) => {
          const bytes = new Uint8Array(await (await fetch(`./${name}`)).arrayBuffer());
          let text = '';
          for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
          return btoa(text);
        }),
      ),
    files.map(([name]) => name),
  );
  assert.deepEqual(
    files.filter(([, content], n) => content !== got[n]).map(([name]) => name),
    [],
  );
}

export async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the example' }).click();
  await page.locator('main tbody .row').first().waitFor();
}

export async function another(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(url);
  return page;
}

/** Everything that the database holds, past the page, and the last edits beside it; typed arrays by their contents. */
export const everythingStored = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('leeway');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result.transaction('workspace').objectStore('workspace');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () => {
            opening.result.close();
            const all = [keys.result, values.result, localStorage.getItem('leeway.tail')];
            resolve(JSON.stringify(all, (_, value: unknown) => (ArrayBuffer.isView(value) ? String(value) : value)));
          };
        };
      }),
  );
