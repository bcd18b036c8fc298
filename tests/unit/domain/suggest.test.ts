import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../src/domain/metric.ts';
import { suggestMetrics } from '../../../src/domain/suggest.ts';

/** KPIs `name` or `name [unit]`, whose id is their name. */
const kpis = (...names: string[]): Metric[] =>
  names.map((written) => {
    const [, name = written, unit = null] = /^(.*) \[(.*)\]$/.exec(written) ?? [];
    return {
      id: name,
      name,
      datasetId: 's1',
      column: name,
      role: 'value',
      denominator: null,
      filters: [],
      aggregation: 'sum',
      accrual: 'flow',
      unit,
      grain: 'month',
    };
  });

const suggested = (title: string, metrics: Metric[], unit: string | null = null) =>
  suggestMetrics({ title, unit }, metrics).map(({ metricId }) => metricId);

const chinese = kpis(
  '销售额 [CNY]',
  '新增客户数 [家]',
  '客户满意度 [%]',
  '客户流失率 [%]',
  '订单转化率 [%]',
  '净推荐值',
  '平均交付周期 [天]',
);
const english = kpis(
  'Revenue [USD]',
  'New customers',
  'Customer churn rate [%]',
  'Conversion rate [%]',
  'NPS',
  'Lead time [days]',
  'Defect rate [%]',
);

describe('the KPI that a key result means comes first', () => {
  it.each([
    ['华东销售额从 800 万提升到 1200 万', '销售额'],
    ['把客户满意度提升到 95%', '客户满意度'],
    ['客户流失率由 5% 降到 3%', '客户流失率'],
    ['客戶流失率由 5% 降到 3%', '客户流失率'],
    ['訂單轉化率達到 4.2%', '订单转化率'],
    ['新增 1,000 家客户', '新增客户数'],
    ['NPS 从 40 提升到 60', '净推荐值'],
    ['平均交付周期由 21 天降到 14 天', '平均交付周期'],
  ])('%s', (title, name) => {
    expect(suggested(title, chinese)[0]).toBe(name);
  });

  it.each([
    ['Raise revenue from 8M to 12M', 'Revenue'],
    ['Win 300 new customers', 'New customers'],
    ['Reduce customer churn from 5% to 3%', 'Customer churn rate'],
    ['Conversion rate of at least 4%', 'Conversion rate'],
    ['Raise Net Promoter Score from 40 to 60', 'NPS'],
    ['Cut lead times from 21 to 14 days', 'Lead time'],
    ['营业收入达到 1 亿', 'Revenue'],
  ])('%s', (title, name) => {
    expect(suggested(title, english)[0]).toBe(name);
  });
});

it('says nothing where nothing is near', () => {
  expect(suggested('Publish the design handbook', english)).toEqual([]);
  expect(suggested('完成新办公室搬迁', chinese)).toEqual([]);
  expect(suggested('', english)).toEqual([]);
  expect(suggested('Defect-free launch', [])).toEqual([]);
});

it('does not offer every rate for a rate', () => {
  expect(suggested('Defect rate below 1%', english)).toEqual(['Defect rate']);
});

it('lets the unit decide between KPIs of the same name', () => {
  const metrics = [
    { ...kpis('续约 [CNY]')[0]!, id: 'amount' },
    { ...kpis('续约 [%]')[0]!, id: 'share' },
  ];
  expect(suggested('续约提升', metrics, '%')[0]).toBe('share');
  expect(suggested('续约提升', metrics, 'CNY')[0]).toBe('amount');
});

it('scores within 0 and 1, best first', () => {
  const scores = suggestMetrics({ title: '客户满意度', unit: '%' }, chinese).map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
});
