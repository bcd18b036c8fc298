import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { violationsOf } from './support/axe.ts';
import { accept, addKeyResult, addObjective, choose, csvFile, replayOn, xlsxFile, type NamedFile } from './support/drive.ts';
import { acrossWorkbook, monthlyCsv } from './support/reports.ts';

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const ORDERS = [100, 104, 99, 103, 101, 106];
const REFUNDS = [4, 5, 4, 6, 5, 4];
const first = csvFile(monthlyCsv({ Orders: ORDERS, Refunds: REFUNDS }), 'kpi.csv');

const bring = async (page: Page, ...files: readonly NamedFile[]) => {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map((file) => ({ ...file })));
};
/** Brings a newer copy and gives the headline of its changes. */
async function refresh(page: Page, file: NamedFile): Promise<string> {
  await bring(page, file);
  await page.getByRole('button', { name: 'See how it was read' }).waitFor();
  return page.locator('main h1').innerText();
}
const apply = async (page: Page) => {
  await page.getByRole('button', { name: 'Apply update' }).click();
  await page.getByRole('button', { name: 'Apply update' }).waitFor({ state: 'detached' });
};
const toKpis = async (page: Page) => {
  await page.getByRole('navigation').getByRole('link', { name: 'KPIs' }).click();
  await page.getByRole('heading', { name: 'Data sources' }).waitFor();
};
const kpiRow = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'KPIs' })
    .locator('tbody tr')
    .filter({ has: page.getByRole('button', { name: `Delete: ${name}`, exact: true }) });
const sources = (page: Page) => page.getByRole('region', { name: 'Data sources' }).locator('tbody tr');

describe('a newer copy of a file', () => {
  it('shows what it changes, is applied with one click, keeps links and check-ins, and is undone in one step', async () => {
    const { page, complaints } = await app.open();
    await choose(page, first);
    await accept(page);
    await replayOn(page, '2026-07-10');
    await page.getByRole('link', { name: 'Board' }).click();
    await addObjective(page, 'Sell more');
    await addKeyResult(page, {
      title: 'Orders to 120',
      kpi: 'Orders',
      baseline: '100',
      target: '120',
      start: '2026-01-01',
      due: '2026-12-31',
    });
    const heard = complaints.length;
    const next = csvFile(monthlyCsv({ Refunds: [...REFUNDS, 5], Orders: [100, 104, 98, 103, 101, 106, 110] }), 'kpi.csv');
    expect(await refresh(page, next)).toBe('kpi.csv: 1 new month, 1 restated figure, nothing missing');
    expect(await page.locator('main header').innerText()).toMatch(/feeds 2 KPIs and 1 key result/);
    const restated = page.getByRole('row', { name: /Orders.*Mar 2026/ });
    expect(await restated.innerText()).toMatch(/99\s+98\s+−1\s+B4 → C4/);
    expect(await page.getByRole('row', { name: /Orders.*Jul 2026/ }).innerText()).toMatch(/110/);
    await apply(page);
    await page.getByRole('link', { name: 'Orders to 120' }).first().click();
    await page.getByText('C8', { exact: true }).last().waitFor();
    await toKpis(page);
    expect(await sources(page).count()).toBe(1);
    expect(await kpiRow(page, 'Orders').innerText()).toMatch(/110[\s\S]*7 points/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => kpiRow(page, 'Orders').innerText()).toMatch(/106[\s\S]*6 points/);
    expect(complaints.slice(heard)).toEqual([]);
    await page.context().close();
  });

  it('that holds one month only stands beside the one before, and survives a reload', async () => {
    const { page } = await app.open();
    await choose(page, csvFile(monthlyCsv({ Orders: ORDERS, Refunds: REFUNDS }), 'kpi 2026-06.csv'));
    await accept(page);
    const july = csvFile(monthlyCsv({ Orders: [111], Refunds: [7] }, 6), 'kpi 2026-07.csv');
    expect(await refresh(page, july)).toBe('kpi 2026-07.csv: 1 new month, nothing restated, nothing missing');
    expect(await page.locator('main').innerText()).toMatch(/6 months that you have are not in this file \(Jan 2026 – Jun 2026\)/);
    expect(await page.getByLabel('Keep them, read from the earlier file').isChecked()).toBe(true);
    await apply(page);
    await toKpis(page);
    expect(await sources(page).allInnerTexts()).toEqual([
      expect.stringMatching(/kpi 2026-06\.csv[\s\S]*for earlier periods/),
      expect.stringMatching(/kpi 2026-07\.csv/),
    ]);
    expect(await kpiRow(page, 'Orders').innerText()).toMatch(/7 points/);
    await page.waitForTimeout(500);
    await page.reload();
    await toKpis(page);
    expect(await kpiRow(page, 'Orders').innerText()).toMatch(/Jan 2026 – Jul 2026, 7 points/);
    await page.getByRole('button', { name: 'Delete: kpi 2026-07.csv' }).click();
    expect(await kpiRow(page, 'Orders').innerText(), 'the earlier file takes over').toMatch(/6 points/);
    await page.context().close();
  });

  it('with a renamed column proposes the new name, and links nothing that was turned down', async () => {
    const { page } = await app.open();
    await choose(page, first);
    await accept(page);
    const renamed = csvFile(
      monthlyCsv({ 'Orders (net)': [...ORDERS, 107], Refunds: [...REFUNDS, 5], Complaints: [1, 2, 1, 2, 1, 2, 1] }),
      'kpi.csv',
    );
    await refresh(page, renamed);
    const now = page.getByLabel('“Orders” is now called');
    expect(await now.inputValue()).toBe('Orders (net)');
    await now.selectOption({ label: 'not in this file: keep its figures as they are' });
    await page.getByRole('heading', { name: /1 column not found/ }).waitFor();
    await now.selectOption('Orders (net)');
    await page.getByRole('heading', { name: /nothing missing/ }).waitFor();
    await page.getByRole('checkbox', { name: 'Complaints' }).uncheck();
    await apply(page);
    await toKpis(page);
    expect(await page.locator('main h1').innerText()).toMatch(/^2 KPIs,/);
    expect(await kpiRow(page, 'Orders').innerText()).toMatch(/7 points/);
    await refresh(page, renamed);
    expect(await page.locator('main h1').innerText()).toBe('kpi.csv: the same figures as before');
    expect(await page.getByRole('checkbox', { name: 'Complaints' }).isChecked(), 'what nobody wanted is not offered as wanted again').toBe(
      false,
    );
    await page.getByRole('button', { name: 'Close' }).click();
    await page.context().close();
  });

  it('is read with the corrections of last time, found by its header in any order', async () => {
    const { page } = await app.open();
    const swiss = (rows: readonly string[]) => csvFile(Buffer.from(rows.join('\n')), 'zahlen.csv');
    await choose(
      page,
      swiss(['Datum,Wert,Menge', '01/02/2026,"1,234",5', '02/02/2026,"1,300",6', '03/02/2026,"1,280",7', '04/02/2026,"1,310",5']),
    );
    await page.getByLabel('Date order').selectOption('mdy');
    await page.getByRole('heading', { name: /Jan/ }).waitFor();
    await page.getByRole('checkbox').nth(1).uncheck();
    await page
      .getByLabel(/^Metric: /)
      .first()
      .fill('Volume');
    await page
      .getByLabel(/^Metric: /)
      .first()
      .blur();
    await accept(page);
    expect(await page.locator('main h1').innerText()).toMatch(/^1 KPI,/);
    await refresh(
      page,
      swiss([
        'Menge,Datum,Wert',
        '5,01/02/2026,"1,234"',
        '6,02/02/2026,"1,300"',
        '7,03/02/2026,"1,280"',
        '5,04/02/2026,"1,310"',
        '5,05/02/2026,"1,400"',
      ]),
    );
    expect(await page.locator('main h1').innerText()).toMatch(/1 new .*, nothing restated, nothing missing/);
    expect(await page.locator('main header').innerText()).toContain('read with your corrections of last time');
    await page.getByRole('button', { name: 'See how it was read' }).click();
    expect(await page.getByLabel('Date order').inputValue()).toBe('mdy');
    await page.getByRole('button', { name: 'Back to the changes' }).click();
    await apply(page);
    await toKpis(page);
    expect(await kpiRow(page, 'Volume').innerText()).toMatch(/5 points/);
    await page.context().close();
  });

  it('with months across is known although its header has grown, and a row that is gone is said', async () => {
    const { page } = await app.open();
    const north = ['North', 'Revenue', 10, 11, 12, 13, 12, 14];
    const south = ['South', 'Revenue', 20, 19, 21, 22, 20, 23];
    await choose(page, xlsxFile(acrossWorkbook([north, south], 6), 'regions.xlsx'));
    await accept(page);
    expect(await refresh(page, xlsxFile(acrossWorkbook([[...north, 15]], 7), 'regions.xlsx'))).toMatch(/1 new month/);
    expect(await page.locator('main').innerText()).toMatch(/Left as they are[\s\S]*South[\s\S]*its rows are not in this file/);
    await apply(page);
    await toKpis(page);
    expect(await page.locator('main h1').innerText()).toMatch(/^2 KPIs,/);
    expect(await sources(page).count(), 'the earlier file stays for South').toBe(2);
    await page.context().close();
  });
});

describe('another file that looks alike', () => {
  const north = csvFile(monthlyCsv({ Orders: ORDERS }), 'north.csv');
  const south = csvFile(monthlyCsv({ Orders: [51, 55, 49, 52, 50, 53] }), 'south.csv');

  it('of another department comes in beside the first, also in one drop', async () => {
    const { page } = await app.open();
    await bring(page, south, north);
    await page.getByRole('button', { name: 'Take in 2 files' }).click();
    await toKpis(page);
    expect(await kpiRow(page, 'Orders').innerText()).toMatch(/106/);
    expect(await kpiRow(page, 'Orders · south').innerText()).toMatch(/53/);
    await page.context().close();
  });

  it('under the same name is taken for a newer copy only as long as nobody objects', async () => {
    const { page } = await app.open();
    await choose(page, { ...north, name: 'kpi.csv' });
    await accept(page);
    expect(await refresh(page, { ...south, name: 'kpi.csv' })).toMatch(/6 restated figures/);
    await page.getByRole('button', { name: 'This is another file: import it beside' }).click();
    await page.getByRole('heading', { name: /1 metric,/ }).waitFor();
    await accept(page);
    await toKpis(page);
    expect(await page.locator('main h1').innerText()).toMatch(/^2 KPIs,/);
    expect(await sources(page).count()).toBe(2);
    await page.context().close();
  });
});

describe('several files at once', () => {
  it('come in together with one confirmation and one step to undo; what must be asked is looked at alone', async () => {
    const { page } = await app.open();
    const month = (index: number) =>
      csvFile(monthlyCsv({ Orders: [ORDERS[index]!], Refunds: [REFUNDS[index]!] }, index), `kpi 2026-0${index + 1}.csv`);
    const stores = csvFile(
      Buffer.from('门店,1月,2月,3月,4月\n南京路店,45120,38890,42310,43075\n徐家汇店,51230,44760,49985,50120'),
      '客流.csv',
    );
    await bring(page, month(2), month(0), stores, month(1), csvFile(Buffer.alloc(0), 'empty.csv'));
    await page.getByText('has a question').waitFor();
    const list = await page.locator('main li').allInnerTexts();
    expect(list[0]).toMatch(/empty\.csv: This file is empty/);
    expect(list.slice(1, 4)).toEqual([
      expect.stringMatching(/kpi 2026-01\.csv: 2 new KPIs/),
      expect.stringMatching(/kpi 2026-02\.csv: 1 new month/),
      expect.stringMatching(/kpi 2026-03\.csv: 1 new month/),
    ]);
    expect(list[4]).toMatch(/客流\.csv[\s\S]*has a question/);
    await page.getByRole('button', { name: 'Take in 3 files' }).click();
    await page.getByRole('heading', { name: '2 files at once' }).waitFor();
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('Which year is it?').waitFor();
    await toKpis(page);
    expect(await kpiRow(page, 'Orders').innerText()).toMatch(/Jan 2026 – Mar 2026, 3 points/);
    await page.keyboard.press('Control+z');
    await page.getByRole('heading', { name: 'Data sources' }).waitFor({ state: 'visible' });
    expect(await page.locator('main h1').innerText()).toBe('No KPIs yet');
    await page.context().close();
  });
});

describe('the screens of newer copies', () => {
  const rolling = csvFile(
    monthlyCsv({ 'Orders (net)': [100, 98, 103, 101, 106, 110], Refunds: [5, 4, 6, 5, 4, 4], Complaints: [1, 2, 1, 2, 1, 2] }, 1),
    'kpi.csv',
  );
  const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'the changes of one file': async (page) => {
      await choose(page, first);
      await accept(page);
      await bring(page, rolling);
      await page.locator('main fieldset').waitFor();
    },
    'several files': async (page) => {
      await bring(page, first, { ...rolling, name: 'other.csv' }, csvFile(Buffer.alloc(0), 'empty.csv'));
      await page.locator('main footer .primary:enabled').waitFor();
    },
    'the sources': async (page) => {
      await choose(page, first);
      await accept(page);
      await page.locator('summary').first().click();
    },
  };
  const looks = [
    ['light', 'en'],
    ['dark', 'zh-TW'],
  ] as const;
  it.each(Object.keys(screens).flatMap((name) => looks.map((look) => [name, ...look] as const)))(
    '%s, %s, %s: no barrier that axe can find, and nothing to scroll sideways on a phone',
    async (name, colorScheme, locale) => {
      const { page } = await app.open({ colorScheme, locale, viewport: { width: 320, height: 640 } });
      await screens[name]!(page);
      expect(await violationsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );
});
