import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { isoOf } from '../../src/domain/calendar.ts';
import { encodeDocument } from '../../src/storage/encode.ts';
// @ts-expect-error a plain script, shared with the test run
import { findBrowser, NO_BROWSER } from '../run/browser.mjs';
import { DIST, startApp } from '../e2e/support/app.ts';
import { boardOf } from './board.ts';
import { rounded, summaryOf } from './summary.ts';

const POSITIONS = 60;

/**
 * Moves one slider through its range, a position a frame, and times the script of each: from the event until everything that follows from it
 * stands in the document. Layout and painting are the browser's and come on top.
 */
const dragged = (page: Page): Promise<number[]> =>
  page.evaluate(async (positions) => {
    const slider = document.querySelector<HTMLInputElement>('main li input[type=range]:not(:disabled)')!;
    const [min, max] = [Number(slider.min), Number(slider.max)];
    const times: number[] = [];
    for (let i = 0; i < positions; i++) {
      await new Promise(requestAnimationFrame);
      slider.value = String(min + ((max - min) * i) / (positions - 1));
      const since = performance.now();
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise<void>((done) => queueMicrotask(() => queueMicrotask(done)));
      times.push(performance.now() - since);
    }
    return times;
  }, POSITIONS);

/** The same on the built page in Chromium; where no page is built it says so. */
export async function benchWhatIfPage(): Promise<void> {
  if (!existsSync(path.join(DIST, 'index.html'))) {
    console.log('  the page itself: not built, run `npm run build` first');
    return;
  }
  const browser = (await findBrowser()) as string | null;
  if (!browser) {
    console.log(`  the page itself: ${NO_BROWSER}`);
    return;
  }
  process.env['CHROME_PATH'] = browser;
  const app = await startApp();
  for (const keyResults of [50, 200, 1_000]) {
    const { workspace, dataset, asOf } = boardOf({ objectives: keyResults / 5, keyResults, grain: 'week', points: 60, since: 10 });
    const { page } = await app.open();
    await page.evaluate((day) => localStorage.setItem('leeway-preferences', JSON.stringify({ day })), isoOf(asOf));
    await page.reload();
    const json = JSON.stringify(encodeDocument(workspace, [dataset], { revision: 1, savedAt: '' }));
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles({ name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(json) });
    await page.locator('tbody .row').first().waitFor({ timeout: 60_000 });
    await page.evaluate(() => (location.hash = '#/what-if'));
    await page.locator('main li input[type=range]').first().waitFor({ timeout: 60_000 });
    await page.locator('main select').first().selectOption('all');
    await page.waitForTimeout(3_000);
    const more = page.locator('main .more button');
    if (keyResults <= 200 && (await more.count())) await more.click();
    await page.waitForTimeout(1_500);
    await dragged(page);
    const { median, p95, max } = summaryOf(await dragged(page));
    const shown = await page.locator('main li input[type=range]').count();
    console.log(
      `    page in Chromium, ${String(keyResults).padStart(5)} key results, ${shown} sliders shown: ${rounded(median)} / ${rounded(p95)} / ${rounded(max)}`,
    );
    await page.close();
  }
  await app.stop();
}
