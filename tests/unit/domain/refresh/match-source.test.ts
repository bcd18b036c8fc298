import { describe, expect, it } from 'vitest';
import { nameNearness, proposeNames } from '../../../../src/domain/column-match.ts';
import { headerOverlap, headerPrint, type HeaderColumn } from '../../../../src/domain/header-print.ts';
import { fileStem, matchSources } from '../../../../src/domain/match-source.ts';
import { boardOf, headerOf, report, type Table } from './files.ts';

const column = (name: string, role: HeaderColumn['role'] = 'value'): HeaderColumn => ({ name, role });

describe('the fingerprint of a header', () => {
  it('does not know the order of columns, case, width or spaces', () => {
    const one = headerPrint([column('Month', 'date'), column('Net Sales'), column('ＮＰＳ')], 'columns');
    expect(one).toEqual(headerPrint([column('nps'), column('month', 'date'), column('net  sales ')], 'columns'));
  });

  it('does not change when a month is added to a table with months across, filled or still empty', () => {
    const to = (months: number, empty: readonly string[] = []) =>
      headerPrint(
        [
          column('指标', 'dimension'),
          ...Array.from({ length: months }, (_, i) => column(`${i + 1}月`)),
          ...empty.map((name) => column(name, 'ignored')),
        ],
        'wide',
      );
    expect(to(8)).toEqual(['指标']);
    expect(to(9, ['10月', '十一月', '2026-12'])).toEqual(to(8));
  });

  it('tells how much two headers have in common', () => {
    expect(headerOverlap(['a', 'b', 'c'], ['a', 'b', 'd'])).toBe(0.5);
    expect(headerOverlap([], [])).toBe(0);
  });
});

describe('the source that a file is a newer copy of', () => {
  const report1 = { Orders: [1], Refunds: [2] };
  const cases: readonly [string, Table, string, boolean][] = [
    ['the same file', report1, 'kpi.csv', true],
    ['other names, the same columns in another order', { Refunds: [2], Orders: [1] }, 'export.csv', true],
    ['next month with one more column', { ...report1, NPS: [3], Complaints: [1] }, 'kpi (2).csv', true],
    ['the same name, a column renamed', { 'Orders total': [1], Refunds: [2] }, 'kpi.csv', true],
    ['another name and other columns', { Orders: [1], Headcount: [3], Churn: [2], Leads: [1] }, 'people.csv', false],
    ['the same name, nothing in common', { Staff: [1], Leavers: [1], Hires: [2] }, 'kpi.csv', false],
  ];
  it.each(cases)('%s', (_, table, file, expected) => {
    const old = report('old', report1);
    const newer = report('new', table, { file });
    const [found] = matchSources([{ dataset: newer, header: headerOf(newer) }], boardOf(old), () => old);
    expect(found?.id).toBe(expected ? 'old' : undefined);
  });

  it('is another one for each table of a file', () => {
    const north = { ...report('n', report1), source: { ...report('n', report1).source, sheet: 'North' } };
    const south = { ...report('s', report1), source: { ...report('s', report1).source, sheet: 'South' } };
    const tables = [south, north].map((dataset) => ({ dataset: { ...dataset, id: `new ${dataset.id}` }, header: headerOf(dataset) }));
    expect(matchSources(tables, boardOf(north, south), () => undefined).map((source) => source?.id)).toEqual(['s', 'n']);
  });

  const twins: readonly [string, Table, number, boolean][] = [
    ['the same past and a month more', { Orders: [1, 2, 3, 4], Refunds: [5, 6, 7, 8] }, 0, true],
    ['the months that follow', { Orders: [4], Refunds: [8] }, 3, true],
    ["another department's figures", { Orders: [9, 8, 7], Refunds: [1, 1, 1] }, 0, false],
  ];
  it.each(twins)('of another name and the same header, with %s', (_, table, from, expected) => {
    const north = report('north', { Orders: [1, 2, 3], Refunds: [5, 6, 7] }, { file: 'north.csv' });
    const other = report('new', table, { file: 'south.csv', from });
    const [found] = matchSources([{ dataset: other, header: headerOf(other) }], boardOf(north), () => north);
    expect(found?.id).toBe(expected ? 'north' : undefined);
  });

  it.each([
    ['kpi-2026-07.xlsx', 'kpi'],
    ['运营周报 2026年8月.csv', '运营周报'],
    ['Report (3).csv', 'report'],
  ])('%s is called %s', (name, stem) => expect(fileStem(name)).toBe(stem));
});

describe('a renamed column', () => {
  const cases: readonly [string, string, boolean][] = [
    ['销售额', '销售额（万元）', true],
    ['Revenue', 'revenue (USD)', true],
    ['New customers', 'Customers, new', true],
    ['转化率', '试用转化率', true],
    ['客流', '退货率', false],
    ['NPS', 'Revenue', false],
  ];
  it.each(cases)('%s → %s: %s', (one, other, near) => expect(nameNearness(one, other) >= 0.5).toBe(near));

  it('is proposed once, to the nearest', () => {
    expect([...proposeNames(['Orders', 'Order value'], ['Order value (net)', 'Orders placed'])]).toEqual([
      ['Orders', 'Orders placed'],
      ['Order value', 'Order value (net)'],
    ]);
  });
});
