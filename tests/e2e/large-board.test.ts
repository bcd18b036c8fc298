import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '../bench/board.ts';
import { startApp, type App } from './support/app.ts';
import { openFile } from './support/board-file.ts';
import { replayOn } from './support/drive.ts';

let app: App;
let page: Page;
beforeAll(async () => {
  app = await startApp();
  ({ page } = await app.open({ locale: 'zh-CN' }));
  const { workspace, dataset } = boardOf({ objectives: 30, keyResults: 300, grain: 'week', points: 60, since: 26 });
  await openFile(page, workspace, [dataset]);
  await page.locator('tbody .row').nth(299).waitFor();
});
afterAll(() => app.stop());

const said = () => page.getByRole('status').filter({ hasText: /正在判断：\d+ \/ 300/ });
/** All rows of one day are drawn. */
async function settled(): Promise<void> {
  await said().waitFor({ state: 'detached' });
  await page.locator('tbody .row').nth(299).waitFor();
}
const verdicts = () => page.locator('tbody .row').evaluateAll((rows) => rows.map((row) => row.textContent).join('\n'));

/** What the page says, and the rows that it shows, at the moment when it says that it is working: asked from outside it may be over. */
const whileWorking = () =>
  page.evaluate(
    () =>
      new Promise<[said: string, rows: string]>((seen) => {
        new MutationObserver((_, observer) => {
          const working = document.querySelector('.working');
          if (!working) return;
          observer.disconnect();
          const rows = [...document.querySelectorAll('tbody .row')].map((row) => row.textContent);
          seen([working.textContent ?? '', rows.join('\n')]);
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );

describe('a board of three hundred key results', () => {
  it('answers while the verdicts of another day are worked out, says how far it is, and shows one day at a time', async () => {
    await replayOn(page, '2022-02-27');
    await settled();
    const before = await verdicts();
    const seen = whileWorking();
    await page.getByLabel(/截至/).fill('2021-12-19');
    await page.getByLabel(/截至/).dispatchEvent('change');
    const [progress, meanwhile] = await seen;
    // The rows of the day before stay until those of the other day are complete.
    expect(progress).toMatch(/^正在判断：\d+ \/ 300/);
    expect(meanwhile).toBe(before);
    await settled();
    const after = await verdicts();
    expect(after).not.toBe(before);
    await replayOn(page, '2022-02-27');
    await settled();
    expect(await verdicts()).toBe(before);
  });
});
