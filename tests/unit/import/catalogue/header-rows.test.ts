import { describe, expect, test } from 'vitest';
import { only, read, seriesOf } from '../spreadsheets.ts';

const seriesIn = async (content: string) => seriesOf(only(await read(content))).map((line) => line.replaceAll(/@\w+/g, ''));
const lines = (...rows: readonly string[]) => rows.join('\n');

describe('a text without merged cells, whose groups are named over their first column only', () => {
  test.each([
    ['年度,2025,,,,2026,,,', '季度,Q3,,Q4,,Q1,,Q2,', '门店,7月,8月,10月,11月,1月,2月,4月,5月'],
    [',2025年,,,,2026年,,,', ',第三季度,,第四季度,,第一季度,,第二季度,', '门店,7月,8月,10月,11月,1月,2月,4月,5月'],
    ['Year,2025,,,,2026,,,', 'Quarter,Q3,,Q4,,Q1,,Q2,', '门店,Jul,Aug,Oct,Nov,Jan,Feb,Apr,May'],
    ['門市,2025年,,,,2026年,,,', ',Q3,,Q4,,Q1,,Q2,', ',7月,8月,10月,11月,1月,2月,4月,5月'],
  ])('year, quarter and month: %s', async (...header) => {
    const [first, second] = await seriesIn(lines(...header, '华东,1,2,3,4,5,6,7,8', '华北,2,3,4,5,6,7,8,9'));
    expect(first).toContain('2025-07=1 2025-08=2 2025-10=3 2025-11=4 2026-01=5 2026-02=6 2026-04=7 2026-05=8');
    expect(second).toContain('2025-07=2');
    expect(first).toMatch(/(门店|門市)=华东/);
  });

  test.each([
    [',销售,,客服,', '月份,收入,订单,工单,满意度', ',万元,单,件,%'],
    ['月份,销售,,客服,', ',收入,订单,工单,满意度', ',(万元),(单),(件),(%)'],
  ])('group, metric and unit: %s', async (...header) => {
    expect(await seriesIn(lines(...header, '2026-01,1,2,3,90', '2026-02,2,3,4,91', '2026-03,2,3,4,92'))).toEqual([
      '销售 收入 [value] CNY month: 2026-01=10000 2026-02=20000 2026-03=20000',
      '销售 订单 [value] 单 month: 2026-01=2 2026-02=3 2026-03=3',
      '客服 工单 [value] 件 month: 2026-01=3 2026-02=4 2026-03=4',
      '客服 满意度 [value] % month: 2026-01=0.9 2026-02=0.91 2026-03=0.92',
    ]);
  });

  test('one year over all its months', async () => {
    const [first] = await seriesIn(lines('Region,2026,,,,,', ',Jan,Feb,Mar,Apr,May,Jun', 'North,1,2,3,4,5,6', 'South,2,3,4,5,6,7'));
    expect(first).toContain('Region=North');
    expect(first).toContain('2026-01=1 2026-02=2');
  });

  test.each(['2026年销售月报,,,,单位：万元', '销售月报,,,', '2026年,,,,'])('%s is a title', async (title) => {
    const table = only(await read(lines(title, '门店,1月,2月,3月,4月', '华东,1,2,3,4', '华北,3,4,5,6')));
    expect([table.headerRow, table.headerRows]).toEqual([1, 1]);
  });
});

describe('a last header row', () => {
  test.each([
    ['Month,Web,,Store,', ',orders,visits,orders,visits', 'Web orders', 'Web visits', 'Store orders', 'Store visits'],
    ['月份,线上,,门店,', ',订单,客户,订单,客户', '线上 订单', '线上 客户', '门店 订单', '门店 客户'],
    [
      'Month,Ward A,,Ward B,',
      ',patients,incidents,patients,incidents',
      'Ward A patients',
      'Ward A incidents',
      'Ward B patients',
      'Ward B incidents',
    ],
  ])('of metrics: %s %s', async (top, below, ...wanted) => {
    const table = only(await read(lines(top, below, '2026-01,1,2,3,4', '2026-02,2,3,4,5', '2026-03,2,4,4,6')));
    expect(table.data.map(({ name }) => name)).toEqual(wanted);
    expect(table.data.map(({ unit }) => unit)).toEqual([null, null, null, null]);
  });

  test.each([
    ['月份,收入,订单', ',万元,单', 'CNY 单'],
    ['Month,Revenue,Output', ',kEUR,tonnes', 'EUR tonnes'],
    ['Month,Downtime,Waste', ',hours,kg', 'hours kg'],
    ['月份,用電量,費用', ',(度),(元)', '度 CNY'],
  ])('of units: %s %s', async (top, below, units) => {
    const table = only(await read(lines(top, below, '2026-01,1,2', '2026-02,2,3', '2026-03,2,4')));
    expect(table.data.map(({ unit }) => unit).join(' ')).toBe(units);
  });
});
