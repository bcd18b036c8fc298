import { describe, expect, test } from 'vitest';
import { encode, only, read, seriesOf } from './spreadsheets.ts';

const CHINESE = '月份,销售额（万元）\r\n2026年1月,12.5\r\n2026年2月,13\r\n';
const TRADITIONAL = '月份,營業額（萬元）,來客數\r\n2026年1月,12.5,310\r\n2026年2月,13,290\r\n';

describe('a text file in whatever encoding', () => {
  test.each([
    ['gb18030', CHINESE],
    ['utf-8', CHINESE],
    ['big5', TRADITIONAL],
  ])('is read as %s without being told', async (encoding, text) => {
    const proposal = await read(encode(text, encoding));
    expect(proposal.file.encoding).toBe(encoding);
    expect(seriesOf(only(proposal))[0]).toMatch(/^(销售额|營業額) \[value\] CNY month: 2026-01=125000@B2 2026-02=130000@B3$/);
  });

  test('UTF-16 with tabs, as Excel saves "Unicode text", with and without a byte order mark', async () => {
    const text = CHINESE.replaceAll(',', '\t');
    for (const mark of ['\ufeff', '']) {
      const proposal = await read(encode(mark + text, 'utf-16le'));
      expect(proposal.file).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
      expect(only(proposal).data[0]!.name).toBe('销售额');
    }
  });

  test('a UTF-8 byte order mark is no part of the first header', async () => {
    expect(only(await read(`\ufeff${CHINESE}`)).columns[0]!.name).toBe('月份');
  });

  test('windows-1252 keeps its accents and its euro sign', async () => {
    const latin = 'Période;Marge (€)\n31/01/2025;1,5\n28/02/2025;1,7\n';
    const bytes = Uint8Array.from(latin, (character) => (character === '€' ? 0x80 : character.charCodeAt(0)));
    const proposal = await read(bytes);
    expect(proposal.file.encoding).toBe('windows-1252');
    expect(only(proposal).columns.map((column) => [column.name, column.unit])).toEqual([
      ['Période', null],
      ['Marge', 'EUR'],
    ]);
  });

  test('a person’s choice of encoding goes before the guess', async () => {
    const proposal = await read(encode(TRADITIONAL, 'big5'), { choices: { encoding: 'gb18030' } });
    expect(proposal.file.encoding).toBe('gb18030');
    expect(only(proposal).columns.map((column) => column.name)).not.toContain('營業額');
  });
});

describe('the cut into cells', () => {
  test.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'bar'],
  ])('finds %j', async (delimiter) => {
    const text =
      ['Month', 'Signups', 'Churn'].join(delimiter) +
      '\n' +
      ['2026-01', '12', '3%'].join(delimiter) +
      '\n' +
      ['2026-02', '15', '2%'].join(delimiter);
    const proposal = await read(text);
    expect(proposal.file.delimiter).toBe(delimiter);
    expect(only(proposal).data.map((column) => column.name)).toEqual(['Signups', 'Churn']);
  });

  test('Excel’s sep= line is an instruction', async () => {
    const proposal = await read('sep=;\r\nMonth;Cost\r\n2026-01;5,5\r\n2026-02;6,5\r\n');
    expect(proposal.file.delimiter).toBe(';');
    expect(seriesOf(only(proposal))).toEqual(['Cost [value] · month: 2026-01=5.5@B2 2026-02=6.5@B3']);
  });

  test('mixed line ends and quoted line breaks keep their rows', async () => {
    const table = only(await read('Month,"New\nusers",Note\r\n2026-01,5,"a\r\nb"\n2026-02,6,\r\n2026-03,7,\r'));
    expect(seriesOf(table)).toEqual(['New users [value] · month: 2026-01=5@B2 2026-02=6@B3 2026-03=7@B4']);
  });

  test('apostrophes as quotes', async () => {
    const table = only(await read("'Month','Users, all'\n'2026-01','5'\n'2026-02','6'\n'2026-03','9'\n"));
    expect(table.data[0]!.name).toBe('Users, all');
  });

  test('a stray quote damages one field and is reported', async () => {
    const proposal = await read('Month,Users,Note\n2026-01,5,"unclosed\n2026-02,6,5" pipe\n2026-03,7,"a"b\n2026-04,8,"fine, too"\n');
    expect([...only(proposal).data[0]!.values]).toEqual([5, 6, 7, 8]);
    expect(proposal.issues.map((issue) => [issue.code, issue.cell])).toEqual([
      ['stray-quote', 'A2'],
      ['stray-quote', 'A4'],
    ]);
  });

  test('a blank after each comma, and quotes after the blank', async () => {
    const proposal = await read('Month, Users, Note\n2026-01, 5, "a, b"\n2026-02, 6, "c"\n');
    expect(proposal.file.delimiter).toBe(',');
    expect(seriesOf(only(proposal))).toEqual(['Users [value] · month: 2026-01=5@B2 2026-02=6@B3']);
  });

  test('a row with a surplus field is kept and reported', async () => {
    const proposal = await read('Month,Users\n2026-01,5\n2026-02,6,x\n2026-03,7\n');
    expect(proposal.issues).toMatchObject([{ code: 'ragged-row', cell: 'A3' }]);
    expect(only(proposal).data[0]!.values).toHaveLength(3);
  });

  test('a chosen delimiter reads the text again', async () => {
    const text = 'Month;Users, all\n2026-01;5\n2026-02;6\n';
    expect(only(await read(text, { choices: { delimiter: ';' } })).data[0]!.name).toBe('Users, all');
  });
});
