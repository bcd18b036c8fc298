import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readFigure } from '../../../src/import/worker/number.ts';
import { plainNumber } from '../../../src/import/worker/plain-number.ts';
import { parseUnit, splitUnit } from '../../../src/import/worker/unit.ts';
import { columnOf, only, questionsOf, read, valuesOf, workbook } from './spreadsheets.ts';

/** The amount a cell text stands for, in a file whose decimal sign is the point. */
function amount(text: string): number | string {
  const figure = readFigure(text, '.');
  if (figure.kind !== 'figure') return figure.kind;
  return Number((figure.value * figure.scale * (figure.percent ? 0.01 : 1)).toPrecision(12));
}

describe('one cell', () => {
  test.each<[string, number | string]>([
    ['12', 12],
    ['-3.5', -3.5],
    ['−3.5', -3.5],
    ['(1,234.5)', -1234.5],
    ['45.8-', -45.8],
    ['+7', 7],
    ['１２，８４０', 12840],
    ['９８．２％', 0.982],
    ['128\u00a0450', 128450],
    ['1\u202f250', 1250],
    ["1'234'567", 1234567],
    ['12,34,567', 1234567],
    ['1.2万', 12000],
    ['9,860万', 98600000],
    ['3億', 3e8],
    ['3.2亿', 3.2e8],
    ['¥1,031.2', 1031.2],
    ['NT$3,250萬', 32500000],
    ['$1.5k', 1500],
    ['€ 2,5', 2.5],
    ['100元', 100],
    ['30天', 30],
    ['85%', 0.85],
    ['5‰', 0.005],
    ['≥95%', 0.95],
    ['1e3', 1000],
    ['▲3.0%', 0.03],
    ['N/A', 'missing'],
    ['—', 'missing'],
    ['暂无', 'missing'],
    ['/', 'missing'],
    ['#DIV/0!', 'error'],
    ['待补', 'text'],
    ['007', 'text'],
    ['110105199003078888', 'text'],
    ['1.2.3', 'text'],
    ['12 monkeys', 'text'],
  ])('%s', (text, expected) => {
    expect(amount(text)).toBe(expected);
  });

  test('the quick path agrees with the language', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const text = (digits / 10 ** places).toFixed(places);
        expect(plainNumber(text, true)).toBe(Number(text));
      }),
    );
    for (const text of ['', '-', '.', '1.', '.5', '1..2', '007', '1e3', '1,2', '1,2345', '12,34', '0,123', ',123'])
      expect(plainNumber(text, true)).toBeNaN();
  });

  test('long and hostile texts are answered at once', () => {
    const started = performance.now();
    for (const text of ['1'.repeat(50_000), '1,'.repeat(20_000), ' '.repeat(50_000), '('.repeat(50_000), '1 '.repeat(90)])
      expect(readFigure(text, '.').kind).not.toBe('figure');
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('units', () => {
  test.each([
    ['万元', 'CNY', 1e4],
    ['新台幣千元', 'TWD', 1e3],
    ['k€', 'EUR', 1e3],
    ['€ million', 'EUR', 1e6],
    ['US$', 'USD', 1],
    ['万千瓦时', '千瓦时', 1e4],
    ['千克', '千克', 1],
    ['kg', 'kg', 1],
    ['k', null, 1e3],
    ['亿', null, 1e8],
    ['小时/人', '小时/人', 1],
    ['%', '%', 1],
    ['个百分点', '个百分点', 1],
  ])('%s', (text, unit, scale) => {
    expect(parseUnit(text)).toEqual({ unit, scale });
  });

  test.each([
    ['实际\n（万元）', '实际', 'CNY'],
    ['Logo churn %', 'Logo churn', '%'],
    ['销售额(含税)', '销售额(含税)', undefined],
    ['Revenue, k€', 'Revenue', 'EUR'],
    ['水(桶)', '水', '桶'],
  ])('header %j', (header, name, unit) => {
    const split = splitUnit(header);
    expect([split.name, split.unit?.unit]).toEqual([name, unit]);
  });
});

describe('a column of figures', () => {
  test('12.3 under (%) and 52% in a cell are fractions', async () => {
    const table = only(await read('月份,转化率(%),退货率\n2026-01,12.3,52%\n2026-02,11.8,0.5%\n'));
    expect(valuesOf(table, '转化率')).toEqual([0.123, 0.118]);
    expect(valuesOf(table, '退货率')).toEqual([0.52, 0.005]);
    expect(table.data.map((column) => [column.unit, column.accrual])).toEqual([
      ['%', 'ratio'],
      ['%', 'ratio'],
    ]);
  });

  test('a percent format of a workbook is the unit', async () => {
    const bytes = workbook({
      S: {
        rows: [
          ['月份', '达成率', '金额'],
          ['2026-01', { v: 0.52, z: '0.00%' }, { v: 5, z: '"$"#,##0' }],
          ['2026-02', { v: 1.1, z: '0.00%' }, { v: 6, z: '"$"#,##0' }],
        ],
      },
    });
    const table = only(await read(bytes, { name: 'a.xlsx' }));
    expect(valuesOf(table, '达成率')).toEqual([0.52, 1.1]);
    expect(table.data.map((column) => column.unit)).toEqual(['%', 'USD']);
  });

  test('the unit in the title scales money, not ratios and head counts', async () => {
    const table = only(await read('2026年经营月报（单位：万元）\n月份,收入,毛利率,客户数\n1月,12.5,30%,8\n2月,13,31%,9\n'));
    expect(valuesOf(table, '收入')).toEqual([125000, 130000]);
    expect(valuesOf(table, '毛利率')).toEqual([0.3, 0.31]);
    expect(valuesOf(table, '客户数')).toEqual([8, 9]);
  });

  test('bad cells are named, missing ones counted, and none becomes zero', async () => {
    const table = only(
      await read(
        '月份,工时（小时）\n2026-01,3.5\n2026-02,待补\n2026-03,暂无\n2026-04,#DIV/0!\n2026-05,\n2026-06,4\n2026-07,4.5\n2026-08,5\n',
      ),
    );
    expect(valuesOf(table, '工时')).toEqual([3.5, null, null, null, null, 4, 4.5, 5]);
    expect(columnOf(table, '工时').missing).toBe(4);
    expect(columnOf(table, '工时').invalid).toEqual([
      { code: 'not-a-number', cell: 'B3', raw: '待补' },
      { code: 'error-value', cell: 'B5', raw: '#DIV/0!' },
    ]);
  });

  test('a decimal comma is found from the cells that allow nothing else', async () => {
    const table = only(await read('Datum;Wert\n01.02.2026;1.234,56\n02.02.2026;987,10\n03.02.2026;1.001\n'));
    expect(table.decimal).toBe(',');
    expect(valuesOf(table, 'Wert')).toEqual([1234.56, 987.1, 1001]);
  });

  test('1.250 behind semicolons is asked, and the answer is honoured', async () => {
    const text = 'Monat;Menge (t)\n2026-01;1.250\n2026-02;1.375\n';
    expect(questionsOf(only(await read(text)))).toEqual(['decimal-ambiguous']);
    const answered = only(await read(text, { choices: { tables: { '#1': { decimal: '.' } } } }));
    expect(questionsOf(answered)).toEqual([]);
    expect(valuesOf(answered, 'Menge')).toEqual([1.25, 1.375]);
  });

  test('identifiers keep every digit and are no figures', async () => {
    const table = only(await read('工号,姓名,2026年1月,2026年2月,2026年3月\n007,王磊,85,87,90\n012,李静,92,93,96\n'));
    expect(columnOf(table, '工号')).toMatchObject({ kind: 'text', role: 'ignored' });
    expect(columnOf(table, '工号').samples[0]).toEqual({ raw: '007', value: '007' });
  });

  test('▲ and ▼ in one column are up and down', async () => {
    const table = only(await read('月份,同比增幅\n2026-01,▼12.5%\n2026-02,▲8.4%\n'));
    expect(valuesOf(table, '同比增幅')).toEqual([-0.125, 0.084]);
  });

  test('▲ alone may be a minus sign: it is asked', async () => {
    expect(questionsOf(only(await read('月份,增幅\n2026-01,▲12.5%\n2026-02,▲8.4%\n')))).toContain('unit-ambiguous');
  });
});

describe('a scale announced for the whole table', () => {
  test('is not believed of what one piece costs, and asked about', async () => {
    const text = '2026年门店月报（单位：万元）\n月份,销售额,客单价,人均产值\n1月,123.5,85,3.2\n2月,98.2,79,3.1\n3月,131,88,3.4\n';
    const table = only(await read(text));
    expect(table.data.map(({ name, unit, values }) => `${name} ${unit} ${values[0]}`)).toEqual([
      '销售额 CNY 1235000',
      '客单价 CNY 85',
      '人均产值 CNY 32000',
    ]);
    expect(table.questions.filter(({ code }) => code === 'unit-ambiguous').map(({ column }) => column)).toEqual(['客单价', '人均产值']);
  });
});

test('a target whose name differs by a capital belongs to its metric', async () => {
  const table = only(await read('Month,Renewal rate,Target renewal rate\n2026-01,82%,85%\n2026-02,83%,85%\n2026-03,81%,86%\n'));
  expect(table.data.map(({ name, role }) => `${name} ${role}`)).toEqual(['Renewal rate value', 'Renewal rate target']);
});
