import { describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import type { MetricEvent } from '../../../../src/domain/metric-event.ts';
import type { KeyResult } from '../../../../src/domain/objective.ts';
import type { Series } from '../../../../src/domain/series.ts';
import { prepare } from '../../../../src/domain/what-if.ts';
import { day } from '../assess/builders.ts';
import { asOf, climb, event, level, sales, total } from './boards.ts';

const forecast = (keyResult: KeyResult, series: Series, events: readonly MetricEvent[], on = asOf) => {
  const { forecast: found, chance } = assessKeyResult({ keyResult, series, asOf: on, events });
  return { ...found!, chance: chance! };
};
/** Six weeks to come: from 24 August to 4 October. */
const share = (by: number): MetricEvent['size'] => ({ kind: 'share', by });
const amount = (by: number): MetricEvent['size'] => ({ kind: 'amount', by });

describe('headwinds and tailwinds on a total', () => {
  const plain = forecast(total(290), sales, []);
  const toCome = plain.p50 - sales.points.slice(-8).reduce((sum, { value }) => sum + value, 0);
  const cases: readonly (readonly [string, Partial<MetricEvent>, number])[] = [
    ['an amount lost in each of the last four weeks', { size: amount(-3) }, -12],
    ['an amount gained once', { lasting: false, size: amount(30) }, 30],
    ['from the middle of a week on, that week in part', { day: day('2026-09-10'), size: amount(-7) }, -4 - 21],
    ['a tenth less in the last four weeks of six', { size: share(-0.1) }, -0.1 * toCome * (4 / 6)],
    ['a tenth less in one week', { lasting: false, size: share(-0.1) }, -0.1 * toCome * (1 / 6)],
  ];
  it.each(cases)('%s', (_, more, shift) => {
    expect(forecast(total(290), sales, [event(more)]).p50 - plain.p50).toBeCloseTo(shift, 0);
  });

  it('an amount leaves the spread, a share moves it', () => {
    const width = ({ p10, p90 }: { p10: number; p90: number }) => p90 - p10;
    expect(width(forecast(total(290), sales, [event({})]))).toBeCloseTo(width(plain), 6);
    expect(width(forecast(total(290), sales, [event({ day: day('2026-08-24'), size: share(-0.5) })]))).toBeCloseTo(width(plain) / 2, 6);
  });

  it('comes on top of a pace: what is sold faster is lost faster', () => {
    const prepared = prepare({ keyResult: total(290), series: sales, asOf });
    const [at, lost] = [prepared.whatIf({ pace: 2 }), prepared.whatIf({ pace: 2, events: [event({ size: share(-0.1) })] })];
    expect(lost.forecast!.p50 - at.forecast!.p50).toBeCloseTo(-0.1 * 2 * toCome * (4 / 6), 0);
  });
});

describe('headwinds and tailwinds on a level', () => {
  const plain = forecast(climb(46), level, []);
  const cases: readonly (readonly [string, Partial<MetricEvent>, (value: number) => number])[] = [
    ['a lasting amount stays until the due date', { size: amount(1.4) }, (value) => value + 1.4],
    ['a share of the level', { size: share(-0.1) }, (value) => 0.9 * value],
    ['what comes and goes before the due date is gone by then', { lasting: false, size: amount(1.4) }, (value) => value],
    [
      'what comes in the last week is there on the due date',
      { lasting: false, day: day('2026-10-02'), size: amount(1.4) },
      (value) => value + 1.4,
    ],
    ['what begins after the due date', { day: day('2026-10-05'), size: amount(1.4) }, (value) => value],
    ['what the figures know already', { day: day('2026-08-16'), size: amount(1.4) }, (value) => value],
    ['what nobody had written down by that day', { notedOn: asOf + 1, size: amount(1.4) }, (value) => value],
  ];
  it.each(cases)('%s', (_, more, moved) => {
    const found = forecast(climb(46), level, [event(more)]);
    for (const p of ['p10', 'p50', 'p90'] as const) expect(found[p]).toBeCloseTo(moved(plain[p]), 6);
  });

  it('moves the chance with it, and two events add up in the order of their days', () => {
    const up = forecast(climb(49), level, [event({ size: amount(1.4) })]);
    expect(up.chance).toBeGreaterThan(forecast(climb(49), level, []).chance + 0.1);
    const both = forecast(climb(46), level, [event({ id: 'e2', size: share(-0.1), day: day('2026-09-21') }), event({ size: amount(2) })]);
    expect(both.p50).toBeCloseTo(0.9 * (plain.p50 + 2), 6);
  });

  it('arrives in a rolling mean as far as it is in its periods', () => {
    const rolling = climb(46, { link: { metricId: 'm1', reading: { kind: 'rolling-mean', periods: 4 } } });
    const late = event({ day: day('2026-09-25'), size: amount(2) });
    expect(forecast(rolling, level, [late]).p50 - forecast(rolling, level, []).p50).toBeCloseTo(2 * (2 / 4), 6);
  });
});
