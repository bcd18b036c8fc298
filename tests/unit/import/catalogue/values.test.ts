import { describe, expect, test } from 'vitest';
import { columnOf, only, questionsOf, read, valuesOf } from '../spreadsheets.ts';
import { csv, describeFigures, figures, months } from './understood.ts';

describe('scales and units in cells', () => {
  test.each<[string, string]>([
    ['1.2万|3万|4.5万', '·: 12000 30000 45000'],
    ['1.2萬|3萬|8,000', '·: 12000 30000 8000'],
    ['3亿|1.2亿|9,800万', '·: 300000000 120000000 98000000'],
    ['3億|0.31億|9,800萬', '·: 300000000 31000000 98000000'],
    ['1亿2000万|9800万|3亿', '·: 120000000 98000000 300000000'],
    ['1.5k|2.3M|900', '·: 1500 2300000 900'],
    ['3.2w|5w|8000', '·: 32000 50000 8000'],
    ['$1.2M|$900K|$2.5bn', 'USD: 1200000 900000 2500000000'],
    ['€1.2m|€900k|€1.5m', 'EUR: 1200000 900000 1500000'],
    ['12.3万元|3千元|450元', 'CNY: 123000 3000 450'],
    ['NT$3,250萬|NT$980萬|NT$1.2億', 'TWD: 32500000 9800000 120000000'],
    ['￥1,031.2|¥998|￥1,200', 'CNY: 1031.2 998 1200'],
    ['HK$12,000|HK$9,500|HK$800', 'HKD: 12000 9500 800'],
    ['R$ 1.234,56|R$ 900,10|R$ 12,00', 'BRL: 1234.56 900.1 12'],
    ['₹12,34,567|₹98,000|₹1,00,000', 'INR: 1234567 98000 100000'],
    ['1.234,56 €|987,10 €|12,00 €', 'EUR: 1234.56 987.1 12'],
    ['1,5 Mio. €|2,25 Mio. €|0,9 Mio. €', 'EUR: 1500000 2250000 900000'],
    ["CHF 1'234.50|CHF 987.00|CHF 12.10", 'CHF: 1234.5 987 12.1'],
    ['USD 1,234.50|USD 90.10|USD 12.00', 'USD: 1234.5 90.1 12'],
    ['30天|12天|7天', '天: 30 12 7'],
    ['12人|15 人|１８人', '人: 12 15 18'],
    ['3.5小时|4小时|2小时30分', '小时: 3.5 4 2.5'],
    ['1h30m|45h|2h15m', 'h: 1.5 45 2.25'],
    ['120 kWh|98 kWh|1,050 kWh', 'kWh: 120 98 1050'],
    ['≥95%|约96%|97%', '%: 0.95 0.96 0.97'],
    ['1,234*|1,300[1]|1,400(注2)', '·: 1234 1300 1400'],
    ['12¹|15²|18', '·: 12 15 18'],
  ])('%s', async (cells, expected) => {
    expect(await figures('金额', cells.split('|'))).toBe(expected);
  });
});

describe('scales and units in headers', () => {
  test.each<[string, string]>([
    ['销售额（万元）', 'CNY: 10000 20000'],
    ['销售额(万元，含税)', 'CNY: 10000 20000'],
    ['销售额/万元', 'CNY: 10000 20000'],
    ['销售额 百万元', 'CNY: 1000000 2000000'],
    ['營業額（NT$仟元）', 'TWD: 1000 2000'],
    ['營業額（新台幣億元）', 'TWD: 100000000 200000000'],
    ['Revenue (USD k)', 'USD: 1000 2000'],
    ['Revenue ($M)', 'USD: 1000000 2000000'],
    ["Revenue ($'000)", 'USD: 1000 2000'],
    ['Revenue in EUR million', 'EUR: 1000000 2000000'],
    ['Revenue, RMB mn', 'CNY: 1000000 2000000'],
    ['Umsatz in T€', 'EUR: 1000 2000'],
    ['Umsatz (Mio. €)', 'EUR: 1000000 2000000'],
    ['CA en k€', 'EUR: 1000 2000'],
    ['Sales (thousands)', '·: 1000 2000'],
    ['DAU（万人）', '人: 10000 20000'],
    ['用电量(万千瓦时)', '千瓦时: 10000 20000'],
    ['门诊量（人次）', '人次: 1 2'],
    ['床日（床日）', '床日: 1 2'],
    ['Lead time, days', 'days: 1 2'],
    ['Tickets (tickets)', 'tickets: 1 2'],
    ['Energy kWh', 'kWh: 1 2'],
    ['客单价（元/单）', 'CNY/单: 1 2'],
    ['库存（吨）', '吨: 1 2'],
    ['Uptime (%)', '%: 0.01 0.02'],
    ['不良率（ppm）', 'ppm: 1 2'],
    ['毛利率变动（个百分点）', '个百分点: 1 2'],
    ['Spread (bps)', 'bps: 1 2'],
    ['良率（‰）', '%: 0.001 0.002'],
  ])('%s', async (header, expected) => {
    expect((await figures(header, ['1', '2'])).replace(/ \?.*/, '')).toBe(expected);
  });

  test.each<[string, string]>([
    ['单位：万元', 'CNY: 10000 20000'],
    ['單位：新台幣千元', 'TWD: 1000 2000'],
    ['(单位:人民币 万元)', 'CNY: 10000 20000'],
    ['数量单位：件；金额单位：万元', 'CNY: 10000 20000'],
    ['(in USD thousands)', 'USD: 1000 2000'],
    ['($ in millions)', 'USD: 1000000 2000000'],
    ['Angaben in T€', 'EUR: 1000 2000'],
    ['Amounts in thousands of US dollars', 'USD: 1000 2000'],
  ])('the line %s above the table', async (line, expected) => {
    expect(describeFigures(only(await read(`经营收入2026\n${line}\n月份,收入\n1月,1\n2月,2\n`)))).toBe(expected);
  });

  test('units in a second header row', async () => {
    const table = only(await read('月份,产量,能耗,合格率\n,台,kWh,%\n2026-01,300,12,98.5\n2026-02,310,13,99\n'));
    expect(table.data.map(({ name, unit, values }) => [name, unit, values[0]])).toEqual([
      ['产量', '台', 300],
      ['能耗', 'kWh', 12],
      ['合格率', '%', 0.985],
    ]);
  });

  test.each([
    ['Unit', 'shops|people|tickets', ['shops', 'people', 'tickets']],
    ['单位', '门店|床日|人次', ['门店', '床日', '人次']],
    ['Einheit', 'Stück|%|T€', ['Stück', '%', 'EUR']],
    ['UoM', 'pallets|trips|hours', ['pallets', 'trips', 'hours']],
  ])('a column %s of %s', async (header, cells, expected) => {
    const units = cells.split('|');
    const rows = units.map((unit, i) => `Metric ${'ABC'[i]!},${unit},${i + 1},${i + 2},${i + 3}`);
    const table = only(await read(`Metric,${header},2026-01,2026-02,2026-03\n${rows.join('\n')}\n`));
    expect([table.data.map(({ unit }) => unit), table.dimensions]).toEqual([expected, []]);
  });

  test('departments under 单位 are no units', async () => {
    const table = only(await read('单位,2026年1月,2026年2月,2026年3月\n一车间,3,4,5\n二车间,6,7,8\n三车间,1,2,3\n'));
    expect(table.dimensions).toEqual([{ name: '单位', values: ['一车间', '二车间', '三车间'] }]);
  });
});

describe('percentages', () => {
  test.each<[string, string, string]>([
    ['良率', '85%|８５％|85 %|90.5%', '%: 0.85 0.85 0.85 0.905'],
    ['转化率（%）', '12.3|11.8|13', '%: 0.123 0.118 0.13'],
    ['SLA (%)', '99.95|99.9|100', '%: 0.9995 0.999 1'],
    ['坏账率', '5‰|3‰|4‰', '%: 0.005 0.003 0.004'],
    ['毛利率', '0.31|0.32|0.3', '%: 0.31 0.32 0.3'],
  ])('%s: %s', async (header, cells, expected) => {
    expect(await figures(header, cells.split('|'))).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['毛利率变动', '1.2个百分点|-0.5个百分点|0.3个百分点', '个百分点: 1.2 -0.5 0.3'],
    ['Margin change', '+1.2pp|-0.5pp|+0.3pp', 'pp: 1.2 -0.5 0.3'],
    ['Interest rate spread', '35bps|40bps|28bps', 'bps: 35 40 28'],
  ])('%s in points is no percentage: %s', async (header, cells, expected) => {
    expect(await figures(header, cells.split('|'))).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['达成', '85%|0.9|88%|91%', '%: 0.85 0.9 0.88 0.91 ?unit-ambiguous !B3 mixed-percent'],
    ['达成率', '85%|90|88%|91%', '%: 0.85 0.9 0.88 0.91 ?unit-ambiguous !B3 mixed-percent'],
    ['Score', '85|90|88%|91', '·: 85 90 0.88 91 ?unit-ambiguous !B4 mixed-percent'],
  ])('%s %s: the odd one is named, and it is asked', async (header, cells, expected) => {
    expect(await figures(header, cells.split('|'))).toBe(expected);
  });

  test('a mixture is warned of for the file as a whole', async () => {
    const { issues } = await read(csv(months(4), ['达成', '85%', '0.9', '88%', '91%']));
    expect(issues).toEqual([{ code: 'mixed-percent', sheet: '', cell: 'B3', raw: '0.9' }]);
  });
});

describe('mixed currencies and scales that are not the same everywhere', () => {
  test.each<[string, string]>([
    ['$100|€90|$80|$85', 'USD: 100 90 80 85 ?unit-ambiguous !B3 mixed-currency'],
    ['¥100|¥90|HK$80|¥85', 'CNY: 100 90 80 85 ?unit-ambiguous !B4 mixed-currency'],
    ['100元|90美元|80元|85元', 'CNY: 100 90 80 85 ?unit-ambiguous !B3 mixed-currency'],
    ['NT$100|US$90|US$80|NT$85|NT$1萬', 'TWD: 100 90 80 85 10000 ?unit-ambiguous !B3 mixed-currency !B4 mixed-currency'],
    ['1.2兆|9800億|1.5兆', '·: 1200000000000 980000000000 1500000000000 ?unit-ambiguous'],
  ])('%s', async (cells, expected) => {
    expect(await figures('金额', cells.split('|'))).toBe(expected);
  });

  test('兆 in a header is asked unless the currency is of Taiwan', async () => {
    expect(await figures('市值（兆元）', ['1', '2'])).toBe('CNY: 1000000000000 2000000000000 ?unit-ambiguous');
    expect(await figures('市值（新台幣兆元）', ['1', '2'])).toBe('TWD: 1000000000000 2000000000000');
  });

  test('each column has its own currency', async () => {
    const table = only(await read(csv(months(2), ['金额', '¥100', '¥90'], ['费用', '$5', '$6'])));
    expect(table.data.map(({ unit }) => unit)).toEqual(['CNY', 'USD']);
  });
});

describe('signs and separators', () => {
  test.each<[string, string]>([
    ['(1,234)|（56）|1,234.5', '·: -1234 -56 1234.5'],
    ['1,234-|−56|–7', '·: -1234 -56 -7'],
    ['-$1,234.50|$(56.00)|($7.10)', 'USD: -1234.5 -56 -7.1'],
    ['12,34,567|1,00,000|98,765', '·: 1234567 100000 98765'],
    ["1'234.50|987.10|12'345.00", '·: 1234.5 987.1 12345'],
    ['1\u00a0234,56|987,10|12\u202f345,00', '·: 1234.56 987.1 12345'],
    ['１，２３４|５６|７．５', '·: 1234 56 7.5'],
    ['1,234|56|7', '·: 1234 56 7'],
    ['1,234|56.7|7', '·: 1234 56.7 7'],
    ['0,5|1,25|3,1', '·: 0.5 1.25 3.1'],
    ['1.5e3|2E+04|3e-1', '·: 1500 20000 0.3'],
    ['▼12.5%|▲8.4%|▲3%', '%: -0.125 0.084 0.03'],
    ['12.5%↓|8.4%↑|3%↑', '%: -0.125 0.084 0.03'],
  ])('%s', async (cells, expected) => {
    expect(await figures('差额', cells.split('|'))).toBe(expected);
  });

  test('▲ alone may be a minus sign: it is asked', async () => {
    for (const cells of ['▲3%|▲5%|4%', '△3|△5|4', '3%▲|5%▲|4%'])
      expect(await figures('增减', cells.split('|'))).toMatch(/\?unit-ambiguous/);
  });

  test('1.234 and 1,234 behind semicolons are asked where no other cell decides', async () => {
    const german = (cells: string) =>
      read(
        `Monat;Menge\n${cells
          .split('|')
          .map((cell, i) => `2026-0${i + 1};${cell}`)
          .join('\n')}\n`,
      );
    expect(questionsOf(only(await german('1.250|1.375|2.100')))).toEqual(['decimal-ambiguous']);
    expect(questionsOf(only(await german('1.250|1.375,5|2.100')))).toEqual([]);
    expect(valuesOf(only(await german('1.250|1.375,5|2.100')), 'Menge')).toEqual([1250, 1375.5, 2100]);
  });
});

describe('identifiers are no figures', () => {
  test.each([
    ['员工编号', '007|012|045'],
    ['身份证号', '110105199003078888|11010519900307888X|320102198511021234'],
    ['手机号', '13800138000|13900139000|13700137000'],
    ['Phone', '+86 138 0013 8000|+86 139 0013 9000|+86 137 0013 7000'],
    ['邮编', '100081|200030|510000'],
    ['ZIP', '02134|10001|94105'],
    ['SKU', '4006381333931|4006381333948|4006381333955'],
    ['订单号', '202603050001|202603050002|202603050003'],
  ])('%s %s', async (header, cells) => {
    const ids = cells.split('|');
    const table = only(await read(csv(['日期', '2026-03-05', '2026-03-06', '2026-03-08'], [header, ...ids], ['产量', '1', '2', '3'])));
    expect(table.data.map(({ name }) => name)).toEqual(['产量']);
    expect(columnOf(table, header).samples.map(({ raw }) => raw)).toEqual(ids);
  });
});

describe('no value', () => {
  test('marks are missing, errors and words are named, and none is zero', async () => {
    const marks = ['N/A', 'n/a', '–', '—', '--', '暂无', '無', '/', '', '$ -', 'TBD', '未统计'];
    const table = only(
      await read(
        csv(
          months(12),
          ['产量', ...marks.slice(0, 6), '3', '4', '5', '6', '7', '8'],
          ['工时', ...Array<string>(9).fill('1'), ...marks.slice(6, 9)],
        ),
      ),
    );
    expect(valuesOf(table, '产量')).toEqual([null, null, null, null, null, null, 3, 4, 5, 6, 7, 8]);
    expect(valuesOf(table, '工时').slice(9)).toEqual([null, null, null]);
    expect(table.columns.flatMap(({ invalid }) => invalid)).toEqual([]);
  });

  test.each<[string, string]>([
    ['3|4|待补|5', '·: 3 4 – 5 !B4 not-a-number'],
    ['3|4|#DIV/0!|5', '·: 3 4 – 5 !B4 error-value'],
    ['3|4|#N/A|5|#REF!', '·: 3 4 – 5 – !B6 error-value'],
    ['3|4|休息|5', '·: 3 4 – 5 !B4 not-a-number'],
    ['3|4|12 or 13|5', '·: 3 4 – 5 !B4 not-a-number'],
    ['3|4|1.2.3|5', '·: 3 4 – 5 !B4 not-a-number'],
  ])('%s', async (cells, expected) => {
    expect(await figures('产量', cells.split('|'))).toBe(expected);
  });
});
