import { describe, expect, test } from 'vitest';
import { only, read, seriesOf, workbook } from './spreadsheets.ts';

const xlsx = { name: 'book.xlsx' };

describe('periods across', () => {
  test('dimensions down the side, totals left out', async () => {
    const table = only(
      await read(
        '2025年大区销售额\n单位：万元\n大区,1月,2月,3月,合计\n华东,1,2,3,6\n华南,4,5,6,15\n合计,5,7,9,21\n注：含税口径，数据来自ERP系统\n',
      ),
    );
    expect(table.layout).toBe('wide');
    expect(table.region).toEqual({ top: 2, left: 0, bottom: 5, right: 4 });
    expect(seriesOf(table)).toEqual([
      '大区销售额 [value] 大区=华东 CNY month: 2025-01=10000@B4 2025-02=20000@C4 2025-03=30000@D4',
      '大区销售额 [value] 大区=华南 CNY month: 2025-01=40000@B5 2025-02=50000@C5 2025-03=60000@D5',
    ]);
    expect(table.excluded).toEqual([
      { row: 0, why: 'title' },
      { row: 1, why: 'title' },
      { row: 5, why: 'total' },
      { row: 6, why: 'footnote' },
    ]);
  });

  test('a row per metric with a unit of its own', async () => {
    const table = only(
      await read('指标,单位,2026年1月,2026年2月,2026年3月\n接听量,次,5,6,7\n接通率,%,93.7,93.9,94\n赔付,万元,3,4,5\n', {}),
    );
    expect(table.data.map((column) => [column.name, column.unit, column.values[0]])).toEqual([
      ['接听量', '次', 5],
      ['接通率', '%', 0.937],
      ['赔付', 'CNY', 30000],
    ]);
  });

  test('merged quarters over 目标 and 实际, departments merged down the side', async () => {
    const bytes = workbook({
      责任书: {
        rows: [
          ['2026年经营责任书（单位：万元）'],
          ['部门', '小组', '一季度', null, '二季度', null],
          [null, null, '目标', '实际', '目标', '实际'],
          ['营销', '华东', 8, 7, 9, 8],
          [null, '华南', 5, 6, 5, null],
          [null, '小计', 13, 13, 14, 8],
        ],
        merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'A4:A6'],
      },
    });
    const table = only(await read(bytes, xlsx));
    expect(table.headerRows).toBe(2);
    expect(table.excluded).toContainEqual({ row: 5, why: 'subtotal' });
    expect(seriesOf(table).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      '[target] 部门=营销 小组=华东 CNY quarter: 2026-Q1=80000@C4 2026-Q2=90000@E4',
      '[target] 部门=营销 小组=华南 CNY quarter: 2026-Q1=50000@C5 2026-Q2=50000@E5',
      '[actual] 部门=营销 小组=华东 CNY quarter: 2026-Q1=70000@D4 2026-Q2=80000@F4',
      '[actual] 部门=营销 小组=华南 CNY quarter: 2026-Q1=60000@D5 2026-Q2=–@F5',
    ]);
  });

  test('the same two header rows in a text file, where merges are lost', async () => {
    const table = only(await read('2026年指标\n部门,一季度,,二季度,\n,目标,实际,目标,实际\n华东,8,7,9,8\n华南,5,6,5,4\n'));
    expect(seriesOf(table).map((line) => line.replace(/^\S+ /, ''))).toContain('[actual] 部门=华南 · quarter: 2026-Q1=6@C5 2026-Q2=4@E5');
  });

  test('years as headers are periods, not figures', async () => {
    expect(seriesOf(only(await read('指标,2021,2022,2023\n营业收入（亿元）,1,2,3\n员工总数（人）,5,6,7\n')))).toEqual([
      '营业收入 [value] CNY year: 2021=100000000@B2 2022=200000000@C2 2023=300000000@D2',
      '员工总数 [value] 人 year: 2021=5@B3 2022=6@C3 2023=7@D3',
    ]);
  });

  test('months down and years across are one series', async () => {
    expect(seriesOf(only(await read('月份,2024年,2025年\n1月,1,3\n2月,2,4\n')))[0]).toMatch(
      /month: 2024-01=1@B2 2025-01=3@C2 2024-02=2@B3 2025-02=4@C3$/,
    );
  });

  test('the measure in the sheet’s name', async () => {
    const rows = [
      ['Person', { v: 46023, z: 'mmm-yy' }, { v: 46054, z: 'mmm-yy' }, { v: 46082, z: 'mmm-yy' }],
      ['Ann', 1, 2, 3],
    ];
    const { tables } = await read(workbook({ Actual: { rows }, Targets: { rows } }), { name: 'Sales FY26.xlsx' });
    expect(tables.map((table) => table.data[0]!.role)).toEqual(['actual', 'target']);
    expect(tables[0]!.data[0]!.name).toBe(tables[1]!.data[0]!.name);
  });
});
