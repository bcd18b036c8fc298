import { describe, expect, test } from 'vitest';
import { only, read, seriesOf, workbook } from './spreadsheets.ts';

const xlsx = { name: 'book.xlsx' };

describe('a row per period', () => {
  test('a text column separates series only where a period would come twice', async () => {
    const one = only(await read('月份,销售额,备注,值班\n2026-01,5,春节,赵\n2026-02,6,,钱\n'));
    expect(one.dimensions).toEqual([]);
    const two = only(await read('月份,区域,销售额,值班\n2026-01,华东,5,赵\n2026-01,华南,7,钱\n2026-02,华东,6,赵\n2026-02,华南,8,孙\n'));
    expect(seriesOf(two)).toEqual([
      '销售额 [value] 区域=华东 · month: 2026-01=5@C2 2026-02=6@C4',
      '销售额 [value] 区域=华南 · month: 2026-01=7@C3 2026-02=8@C5',
    ]);
  });

  test('a period that still comes twice is reported', async () => {
    const table = only(await read('日期,订单数\n2026-01-05,1\n2026-01-06,2\n2026-01-06,3\n2026-01-08,4\n'));
    expect(table.columns[0]!.invalid).toEqual([{ code: 'duplicate-period', cell: 'A4', raw: '2026-01-06' }]);
  });

  test('目标 and 实际 beside each other, the ratio is a figure of its own', async () => {
    const table = only(await read('2026年销售业绩（单位：万元）\n月份,目标,实际,完成率\n1月,820,835.2,101.9%\n2月,760,741.6,97.6%\n'));
    expect(table.data.map((column) => [column.role, column.unit, column.values[0]])).toEqual([
      ['target', 'CNY', 8200000],
      ['actual', 'CNY', 8352000],
      ['value', '%', 1.019],
    ]);
    expect(table.data[0]!.name).toBe(table.data[1]!.name);
  });

  test('target words are taken off the name of the metric', async () => {
    const table = only(await read('Month,Energy cost (k€),Energy cost budget (k€)\n2026-01,1.5,1.4\n2026-02,1.6,1.4\n'));
    expect(table.data.map((column) => [column.name, column.role, column.values[0]])).toEqual([
      ['Energy cost', 'value', 1500],
      ['Energy cost', 'target', 1400],
    ]);
  });

  test('columns of one name do not overwrite each other; headers such as __proto__ are names', async () => {
    const table = only(await read('date,__proto__,toString,费用,费用,\n2026-01-31,1,2,3,4,x\n2026-02-28,5,6,7,8,x\n'));
    expect(table.data.map((column) => [column.name, [...column.values]])).toEqual([
      ['__proto__', [1, 5]],
      ['toString', [2, 6]],
      ['费用', [3, 7]],
      ['费用 (2)', [4, 8]],
    ]);
    expect(table.columns.at(-1)!.name).toBe('Column F');
    expect(({} as Record<string, unknown>)['role']).toBeUndefined();
  });

  test('no header at all', async () => {
    const table = only(await read('2026-01-01,5\n2026-01-02,6\n2026-01-03,7\n'));
    expect([table.headerRows, ...seriesOf(table)]).toEqual([0, 'Column B [value] · day: 2026-01-01=5@B1 2026-01-02=6@B2 2026-01-03=7@B3']);
  });

  test('the one period in the title makes a snapshot', async () => {
    const bytes = workbook({
      S: {
        rows: [
          ['2026年3月门店指标', null],
          ['门店', '客流（人次）'],
          ['徐汇店', 48],
          ['静安店', 45],
          ['合计', 93],
        ],
        merges: ['A1:B1'],
      },
    });
    expect(seriesOf(only(await read(bytes, xlsx)))).toEqual([
      '客流 [value] 门店=徐汇店 人次 month: 2026-03=48@B3',
      '客流 [value] 门店=静安店 人次 month: 2026-03=45@B4',
    ]);
  });

  test('累计 is cumulative, 期末 a level, 率 a ratio, 销售额 a flow', async () => {
    const table = only(await read('月份,销售额,累计回款,期末库存,退货率\n2026-01,5,5,9,1%\n2026-02,6,11,8,2%\n'));
    expect(table.data.map((column) => column.accrual)).toEqual(['flow', 'cumulative', 'level', 'ratio']);
  });

  test('a running total is known by its fall each January', async () => {
    const months = Array.from(
      { length: 18 },
      (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')},${((i % 12) + 1) * 10}`,
    );
    expect(only(await read(`月份,X指标\n${months.join('\n')}\n`)).data[0]!.accrual).toBe('cumulative');
  });
});
