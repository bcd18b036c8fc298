import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../src/domain/metric.ts';
import { proposeMetric, proposeReading } from '../../../src/domain/link.ts';
import { day, keepAtLeast, reach, series } from './assess/builders.ts';

const metric = (name: string, more: Partial<Metric> = {}) => ({ id: name, name, unit: null, accrual: 'flow', ...more }) as Metric;
const quarter = { start: day('2026-07-01'), due: day('2026-09-30') };

describe('how a KPI is read for a goal', () => {
  const weekly = series([88, 95, 92, 101, 97, 94], { first: '2026-05-18', accrual: 'flow' });
  it('amounts are summed for the total of a quarter, and read one by one for what a week brings', () => {
    expect(proposeReading(metric('New customers'), reach(0, 1200), weekly, quarter)).toEqual({ kind: 'sum' });
    expect(proposeReading(metric('New customers'), reach(95, 120), weekly, quarter)).toEqual({ kind: 'latest' });
  });
  it('amounts of which nothing is known are summed', () => {
    expect(proposeReading(metric('New customers'), reach(0, 1200), null, quarter)).toEqual({ kind: 'sum' });
    expect(proposeReading(metric('New customers'), reach(0, NaN), weekly, quarter)).toEqual({ kind: 'sum' });
  });
  it('levels and limits are read as they come', () => {
    expect(proposeReading(metric('NPS', { accrual: 'level' }), reach(40, 60), null, quarter)).toEqual({ kind: 'latest' });
    expect(proposeReading(metric('Complaints'), keepAtLeast(2), weekly, quarter)).toEqual({ kind: 'latest' });
  });
});

describe('the KPI of a key result', () => {
  const metrics = [metric('试用转化率', { unit: '%' }), metric('NPS'), metric('销售额 · 华东'), metric('销售额 · 华南')];
  const meant = (title: string, named = '') => proposeMetric({ title, unit: null, metric: named }, metrics)?.name ?? null;
  it('is the one that the list names, however it is spaced', () => {
    expect(meant('让客户满意', 'nps')).toBe('NPS');
    expect(meant('x', '销售额·华南')).toBe('销售额 · 华南');
  });
  it('else the one that the title means', () => {
    expect(meant('NPS 从 32 提升到 45')).toBe('NPS');
    expect(meant('試用轉化率提升到 4.5%')).toBe('试用转化率');
    expect(meant('员工满意度 80%')).toBeNull();
  });
  it('none where two are meant alike', () => {
    expect(meant('销售额达到 1000 万')).toBeNull();
    expect(meant('华东销售额达到 1000 万')).toBe('销售额 · 华东');
  });
});
