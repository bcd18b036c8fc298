import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { DIST } from '../e2e/support/app.ts';
import { addObjective } from '../e2e/support/drive.ts';
import { serveFolder } from '../e2e/support/static-server.ts';
import { OwnBrowser } from './own-browser.ts';

/** Room of the disk, in megabytes: a browser needs some forty of them to begin with. */
const ROOM = 160;

/** A disk of its own that is as small, or why there is none. Only root of a Linux may make one. */
function smallDisk(): { readonly folder: string } | { readonly why: string } {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { why: 'only root of a Linux can make a small disk' };
  const folder = mkdtempSync(path.join(tmpdir(), 'leeway-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${ROOM}m`, 'tmpfs', folder], { stdio: 'pipe' });
    return { folder };
  } catch (error) {
    rmdirSync(folder);
    return { why: `no small disk can be made: ${String(error).split('\n')[0]}` };
  }
}

/** Writes into a file until not a byte more goes onto the disk. */
function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  for (let size = 1 << 20; size >= 1; size >>= 1) {
    const bytes = Buffer.alloc(size);
    try {
      for (;;) writeSync(handle, bytes);
    } catch {
      // So much does not fit any more: perhaps half of it does.
    }
  }
  closeSync(handle);
}

/** Keeps a disk full, also where the browser gives room back; returns what makes room again. */
function keepFull(folder: string): () => void {
  const fillers: string[] = [];
  const fill = () => {
    fillers.push(path.join(folder, `filler-${fillers.length}`));
    fillUp(fillers.at(-1)!);
  };
  fill();
  const timer = setInterval(fill, 50);
  return () => {
    clearInterval(timer);
    for (const filler of fillers.splice(0)) rmSync(filler, { force: true });
  };
}

const freeBytes = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** Objectives of the board that is stored, read past the page. */
const storedTitles = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('leeway');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('workspace').objectStore('workspace').get('document');
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result.workspace.objectives.map(({ title }: { readonly title: string }) => title));
          };
        };
      }),
  );

async function downloaded(page: Page): Promise<string> {
  // A full disk has no room for a download either: what is saved is looked at in the page.
  await page.evaluate(() => {
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => Object.assign(globalThis, { downloaded: text }));
      return 'blob:nowhere';
    };
  });
  await page.getByRole('button', { name: 'Download workspace' }).click();
  for (;;) {
    const text = await page.evaluate(() => (globalThis as { downloaded?: string }).downloaded ?? '');
    if (text) return text;
  }
}

/** A board on a disk that is really full. Says why where there can be no such disk. */
export async function fillDiskUp(tell: (step: string) => void): Promise<string | null> {
  const disk = smallDisk();
  if ('why' in disk) return disk.why;
  const { folder } = disk;
  const server = await serveFolder(DIST);
  const browser = await OwnBrowser.create(folder);
  let makeRoom = () => {};
  try {
    const page = await (await browser.context()).newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(server.url);
    await page.locator('input[type=file]').last().setInputFiles(`${DIST}/example-en.json`);
    await page.locator('main tbody .row').first().waitFor();
    await addObjective(page, 'While there was room');
    await page.waitForTimeout(1_000);
    makeRoom = keepFull(folder);
    // The database writes into room that it has already: edits until the disk refuses.
    const titles: string[] = [];
    const banner = page.getByText('Your changes are not saved');
    while (!(await banner.count())) {
      assert.ok(titles.length < 200, 'the disk is full, and yet everything is saved');
      titles.push(`Without room ${titles.length}`);
      await addObjective(page, titles.at(-1)!);
      await page.waitForTimeout(150);
    }
    tell(`${freeBytes(folder)} bytes are free, the ${titles.length}. edit is refused, and the page says so`);
    await addObjective(page, 'The last edit');
    await page.waitForTimeout(5_000);
    assert.equal(await banner.count(), 1);
    tell('the banner stays');
    const text = await downloaded(page);
    for (const title of ['While there was room', ...titles, 'The last edit']) assert.ok(text.includes(`"${title}"`), title);
    assert.ok(text.includes('"datasets":[{'));
    tell('the download holds the latest state, with all its data');
    makeRoom();
    await banner.waitFor({ state: 'detached', timeout: 30_000 });
    assert.equal((await storedTitles(page)).at(-1), 'The last edit');
    tell('as soon as there is room all is saved by itself, and the banner goes');
    // A log with a torn entry in its midst is thrown away by the browser when it starts again, with all that it holds.
    for (const edit of ['After a kill', 'After another']) {
      await browser.kill();
      const again = await (await browser.context()).newPage();
      again.setDefaultTimeout(20_000);
      await again.goto(server.url);
      await again.getByText('The last edit').waitFor();
      await addObjective(again, edit);
      await again.waitForTimeout(1_000);
      const stored = await storedTitles(again);
      for (const title of ['While there was room', ...titles, 'The last edit', edit]) assert.ok(stored.includes(title), title);
    }
    tell('and is there after a kill, and after another');
    return null;
  } finally {
    makeRoom();
    await browser.remove().catch(() => {});
    await server.stop();
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  }
}
