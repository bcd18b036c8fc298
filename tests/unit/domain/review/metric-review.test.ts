import { describe, expect, it } from 'vitest';
import { metricReview, type MetricStanding } from '../../../../src/domain/metric-review.ts';
import type { MetricProposal } from '../../../../src/domain/metric-proposal.ts';
import type { Metric } from '../../../../src/domain/metric.ts';
import { day, series, wobble } from '../assess/builders.ts';

const ASOF = day('2026-08-28');
const CYCLE = { start: day('2026-07-01'), end: day('2026-09-30') };
const metric: Metric = {
  id: 'm1',
  name: 'Price',
  datasetId: 'd1',
  column: 'p',
  role: 'actual',
  denominator: null,
  filters: [],
  aggregation: 'mean',
  accrual: 'ratio',
  unit: null,
  grain: 'week',
};
/** 16 weeks before July, then eight since; the last week ends on 30 August. */
const weeks = (since: number, count = 24) =>
  series(
    Array.from({ length: count }, (_, i) => (i < 16 ? 50 : since) + 0.5 * wobble(i)),
    { first: '2026-03-16', accrual: 'ratio' },
  );
const codes = (standing: Partial<MetricStanding>, proposals: readonly MetricProposal[] = [], asOf = ASOF) =>
  metricReview({ metric, series: weeks(50), serves: false, ...standing }, { conflicts: [], proposals }, CYCLE, asOf).reasons.map(
    ({ code }) => code,
  );

describe('a KPI is talked about', () => {
  it('when it moved by more than its noise and serves nothing', () => {
    expect(codes({ series: weeks(60) })).toEqual(['moved-unserved']);
    expect(codes({ series: weeks(60), serves: true })).toEqual([]);
    expect(codes({})).toEqual([]);
  });

  it('when its figures are older than twice their time, or the time of looking at it, and no key result says so', () => {
    const until = (count: number, more: Partial<Metric> = {}) => codes({ series: weeks(50, count), metric: { ...metric, ...more } });
    // 22 weeks end on 16 August, 21 on the 9th.
    expect(until(22)).toEqual([]);
    expect(until(21)).toEqual(['metric-stale']);
    expect(until(21, { monitoring: 'month' })).toEqual([]);
    expect(codes({ series: weeks(50, 21), serves: true })).toEqual([]);
    expect(codes({ series: null })).toEqual([]);
  });

  it('while a change of it is proposed', () => {
    const proposal: MetricProposal = {
      id: 'p1',
      metricId: 'm1',
      name: 'Price',
      day: ASOF - 3,
      by: 'Ann',
      change: 'net price',
      reason: 'returns',
      state: 'open',
      decidedOn: null,
      approver: '',
      answer: '',
    };
    expect(codes({}, [proposal])).toEqual(['proposal']);
    expect(codes({}, [{ ...proposal, metricId: 'm2' }])).toEqual([]);
    expect(codes({}, [proposal], ASOF - 4)).toEqual([]);
    expect(codes({}, [{ ...proposal, state: 'accepted', decidedOn: ASOF }])).toEqual([]);
    // On the day before it was accepted it was open still.
    expect(codes({}, [{ ...proposal, state: 'accepted', decidedOn: ASOF }], ASOF - 1)).toEqual(['proposal']);
  });
});
