import { describe, expect, test } from 'vitest';
import { encode, only, read, refusal, seriesOf, valuesOf } from '../spreadsheets.ts';

const RETAIL = '月份,销售额（万元）,客流（人次）,转化率\r\n2026年1月,12.5,3120,12.3%\r\n2026年2月,13,2980,11.8%\r\n';
const HOSPITAL = '日期,门诊量,床位使用率,平均住院日\n2026-03-05,1205,85.2%,7.1\n2026-03-06,1188,86%,7.3\n';
const FACTORY = '日期,機台,產量（件）,不良率\n2026/3/5,一號機,1205,0.8%\n2026/3/6,二號機,1188,1.1%\n';
const SCHOOL = '學期,班級,出席率,備註\n2025年下半年,三年甲班,98%,\n2026年上半年,三年乙班,97%,轉入兩人\n';
const LONG = `日期,线路,准点率,备注\n${Array.from({ length: 60 }, (_, i) => `2026-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')},线路${i % 3},9${i % 10}%,正常运行`).join('\n')}\n`;

describe('Chinese text without a byte order mark', () => {
  test.each([
    ['retail', 'gb18030', RETAIL],
    ['hospital', 'gb18030', HOSPITAL],
    ['logistics, long', 'gb18030', LONG],
    ['factory', 'big5', FACTORY],
    ['school', 'big5', SCHOOL],
    ['retail', 'utf-8', RETAIL],
    ['factory', 'utf-8', FACTORY],
  ])('%s in %s', async (_, encoding, text) => {
    for (const locale of ['en', 'zh-CN', 'zh-TW']) {
      const proposal = await read(encode(text, encoding), { locale });
      expect([proposal.file.encoding, only(proposal).columns[1]!.name]).toEqual([encoding, text.split(/[,（\r\n]/)[1]]);
    }
  });

  test('a handful of characters in a table of figures', async () => {
    const text = `月份,产量\n${Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')},${i * 7}`).join('\n')}\n`;
    expect((await read(encode(text, 'gb18030'))).file.encoding).toBe('gb18030');
  });
});

describe('byte order marks and wide characters', () => {
  const tabs = RETAIL.replaceAll(',', '\t');
  const bigEndian = (text: string) => Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]));
  test.each<[string, Uint8Array, string]>([
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${RETAIL}`), 'utf-8'],
    ['UTF-16 little-endian with a mark', encode(`\ufeff${tabs}`, 'utf-16le'), 'utf-16le'],
    ['UTF-16 big-endian with a mark', bigEndian(`\ufeff${tabs}`), 'utf-16be'],
    ['UTF-16 little-endian without a mark', encode(tabs, 'utf-16le'), 'utf-16le'],
    ['UTF-16 big-endian without a mark', bigEndian(tabs), 'utf-16be'],
    ['UTF-16 of plain ASCII', encode('Month\tOrders\r\n2026-01\t5\r\n2026-02\t6\r\n', 'utf-16le'), 'utf-16le'],
  ])('%s', async (_, bytes, encoding) => {
    const proposal = await read(bytes);
    expect(proposal.file.encoding).toBe(encoding);
    expect(only(proposal).columns[0]!.name).toMatch(/^(月份|Month)$/);
  });
});

describe('Western text in windows-1252', () => {
  const latin = (text: string) => Uint8Array.from(text, (c) => ({ '€': 0x80, '–': 0x96, '’': 0x92, '…': 0x85 })[c] ?? c.charCodeAt(0));
  test.each([
    ['German', 'Datum;Ausschußquote;Erlös (€)\n01.02.2026;1,5%;1.234,56\n02.02.2026;1,25%;987,10\n', 'Erlös', [1234.56, 987.1]],
    [
      'French',
      'Mois;Chiffre d’affaires (k€);Taux de fidélité\njanv. 2026;1 234,5;85,2 %\nfévr. 2026;987,1;86 %\n',
      'Chiffre d’affaires',
      [1234500, 987100],
    ],
    ['Spanish', 'Mes;Producción\nenero 2026;1.234,5\nfebrero 2026;987,1\n', 'Producción', [1234.5, 987.1]],
    ['English with dashes', 'Month,Orders – net\n2026-01,5\n2026-02,6\n', 'Orders – net', [5, 6]],
  ])('%s', async (_, text, name, values) => {
    const proposal = await read(latin(text));
    expect(proposal.file.encoding).toBe('windows-1252');
    expect(valuesOf(only(proposal), name)).toEqual(values);
  });
});

describe('how the text is cut', () => {
  const SERIES = ['Orders [value] · month: 2026-01=5@B2 2026-02=6@B3 2026-03=7@B4'];
  test.each([
    ['mixed line ends', 'Month,Orders\r\n2026-01,5\n2026-02,6\r2026-03,7'],
    ['lone CR', 'Month,Orders\r2026-01,5\r2026-02,6\r2026-03,7\r'],
    ['a sep= line', 'sep=;\nMonth;Orders\n2026-01;5\n2026-02;6\n2026-03;7\n'],
    ['a quoted sep= line', '"sep=|"\r\nMonth|Orders\r\n2026-01|5\r\n2026-02|6\r\n2026-03|7\r\n'],
    ['tabs', 'Month\tOrders\n2026-01\t5\n2026-02\t6\n2026-03\t7\n'],
    ['bars', 'Month|Orders\n2026-01|5\n2026-02|6\n2026-03|7\n'],
    ['blanks behind commas', 'Month, Orders\n2026-01, 5\n2026-02, 6\n2026-03, 7\n'],
    ['all fields quoted', '"Month","Orders"\n"2026-01","5"\n"2026-02","6"\n"2026-03","7"\n'],
    ['apostrophes', "'Month','Orders'\n'2026-01','5'\n'2026-02','6'\n'2026-03','7'\n"],
    ['a delimiter at the end of each row', 'Month,Orders,\n2026-01,5,\n2026-02,6,\n2026-03,7,\n'],
    ['blank lines at the end', 'Month,Orders\n2026-01,5\n2026-02,6\n2026-03,7\n\n\n'],
    ['Ctrl-Z at the end', 'Month,Orders\n2026-01,5\n2026-02,6\n2026-03,7\n\x1a'],
  ])('%s', async (_, text) => {
    expect(seriesOf(only(await read(text)))).toEqual(SERIES);
  });

  test.each([
    ['doubled quotes', 'Month,"Users ""active"""\n2026-01,5\n2026-02,6\n'],
    ['backslashes', '"Month","Users \\"active\\""\n"2026-01","5"\n"2026-02","6"\n'],
  ])('%s within a field', async (_, text) => {
    expect(only(await read(text)).data[0]!.name).toBe('Users "active"');
  });

  test('a quoted line break does not begin a row', async () => {
    const table = only(await read('月份,产量,说明\n2026-01,5,"检修\n三天"\n2026-02,6,"正常\r\n"\n2026-03,7,\n'));
    expect(seriesOf(table)).toEqual(['产量 [value] · month: 2026-01=5@B2 2026-02=6@B3 2026-03=7@B4']);
  });

  test('a stray quote costs one field and is reported', async () => {
    const proposal = await read('月份,产量,说明\n2026-01,5,"未闭合\n2026-02,6,正常\n2026-03,7,正常\n');
    expect(valuesOf(only(proposal), '产量')).toEqual([5, 6, 7]);
    expect(proposal.issues).toMatchObject([{ code: 'stray-quote', cell: 'A2' }]);
  });

  test('a table of tabs that calls itself .xls', async () => {
    const proposal = await read('月份\t产量\n2026-01\t5\n2026-02\t6\n', { name: '报表.xls' });
    expect([proposal.file.format, proposal.file.delimiter]).toEqual(['csv', '\t']);
  });

  test.each([
    ['nothing', '', 'empty-file'],
    ['blanks and line ends', '\ufeff \r\n\r\n', 'empty-file'],
    ['a header', 'Month;Orders;Returns\r\n', 'no-data'],
  ])('%s is refused', async (_, text, code) => {
    expect(await refusal(text)).toBe(code);
  });
});
