import { describe, expect, it } from 'vitest';
import { dayOf, type Grain } from '../../../src/domain/calendar.ts';
import { fourParts, newestOf, overdueBy, standingOf, type Part } from '../../../src/domain/four-parts.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import type { Goal, KeyResult, Reading } from '../../../src/domain/objective.ts';
import type { Series } from '../../../src/domain/series.ts';

const START = dayOf(2026, 7, 1);
const END = dayOf(2026, 9, 30);
const metric = (more: Partial<Metric> = {}): Metric => ({
  id: 'm',
  name: 'M',
  datasetId: 'd',
  column: 'M',
  role: 'value',
  denominator: null,
  filters: [],
  aggregation: 'mean',
  accrual: 'ratio',
  unit: '%',
  grain: 'week',
  ...more,
});
const reader = (goal: Goal, reading: Reading['kind'] = 'latest', more: Partial<KeyResult> = {}): KeyResult => ({
  id: 'k',
  objectiveId: 'o',
  title: 'K',
  owner: '',
  weight: 1,
  start: START,
  due: END,
  unit: '%',
  goal,
  link: { metricId: 'm', reading: reading === 'rolling-mean' ? { kind: reading, periods: 3 } : { kind: reading } },
  checkIns: [],
  revisions: [],
  ...more,
});
const reach = (baseline: number, target: number): Goal => ({ kind: 'reach', baseline, target, stretch: null, plan: { kind: 'linear' } });
const keep: Goal = { kind: 'keep', atLeast: 0.85, atMost: null };
const series = (more: Partial<Series> = {}): Series => ({
  grain: 'week',
  accrual: 'ratio',
  unit: '%',
  points: [{ day: dayOf(2026, 8, 17), value: 0.8, cells: [] }],
  ...more,
});
const FRAME = { start: START, end: END };

describe('the four parts of a KPI', () => {
  const cases: readonly (readonly [string, Partial<Metric>, readonly KeyResult[], Series | null, readonly Part[]])[] = [
    ['a bare column', {}, [], series(), ['target', 'time-frame', 'monitoring']],
    ['a bare name', {}, [], null, ['target', 'time-frame', 'source', 'monitoring']],
    ['a source without a figure', {}, [], series({ points: [] }), ['target', 'time-frame', 'source', 'monitoring']],
    ['everything said of itself', { target: { atLeast: 1, atMost: null }, timeFrame: FRAME, monitoring: 'week' }, [], series(), []],
    [
      'a target with no bound is none',
      { target: { atLeast: null, atMost: null }, timeFrame: FRAME, monitoring: 'week' },
      [],
      series(),
      ['target'],
    ],
    ['everything from a key result', {}, [reader(keep)], series(), []],
    ['a key result, but no figures', {}, [reader(keep)], null, ['source', 'monitoring']],
    ['only the frequency is missing', { target: { atLeast: 1, atMost: null }, timeFrame: FRAME }, [], series(), ['monitoring']],
  ];
  it.each(cases)('%s', (_, more, readers, from, lacks) => {
    expect(fourParts(metric(more), readers, from).lacks).toEqual(lacks);
  });

  const targets: readonly (readonly [string, KeyResult, number | null, number | null, boolean])[] = [
    ['more is better', reader(reach(0.8, 0.9)), 0.9, null, true],
    ['less is better', reader(reach(0.05, 0.03)), null, 0.03, true],
    ['a limit', reader(keep), 0.85, null, true],
    ['a mean over time', reader(reach(1, 2), 'mean'), 2, null, true],
    ['a total is no target for one figure', reader(reach(0, 1000), 'sum'), 1000, null, false],
    ['nor is a share of periods', reader(reach(0.5, 0.9), 'share-inside'), 0.9, null, false],
  ];
  it.each(targets)('takes the target of its key result: %s', (_, keyResult, atLeast, atMost, each) => {
    expect(fourParts(metric(), [keyResult], series()).target).toMatchObject({ atLeast, atMost, each, origin: { kind: 'key-result' } });
  });

  it('what is said of the KPI itself goes first, the first key result next', () => {
    const readers = [reader(keep, 'latest', { id: 'first' }), reader(reach(0.1, 0.2), 'latest', { id: 'second', due: END + 90 })];
    const own = fourParts(metric({ target: { atLeast: null, atMost: 0.5 } }), readers, series());
    expect(own.target).toMatchObject({ atMost: 0.5, atLeast: null, origin: { kind: 'own' } });
    expect(own.timeFrame).toMatchObject({ end: END, origin: { keyResult: { id: 'first' } } });
    expect(own.monitoring).toMatchObject({ grain: 'week' });
  });

  const standings: readonly (readonly [string, KeyResult, number, number, ReturnType<typeof standingOf>])[] = [
    ['bounds are inclusive', reader(keep), 0.85, START, 'meets'],
    ['below a limit', reader(keep), 0.849, START, 'misses'],
    ['on the way to a target', reader(reach(0.8, 0.9)), 0.85, END, 'not-yet'],
    ['not there when the time is over', reader(reach(0.8, 0.9)), 0.85, END + 1, 'misses'],
    ['there before the end', reader(reach(0.8, 0.9)), 0.9, START, 'meets'],
    ['a total says nothing of one figure', reader(reach(0, 10), 'sum'), 5, START, null],
  ];
  it.each(standings)('holds the newest figure against its target: %s', (_, keyResult, value, asOf, expected) => {
    expect(standingOf(value, fourParts(metric(), [keyResult], series()), asOf)).toBe(expected);
  });

  it('holds every figure against a target of its own', () => {
    const own = fourParts(metric({ target: { atLeast: 0.5, atMost: null }, timeFrame: FRAME }), [reader(reach(0, 1))], series());
    expect([0.5, 0.4].map((value) => standingOf(value, own, START))).toEqual(['meets', 'misses']);
    expect(standingOf(1, fourParts(metric(), [], series()), START)).toBeNull();
  });
});

describe('the newest figure', () => {
  it('is the newest that was known on the day, through the end of its period', () => {
    const points = [series().points[0]!, { day: dayOf(2026, 8, 24), value: 0.9, cells: [] }];
    expect(newestOf(series({ points }), dayOf(2026, 8, 23))).toEqual({ value: 0.8, through: dayOf(2026, 8, 23) });
    expect(newestOf(series({ points }), dayOf(2026, 8, 26)), 'a period that is not over').toEqual({
      value: 0.9,
      through: dayOf(2026, 8, 26),
    });
    expect(newestOf(series({ accrual: 'level' }), dayOf(2026, 9, 1))?.through).toBe(dayOf(2026, 8, 17));
    expect(newestOf(series(), dayOf(2026, 8, 1))).toBeNull();
    expect(newestOf(null, 0)).toBeNull();
  });

  const ages: readonly (readonly [Grain, number, boolean])[] = [
    ['day', 4, false],
    ['day', 5, true],
    ['week', 10, false],
    ['week', 11, true],
    ['month', 45, false],
    ['month', 46, true],
    ['quarter', 136, false],
    ['quarter', 137, true],
  ];
  it.each(ages)('looked at every %s, is old after %i days: %s', (grain, age, old) => {
    expect(overdueBy(1000, grain, 1000 + age)).toBe(old ? age : null);
  });
});
