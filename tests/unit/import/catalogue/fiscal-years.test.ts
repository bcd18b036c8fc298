import { describe, expect, test } from 'vitest';
import { only, questionsOf, read, seriesOf } from '../spreadsheets.ts';
import { axis, csv, periodsOf } from './understood.ts';

const FROM_APRIL = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const APRIL_TO_MARCH = `month ${FROM_APRIL.map((month) => `${month > 3 ? 2025 : 2026}-${String(month).padStart(2, '0')}`).join(' ')}`;

/** How periods below a title are understood: `month 2025-04 …`, then what is asked. */
async function below(title: string, cells: readonly string[], name = 'file.csv', header = '月份'): Promise<string> {
  const table = only(
    await read(`"${title}"\n${csv([header, ...cells], ['产量', ...cells.map((_, i) => String(30 + ((i * 7) % 11)))])}`, { name }),
  );
  return [periodsOf(table), ...questionsOf(table).map((code) => `?${code}`)].join(' ');
}

describe('a fiscal year', () => {
  test.each([
    ['2026财年产量', FROM_APRIL.map((month) => `${month}月`)],
    ['FY26 output', FROM_APRIL.map((month) => MONTHS[month - 1]!)],
    ['FY2025-26 output', FROM_APRIL.map((month) => MONTHS[month - 1]!)],
    ['2026會計年度產量', FROM_APRIL.map((month) => `${month}月`)],
    ['2025年4月-2026年3月产量', FROM_APRIL.map((month) => `${month}月`)],
  ])('runs from April to March where its months do: %s', async (title, cells) => {
    expect(await below(title, cells)).toBe(APRIL_TO_MARCH);
  });

  test.each([
    ['FY26 (FY starts April)', ['Apr', 'May', 'Jun'], 'month 2025-04 2025-05 2025-06'],
    ['FY2026, fiscal year begins on 1 July', ['Jul', 'Aug', 'Sep'], 'month 2025-07 2025-08 2025-09'],
    ['2026财年（4月至次年3月）', ['4月', '5月', '6月'], 'month 2025-04 2025-05 2025-06'],
    ['2026財年，會計年度自7月1日起', ['8月', '9月', '1月'], 'month 2025-08 2025-09 2026-01'],
    ['FY26 report, year ended 31 March', ['Jan', 'Feb', 'Mar'], 'month 2026-01 2026-02 2026-03'],
    ['FY26 (FY starts April)', ['Q1', 'Q2', 'Q3', 'Q4'], 'quarter 2025-Q2 2025-Q3 2025-Q4 2026-Q1'],
    ['FY starts in July', ['FY26 H1', 'FY26 H2'], 'half-year 2025-H2 2026-H1'],
  ])('begins where the file says: %s', async (title, cells, understood) => {
    expect(await below(title, cells)).toBe(understood);
  });

  test.each([
    ['FY26', ['Apr', 'May', 'Jun'], 'month 2026-04 2026-05 2026-06 ?fiscal-year'],
    ['2026财年', ['第一季度', '第二季度'], 'quarter 2026-Q1 2026-Q2 ?fiscal-year'],
    ['營運', ['FY24', 'FY25', 'FY26'], 'year 2024 2025 2026 ?fiscal-year'],
    ['营收', ['2024财年', '2025财年'], 'year 2024 2025 ?fiscal-year'],
    ['Revenue', ['FY26 Q1', 'FY26 Q2'], 'quarter 2026-Q1 2026-Q2 ?fiscal-year'],
  ])('is taken for a calendar year and asked about where nothing says when it begins: %s %s', async (title, cells, understood) => {
    expect(await below(title, cells)).toBe(understood);
  });

  test.each([
    ['FY26', ['Jan', 'Feb', 'Mar'], 'month 2026-01 2026-02 2026-03'],
    ['2026财年', ['1月', '2月', '3月'], 'month 2026-01 2026-02 2026-03'],
  ])('that begins with January is a calendar year: %s', async (title, cells, understood) => {
    expect(await below(title, cells)).toBe(understood);
  });

  test('in a column of its own', async () => {
    for (const [header, year] of [
      ['财年', '2026'],
      ['年度', 'FY2026'],
      ['Fiscal year', '2026'],
      ['會計年度', '2026'],
    ] as const) {
      const rows = FROM_APRIL.map((month, i) => `${year},${month}月,${30 + ((i * 7) % 11)}`);
      expect(periodsOf(only(await read([`${header},月份,产量`, ...rows].join('\n'))))).toBe(APRIL_TO_MARCH);
    }
  });

  test('changes with its first month', async () => {
    const cells = ['FY25,2月', 'FY25,3月', 'FY26,4月', 'FY26,5月'];
    const table = only(await read(['年度,月份,产量', ...cells.map((cell, i) => `${cell},${i + 3}`)].join('\n')));
    expect(periodsOf(table)).toBe('month 2025-02 2025-03 2025-04 2025-05');
  });

  test('above months across', async () => {
    const table = only(
      await read(`FY26 plan\nMetric,${FROM_APRIL.map((month) => MONTHS[month - 1]).join()}\nOrders,5,3,4,8,2,6,7,9,1,2,5,4`),
    );
    expect(periodsOf(table)).toBe(APRIL_TO_MARCH);
  });

  test('in the name of a file with true dates is not asked about', async () => {
    expect(await axis(['2025-04-01', '2025-05-01', '2025-06-01'], 'Date', 'Sales FY26.csv')).toBe('month 2025-04 2025-05 2025-06');
  });

  test('can be answered with a year', async () => {
    const choices = { tables: { '#1': { year: 2025 } } };
    const table = only(await read('FY26\nMonth,Output\nApr,3\nMay,4\nJun,5', { choices }));
    expect([periodsOf(table), ...questionsOf(table)]).toEqual(['month 2025-04 2025-05 2025-06']);
  });
});

describe('a target for the whole year beside months', () => {
  test.each([
    ['年度目标', '1月,2月,3月', '指标'],
    ['全年目標', '2026年1月,2026年2月,2026年3月', '指標'],
    ['2026年目标', '1月,2月,3月', '指标'],
    ['FY26 Target', 'Jan 2026,Feb 2026,Mar 2026', 'Metric'],
    ['Annual budget', '2026-01,2026-02,2026-03', 'Metric'],
    ['Full-year plan', '2026-01,2026-02,2026-03', 'KPI'],
  ])('%s, in front', async (target, months, metric) => {
    const table = only(await read(`${metric},${target},${months}\n订单量,600,40,50,60\n客诉率,2%,3%,2%,1%`, { name: '2026.csv' }));
    expect(seriesOf(table).map((line) => line.replaceAll(/@\w+/g, ''))).toEqual([
      '订单量 [value] · month: 2026-01=40 2026-02=50 2026-03=60',
      '客诉率 [value] % month: 2026-01=0.03 2026-02=0.02 2026-03=0.01',
      '订单量 [target] · year: 2026=600',
      '客诉率 [target] % year: 2026=0.02',
    ]);
  });

  test('Plan 2026, behind, of several departments', async () => {
    const table = only(
      await read('Department,2026-01,2026-02,2026-03,Plan 2026\nWard A,40,50,60,600\nWard B,41,51,61,700', { name: 'Patients.csv' }),
    );
    expect(seriesOf(table).map((line) => line.replaceAll(/@\w+/g, ''))).toEqual([
      'Patients [value] Department=Ward A · month: 2026-01=40 2026-02=50 2026-03=60',
      'Patients [value] Department=Ward B · month: 2026-01=41 2026-02=51 2026-03=61',
      'Patients [target] Department=Ward A · year: 2026=600',
      'Patients [target] Department=Ward B · year: 2026=700',
    ]);
  });

  test.each([
    ['年度目标', ['1200', '1200', '1200']],
    ['全年销售额目标', ['1200', '', '']],
  ])('%s, in a column beside a row for each month', async (header, cells) => {
    const table = only(await read(csv(['月份', '2026-01', '2026-02', '2026-03'], ['销售额', '90', '100', '110'], [header, ...cells])));
    expect(seriesOf(table)).toEqual([
      '销售额 [value] · month: 2026-01=90@B2 2026-02=100@B3 2026-03=110@B4',
      '销售额 [target] · year: 2026=1200@C2',
    ]);
  });

  test('years beside years are what they are', async () => {
    const table = only(await read('指标,2024年,2025年,2026年目标\n订单量,600,640,700'));
    expect(seriesOf(table)).toEqual(['订单量 [value] · year: 2024=600@B2 2025=640@C2', '订单量 [target] · year: 2026=700@D2']);
  });
});
