import { describe, expect, test } from 'vitest';
import { columnOf, only, questionsOf, read, seriesOf, workbook } from './spreadsheets.ts';

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

describe('a row per metric and period', () => {
  test('each metric keeps its unit', async () => {
    const table = only(
      await read(
        '日期,指标,数值,单位,填报人\n2026/1/31,合同额,5,万元,王\n2026/1/31,赢单率,23.5,%,王\n2026/2/28,合同额,6,万元,李\n2026/2/28,赢单率,25,%,李\n',
      ),
    );
    expect(table.layout).toBe('long');
    expect(seriesOf(table)).toEqual([
      '合同额 [value] CNY month: 2026-01=50000@C2 2026-02=60000@C4',
      '赢单率 [value] % month: 2026-01=0.235@C3 2026-02=0.25@C5',
    ]);
  });

  test('with target and actual columns and a dimension', async () => {
    const table = only(
      await read('metric,month,region,target,actual\nCost,2026-01,N,1,2\nCost,2026-01,S,3,4\nCost,2026-02,N,5,6\nCost,2026-02,S,7,8\n'),
    );
    expect(seriesOf(table)).toContain('Cost [actual] region=S · month: 2026-01=4@E3 2026-02=8@E5');
  });
});

describe('reports of one period', () => {
  test('a score card: the period in the title, a row per metric', async () => {
    const table = only(
      await read(
        '2026年第一季度KPI考核表\n序号,考核指标,单位,权重,目标值,实际值,得分\n1,销售收入,万元,40%,1000,950,38\n2,满意度,%,30%,95,96.5,30\n合计,,,100%,,,68\n',
      ),
    );
    expect(seriesOf(table)).toEqual([
      '销售收入 [target] CNY quarter: 2026-Q1=10000000@E3',
      '销售收入 [actual] CNY quarter: 2026-Q1=9500000@F3',
      '销售收入 得分 [value] · quarter: 2026-Q1=38@G3',
      '满意度 [target] % quarter: 2026-Q1=0.95@E4',
      '满意度 [actual] % quarter: 2026-Q1=0.965@F4',
      '满意度 得分 [value] · quarter: 2026-Q1=30@G4',
    ]);
  });

  test('days of the month that the title names', async () => {
    expect(seriesOf(only(await read('2026年3月生产日报\n日期,产量\n1日,10\n2日,12\n13日,11\n')))).toEqual([
      '产量 [value] · day: 2026-03-01=10@B3 2026-03-02=12@B4 2026-03-13=11@B5',
    ]);
  });

  test('the period is part of each header', async () => {
    expect(seriesOf(only(await read('姓名,2026年1月得分,2026年2月得分\n王,85,88\n李,90,91\n')))[0]).toBe(
      '得分 [value] 姓名=王 · month: 2026-01=85@B2 2026-02=88@C2',
    );
  });
});

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
