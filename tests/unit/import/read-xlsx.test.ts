import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read as readBook, utils, write, type CellObject } from 'xlsx';
import { readXlsx, storedZip, unzip } from '../../../src/import/worker/archive.ts';
import { textOf, type Sheet } from '../../../src/import/worker/cell.ts';
import { readWorkbook } from '../../../src/import/worker/read-workbook.ts';
import type { ZipParts } from '../../../src/import/worker/zip.ts';

async function partsOf(bytes: Uint8Array): Promise<ZipParts> {
  const unpacked = await unzip(bytes.slice().buffer as ArrayBuffer, 'a.xlsx');
  if (!unpacked.ok) throw new Error(unpacked.error.code);
  return unpacked.value;
}

const scan = async (bytes: Uint8Array) => {
  const book = readXlsx(await partsOf(bytes), () => undefined);
  if (book === null || book === 'too-large') throw new Error(`not read: ${book}`);
  return book;
};

const cellsOf = (sheet: Sheet) =>
  Array.from({ length: sheet.height }, (_, r) => Array.from({ length: sheet.width }, (__, c) => sheet.at(r, c)));

/** A workbook of one sheet out of its XML, with shared strings and styles. */
function book(sheetData: string, { strings = '', after = '', properties = '' } = {}): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const link = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  const formats = ['General', '0.0%', 'yyyy"年"m"月"', '[hh]:mm', '[$CHF] #,##0'];
  const parts = {
    '_rels/.rels': `<Relationships>${link('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook>${properties}<sheets><sheet name="A &amp; B" sheetId="1" state="hidden" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${link('r2', 'worksheet', 'worksheets/sheet1.xml')}${link('r3', 'styles', '/xl/styles.xml')}${link('r4', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats.map((format, i) => `<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const only = async (bytes: Uint8Array) => (await scan(bytes)).sheets[0]!;

describe('a workbook read from its XML', () => {
  const cell: fc.Arbitrary<CellObject | undefined> = fc.oneof(
    fc.constant(undefined),
    fc.string({ unit: fc.constantFrom(...'ab 销&<>"\'é\n😀'), minLength: 1, maxLength: 6 }).map((v): CellObject => ({ t: 's', v })),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((v): CellObject => ({ t: 'n', v })),
    fc.integer({ min: 0, max: 60_000 }).map((v): CellObject => ({ t: 'n', v, z: 'yyyy-mm-dd' })),
    fc.float({ min: 0, max: 1, noNaN: true }).map((v): CellObject => ({ t: 'n', v, z: '0.00%' })),
    fc.boolean().map((v): CellObject => ({ t: 'b', v })),
    fc.constantFrom(0, 7, 42).map((v): CellObject => ({ t: 'e', v })),
  );

  test('gives what SheetJS gives', async () => {
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, bookSST) => {
        const made = utils.book_new();
        utils.book_append_sheet(made, { '!data': rows, '!ref': `A1:E${rows.length}` } as never, '表');
        const bytes = new Uint8Array(write(made, { type: 'array', bookSST, compression: true }) as ArrayBuffer);
        const parts = await partsOf(bytes);
        const own = readXlsx(parts, () => undefined);
        const theirs = readWorkbook(storedZip(parts), 'xlsx');
        expect(own).not.toBeNull();
        expect(own !== 'too-large' && own!.sheets.map(cellsOf)).toEqual(theirs.sheets.map(cellsOf));
      }),
      { numRuns: 200 },
    );
  });

  test('shared, rich and inline texts, without the reading aids of East Asian names', async () => {
    const strings =
      '<si><t>销售&amp;市场</t></si><si><r><t>毛</t></r><r><rPr><b/></rPr><t>利率</t></r><rPh sb="0" eb="1"><t>もう</t></rPh></si><si><t/></si>';
    const sheet = await only(
      book(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b_x000D_</t></r></is></c><c r="E1" t="str"><f>A1</f><v>&lt;ok&gt;</v></c></row>',
        { strings },
      ),
    );
    expect(cellsOf(sheet)).toEqual([['销售&市场', '毛利率', '', 'a b\r', '<ok>']]);
    expect(sheet).toMatchObject({ name: 'A & B', hidden: true });
  });

  test('numbers in the formats that tell what they are', async () => {
    const sheet = await only(
      book(
        '<row><c><v>1.5</v></c><c s="1"><v>0.85299999999999998</v></c><c s="2"><v>46082</v></c><c s="3"><v>1.5</v></c><c s="4"><v>-12</v></c><c s="5"><v>60</v></c><c><v>1.2E-3</v></c><c t="d"><v>2026-03-05T00:00:00</v></c></row>',
      ),
    );
    expect(cellsOf(sheet)[0]!.map(textOf)).toEqual(['1.5', '85.3%', '2026-03-01', '36', '-12', '1900-03-01', '0.0012', '2026-03-05']);
  });

  test('the 1904 system', async () => {
    const sheet = await only(book('<row><c s="2"><v>44620</v></c></row>', { properties: '<workbookPr date1904="1"/>' }));
    expect(textOf(sheet.at(0, 0))).toBe('2026-03-01');
  });

  test('formulas without a value, errors and empty results, with their places', async () => {
    const { sheets, issues } = await scan(
      book(
        '<row r="3"><c r="B3"><f>B2/0</f></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3" t="str"><f>""</f><v></v></c><c r="E3" s="1"/></row>',
      ),
    );
    expect(issues.map(({ cell: at, code, raw }) => `${at} ${code} ${raw}`)).toEqual([
      'B3 formula-without-value =B2/0',
      'C3 error-value #DIV/0!',
    ]);
    expect([sheets[0]!.height, sheets[0]!.width]).toEqual([3, 3]);
  });

  test('merged cells, gaps between rows and cells without addresses', async () => {
    const sheet = await only(
      book('<row r="2"><c><v>1</v></c><c><v>2</v></c></row><row><c r="C3"><v>3</v></c></row>', {
        after: '<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>',
      }),
    );
    expect(cellsOf(sheet).map((row) => row.map(textOf).join())).toEqual([',,', '1,2,', ',,3']);
    expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }]);
  });

  test('a sheet that is written in a rare way is left to SheetJS', async () => {
    const parts = new Map(await partsOf(book('<row><c><v>1</v></c></row>')));
    const sheet = new TextDecoder().decode(parts.get('xl/worksheets/sheet1.xml')).replaceAll(/<(\/?)(\w)/g, '<$1x:$2');
    parts.set('xl/worksheets/sheet1.xml', strToU8(sheet) as Uint8Array<ArrayBuffer>);
    expect(readXlsx(parts, () => undefined)).toBeNull();
  });

  test('so is one whose styles stand under another spelling: its dates would come as numbers', async () => {
    const parts = new Map(await partsOf(book('<row><c s="2"><v>46082</v></c></row>')));
    parts.set('xl/Styles.xml', parts.get('xl/styles.xml')!);
    parts.delete('xl/styles.xml');
    expect(readXlsx(parts, () => undefined)).toBeNull();
  });

  test('a cell outside of every spreadsheet is too large, not a crash', async () => {
    const parts = await partsOf(book('<row r="99999999"><c r="ZZZ99999999"><v>1</v></c></row>'));
    expect(readXlsx(parts, () => undefined)).toBe('too-large');
  });

  test('what is packed anew holds the same parts', async () => {
    const bytes = new Uint8Array(write(readBook('a,b\n1,2', { type: 'string' }), { type: 'array', compression: true }) as ArrayBuffer);
    const parts = await partsOf(bytes);
    expect(await partsOf(storedZip(parts))).toEqual(parts);
  });
});
