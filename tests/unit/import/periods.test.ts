import { describe, expect, test } from 'vitest';
import { periodKey } from '../../../src/domain/calendar.ts';
import { readPeriod } from '../../../src/import/worker/period.ts';
import { resolvePeriods } from '../../../src/import/worker/resolve-periods.ts';
import { only, questionsOf, read, serial, seriesOf, workbook } from './spreadsheets.ts';

/** Period key of one text, in a file of the year 2026. */
function key(text: string): string | null {
  const period = readPeriod(text);
  if (!period) return null;
  const { days } = resolvePeriods([period], { year: 2026, month: null }, undefined);
  return periodKey(days[0]!, period.grain);
}

describe('one cell', () => {
  test.each([
    ['2026年3月', '2026-03'],
    ['2026-03', '2026-03'],
    ['2026.3', '2026-03'],
    ['202603', '2026-03'],
    ['Mar-26', '2026-03'],
    ['March 2026', '2026-03'],
    ['3月', '2026-03'],
    ['十一月', '2026-11'],
    ['民國115年3月', '2026-03'],
    ['115/03/05', '2026-03-05'],
    ['115年3月5日', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026/1/28 0:00:00', '2026-01-28'],
    ['2026-03-05T10:00:00Z', '2026-03-05'],
    ['2026年3月5日 星期四', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['31/01/2026', '2026-01-31'],
    ['1/31/2026', '2026-01-31'],
    ['5 Mar 2026', '2026-03-05'],
    ['Mar 5, 2026', '2026-03-05'],
    ['01.02.2026', '2026-02-01'],
    ['Q3 2026', '2026-Q3'],
    ['2026Q3', '2026-Q3'],
    ['２０２６Ｑ３', '2026-Q3'],
    ['2026年第三季度', '2026-Q3'],
    ['一季度', '2026-Q1'],
    ['2026-W12', '2026-W12'],
    ['第9周', '2026-W09'],
    ['Week 9', '2026-W09'],
    ['2026年上半年', '2026-H1'],
    ['H2 2026', '2026-H2'],
    ['2026年', '2026'],
    ['FY26', '2026'],
    ['2026-13', null],
    ['2026-02-30', null],
    ['13月', null],
    ['华东', null],
    ['12%', null],
  ])('%s', (text, expected) => {
    expect(key(text)).toBe(expected);
  });
});

describe('a column of periods', () => {
  test('one day above 12 decides the order of all', async () => {
    const table = only(await read('Date,Visits\n05/03/2026,1\n06/03/2026,2\n13/03/2026,3\n'));
    expect(table.dateOrder).toBe('dmy');
    expect(seriesOf(table)).toEqual(['Visits [value] · day: 2026-03-05=1@B2 2026-03-06=2@B3 2026-03-13=3@B4']);
  });

  test('nothing decides: it is asked, and the answer is honoured', async () => {
    const text = 'Date,Visits\n01/02/2026,1\n02/02/2026,2\n03/02/2026,3\n';
    expect(questionsOf(only(await read(text)))).toEqual(['ambiguous-date-order']);
    const answered = only(await read(text, { choices: { tables: { '#1': { dateOrder: 'mdy' } } } }));
    expect(questionsOf(answered)).toEqual([]);
    expect(seriesOf(answered)).toEqual(['Visits [value] · day: 2026-01-02=1@B2 2026-02-02=2@B3 2026-03-02=3@B4']);
  });

  test('month ends stand for months, one weekday a week for weeks', async () => {
    expect(seriesOf(only(await read('Date,Cost\n2026-01-31,1\n2026-02-28,2\n')))).toEqual([
      'Cost [value] · month: 2026-01=1@B2 2026-02=2@B3',
    ]);
    expect(seriesOf(only(await read('Week of,Cost\n1/5/2026,1\n1/12/2026,2\n1/19/2026,3\n')))).toEqual([
      'Cost [value] · week: 2026-W02=1@B2 2026-W03=2@B3 2026-W04=3@B4',
    ]);
  });

  test('the year comes from the title, the sheet or the file, else it is asked', async () => {
    const rows = '月份,产量\n11月,1\n12月,2\n';
    expect(only(await read(`2025年产量\n${rows}`)).year).toEqual({ value: 2025, from: 'title' });
    expect(only(await read(rows, { name: '产量2024.csv' })).year).toEqual({ value: 2024, from: 'file' });
    const open = only(await read(rows));
    expect([open.year, questionsOf(open)]).toEqual([null, ['year-unknown']]);
    const answered = only(await read(rows, { choices: { tables: { '#1': { year: 2023 } } } }));
    expect(seriesOf(answered)).toEqual(['产量 [value] · month: 2023-11=1@B2 2023-12=2@B3']);
  });

  test('months that run over the end of a year', async () => {
    expect(seriesOf(only(await read('2025年产量\n月份,产量\n11月,1\n12月,2\n1月,3\n')))).toEqual([
      '产量 [value] · month: 2025-11=1@B3 2025-12=2@B4 2026-01=3@B5',
    ]);
  });

  test('year and quarter in two columns', async () => {
    expect(seriesOf(only(await read('年份,季度,签约额\n2025,第四季度,1\n2026,第一季度,2\n')))).toEqual([
      '签约额 [value] · quarter: 2025-Q4=1@C2 2026-Q1=2@C3',
    ]);
  });

  test('true dates of a workbook, in the 1900 and the 1904 system', async () => {
    const rows = [
      ['月份', '批次'],
      [{ v: serial(2026, 1, 1), z: 'yyyy"年"m"月"' }, 3],
      [{ v: serial(2026, 2, 1), z: 'yyyy"年"m"月"' }, 4],
    ];
    const expected = ['批次 [value] · month: 2026-01=3@B2 2026-02=4@B3'];
    expect(seriesOf(only(await read(workbook({ S: { rows } }), { name: 'a.xlsx' })))).toEqual(expected);
  });

  test('a format with a currency code is no date, an elapsed time is no day', async () => {
    const rows = [
      ['月份', 'Kosten', '时长'],
      ['2026-01', { v: 46023, z: '"CHF" #,##0.00' }, { v: 1.5, z: '[h]:mm' }],
      ['2026-02', { v: 46024, z: '"CHF" #,##0.00' }, { v: 2, z: '[h]:mm' }],
    ];
    expect(seriesOf(only(await read(workbook({ S: { rows } }), { name: 'a.xlsx' })))).toEqual([
      'Kosten [value] CHF month: 2026-01=46023@B2 2026-02=46024@B3',
      '时长 [value] h month: 2026-01=36@C2 2026-02=48@C3',
    ]);
  });

  test('a cell that is no period is named', async () => {
    const table = only(await read('日期,订单数\n2026-01-05,1\n2026-01-06,2\n下周,3\n2026-01-08,4\n2026-01-09,4\n'));
    expect(table.columns[0]!.invalid).toEqual([{ code: 'not-a-period', cell: 'A4', raw: '下周' }]);
    expect(table.data[0]!.values).toHaveLength(4);
  });
});
