import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packBoard } from '../../../src/publish/link.ts';
import { dataset, meta, workspace } from '../../unit/storage/sample.ts';
import { DIST, startApp, type App } from './app.ts';
import { serveFolder } from './static-server.ts';

let app: App;
beforeAll(async () => {
  app = await startApp({}, '/team/okr/');
});
afterAll(() => app.stop());

/** A static host answers 404 where there is no shared board; the browser notes it, and nothing is wrong. */
const serious = (complaints: readonly string[]) => complaints.filter((complaint) => !complaint.includes('404'));

describe('the built page', () => {
  it('opens below any path, and its own security policy has nothing to complain about', async () => {
    const { page, complaints } = await app.open();
    await page.locator('main, h1').first().waitFor();
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(1);
    expect(serious(complaints)).toEqual([]);
    await page.context().close();
  });

  it('cannot send anything to another host, though that host would take it', async () => {
    const other = await serveFolder(DIST);
    const attempt = (from: string) =>
      app.open({ path: from }).then(async ({ page }) => {
        const sent = await page.evaluate(async (url) => {
          const image = new Promise((resolve) => {
            const probe = new Image();
            probe.onload = () => resolve('sent');
            probe.onerror = () => resolve('blocked');
            probe.src = `${url}icon.svg`;
          });
          const fetched = fetch(url, { mode: 'no-cors' }).then(
            () => 'sent',
            () => 'blocked',
          );
          return Promise.all([fetched, image]);
        }, other.url);
        await page.context().close();
        return sent;
      });
    expect(await attempt('')).toEqual(['blocked', 'blocked']);
    expect(await attempt('icon.svg'), 'a page without the policy').toEqual(['sent', 'sent']);
    await other.stop();
  });

  it('opens a board out of a link, and clears the address', async () => {
    const { page, complaints } = await app.open({ path: packBoard(workspace, [dataset], { savedAt: meta.savedAt }) });
    await page.getByText('销售额从1万提升到2万').first().waitFor();
    expect(new URL(page.url()).hash).not.toContain('k1');
    expect(serious(complaints)).toEqual([]);
    await page.context().close();
  });
});
