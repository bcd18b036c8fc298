import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type App } from './support/app.ts';
import { accept, addKeyResult, addObjective, choose, csvFile, replayOn, xlsxFile } from './support/drive.ts';

let app: App;
let page: Page;
let complaints: readonly string[];
let folder: string;

/** Set by any payload that is run as a script. */
const SENTINEL = 'sentinel';

beforeAll(async () => {
  app = await startApp();
  ({ page, complaints } = await app.open());
  folder = await mkdtemp(path.join(tmpdir(), 'leeway-hostile-'));
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A workbook of these parts; a number stands for as many megabytes of blanks. */
function archive(parts: Readonly<Record<string, string | number>>): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const blanks = new Uint8Array(1 << 20).fill(32);
  for (const [name, part] of Object.entries(parts)) {
    const file = new ZipDeflate(name, { level: 9 });
    zip.add(file);
    if (typeof part === 'string') file.push(strToU8(part), true);
    else for (let i = 1; i <= part; i++) file.push(blanks, i === part);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** Parts of a workbook with one sheet of this name and these rows of XML. */
const parts = (rows: string, sheet = 'S') => ({
  '_rels/.rels': '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': `<workbook><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="s"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="s" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});
const cell = (text: string | number) =>
  typeof text === 'number' ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const row = (...cells: readonly (string | number)[]) => `<row>${cells.map(cell).join('')}</row>`;

/** Writes into the directory of an archive what is not true. */
function lie(bytes: Buffer, field: number, value: (true_: number) => number): Buffer {
  const liar = Buffer.from(bytes);
  for (let at = 0; at + 46 < liar.length; at++)
    if (liar.readUInt32LE(at) === 0x02014b50) liar.writeUInt32LE(value(liar.readUInt32LE(at + field)) >>> 0, at + field);
  return liar;
}

const run = `globalThis.${SENTINEL}=1`;
const IMAGE = `<img src=x onerror=${run}>`;
const SCRIPT = `</title><script>${run}</script>`;
const SVG = `<svg/onload=${run}>`;
const LINK = `javascript:${run}`;
const TEMPLATE = '{{constructor.constructor("' + run + '")()}}${' + run + '}';

/** What no text of a file may have left behind in the page. */
async function expectUnharmed(): Promise<void> {
  expect(await page.evaluate((name) => name in globalThis, SENTINEL)).toBe(false);
  expect(await page.locator('main img, main script, main iframe, main object, main svg[onload]').count()).toBe(0);
  const links = await page
    .locator('[href], [src], [action], [formaction]')
    .evaluateAll((all) =>
      all.flatMap((element) => ['href', 'src', 'action', 'formaction'].map((name) => element.getAttribute(name) ?? '')),
    );
  expect(links.filter((link) => /^\s*(javascript|data:text|vbscript)/i.test(link))).toEqual([]);
  expect(await page.evaluate(() => ['x', 'polluted', 'sheet'].filter((name) => name in {}))).toEqual([]);
  // No hosted board lies beside the page, which looks for one.
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
}

async function countKpis(): Promise<string> {
  await page.getByRole('link', { name: 'KPIs', exact: true }).click();
  const headline = await page.getByRole('heading', { level: 1, name: /^\d+ KPIs,/ }).innerText();
  return /^\d+ KPIs/.exec(headline)![0];
}

describe('texts of a file that want to be more', () => {
  it('stay text from the import to the key result', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `2026-0${i + 1},"${[LINK, IMAGE][i % 2]}",${40 + i},${i}`);
    const csv = [`Month,"${SVG}","${IMAGE}","${SCRIPT}"`, ...rows, `2026-07,"${TEMPLATE.replaceAll('"', '""')}","${SVG}",7`].join('\n');
    await choose(page, csvFile(Buffer.from(csv), `${IMAGE}.csv`));
    const main = page.locator('main');
    for (const payload of [IMAGE, SVG, LINK.slice(0, 20)]) expect(await main.innerText()).toContain(payload);
    await page.getByRole('cell', { name: LINK }).first().click();
    await expectUnharmed();
    await accept(page);
    await expectUnharmed();
    await page.getByRole('link', { name: 'Board' }).click();
    await addObjective(page, SCRIPT);
    const kpi = await kpiNamed(IMAGE);
    await addKeyResult(page, { title: IMAGE, kpi, baseline: '40', target: '60', start: '2026-01-01', due: '2026-12-31' });
    await replayOn(page, '2026-07-31');
    expect(await main.innerText()).toContain(SCRIPT);
    await expectUnharmed();
    await page.getByRole('link', { name: IMAGE }).first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await main.innerText()).toContain(IMAGE);
    await expectUnharmed();
  });

  it('name sheets and columns as they please', async () => {
    const header = row('Month', '__proto__', 'constructor', 'toString', LINK);
    const rows = [1, 2, 3, 4].map((month) => row(`2026-0${month}`, month, month * 2, month * 3, month * 4));
    await choose(page, xlsxFile(archive(parts(header + rows.join(''), IMAGE)), `${TEMPLATE.replaceAll(/[/:]/g, '_')}.xlsx`));
    const text = await page.locator('main').innerText();
    for (const name of ['__proto__', 'constructor', 'toString', LINK]) expect(text).toContain(name);
    expect(text).toMatch(/4 metrics/);
    await accept(page);
    await countKpis();
    expect(await page.locator('main').innerText()).toContain(`.xlsx › ${IMAGE}`);
    await expectUnharmed();
  });

  it('are as long as they like, and can be opened again', async () => {
    const before = await countKpis();
    const long = (part: string) => part.repeat(100_000 / part.length);
    const header = `Month,"${long('(')}",${long('目标')},Note`;
    const lines = [1, 2, 3, 4].map((month) => `2026-0${month},${month},${month},${long(['1h', ' in', '<b', '单位：'][month - 1]!)}`);
    await choose(page, csvFile(Buffer.from([header, ...lines].join('\n')), 'nasty.csv'));
    await accept(page);
    const after = await countKpis();
    expect(after).not.toBe(before);
    await expectSaved();
    await page.reload();
    await page.getByRole('heading', { name: after }).waitFor();
    await expectUnharmed();
  });
});

/** The KPI in the dialog's list whose name holds this text. */
async function kpiNamed(text: string): Promise<string> {
  await page
    .getByRole('button', { name: /^Add key result:/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const list = dialog.getByRole('combobox', { name: 'KPI' });
  await list.waitFor();
  const names = await list.locator('option').allInnerTexts();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return names.find((name) => name.includes(text))!;
}

/** Waits until the autosave has written what is on the screen. */
async function expectSaved(): Promise<void> {
  await page.waitForTimeout(800);
}

describe('files that want the tab', () => {
  let made: Buffer | undefined;
  const bomb = () => (made ??= archive({ ...parts(''), 'xl/worksheets/sheet1.xml': 300 }));
  const honest = () => archive(parts(row('Month', 'Output') + row('2026-01', 3) + row('2026-02', 4)));
  const refused: readonly [string, string, () => Buffer, RegExp][] = [
    ['300 MB in a small archive', 'bomb.xlsx', bomb, /more than 300 MB.*Save the sheet/],
    ['the same, said to be small', 'liar.xlsx', () => lie(bomb(), 24, () => 10), /more than 300 MB/],
    ['contents that are not what their checksum says', 'crc.xlsx', () => lie(honest(), 16, (crc) => crc ^ 1), /damaged.*save it again/],
    [
      'one cell in the last corner',
      'far.xlsx',
      () => archive(parts(`${row('Month', 'Output')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)),
      /16,384 columns.*Ctrl\+End/,
    ],
    [
      'a document type declaration',
      'xxe.xlsx',
      () =>
        archive({
          ...parts(''),
          'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>',
        }),
      /document type declaration.*save it again/,
    ],
    ['more rows than a sheet', 'log.csv', () => Buffer.from('2026-01-01,1\n'.repeat(1_048_577)), /1,048,576 rows.*fewer years/],
  ];
  it.each(refused)('%s: refused, in words that help', async (_, name, make, words) => {
    const before = await countKpis();
    const buffer = make();
    if (name === 'bomb.xlsx') expect(buffer.length).toBeLessThan(1_000_000);
    await choose(page, (name.endsWith('.xlsx') ? xlsxFile : csvFile)(buffer, name));
    const alert = page.locator('main [role=alert]');
    expect((await alert.innerText()).replaceAll('\n', ' ')).toMatch(words);
    expect(await alert.innerText()).toContain(name);
    await alert.getByRole('button', { name: 'Cancel' }).click();
    expect(page.workers()).toEqual([]);
    expect(await countKpis()).toBe(before);
    await expectUnharmed();
  });
});

describe('a log of a hundred megabytes', () => {
  it('tells how far it is, and can be given up: nothing is left of it', async () => {
    const file = path.join(folder, 'log.csv');
    const handle = await open(file, 'w');
    await handle.write('day,site,kind,a,b,c,d,e\n');
    const lines = Array.from(
      { length: 10_000 },
      (_, i) =>
        `2026-01-${String((i % 28) + 1).padStart(2, '0')},site ${i % 40},kind ${i % 7},${i},${i * 3},${i * 7},${i * 11},a remark that is a little longer than the others ${i}\n`,
    ).join('');
    for (let i = 0; i < 100; i++) await handle.write(lines);
    await handle.close();
    const before = await countKpis();
    await page.locator('input[type=file]').first().setInputFiles(file);
    await page.getByText(/: \d[\d,]* rows/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    // The browser gives a busy worker some seconds to end by itself.
    await expect.poll(() => page.workers().length, { timeout: 8_000 }).toBe(0);
    await page.evaluate(() => void (location.hash = '#/import'));
    await page.getByRole('heading', { name: /Reading was cancelled/ }).waitFor();
    expect(await countKpis()).toBe(before);
    await page.reload();
    await page.getByRole('heading', { name: before }).waitFor();
    await expectUnharmed();
  });
});
