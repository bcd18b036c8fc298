import { describe, expect, test } from 'vitest';
import { CFB } from 'xlsx';
import { zipSync, strToU8 } from 'fflate';
import { attempt, refusal, workbook } from './spreadsheets.ts';

const ROWS = [
  ['月份', '产量'],
  ['2026-01', 3],
  ['2026-02', 4],
];

/** A zip archive with these parts, as a workbook would have them. */
const zip = (parts: Record<string, string | Uint8Array>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])));

const SHEET_PARTS = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' };

describe('what is refused, and why', () => {
  test.each([
    ['zero bytes', '', 'empty-file'],
    ['blanks only', ' \n\n\t\n', 'empty-file'],
    ['prose', 'Dear all,\nplease find the figures\n', 'no-table'],
    ['a header without data', '日期,指标,数值,单位\n', 'no-data'],
    ['a byte order mark and a header', '\ufeff日期,指标,数值\n', 'no-data'],
    ['only words', '名称,说明\n甲,好\n乙,坏\n', 'no-number-column'],
  ])('%s', async (_, text, code) => {
    expect(await refusal(text)).toBe(code);
  });

  test.each([
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n1 0 obj')],
    ['a gzip', Uint8Array.of(0x1f, 0x8b, 8, 0, 0)],
    ['random bytes', Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 29)],
  ])('%s that was renamed', async (_, bytes) => {
    expect(await refusal(bytes, 'KPI.xlsx')).toBe('unsupported-format');
  });

  test('another kind of zip archive', async () => {
    expect(await refusal(zip({ 'word/document.xml': '<w/>' }), 'a.xlsx')).toBe('unsupported-format');
  });

  test('a workbook that is cut off', async () => {
    const bytes = workbook({ S: { rows: ROWS } });
    expect(await refusal(bytes.subarray(0, bytes.length - 60), 'a.xlsx')).toBe('corrupt-file');
  });

  test('a password-protected workbook', async () => {
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptionInfo', new Uint8Array(64));
    CFB.utils.cfb_add(container, '/EncryptedPackage', new Uint8Array(5000));
    expect(await refusal(new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer), 'a.xlsx')).toBe('password-protected');
  });

  test('a zip bomb, whatever it declares', async () => {
    const bomb = zip({ ...SHEET_PARTS, 'xl/worksheets/sheet1.xml': new Uint8Array(8_000_000) });
    expect(await refusal(bomb, 'a.xlsx')).toBe('too-large');
    // The directory says that every part has ten bytes.
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    for (let at = 0; at + 46 < liar.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    expect(await refusal(liar, 'a.xlsx')).toBe('too-large');
  });

  test('a document type declaration', async () => {
    const bytes = zip({ ...SHEET_PARTS, 'xl/sharedStrings.xml': '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><sst/>' });
    expect(await refusal(bytes, 'a.xlsx')).toBe('forbidden-content');
  });

  test('more columns than a spreadsheet has', async () => {
    expect(await refusal(`${'a,'.repeat(17_000)}b\n${'1,'.repeat(17_000)}2\n`)).toBe('too-many-cells');
  });

  test('the refusal names the file', async () => {
    const result = await attempt('', { name: '日报.csv' });
    expect(result).toEqual({ ok: false, error: { code: 'empty-file', where: { file: '日报.csv' } } });
  });

  test('a formula without a stored value is no zero, and is reported', async () => {
    const { utils, write } = await import('xlsx');
    const sheet = utils.aoa_to_sheet([...ROWS, ['2026-03', null], ['2026-04', 5]]);
    sheet['B4'] = { t: 'z', f: 'B3*2' } as never;
    const book = utils.book_new(sheet, 'S');
    const result = await attempt(
      new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', sheetStubs: true } as never) as ArrayBuffer),
      { name: 'a.xlsx' },
    );
    if (!result.ok) throw new Error(result.error.code);
    expect([...result.value.tables[0]!.data[0]!.values]).toEqual([3, 4, NaN, 5]);
    expect(result.value.issues).toEqual([{ code: 'formula-without-value', sheet: 'S', cell: 'B4', raw: '=B3*2' }]);
  });
});

describe('formats are told by content', () => {
  test.each([
    ['xlsx', '.csv', 'xlsx'],
    ['biff8', '.xlsx', 'xls'],
    ['ods', '.xls', 'ods'],
    ['xlsb', '.xlsx', 'xlsb'],
  ] as const)('%s named %s', async (type, extension, format) => {
    const result = await attempt(workbook({ S: { rows: ROWS } }, { type }), { name: `a${extension}` });
    expect(result.ok && [result.value.file.format, [...result.value.tables[0]!.data[0]!.values]]).toEqual([format, [3, 4]]);
  });

  test('a web page named .xls keeps its texts as written', async () => {
    const html =
      '<html><meta charset="utf-8"><table><tr><td>月份</td><td>一次解决率</td></tr><tr><td>2026-01</td><td>88.12%</td></tr><tr><td>2026-02</td><td>89%</td></tr></table></html>';
    const result = await attempt(html, { name: 'a.xls' });
    expect(result.ok && [result.value.file.format, [...result.value.tables[0]!.data[0]!.values]]).toEqual(['html', [0.8812, 0.89]]);
  });
});
