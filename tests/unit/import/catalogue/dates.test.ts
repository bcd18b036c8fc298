import { describe, expect, test } from 'vitest';
import { only, questionsOf, read, seriesOf } from '../spreadsheets.ts';
import { axis, csv, periodsOf } from './understood.ts';

const MONTHS = 'month 2026-01 2026-02 2026-03';
const QUARTERS = 'quarter 2026-Q1 2026-Q2 2026-Q3';
const WEEKS = 'week 2026-W11 2026-W12 2026-W13';
const DAYS = 'day 2026-03-05 2026-03-06 2026-03-08';

describe('a column of periods, in whatever spelling', () => {
  test.each<[string, string, string]>([
    ['2026年1月|2026年2月|2026年3月', '月份', MONTHS],
    ['2026年01月份|2026年02月份|2026年03月份', '月份', MONTHS],
    ['2026 年 1 月|2026 年 2 月|2026 年 3 月', '月份', MONTHS],
    ['二〇二六年一月|二〇二六年二月|二〇二六年三月', '月份', MONTHS],
    ['26年1月|26年2月|26年3月', '月份', MONTHS],
    ['202601|202602|202603', '月份', MONTHS],
    ['2026.01|2026.02|2026.03', '月份', MONTHS],
    ['2026/1|2026/2|2026/3', '月份', MONTHS],
    ['26-01|26-02|26-03', '月份', MONTHS],
    ['2026M01|2026M02|2026M03', 'Period', MONTHS],
    ['Jan-26|Feb-26|Mar-26', 'Month', MONTHS],
    ['Jan ’26|Feb ’26|Mar ’26', 'Month', MONTHS],
    ['January 2026|February 2026|March 2026', 'Month', MONTHS],
    ['Januar 2026|Februar 2026|März 2026', 'Monat', MONTHS],
    ['janv. 2026|févr. 2026|mars 2026', 'Mois', MONTHS],
    ['01.2026|02.2026|03.2026', 'Monat', MONTHS],
    ['01/2026|02/2026|03/2026', 'Month', MONTHS],
    ['民國115年1月|民國115年2月|民國115年3月', '月份', MONTHS],
    ['115年1月|115年2月|115年3月', '年月', MONTHS],
    ['115/1|115/2|115/3', '年月', MONTHS],
    ['2026-01-31|2026-02-28|2026-03-31', '日期', MONTHS],
    ['Q1 2026|Q2 2026|Q3 2026', 'Quarter', QUARTERS],
    ['2026Q1|2026Q2|2026Q3', '季度', QUARTERS],
    ['26Q1|26Q2|26Q3', '季度', QUARTERS],
    ['1Q26|2Q26|3Q26', 'Quarter', QUARTERS],
    ['2026年第一季度|2026年第二季度|2026年第三季度', '季度', QUARTERS],
    ['2026年1-3月|2026年4-6月|2026年7-9月', '期间', QUARTERS],
    ['115年第1季|115年第2季|115年第3季', '季別', QUARTERS],
    ['1. Quartal 2026|2. Quartal 2026|3. Quartal 2026', 'Quartal', QUARTERS],
    ['T1 2026|T2 2026|T3 2026', 'Trimestre', QUARTERS],
    ['Quarter 1 2026|Quarter 2 2026|Quarter 3 2026', 'Period', QUARTERS],
    ['Q1 FY26|Q2 FY26|Q3 FY26', 'Quarter', `${QUARTERS} ?fiscal-year`],
    ['2026-W11|2026-W12|2026-W13', '周', WEEKS],
    ['W11 2026|W12 2026|W13 2026', 'Week', WEEKS],
    ['2026年第11周|2026年第12周|2026年第13周', '周次', WEEKS],
    ['KW 11/2026|KW 12/2026|KW 13/2026', 'KW', WEEKS],
    ['2026-KW11|2026-KW12|2026-KW13', 'Woche', WEEKS],
    ['2026/3/9-2026/3/15|2026/3/16-2026/3/22|2026/3/23-2026/3/29', '周期', WEEKS],
    ['H1 2025|H2 2025|H1 2026', 'Period', 'half-year 2025-H1 2025-H2 2026-H1'],
    ['1H25|2H25|1H26', 'Half', 'half-year 2025-H1 2025-H2 2026-H1'],
    ['2025年上半年|2025年下半年|2026年上半年', '期间', 'half-year 2025-H1 2025-H2 2026-H1'],
    ['FY24|FY25|FY26', 'Year', 'year 2024 2025 2026 ?fiscal-year'],
    ['FY2023/24|FY2024/25|FY2025/26', 'Year', 'year 2024 2025 2026'],
    ['2024年度|2025年度|2026年度', '年度', 'year 2024 2025 2026'],
    ['民國113年|民國114年|民國115年', '年度', 'year 2024 2025 2026'],
    ['2023-2024学年|2024-2025学年|2025-2026学年', '学年', 'year 2023 2024 2025'],
    ['2026/3/5|2026/3/6|2026/3/8', '日期', DAYS],
    ['2026年3月5日 星期四|2026年3月6日 星期五|2026年3月8日 星期日', '日期', DAYS],
    ['2026/3/5 (四)|2026/3/6 (五)|2026/3/8 (日)', '日期', DAYS],
    ['115/03/05|115/03/06|115/03/08', '日期', DAYS],
    ['民國115年3月5日|民國115年3月6日|民國115年3月8日', '日期', DAYS],
    ['20260305|20260306|20260308', '日期', DAYS],
    ['2026-03-05T08:00:00+08:00|2026-03-06T08:00:00+08:00|2026-03-08T08:00:00+08:00', 'timestamp', DAYS],
    ['2026/3/5 上午8:00|2026/3/6 下午2:30|2026/3/8 上午9:15', '时间', DAYS],
    ['Thu, 05 Mar 2026|Fri, 06 Mar 2026|Sun, 08 Mar 2026', 'Date', DAYS],
    ['05.03.2026|06.03.2026|08.03.2026', 'Datum', DAYS],
    ['5. März 2026|6. März 2026|8. März 2026', 'Datum', DAYS],
    ['5 mars 2026|6 mars 2026|8 mars 2026', 'Date', DAYS],
    ['2026年3月上旬|2026年3月中旬|2026年3月下旬', '旬', 'day 2026-03-01 2026-03-11 2026-03-21'],
    ['2026年3月第1周|2026年3月第2周|2026年3月第4周', '周', 'week 2026-W09 2026-W10 2026-W12'],
  ])('%s', async (cells, header, expected) => {
    expect(await axis(cells.split('|'), header)).toBe(expected);
  });
});

describe('the year stands elsewhere', () => {
  test.each<[string, string, string]>([
    ['title', '2026年生产月报\n月份,产量\n1月,3\n2月,4\n3月,5', MONTHS],
    ['title of the Republic', '115年度門市月報\n月份,營業額\n1月,3\n2月,4\n3月,5', MONTHS],
    ['title with a quarter', '2026年经营分析\n季度,收入\n第一季度,3\n第二季度,4\n第三季度,5', QUARTERS],
    ['title, weeks', '2026年周报\n周次,工单量\n第11周,3\n第12周,4\n第13周,5', WEEKS],
    ['title, days of a month', '2026年3月日报\n日期,产量\n5日,3\n6日,4\n8日,5', DAYS],
    ['title, month and day', '2026 daily\nDate,Visits\n5 Mar,3\n6 Mar,4\n8 Mar,5', DAYS],
    ['a column', '年份,月份,产量\n2026,1,3\n2026,2,4\n2026,3,5', MONTHS],
    ['a column beside quarters', '年度,季度,收入\n2026,一季度,3\n2026,二季度,4\n2026,三季度,5', QUARTERS],
  ])('%s', async (_, text, expected) => {
    expect(periodsOf(only(await read(text)))).toBe(expected);
  });

  test.each([
    ['2026年生产.csv', '1月|2月|3月', '月份'],
    ['Output FY26.csv', 'Jan|Feb|Mar', 'Month'],
    ['output_202603.csv', 'Jan|Feb|Mar', 'Month'],
  ])('the file name %s', async (name, cells, header) => {
    expect(await axis(cells.split('|'), header, name)).toBe(MONTHS);
  });

  test.each(['1月|2月|3月', 'Jan|Feb|Mar', '第一季度|第二季度|第三季度', 'W11|W12|W13', 'H1|H2', '5日|6日|8日'])(
    'nowhere: %s is asked',
    async (cells) => {
      expect(await axis(cells.split('|'))).toMatch(/\?year-unknown/);
    },
  );

  test('months that run over the end of a year go on in the next', async () => {
    expect(await axis(['10月', '11月', '12月', '1月', '2月'], '月份', '2025.csv')).toBe('month 2025-10 2025-11 2025-12 2026-01 2026-02');
  });
});

describe('which is the day, which the month', () => {
  test.each<[string, string]>([
    ['05/03/2026|06/03/2026|13/03/2026', 'day 2026-03-05 2026-03-06 2026-03-13'],
    ['3/5/2026|3/6/2026|3/13/2026', 'day 2026-03-05 2026-03-06 2026-03-13'],
    ['13-03-26|14-03-26|02-04-26', 'day 2026-03-13 2026-03-14 2026-04-02'],
    ['3/13/2026 2:00 PM|3/14/2026 2:00 PM|4/2/2026 2:00 PM', 'day 2026-03-13 2026-03-14 2026-04-02'],
    ['01/02/2026|08/02/2026|15/02/2026', 'week 2026-W05 2026-W06 2026-W07'],
  ])('%s: the column decides', async (cells, expected) => {
    expect(await axis(cells.split('|'))).toBe(expected);
  });

  test.each(['05/03/2026|06/03/2026|07/03/2026', '1/2/26|2/2/26|3/2/26', '03-04-2026|04-04-2026|05-04-2026'])(
    '%s is asked',
    async (cells) => {
      expect(await axis(cells.split('|'))).toMatch(/\?ambiguous-date-order/);
    },
  );

  test('behind points the day comes first', async () => {
    expect(await axis(['05.03.2026', '06.03.2026', '08.03.2026'])).toBe(DAYS);
  });
});

describe('periods across', () => {
  test.each<[string, string]>([
    ['2026年1月,2026年2月,2026年3月', MONTHS],
    ['202601,202602,202603', MONTHS],
    ['Jan-26,Feb-26,Mar-26', MONTHS],
    ['Jan 2026,Feb 2026,Mar 2026', MONTHS],
    ['2026Q1,2026Q2,2026Q3', QUARTERS],
    ['2026年一季度,2026年二季度,2026年三季度', QUARTERS],
    ['2026-W11,2026-W12,2026-W13', WEEKS],
    ['KW11 2026,KW12 2026,KW13 2026', WEEKS],
    ['FY24,FY25,FY26', 'year 2024 2025 2026'],
    ['2024A,2025A,2026E', 'year 2024 2025 2026'],
    ['2024,2025,2026', 'year 2024 2025 2026'],
    ['2026年1-3月,2026年4-6月,2026年7-9月', QUARTERS],
  ])('%s', async (headers, expected) => {
    expect(periodsOf(only(await read(`指标,${headers}\n产量（台）,3,4,5\n工时（小时）,6,7,8\n`)))).toBe(expected);
  });

  test('the year above the months', async () => {
    const table = only(await read('门店,2025年,,2026年,\n,11月,12月,1月,2月\n徐汇店,3,4,5,6\n静安店,7,8,9,10\n'));
    expect(seriesOf(table)[0]).toMatch(/month: 2025-11=3@B3 2025-12=4@C3 2026-01=5@D3 2026-02=6@E3$/);
  });

  test('columns of targets and comparisons beside the months are no months', async () => {
    const table = only(
      await read('2026年指标\n指标,年度目标,1月,2月,3月,合计,同比,环比\n产量,40,3,4,5,12,5%,3%\n工时,90,6,7,8,21,-2%,1%\n'),
    );
    expect(seriesOf(table).filter((line) => !line.includes('target'))).toEqual([
      '产量 [value] · month: 2026-01=3@C3 2026-02=4@D3 2026-03=5@E3',
      '工时 [value] · month: 2026-01=6@C4 2026-02=7@D4 2026-03=8@E4',
    ]);
  });

  test('quarters and a year between months are not counted twice', async () => {
    const table = only(await read('指标,2026年1月,2026年2月,2026年3月,2026年Q1,2026年\n产量,3,4,5,12,12\n'));
    expect(seriesOf(table)).toEqual(['产量 [value] · month: 2026-01=3@B2 2026-02=4@C2 2026-03=5@D2']);
  });
});

describe('from January through a month: running totals', () => {
  test.each<[string, string]>([
    ['2026年1月|2026年1-2月|2026年1-3月|2026年1-4月', 'month 2026-01 2026-02 2026-03 2026-04'],
    ['1-3月|1-6月|1-9月|1-12月', 'month 2026-03 2026-06 2026-09 2026-12'],
    ['1月|1—2月|1—3月', 'month 2026-01 2026-02 2026-03'],
  ])('%s', async (cells, expected) => {
    const periods = cells.split('|');
    const down = only(await read(csv(['期间', ...periods], ['销售额', ...periods.map((_, i) => String(i * i + 3))]), { name: '2026.csv' }));
    expect([periodsOf(down), down.data[0]!.accrual, questionsOf(down)]).toEqual([expected, 'cumulative', []]);
    const across = only(await read(`指标,${periods.join(',')}\n销售额,${periods.map((_, i) => i + 3).join(',')}\n`, { name: '2026.csv' }));
    expect([periodsOf(across), across.data[0]!.accrual]).toEqual([expected, 'cumulative']);
  });
});

test.each<[string, string]>([
  ['Mar 15|Mar 16|Mar 17', 'day 2026-03-15 2026-03-16 2026-03-17'],
  ['Mar 5|Mar 6|Mar 15', 'day 2026-03-05 2026-03-06 2026-03-15'],
  ['15-Mar|16-Mar|18-Mar', 'day 2026-03-15 2026-03-16 2026-03-18'],
  ['Mar 25|Apr 25|May 25', 'month 2025-03 2025-04 2025-05'],
  ['26-Jan|26-Feb|26-Mar', 'month 2026-01 2026-02 2026-03'],
  ['25-Nov|25-Dec|26-Jan', 'month 2025-11 2025-12 2026-01'],
])('%s: days or months, as the column goes', async (cells, expected) => {
  expect(await axis(cells.split('|'), 'Date', 'visits 2026.csv')).toBe(expected);
});

test('words under a date that are none are named', async () => {
  expect(await axis(['2026-01', '2026-02', '待定', '2026-04', '2026-05'])).toBe('month 2026-01 2026-02 2026-04 2026-05 !A4');
});

test('3/5 without a year is a day under a date and no date elsewhere', async () => {
  expect(await axis(['3/5', '3/6', '3/28'], '日期', '2026.csv')).toBe('day 2026-03-05 2026-03-06 2026-03-28');
  const table = only(await read(csv(['日期', '2026-03-05', '2026-03-06'], ['评分', '3/5', '4/5'], ['产量', '1', '2'])));
  expect([table.data.map(({ name }) => name), questionsOf(table)]).toEqual([['产量'], []]);
});
