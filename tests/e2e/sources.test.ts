import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { accept, choose, csvFile } from './support/drive.ts';
import { monthlyCsv } from './support/reports.ts';

const ORDERS = [100, 104, 99, 103, 101, 106];
const csv = (orders: readonly number[]) => monthlyCsv({ Orders: orders }).toString();

let app: App;
beforeAll(async () => {
  app = await startApp({ 'data/kpi.csv': csv(ORDERS) });
});
afterAll(() => app.stop());

const toKpis = async (page: Page) => {
  await page.getByRole('navigation').getByRole('link', { name: 'KPIs' }).click();
  await page.getByRole('heading', { name: 'Data sources' }).waitFor();
};
const sources = (page: Page) => page.getByRole('region', { name: 'Data sources' }).locator('tbody tr');
const kpis = (page: Page) => page.getByRole('region', { name: 'KPIs' });

/** Pastes as a spreadsheet program fills the clipboard: HTML, text, and a picture of the cells. */
const paste = async (page: Page, flavours: { readonly html?: string; readonly text: string }) => {
  await page.locator('main h1').waitFor();
  await page.evaluate(({ html, text }) => {
    const data = new DataTransfer();
    if (html) data.setData('text/html', html);
    data.setData('text/plain', text);
    data.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
    document.querySelector('main')!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, flavours);
};

describe('pasted cells', () => {
  it('keep what only the HTML of the clipboard says: merged cells', async () => {
    const { page, complaints } = await app.open();
    const heard = complaints.length;
    const html = `<html><body><!--StartFragment--><table>
      <tr><td>部门</td><td>月份</td><td>销售额（万元）</td></tr>
      <tr><td rowspan="3">华东</td><td>2026年1月</td><td>1.2万</td></tr><tr><td>2026年2月</td><td>1.3万</td></tr><tr><td>2026年3月</td><td>1.1万</td></tr>
      <tr><td rowspan="3">华南</td><td>2026年1月</td><td>0.8万</td></tr><tr><td>2026年2月</td><td>0.9万</td></tr><tr><td>2026年3月</td><td>0.7万</td></tr>
      </table><!--EndFragment--></body></html>`;
    await paste(page, { html, text: '部门\t月份\t销售额\n华东\t2026年1月\t1.2\n\t2026年2月\t1.3' });
    await page.getByRole('heading', { name: /2 metrics/ }).waitFor();
    await accept(page);
    await toKpis(page);
    expect(await kpis(page).innerText()).toMatch(/3 points[\s\S]*3 points/);
    await page.getByText('2 KPIs, 0 key results').click();
    expect(await sources(page).innerText()).toMatch(/华东[\s\S]*华南/);
    expect(complaints.slice(heard).filter((text) => !/404/.test(text))).toEqual([]);
    await page.context().close();
  });

  it('are read as text where there is no HTML, and a second paste is a newer copy', async () => {
    const { page } = await app.open();
    await paste(page, { text: 'Month\tNPS\n2026-01\t41\n2026-02\t43\n2026-03\t40\n2026-04\t46' });
    await page.getByRole('heading', { name: /1 metric,/ }).waitFor();
    await accept(page);
    await toKpis(page);
    await paste(page, { text: 'Month\tNPS\n2026-01\t41\n2026-02\t43\n2026-03\t40\n2026-04\t46\n2026-05\t48' });
    await page.getByRole('heading', { name: /1 new month, nothing restated/ }).waitFor();
    await page.context().close();
  });
});

describe('a file beside the page', () => {
  const fetchPath = async (page: Page, path: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Path').fill(path);
    await dialog.getByRole('button', { name: 'Read it' }).click();
  };

  it('is read by its path, is listed with it, and is read again from there', async () => {
    const { page } = await app.open();
    await page.getByRole('button', { name: 'Read a file beside this page' }).click();
    await fetchPath(page, 'data/kpi.csv');
    await page.getByRole('heading', { name: /1 metric,/ }).waitFor();
    await accept(page);
    await toKpis(page);
    expect(await sources(page).innerText()).toMatch(/kpi\.csv[\s\S]*fetched from data\/kpi\.csv[\s\S]*6[\s\S]*[0-9a-f]{12}/);
    await sources(page).getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('heading', { name: 'kpi.csv: the same figures as before' }).waitFor();
    await page.context().close();
  });

  it.each([
    ['https://example.org/kpi.csv', /on another host/],
    ['//example.org/kpi.csv', /on another host/],
    ['\\\\example.org\\kpi.csv', /on another host/],
    ['data:text/csv,a', /on another host/],
    ['data/none.csv', /no such file/],
  ])('%s is refused in words, and nothing is asked of another host', async (path, words) => {
    const { page } = await app.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('button', { name: 'Read a file beside this page' }).click();
    await fetchPath(page, path);
    const alert = page.getByRole('dialog').getByRole('alert');
    await expect.poll(() => alert.innerText()).toMatch(words);
    expect(asked.filter((url) => !url.startsWith(app.url))).toEqual([]);
    await page.context().close();
  });
});

describe('a file on the disk, where the browser lets the page keep it', () => {
  /** Stands in for the dialog of the browser: real handles of files in the origin's own file system. */
  const giveFiles = () => {
    Object.assign(window, {
      showOpenFilePicker: async () => {
        const folder = await navigator.storage.getDirectory();
        return [await folder.getFileHandle('kpi.csv')];
      },
    });
  };
  const write = (page: Page, text: string) =>
    page.evaluate(async (content) => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle('kpi.csv', { create: true })).createWritable();
      await file.write(content);
      await file.close();
    }, text);

  it('is offered again after a change, also after a reload, and asks nothing when it was read', async () => {
    const { page } = await app.open();
    await page.addInitScript(giveFiles);
    await page.reload();
    await write(page, csv(ORDERS));
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('heading', { name: /1 metric,/ }).waitFor();
    await accept(page);
    await toKpis(page);
    await write(page, csv([...ORDERS, 110]));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.getByText('kpi.csv has changed on your disk.').waitFor();
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByRole('button', { name: 'Refresh from kpi.csv' }).click();
    await page.getByRole('heading', { name: 'kpi.csv: 1 new month, nothing restated, nothing missing' }).waitFor();
    await page.getByRole('button', { name: 'Apply update' }).click();
    await toKpis(page);
    expect(await kpis(page).innerText()).toMatch(/7 points/);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => page.getByText('has changed on your disk').count()).toBe(0);
    await page.context().close();
  });

  it('asks for permission again where it has ended', async () => {
    const { page } = await app.open();
    await page.addInitScript(giveFiles);
    await page.addInitScript(() => {
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: () => Promise.resolve(sessionStorage.getItem('permission') ?? 'granted'),
        requestPermission: () => {
          sessionStorage.setItem('permission', 'granted');
          return Promise.resolve('granted');
        },
      });
    });
    await page.reload();
    await write(page, csv(ORDERS));
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('heading', { name: /1 metric,/ }).waitFor();
    await accept(page);
    await page.waitForTimeout(500);
    await write(page, csv([...ORDERS, 110]));
    await page.evaluate(() => sessionStorage.setItem('permission', 'prompt'));
    await page.reload();
    await toKpis(page);
    await sources(page).getByRole('button', { name: 'Reconnect' }).click();
    await page.getByRole('heading', { name: /1 new month/ }).waitFor();
    await page.context().close();
  });
});

describe('a hosted board with its KPI file beside it', () => {
  it('reads the newer file when asked, and stays read-only', async () => {
    const { page } = await app.open();
    await choose(page, csvFile(monthlyCsv({ Orders: ORDERS }), 'kpi.csv'));
    await accept(page);
    await page.getByRole('link', { name: 'Share' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      // The whole file: what is shared by choice knows no columns of the sheet.
      page.getByRole('button', { name: 'Save file', exact: true }).click(),
    ]);
    const board = (await (await download.createReadStream()).toArray()).map(String).join('');
    await page.context().close();
    const hosted = await startApp({ 'workspace.json': board, 'kpi.csv': csv([...ORDERS, 110]) });
    const { page: reader } = await hosted.open();
    await toKpis(reader);
    expect(await kpis(reader).innerText()).toMatch(/6 points/);
    await reader.getByRole('button', { name: 'Read the newest kpi.csv beside this page' }).click();
    await reader.getByText('kpi.csv: 1 new period, nothing restated.').waitFor();
    expect(await kpis(reader).innerText()).toMatch(/7 points/);
    expect(await reader.getByRole('button', { name: /^Delete/ }).count()).toBe(0);
    await hosted.stop();
  });
});
