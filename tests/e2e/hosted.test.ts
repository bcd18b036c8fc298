import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addObjective } from './support/drive.ts';
import { DIST, startApp, type App } from './support/app.ts';

const example = (title: string): string => {
  const document = JSON.parse(readFileSync(path.join(DIST, 'example-en.json'), 'utf8')) as {
    workspace: { objectives: { title: string }[] };
  };
  document.workspace.objectives[0]!.title = title;
  return JSON.stringify(document);
};

/** What lies beside the page; may change while it is looked at. */
const files: Record<string, string> = {
  'workspace.json': example('Published in the morning'),
  'teams/sales.json': example('Of the sales team'),
};
let app: App;
beforeAll(async () => {
  app = await startApp(files, '/okr/');
});
afterAll(() => app.stop());

describe('a hosted board', () => {
  it('offers a new version when it is looked at again, shows it where the reader is, and never changes by itself', async () => {
    const { page } = await app.open();
    await page.getByRole('link', { name: 'Map' }).click();
    await page.getByText('Published in the morning').first().waitFor();
    await page.evaluate(() => void window.dispatchEvent(new Event('focus')));
    expect(await page.getByText('The published board has changed.').count()).toBe(0);
    files['workspace.json'] = example('Published at noon');
    await page.evaluate(() => void window.dispatchEvent(new Event('focus')));
    await page.getByText('The published board has changed.').waitFor();
    expect(await page.getByText('Published in the morning').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show the new one' }).click();
    await page.getByText('Published at noon').first().waitFor();
    expect(new URL(page.url()).hash).toBe('#/map');
    expect(await page.getByText('The published board has changed.').count()).toBe(0);
    await page.context().close();
  });

  it("becomes the reader's own when they make a copy of it", async () => {
    const { page } = await app.open();
    await page.getByRole('button', { name: 'Make it my own copy' }).click();
    await page.getByRole('button', { name: 'Add objective' }).waitFor();
    await addObjective(page, 'Only mine');
    await page.waitForTimeout(400);
    await page.reload();
    await page.getByText('Only mine').waitFor();
    // The published board stays one click away, and the copy does, too.
    await page.getByRole('button', { name: 'Show the published one' }).click();
    await page.getByText('This board is published here, read-only.').waitFor();
    expect(await page.getByText('Only mine').count()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'My own board' }).click();
    await page.getByText('Only mine').waitFor();
    await page.context().close();
  });

  it('may be long on its way: the frame of the page stands meanwhile, and a file that is dropped on it waits', async () => {
    const { page } = await app.open();
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/workspace.json', async (route) => {
      await arrived;
      await route.fulfill({ status: 404 });
    });
    await page.reload();
    await page.locator('header.top').getByText('Leeway').waitFor();
    await page.getByRole('status').getByText('Loading').waitFor();
    expect(await page.locator('main, header.top a:visible:not(.brand), header.top select:visible').count()).toBe(0);
    const isKept = await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['Month,NPS\n2026-01,41\n2026-02,43\n2026-03,40'], 'nps.csv', { type: 'text/csv' }));
      const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(drop);
    });
    // Else the browser leaves the page for the file.
    expect(isKept).toBe(true);
    arrive();
    await page.getByRole('heading', { name: /1 metric,/ }).waitFor();
    await page.context().close();
  });

  it('may be one of several: ?src= names a file of the same host', async () => {
    const { page } = await app.open({ path: '?src=teams/sales.json' });
    await page.getByText('Of the sales team').first().waitFor();
    await page.context().close();
  });

  it('shows no board where ?src= leads elsewhere or nowhere, says so, and asks no other host', async () => {
    const { page } = await app.open({ path: '?src=teams/none.json' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const src of [
      '//evil.example/workspace.json',
      'https://evil.example/w.json',
      'data:application/json,{}',
      '\\\\evil.example\\w.json',
    ]) {
      await page.goto(`${app.url}?src=${encodeURIComponent(src)}`);
      await page.getByRole('alert').filter({ hasText: src }).waitFor();
      expect(await page.locator('tbody .row').count()).toBe(0);
    }
    expect(asked.filter((url) => !url.startsWith(app.url))).toEqual([]);
    await page.context().close();
  });
});
