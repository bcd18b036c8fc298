import { describe, expect, test } from 'vitest';
import { columnOf, only, questionsOf, read, refusal, seriesOf, valuesOf } from '../spreadsheets.ts';
import { names } from './understood.ts';

/** Rows of the sheet (from 1) that were left out, with the reason. */
const excluded = (table: ReturnType<typeof only>) => table.excluded.map(({ row, why }) => `${row + 1} ${why}`);

describe('around the table', () => {
  test('titles above, notes below', async () => {
    const table = only(
      await read(
        '华东大区经营月报\n编制：财务部\n单位：万元\n\n月份,销售额,费用\n2026-01,12,3\n2026-02,13,4\n注：销售额含税，数据来自ERP系统\n填表人：王磊\n',
      ),
    );
    expect(table.title).toBe('华东大区经营月报');
    expect(valuesOf(table, '销售额')).toEqual([120000, 130000]);
    expect(table.region).toMatchObject({ top: 4, bottom: 6 });
  });

  test('English title rows and a source line', async () => {
    const table = only(
      await read(
        'Acme Ltd,,\nMonthly KPI report 2026,,\n,,\nMonth,Orders,Returns\nJan,12,3\nFeb,13,4\nSource: warehouse system, as of 3 March,,\n',
      ),
    );
    expect(seriesOf(table)).toEqual([
      'Orders [value] · month: 2026-01=12@B5 2026-02=13@B6',
      'Returns [value] · month: 2026-01=3@C5 2026-02=4@C6',
    ]);
  });

  test('comment lines begin with #', async () => {
    const table = only(await read('# exported 2026-04-01\n# by admin\nmonth,orders\n2026-01,5\n2026-02,6\n'));
    expect(seriesOf(table)).toEqual(['orders [value] · month: 2026-01=5@B4 2026-02=6@B5']);
  });

  test('blank rows and columns around and within', async () => {
    const table = only(await read(',,,\n,,,\n,月份,,产量\n,2026-01,,5\n,,,\n,2026-02,,6\n'));
    expect(seriesOf(table)).toEqual(['产量 [value] · month: 2026-01=5@D4 2026-02=6@D6']);
  });
});

describe('rows that add up others', () => {
  test.each([
    '合计',
    '合 计',
    '总计',
    '總計',
    '小计',
    '平均',
    '平均值',
    '最大值',
    'Total',
    'TOTAL:',
    'Sum',
    'Grand Total',
    'Ø',
    'Average',
    'Summe',
    'Durchschnitt',
    'Moyenne',
    '合计（万元）',
  ])('%s', async (label) => {
    const table = only(await read(`门店,2026年1月,2026年2月,2026年3月\n徐汇店,3,4,5\n静安店,6,7,8\n${label},9,11,13\n`));
    expect([table.dimensions[0]?.values, excluded(table)]).toEqual([
      ['徐汇店', '静安店'],
      [`4 ${/小计/.test(label) ? 'subtotal' : 'total'}`],
    ]);
  });

  test('a subtotal under each region and a total at the end', async () => {
    const table = only(
      await read(
        '大区,门店,2026年1月,2026年2月,2026年3月\n华东,徐汇店,3,4,5\n,静安店,6,7,8\n,小计,9,11,13\n华南,天河店,1,2,3\n,南山店,2,3,4\n,小计,3,5,7\n合计,,12,16,20\n',
      ),
    );
    expect(excluded(table)).toEqual(['4 subtotal', '7 subtotal', '8 total']);
    expect(seriesOf(table)).toHaveLength(4);
  });

  test('a total column beside its parts, and a total under a column of months', async () => {
    const table = only(await read('月份,线上,线下,合计\n2026-01,3,4,7\n2026-02,5,6,11\n合计,8,10,18\n平均,4,5,9\n'));
    expect([table.data.map(({ name }) => name), excluded(table)]).toEqual([
      ['线上', '线下'],
      ['4 total', '5 total'],
    ]);
  });

  test.each([
    ['All regions', 'Region|North|South|All regions'],
    ['Total Europe, with another region below', 'Region|France|Spain|Total Europe|Asia'],
    ['East total', 'Region|North|South|East total'],
    ['全国', '地区|华东|华南|全国'],
    ['全公司 on top', '部门|全公司|营销部|客服部'],
    ['集团', '公司|一厂|二厂|集团'],
  ])('%s, where the figures add up', async (_, labels) => {
    const [header, ...names] = labels.split('|');
    const top = /全公司/.test(names[0]!);
    const figures = top ? ['5,7,9', '1,2,3', '4,5,6'] : ['1,2,3', '4,5,6', '5,7,9', '4,4,4'];
    const table = only(
      await read(`${header!},2026年1月,2026年2月,2026年3月\n${names.map((name, i) => `${name},${figures[i]!}`).join('\n')}\n`),
    );
    expect(table.dimensions[0]!.values).toEqual(names.filter((name) => !/^(All|Total|East total|全|集团)/.test(name)));
  });

  test('figures that do not add up are kept whatever their name', async () => {
    const table = only(await read('地区,2026年1月,2026年2月,2026年3月\n华东,1,2,3\n华南,4,5,6\n全国重点,2,2,2\n'));
    expect(table.dimensions[0]!.values).toEqual(['华东', '华南', '全国重点']);
  });

  test('a total of each day', async () => {
    const table = only(
      await read(
        '日期,地区,订单数\n2026-03-05,华东,1\n2026-03-05,华南,2\n2026-03-05,全国,3\n2026-03-06,华东,4\n2026-03-06,华南,5\n2026-03-06,全国,9\n',
      ),
    );
    expect(table.dimensions[0]!.values).toEqual(['华东', '华南']);
  });

  test('a metric called total is no total of the rows above it', async () => {
    const table = only(
      await read('Metric,2026-01,2026-02,2026-03\nTotal orders,30,40,50\nReturning customers,6,7,8\nTotal tickets,9,10,11\n'),
    );
    expect(table.data.map(({ name }) => name)).toEqual(['Total orders', 'Returning customers', 'Total tickets']);
  });
});

describe('headers', () => {
  test('names that come twice are numbered, blank ones are called by their column', async () => {
    const table = only(await read('月份,费用,费用,,费用\n2026-01,1,2,3,4\n2026-02,5,6,7,8\n'));
    expect(table.columns.map(({ name }) => name)).toEqual(['月份', '费用', '费用 (2)', 'Column D', '费用 (3)']);
  });

  test('no header at all', async () => {
    const table = only(await read('2026-01-05,华东,12\n2026-01-05,华南,15\n2026-01-06,华东,13\n2026-01-06,华南,16\n'));
    expect(table.headerRows).toBe(0);
    expect(table.columns.map(({ name }) => name)).toEqual(['Column A', 'Column B', 'Column C']);
  });

  test('a unit under a line break', async () => {
    const table = only(await read('月份,"实际\n(万元)","目标\n(万元)"\n2026-01,12,11\n2026-02,13,12\n'));
    expect(table.data.map(({ role, unit, values }) => [role, unit, values[0]])).toEqual([
      ['actual', 'CNY', 120000],
      ['target', 'CNY', 110000],
    ]);
  });

  test('the header again on every page', async () => {
    const table = only(await read('日期,产量,工时\n2026-01-05,3,1\n2026-01-06,4,1\n日期,产量,工时\n2026-01-07,5,1\n2026-01-08,6,1\n'));
    expect([excluded(table), valuesOf(table, '产量')]).toEqual([['4 repeated-header'], [3, 4, 5, 6]]);
  });

  test('a header and nothing below is refused', async () => {
    expect(await refusal('日期,产量,工时\n')).toBe('no-data');
  });
});

describe('more than one table', () => {
  test('stacked, with and without a blank row', async () => {
    for (const gap of ['', '\n'])
      expect(names(await read(`一车间（2026年）\n月份,产量\n1月,3\n2月,4\n${gap}二车间（2026年）\n月份,能耗\n1月,8\n2月,9\n`))).toEqual([
        '产量',
        '能耗',
      ]);
  });

  test('side by side behind a blank column, each with its own periods', async () => {
    const { tables } = await read('月份,产量,,季度,能耗\n2026-01,3,,2026Q1,30\n2026-02,4,,2026Q2,40\n2026-03,5,,,\n2026-04,6,,,\n');
    expect(tables.flatMap(seriesOf)).toEqual([
      '产量 [value] · month: 2026-01=3@B2 2026-02=4@B3 2026-03=5@B4 2026-04=6@B5',
      '能耗 [value] · quarter: 2026-Q1=30@E2 2026-Q2=40@E3',
    ]);
  });

  test('a blank column within a table ends nothing', async () => {
    const table = only(await read('月份,产量,,能耗,工时\n2026-01,3,,30,1\n2026-02,4,,40,2\n'));
    expect(table.data.map(({ name }) => name)).toEqual(['产量', '能耗', '工时']);
  });

  test('the second one is wider', async () => {
    const { tables } = await read('月份,产量\n2026-01,3\n2026-02,4\n\n指标,2026-01,2026-02,2026-03\n工时,5,6,7\n能耗,8,9,10\n');
    expect(tables.map((table) => [table.layout, table.data.length])).toEqual([
      ['columns', 1],
      ['wide', 2],
    ]);
  });

  test('a legend beside figures brings none', async () => {
    const { tables } = await read('月份,产量\n2026-01,3\n2026-02,4\n\n颜色,含义\n红,落后\n绿,正常\n');
    expect(tables.map((table) => table.data.length)).toEqual([1, 0]);
  });
});

describe('rows of text files', () => {
  test('short rows are filled up and reported, long ones as well', async () => {
    const proposal = await read('月份,产量,工时\n2026-01,3\n2026-02,4,1\n2026-03,5,1,x\n');
    expect(proposal.issues.map(({ code, cell }) => `${cell} ${code}`)).toEqual(['A2 ragged-row', 'A4 ragged-row']);
    expect(valuesOf(only(proposal), '工时')).toEqual([null, 1, 1]);
  });

  test('remarks and people on duty separate nothing; departments do', async () => {
    const table = only(
      await read('日期,班组,产量,备注\n2026-03-05,甲班,3,正常\n2026-03-05,乙班,4,停机\n2026-03-06,甲班,5,\n2026-03-06,乙班,6,\n'),
    );
    expect(table.dimensions).toEqual([{ name: '班组', values: ['甲班', '乙班'] }]);
    expect(columnOf(table, '备注').role).toBe('ignored');
    expect(questionsOf(table)).toEqual([]);
  });
});
