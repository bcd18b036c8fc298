import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { only, questionsOf, read, refusal, seriesOf, serial, valuesOf, workbook, type SheetSpec } from '../spreadsheets.ts';
import { names, periodsOf } from './understood.ts';

const book = (sheets: Readonly<Record<string, SheetSpec>>, options?: Parameters<typeof workbook>[1]) =>
  read(workbook(sheets, options), { name: 'KPI.xlsx' });
const sheet = (...rows: SheetSpec['rows']): SheetSpec => ({ rows });
const day = (year: number, month: number, date: number, z = 'yyyy/m/d') => ({ v: serial(year, month, date), z });
const DAYS = 'day 2026-03-05 2026-03-06 2026-03-08';

/** A workbook with some of its parts rewritten. */
function rewritten(bytes: Uint8Array, edit: (name: string, xml: string) => string): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(edit(name, strFromU8(part)))])),
  ) as Uint8Array<ArrayBuffer>;
}

describe('dates of a workbook', () => {
  test.each([
    'yyyy/m/d',
    'yyyy"年"m"月"d"日"',
    'm/d/yy',
    'dd.mm.yyyy',
    '[$-404]e/m/d',
    '[$-F800]dddd, mmmm dd, yyyy',
    'yyyy-mm-dd hh:mm',
    'd-mmm-yy',
  ])('shown as %s', async (z) => {
    const proposal = await book({ S: sheet(['日期', '产量'], [day(2026, 3, 5, z), 3], [day(2026, 3, 6, z), 4], [day(2026, 3, 8, z), 5]) });
    expect(periodsOf(only(proposal))).toBe(DAYS);
  });

  test('months across as true dates shown as mmm-yy', async () => {
    const header = [1, 2, 3].map((month) => day(2026, month, 1, 'mmm-yy'));
    const proposal = await book({ S: sheet(['Metric', ...header], ['Orders', 3, 4, 5], ['Returns', 1, 1, 2]) });
    expect(periodsOf(only(proposal))).toBe('month 2026-01 2026-02 2026-03');
  });

  test('the 1904 system', async () => {
    const early = (date: number) => ({ v: serial(2026, 3, date) - 1462, z: 'yyyy/m/d' });
    const proposal = await book({ S: sheet(['日期', '产量'], [early(5), 3], [early(6), 4], [early(8), 5]) }, { date1904: true });
    expect(periodsOf(only(proposal))).toBe(DAYS);
  });

  test('serials without a date format under 日期', async () => {
    const proposal = await book({ S: sheet(['日期', '产量'], [serial(2026, 3, 5), 3], [serial(2026, 3, 6), 4], [serial(2026, 3, 8), 5]) });
    expect(periodsOf(only(proposal))).toBe(DAYS);
  });

  test('the first of March 1900 comes after Excel’s 29 February', async () => {
    const at = (v: number) => ({ v, z: 'yyyy/m/d' });
    const proposal = await book({ S: sheet(['日期', '产量'], [at(59), 3], [at(61), 4], [at(63), 5]) });
    expect(periodsOf(only(proposal))).toBe('day 1900-02-28 1900-03-01 1900-03-03');
  });

  test('texts among true dates', async () => {
    const proposal = await book({ S: sheet(['日期', '产量'], [day(2026, 3, 5), 3], ['2026年3月6日', 4], ['2026/3/8', 5]) });
    expect(periodsOf(only(proposal))).toBe(DAYS);
  });

  test('ISO dates in the cells', async () => {
    const bytes = rewritten(workbook({ S: sheet(['日期', '产量'], ['a', 3], ['b', 4], ['c', 5]) }), (name, xml) =>
      name.endsWith('sheet1.xml')
        ? ['2026-03-05', '2026-03-06', '2026-03-08'].reduce(
            (text, iso, i) => text.replace(new RegExp(`<c r="A${i + 2}"[^>]*>.*?</c>`), `<c r="A${i + 2}" t="d"><v>${iso}</v></c>`),
            xml,
          )
        : xml,
    );
    expect(periodsOf(only(await read(bytes, { name: 'a.xlsx' })))).toBe(DAYS);
  });
});

describe('number formats', () => {
  test.each<[string, number, string, string | null, number]>([
    ['percent', 0.52, '0.00%', '%', 0.52],
    ['dollars', 1234.5, '"$"#,##0.00', 'USD', 1234.5],
    ['euro behind', 1234.5, '#,##0.00\\ "€"', 'EUR', 1234.5],
    ['Swiss francs are no hours', 1234.5, '[$CHF] #,##0.00', 'CHF', 1234.5],
    ['Swiss francs with a locale', 1234.5, '_ [$CHF-807] * #,##0.00_ ', 'CHF', 1234.5],
    ['yuan', 1234.5, '¥#,##0.00', 'CNY', 1234.5],
    ['New Taiwan dollars', 1234, '[$NT$-404]#,##0', 'TWD', 1234],
    ['accounting', -1234, '_-* #,##0_-;-* #,##0_-', null, -1234],
    ['negatives in red brackets', -1234, '#,##0;[Red](#,##0)', null, -1234],
    ['elapsed hours', 1.25, '[h]:mm', 'h', 30],
    ['elapsed hours with seconds', 1.5, '[hh]:mm:ss', 'h', 36],
    ['a word', 12, '0"台"', '台', 12],
  ])('%s', async (_, v, z, unit, value) => {
    const table = only(await book({ S: sheet(['月份', '数值'], ['2026-01', { v, z }], ['2026-02', { v, z }]) }));
    expect([table.data[0]!.unit, table.data[0]!.values[0]]).toEqual([unit, value]);
    expect(questionsOf(table)).toEqual([]);
  });

  test('percent format beside plain fractions of the same column', async () => {
    const table = only(
      await book({
        S: sheet(
          ['月份', '达成率'],
          ['2026-01', { v: 0.52, z: '0%' }],
          ['2026-02', { v: 1.1, z: '0%' }],
          ['2026-03', { v: 0.9, z: '0.0%' }],
        ),
      }),
    );
    expect(valuesOf(table, '达成率')).toEqual([0.52, 1.1, 0.9]);
  });
});

describe('cells that are no figures', () => {
  test('TRUE and FALSE, errors, blanks', async () => {
    const bytes = rewritten(
      workbook({ S: sheet(['月份', '产量'], ['2026-01', 3], ['2026-02', 4], ['2026-03', 5], ['2026-04', 6], ['2026-05', 7]) }),
      (name, xml) =>
        name.endsWith('sheet1.xml')
          ? xml
              .replace(/<c r="B3"[^>]*>.*?<\/c>/, '<c r="B3" t="b"><v>1</v></c>')
              .replace(/<c r="B4"[^>]*>.*?<\/c>/, '<c r="B4" t="e"><v>#DIV/0!</v></c>')
          : xml,
    );
    const proposal = await read(bytes, { name: 'a.xlsx' });
    expect(valuesOf(only(proposal), '产量')).toEqual([3, null, null, 6, 7]);
    expect(only(proposal).columns[1]!.invalid).toMatchObject([{ code: 'not-a-number', cell: 'B3', raw: 'TRUE' }]);
    expect(proposal.issues).toMatchObject([{ code: 'error-value', cell: 'B4', raw: '#DIV/0!' }]);
  });

  test('a formula that was never worked out', async () => {
    const bytes = rewritten(workbook({ S: sheet(['月份', '产量'], ['2026-01', 3], ['2026-02', 4], ['2026-03', 5]) }), (name, xml) =>
      name.endsWith('sheet1.xml') ? xml.replace(/<c r="B3"[^>]*>.*?<\/c>/, '<c r="B3"><f>B2*2</f></c>') : xml,
    );
    const proposal = await read(bytes, { name: 'a.xlsx' });
    expect(valuesOf(only(proposal), '产量')).toEqual([3, null, 5]);
    expect(proposal.issues).toEqual([{ code: 'formula-without-value', sheet: 'S', cell: 'B3', raw: '=B2*2' }]);
  });

  test('cells that have nothing but a style make the table no wider', async () => {
    const bytes = rewritten(workbook({ S: sheet(['月份', '产量'], ['2026-01', 3], ['2026-02', 4]) }), (name, xml) =>
      name.endsWith('sheet1.xml')
        ? xml
            .replace('</sheetData>', '<row r="900"><c r="XF900" s="0"/></row></sheetData>')
            .replace(/<dimension[^>]*>/, '<dimension ref="A1:XF900"/>')
        : xml,
    );
    expect(only(await read(bytes, { name: 'a.xlsx' })).region).toEqual({ top: 0, left: 0, bottom: 2, right: 1 });
  });
});

describe('merged cells', () => {
  test('departments merged down the side name their rows, figures are not repeated', async () => {
    const table = only(
      await book({
        S: {
          rows: [
            ['部门', '小组', '2026年1月', '2026年2月', '2026年3月'],
            ['营销', '一组', 3, 4, 5],
            [null, '二组', null, 6, 7],
            ['客服', '一组', 8, 9, 1],
          ],
          merges: ['A2:A3', 'C2:C3'],
        },
      }),
    );
    expect(seriesOf(table).map((line) => line.replace(/^\S+ \[value\] /, ''))).toEqual([
      '部门=营销 小组=一组 · month: 2026-01=3@C2 2026-02=4@D2 2026-03=5@E2',
      '部门=营销 小组=二组 · month: 2026-01=–@C3 2026-02=6@D3 2026-03=7@E3',
      '部门=客服 小组=一组 · month: 2026-01=8@C4 2026-02=9@D4 2026-03=1@E4',
    ]);
  });

  test('three merged header rows: year, quarter, measure', async () => {
    const table = only(
      await book({
        S: {
          rows: [
            ['部门', '2026年', null, null, null],
            [null, '一季度', null, '二季度', null],
            [null, '目标', '实际', '目标', '实际'],
            ['营销部', 8, 7, 9, 8],
            ['客服部', 5, 6, 5, 4],
          ],
          merges: ['A1:A3', 'B1:E1', 'B2:C2', 'D2:E2'],
        },
      }),
    );
    expect(seriesOf(table).map((line) => line.replace(/^\S+ /, ''))).toContain('[actual] 部门=客服部 · quarter: 2026-Q1=6@C5 2026-Q2=4@E5');
  });
});

describe('several sheets', () => {
  const rows = (first: number): SheetSpec => sheet(['Region', 'Jan-26', 'Feb-26', 'Mar-26'], ['North', first, 4, 5], ['South', 6, 7, 8]);

  test.each([
    ['Actual', 'Targets'],
    ['Actuals', 'Budget'],
    ['实际', '目标'],
    ['2026实际', '2026预算'],
  ])('%s and %s are two measures of one metric', async (actual, target) => {
    const { tables } = await book({ [actual]: rows(3), [target]: rows(4) });
    expect(tables.map((table) => table.data[0]!.role)).toEqual(['actual', 'target']);
    expect(new Set(tables.map((table) => table.data[0]!.name)).size).toBe(1);
  });

  test('lookup sheets bring no series, hidden sheets are marked', async () => {
    const proposal = await book({
      指标: sheet(['月份', '产量'], ['2026-01', 3], ['2026-02', 4]),
      门店表: sheet(['门店', '店长', '城市'], ['徐汇店', '王磊', '上海'], ['天河店', '李静', '广州']),
      底稿: { ...sheet(['月份', '产量'], ['2026-01', 30], ['2026-02', 40]), hidden: true },
    });
    expect(names(proposal).slice(0, 1)).toEqual(['产量']);
    expect(proposal.tables.map(({ sheet: name, hidden, data }) => [name, hidden, data.length])).toEqual([
      ['指标', false, 1],
      ['门店表', false, 0],
      ['底稿', true, 1],
    ]);
  });

  test('the year in the name of each sheet', async () => {
    const months: SheetSpec = sheet(['月份', '产量'], ['1月', 3], ['2月', 4], ['3月', 5]);
    const { tables } = await book({ '2025年': months, '2026年': months });
    expect(tables.map(periodsOf)).toEqual(['month 2025-01 2025-02 2025-03', 'month 2026-01 2026-02 2026-03']);
  });

  test('a sheet called __proto__ is a sheet', async () => {
    expect((await book({ __proto_: rows(3), toString: rows(4) })).tables.map(({ sheet: name }) => name)).toEqual(['__proto_', 'toString']);
  });
});

describe('how workbooks are packed', () => {
  const plain = { S: sheet(['月份', '产量'], ['2026-01', 3], ['2026-02', 4]) };

  test('element names with a prefix', async () => {
    const prefixed = rewritten(workbook(plain), (name, xml) =>
      /sheet1\.xml$|sharedStrings\.xml$/.test(name)
        ? xml.replace(/<(\/?)(?!\?)([a-zA-Z])/g, '<$1x:$2').replace(/xmlns="/, 'xmlns:x="')
        : xml,
    );
    expect(valuesOf(only(await read(prefixed, { name: 'a.xlsx' })), '产量')).toEqual([3, 4]);
  });

  test.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods', 'fods', 'xlml'] as const)('%s holds the same figures', async (type) => {
    expect(valuesOf(only(await read(workbook(plain, { type }), { name: 'a.bin' })), '产量')).toEqual([3, 4]);
  });

  test.each([
    ['936', 936, [0xd4, 0xc2, 0xb7, 0xdd], '月份', [0xb2, 0xfa, 0xc1, 0xbf], '产量'],
    ['950', 950, [0xa4, 0xeb, 0xa5, 0xf7], '月份', [0xb2, 0xa3, 0xb6, 0x71], '產量'],
  ])('Excel 5 in code page %s', async (_, page, first, month, second, output) => {
    const bytes = workbook({ S: sheet(['AAAA', 'BBBB'], ['2026-01', 3], ['2026-02', 4]) }, { type: 'biff5' });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 6 < bytes.length; at++) {
      if (view.getUint32(at, true) === 0x00020042) view.setUint16(at + 4, page, true);
      if (view.getUint32(at) === 0x41414141) bytes.set(first, at);
      if (view.getUint32(at) === 0x42424242) bytes.set(second, at);
    }
    expect(only(await read(bytes, { name: 'a.xls' })).columns.map(({ name }) => name)).toEqual([month, output]);
  });

  test('a million rows of styles are no rows', async () => {
    const bytes = rewritten(workbook(plain), (name, xml) =>
      name.endsWith('sheet1.xml') ? xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>') : xml,
    );
    expect(only(await read(bytes, { name: 'a.xlsx' })).region.bottom).toBe(2);
  });

  test('a part of a hundred megabytes of one letter is refused', async () => {
    const parts = unzipSync(workbook(plain));
    const bomb = zipSync({
      ...parts,
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${' '.repeat(30_000_000)}</sheetData></worksheet>`),
    });
    expect(await refusal(bomb as Uint8Array<ArrayBuffer>, 'a.xlsx')).toBe('too-large');
  });
});
