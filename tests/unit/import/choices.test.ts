import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { TableChoice } from '../../../src/import/protocol.ts';
import { toDataset } from '../../../src/import/to-dataset.ts';
import { columnOf, only, read, seriesOf, workbook } from './spreadsheets.ts';

const withChoice = async (text: string, choice: TableChoice) => only(await read(text, { choices: { tables: { '#1': choice } } }));

const SHOPS = '月份,区域,销售额,客单价\n2026-01,华东,5,85\n2026-01,华南,7,90\n2026-02,华东,6,88\n2026-02,华南,8,91\n';

describe('what a person corrects is read again', () => {
  test('the header row', async () => {
    const text = '导出,报表\n月份,产量\n2026-01,3\n2026-02,4\n';
    const table = await withChoice(text, { headerRow: 1, headerRows: 1 });
    expect(table.headerRow).toBe(1);
    expect(seriesOf(table)).toEqual(['产量 [value] · month: 2026-01=3@B3 2026-02=4@B4']);
    const none = await withChoice('5,6\n7,8\n2026-01,3\n2026-02,4\n', { headerRow: 2, headerRows: 0 });
    expect(none.columns.map((column) => column.name)).toEqual(['Column A', 'Column B']);
  });

  test('the bounds of the table', async () => {
    const text = '门店,上海\n月份,产量,,月份,销量\n2026-01,3,,2026-01,30\n2026-02,4,,2026-02,40\n2026-03,5,,2026-03,50\n';
    const bounded = async (region: NonNullable<TableChoice['region']>) =>
      (await read(text, { choices: { tables: { '#1': { region } } } })).tables[0]!;
    const table = await bounded({ top: 1, left: 3, bottom: 3, right: 4 });
    expect(seriesOf(table)).toEqual(['销量 [value] · month: 2026-01=30@E3 2026-02=40@E4']);
    expect(table.region).toEqual({ top: 1, left: 3, bottom: 3, right: 4 });
    const beyond = await bounded({ top: 1, left: 0, bottom: 99, right: 99 });
    expect(beyond.region).toMatchObject({ bottom: 4, right: 4 });
  });

  test('texts among figures: left empty, or read as a figure', async () => {
    const text = '月份,产量（万件）\n2026-01,3\n2026-02,停产\n2026-03,待补\n2026-04, 待补\n2026-05,4\n2026-06,5\n2026-07,6\n2026-08,7\n';
    const before = await withChoice(text, {});
    expect(columnOf(before, '产量').invalid.map(({ cell }) => cell)).toEqual(['B3', 'B4', 'B5']);
    const table = await withChoice(text, { texts: { 停产: 0, 待补: null } });
    expect(columnOf(table, '产量').invalid).toEqual([]);
    expect(columnOf(table, '产量').missing).toBe(2);
    expect([...table.data[0]!.values]).toEqual([30_000, 0, NaN, NaN, 40_000, 50_000, 60_000, 70_000]);
  });

  test('unit, scale, measure and accrual of a column', async () => {
    const table = await withChoice(SHOPS, { columns: { 销售额: { unit: 'CNY', scale: 10000, measure: 'target', accrual: 'level' } } });
    expect(table.data[0]).toMatchObject({ name: '销售额', role: 'target', unit: 'CNY', accrual: 'level', accrualCertain: true });
    expect(table.data[0]!.values[0]).toBe(50000);
    expect(columnOf(table, '销售额')).toMatchObject({ unit: 'CNY', scale: 10000, measure: 'target' });
  });

  test('the role of a column', async () => {
    const ignored = await withChoice(SHOPS, { columns: { 客单价: { role: 'ignored' } } });
    expect(ignored.data.map((column) => column.name)).toEqual(['销售额']);
    const split = await withChoice('月份,值班,产量\n2026-01,赵,3\n2026-02,钱,4\n', { columns: { 值班: { role: 'dimension' } } });
    expect(split.dimensions).toEqual([{ name: '值班', values: ['赵', '钱'] }]);
    const label = await withChoice('月份,产量,编号\n2026-01,3,11\n2026-02,4,12\n', { columns: { 编号: { role: 'value' } } });
    expect(label.data.map((column) => column.name)).toEqual(['产量', '编号']);
  });

  test('the layout', async () => {
    const text = '日期,类目,金额\n2026-01-05,收入,5\n2026-01-05,成本,3\n2026-01-06,收入,6\n2026-01-06,成本,4\n';
    expect(only(await read(text)).layout).toBe('columns');
    const long = await withChoice(text, { layout: 'long' });
    expect(seriesOf(long)).toEqual([
      '收入 [value] · day: 2026-01-05=5@C2 2026-01-06=6@C4',
      '成本 [value] · day: 2026-01-05=3@C3 2026-01-06=4@C5',
    ]);
  });

  test('the accrual of a series by name', async () => {
    const table = await withChoice('指标,2026年1月,2026年2月,2026年3月\n甲指数,1,2,3\n乙指数,4,5,6\n', { accruals: { 乙指数: 'flow' } });
    expect(table.data.map((column) => column.accrual)).toEqual(['ratio', 'flow']);
  });

  test('the sheets', async () => {
    const sheet = {
      rows: [
        ['月份', '产量'],
        ['2026-01', 3],
        ['2026-02', 4],
      ],
    };
    const proposal = await read(workbook({ A: sheet, B: sheet }), { name: 'a.xlsx', choices: { sheets: ['B'] } });
    expect(proposal.tables.map((table) => table.key)).toEqual(['B#1']);
    expect(proposal.sheets).toHaveLength(2);
  });

  test('choices for a column called __proto__ or for none at all', async () => {
    const columns = JSON.parse('{"__proto__":{"unit":"件"},"nowhere":{"role":"ignored"}}') as NonNullable<TableChoice['columns']>;
    const table = await withChoice('月份,__proto__\n2026-01,3\n2026-02,4\n', { columns });
    expect(table.data[0]).toMatchObject({ name: '__proto__', unit: '件' });
  });
});

test('the preview shows the sheet from its top, title rows included', async () => {
  const table = only(await read('2026年报表\n\n月份,产量\n1月,3\n2月,4\n'));
  expect(table.preview.rows).toEqual([['2026年报表'], [''], ['月份', '产量'], ['1月', '3'], ['2月', '4']]);
});

test('a table becomes a dataset that leads back to its cells', async () => {
  const proposal = await read('2026年报表\n月份,产量\n1月,3\n2月,待补\n3月,4\n4月,4\n', { name: '月报.csv' });
  const dataset = toDataset(proposal, only(proposal), 'd1' as never, dayOf(2026, 5, 1));
  expect(dataset.source).toMatchObject({
    file: '月报.csv',
    sheet: '',
    format: 'csv',
    encoding: 'utf-8',
    title: '2026年报表',
    importedOn: dayOf(2026, 5, 1),
  });
  expect(dataset.source.fingerprint).toMatch(/^[0-9a-f]{12}$/);
  expect(dataset.issues).toEqual([{ code: 'not-a-number', cell: 'B4', raw: '待补' }]);
  expect(dataset.columns[0]!.rows[0]).toBe(2);
});
