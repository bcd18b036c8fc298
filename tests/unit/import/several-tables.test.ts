import { describe, expect, test } from 'vitest';
import { columnOf, only, questionsOf, read, workbook } from './spreadsheets.ts';

const xlsx = { name: 'book.xlsx' };

describe('sheets with more than a table', () => {
  test('stacked without a blank row', async () => {
    const { tables } = await read('2026年收入\n月份,销售额\n1月,3\n2月,4\n2026年成本\n月份,人工成本\n1月,8\n2月,9\n');
    expect(tables.map((table) => [table.title, table.region.top, table.region.bottom])).toEqual([
      ['2026年收入', 1, 3],
      ['2026年成本', 5, 7],
    ]);
  });

  test('two tables, one below the other, each with its title', async () => {
    const { tables } = await read('产量（2026年）\n月份,产量（台）\n1月,3\n2月,4\n\n人员（2026年）\n月份,在岗人数（人）\n1月,8\n2月,9\n');
    expect(tables.map((table) => [table.key, table.title, table.region.top])).toEqual([
      ['#1', '产量（2026年）', 1],
      ['#2', '人员（2026年）', 6],
    ]);
  });

  test('a blank row within a table does not end it', async () => {
    const table = only(await read('月份,产量\n2026-01,3\n\n2026-02,4\n2026-03,5\n'));
    expect(table.data[0]!.values).toHaveLength(3);
    expect(table.excluded).toEqual([{ row: 2, why: 'blank' }]);
  });

  test('headers repeated on every page are no data', async () => {
    const table = only(await read('月份,产量,工时\n2026-01,3,1\n2026-02,4,1\n月份,产量,工时\n2026-03,5,1\n'));
    expect(table.excluded).toEqual([{ row: 3, why: 'repeated-header' }]);
    expect(table.data[0]!.values).toHaveLength(3);
  });

  test('a table that begins at B4, a hidden sheet and a lookup sheet', async () => {
    const { tables, sheets } = await read(
      workbook({
        复购率: {
          rows: [
            [null, '各门店复购率'],
            [],
            [],
            [null, '序号', '门店', '2026年1月', '2026年2月', '2026年3月'],
            [null, 1, '甲', 1, 2, 3],
            [null, 2, '乙', 4, 5, 6],
          ],
        },
        底表: {
          rows: [
            ['门店', '会员数'],
            ['甲', 5],
          ],
          hidden: true,
        },
        名单: {
          rows: [
            ['门店', '店长'],
            ['甲', '王'],
          ],
        },
      }),
      xlsx,
    );
    expect(sheets.map((sheet) => sheet.hidden)).toEqual([false, true, false]);
    expect(tables[0]!.region).toMatchObject({ top: 3, left: 1 });
    expect(columnOf(tables[0]!, '序号').role).toBe('ignored');
    expect(tables.map((table) => table.data.length)).toEqual([1, 0, 0]);
    expect(tables[1]!.hidden).toBe(true);
  });

  test('an OKR list is told from a KPI table', async () => {
    const proposal = await read(
      workbook({
        OKR: {
          rows: [
            ['目标', '关键结果', '起始值', '目标值', '负责人'],
            ['上手更快', '激活率', { v: 0.46, z: '0%' }, { v: 0.6, z: '0%' }, '刘洋'],
            [null, '时长', 9, 5, '陈晨'],
          ],
          merges: ['A2:A3'],
        },
        KPI: {
          rows: [
            ['周', 'NPS'],
            ['2026-W27', 32],
            ['2026-W28', 33],
          ],
        },
      }),
      xlsx,
    );
    expect(proposal.okr?.objectives).toEqual([{ title: '上手更快' }]);
    expect(proposal.okr?.keyResults).toMatchObject([
      { title: '激活率', start: 0.46, target: 0.6, owner: '刘洋' },
      { title: '时长', objective: '上手更快', start: 9, target: 5 },
    ]);
    expect(proposal.tables.map((table) => table.data.length)).toEqual([0, 1]);
    expect(questionsOf(proposal.tables[1]!)).toEqual([]);
  });
});
