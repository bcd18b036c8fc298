import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import { metricSeries } from '../../../src/domain/metric-series.ts';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { planImport, type BoardData } from '../../../src/state/import-plan.ts';
import { NO_CORRECTIONS, plainTables } from '../../../src/import/recipes.ts';
import { read, workbook } from '../import/spreadsheets.ts';

const months = (year: number, from: number, head: readonly string[] = ['月份', '营收（万元）', '客户数']) => ({
  rows: [[...head], ...Array.from({ length: 3 }, (_, i) => [`${year}-0${i + 1}`, from + i, 100 + from + i])],
});

const NOTHING: BoardData = { workspace: emptyWorkspace, datasets: new Map() };

async function plan(bytes: Uint8Array | string, merged: Readonly<Record<string, string>> = {}, board = NOTHING) {
  const proposal = await read(bytes, { name: 'kpi.xlsx' });
  const reading = { proposal, plain: plainTables(proposal), corrections: { ...NO_CORRECTIONS, merged } };
  return planImport(board, { file: new Blob([]), name: 'kpi.xlsx' }, reading, {}, dayOf(2026, 5, 1));
}

type Plan = Awaited<ReturnType<typeof plan>>;
const seriesOf = ({ workspace, datasets }: Plan) =>
  workspace.metrics.map((metric) => {
    const series = metricSeries(metric, (id) => datasets.get(id));
    return `${metric.name}: ${series.ok ? series.value.points.map(({ value }) => value).join(' ') : series.error.code}`;
  });

describe('proposed KPIs become one', () => {
  test('where a workbook has a sheet for each year', async () => {
    const done = await plan(workbook({ 2025: months(2025, 1), 2026: months(2026, 11) }));
    expect(seriesOf(done)).toEqual(['营收: 10000 20000 30000 110000 120000 130000', '客户数: 101 102 103 111 112 113']);
    expect([done.metricCount, done.workspace.sources.length]).toEqual([2, 2]);
  });

  test('and stay one when the workbook comes again with one more month', async () => {
    const first = await plan(workbook({ 2025: months(2025, 1), 2026: months(2026, 11) }));
    const grown = months(2026, 11);
    const next = await plan(workbook({ 2025: months(2025, 1), 2026: { rows: [...grown.rows, ['2026-04', 14, 114]] } }), {}, first);
    expect(seriesOf(next)).toEqual(['营收: 10000 20000 30000 110000 120000 130000 140000', '客户数: 101 102 103 111 112 113 114']);
    expect(next.workspace.sources).toHaveLength(2);
  });

  test('unless a person says that they are two', async () => {
    const done = await plan(workbook({ 2025: months(2025, 1), 2026: months(2026, 11) }), { '2025#1|营收|value': '' });
    expect(seriesOf(done)).toEqual([
      '营收 · 2025: 10000 20000 30000',
      '营收 · 2026: 110000 120000 130000',
      '客户数: 101 102 103 111 112 113',
    ]);
  });

  test('never where both have figures of the same months: those are two departments', async () => {
    const done = await plan(workbook({ 华东: months(2026, 1), 华南: months(2026, 11) }));
    expect(seriesOf(done)).toEqual([
      '营收 · 华东: 10000 20000 30000',
      '客户数 · 华东: 101 102 103',
      '营收 · 华南: 110000 120000 130000',
      '客户数 · 华南: 111 112 113',
    ]);
  });

  test('where a person takes rows of one column together', async () => {
    const text = '月份,门店,销售额\n2026-01,甲,5\n2026-01,乙,7\n2026-02,甲,6\n2026-02,乙,8\n';
    const done = await plan(text, { '#1|销售额|value|门店|乙': '#1|销售额|value|门店|甲' });
    expect(seriesOf(done)).toEqual(['销售额 · 甲: 12 14']);
  });
});

test('of readings taken several times a day the last one is the level, sums are sums, rates are averaged', async () => {
  const stamps = ['2026-03-01 08:00', '2026-03-01 20:00', '2026-03-02 08:00', '2026-03-02 20:00', '2026-03-03 08:00', '2026-03-03 20:00'];
  const rows = stamps.map((stamp, i) => `${stamp},${10 + i},${i},${i % 2 ? '50%' : '25%'}`);
  const done = await plan(`时间,库存量,出库量,差错率\n${rows.join('\n')}\n`);
  expect(seriesOf(done)).toEqual(['库存量: 11 13 15', '出库量: 1 5 9', '差错率: 0.375 0.375 0.375']);
});
