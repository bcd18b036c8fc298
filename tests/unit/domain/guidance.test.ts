import { describe, expect, it } from 'vitest';
import { addPeriods, dayOf } from '../../../src/domain/calendar.ts';
import { guidanceOf, isAbout, type GuidanceInput, type Warning, type WarningCode } from '../../../src/domain/guidance.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import type { Goal, KeyResult, Objective, Reading } from '../../../src/domain/objective.ts';
import type { Series } from '../../../src/domain/series.ts';

const START = dayOf(2026, 7, 1);
const END = dayOf(2026, 9, 30);
const TODAY = dayOf(2026, 8, 24);
const cycle = { id: 'c', name: 'Q3', start: START, end: END };
const objective = (id: string, more: Partial<Objective> = {}): Objective => ({
  id,
  title: id,
  level: 'department',
  owner: '',
  parentId: null,
  cycleId: 'c',
  ambition: 'committed',
  ...more,
});
const reach = (baseline: number, target: number): Goal => ({ kind: 'reach', baseline, target, stretch: null, plan: { kind: 'linear' } });
const keyResult = (id: string, more: Partial<KeyResult> = {}): KeyResult => ({
  id,
  objectiveId: 'o',
  title: id,
  owner: '',
  weight: 1,
  start: START,
  due: END,
  unit: null,
  goal: reach(10, 20),
  link: { metricId: `m-${id}`, reading: { kind: 'latest' } },
  checkIns: [],
  revisions: [],
  ...more,
});
const metric = (id: string, more: Partial<Metric> = {}): Metric => ({
  id,
  name: id,
  datasetId: 'd',
  column: id,
  role: 'value',
  denominator: null,
  filters: [],
  aggregation: 'mean',
  accrual: 'ratio',
  unit: null,
  grain: 'week',
  ...more,
});
/** Weekly figures at one level, the last week ending on 23 August. */
const weekly = (level: number, weeks = 20, more: Partial<Series> = {}): Series => ({
  grain: 'week',
  accrual: 'ratio',
  unit: null,
  points: Array.from({ length: weeks }, (_, i) => ({
    day: addPeriods(dayOf(2026, 8, 17), 'week', i - weeks + 1),
    value: level * (1 + 0.01 * ((i % 3) - 1)),
    cells: [],
  })),
  ...more,
});

/** A board with nothing to warn of: two key results, each with its KPI at 10. */
function calm(more: Partial<GuidanceInput> = {}): GuidanceInput {
  return {
    cycle,
    objectives: [objective('o')],
    keyResults: [keyResult('a'), keyResult('b')],
    metrics: [metric('m-a'), metric('m-b')],
    contributed: new Set(),
    seriesOf: () => weekly(10),
    asOf: TODAY,
    ...more,
  };
}
function warningsOf(input: GuidanceInput): readonly Warning[] {
  const work = guidanceOf(input);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const codesOf = (input: GuidanceInput) => warningsOf(input).map(({ code }) => code);
/** So many key results, each with a KPI of its own. */
const many = (count: number, of = 'o') => {
  const keyResults = Array.from({ length: count }, (_, i) => keyResult(`${of}${i}`, { objectiveId: of }));
  return { keyResults, metrics: keyResults.map(({ id }) => metric(`m-${id}`)) };
};
const withGoal = (goal: Goal, reading: Reading = { kind: 'latest' }) =>
  calm({ keyResults: [keyResult('a', { goal, link: { metricId: 'm-a', reading } }), keyResult('b')] });

describe('guidance', () => {
  it('has nothing to say of a board that is well made', () => {
    expect(warningsOf(calm())).toEqual([]);
  });

  describe('warns beyond each threshold, and not at it', () => {
    const owners = (count: number, level: Objective['level']) => {
      const objectives = Array.from({ length: count }, (_, i) => objective(`o${i}`, { level, owner: 'Ann' }));
      const some = objectives.map(({ id }) => many(2, id));
      return calm({ objectives, keyResults: some.flatMap((one) => one.keyResults), metrics: some.flatMap((one) => one.metrics) });
    };
    const step = (day: number) => ({ id: 's', title: 's', weight: 1, due: null, doneOn: day });
    const cases: readonly (readonly [string, GuidanceInput, readonly WarningCode[]])[] = [
      ['five objectives of one owner', owners(5, 'department'), []],
      ['six objectives of one owner', owners(6, 'department'), ['many-objectives']],
      ['three objectives of a team', owners(3, 'team'), []],
      ['four objectives of a team', owners(4, 'team'), ['many-objectives']],
      [
        'six objectives of nobody',
        { ...owners(6, 'team'), objectives: owners(6, 'team').objectives.map((o) => ({ ...o, owner: ' ' })) },
        [],
      ],
      ['one key result', calm({ keyResults: [keyResult('a')], metrics: [metric('m-a')] }), ['few-key-results']],
      ['five key results', calm(many(5)), []],
      ['six key results', calm(many(6)), ['many-key-results']],
      ['no key results', calm({ keyResults: [], metrics: [] }), ['no-key-results']],
      ['no key results, but objectives below', calm({ objectives: [objective('top'), objective('o', { parentId: 'top' })] }), []],
      ['80% of the weight', calm({ keyResults: [keyResult('a', { weight: 4 }), keyResult('b')] }), []],
      ['81% of the weight', calm({ keyResults: [keyResult('a', { weight: 4.3 }), keyResult('b')] }), ['heavy-weight']],
      ['a leap year', calm({ cycle: { ...cycle, end: START + 365 } }), []],
      ['a day more than that', calm({ cycle: { ...cycle, end: START + 366 } }), ['longer-than-a-year']],
      ['a key result that runs on', calm({ keyResults: [keyResult('a', { due: START + 400 }), keyResult('b')] }), ['longer-than-a-year']],
      [
        'a key result without a KPI',
        calm({ keyResults: [keyResult('a', { link: null }), keyResult('b')], metrics: [metric('m-b')] }),
        ['not-linked'],
      ],
      ['a KPI that is gone', calm({ metrics: [metric('m-b')] }), ['not-linked']],
      [
        'a checklist needs no KPI',
        calm({
          keyResults: [keyResult('a', { link: null, goal: { kind: 'milestones', milestones: [step(START)] } }), keyResult('b')],
          metrics: [metric('m-b')],
        }),
        [],
      ],
      [
        'a checklist that was done before it began',
        calm({
          keyResults: [keyResult('a', { link: null, goal: { kind: 'milestones', milestones: [step(START - 1)] } }), keyResult('b')],
          metrics: [metric('m-b')],
        }),
        ['met-at-start'],
      ],
      ['a baseline of 0 where the history is at 10', withGoal(reach(0, 20)), ['no-baseline']],
      ['a baseline of 0 that is near enough', { ...withGoal(reach(0, 200)), seriesOf: () => weekly(10) }, []],
      ['a total begins at 0', withGoal(reach(0, 20), { kind: 'sum' }), []],
      ['a target below the history that is to be reached', withGoal(reach(5, 8)), ['met-at-start']],
      ['a target above it', withGoal(reach(5, 12)), []],
      ['a falling target above the history', withGoal(reach(20, 12)), ['met-at-start']],
      ['a falling target below it', withGoal(reach(20, 8)), []],
      ['a limit that is kept already is no warning', withGoal({ kind: 'keep', atLeast: 5, atMost: null }), []],
      ['too little history to say', { ...withGoal(reach(0, 20)), seriesOf: () => weekly(10, 6) }, []],
      ['a KPI that serves nothing', calm({ metrics: [metric('m-a'), metric('m-b'), metric('idle')] }), ['serves-nothing']],
      [
        'a KPI that is taken apart serves, and lacks what it lacks',
        calm({ metrics: [metric('m-a'), metric('m-b'), metric('idle')], contributed: new Set(['idle']) }),
        ['lacks-parts'],
      ],
      ['a KPI without figures', calm({ seriesOf: ({ id }) => (id === 'm-a' ? null : weekly(10)) }), ['lacks-parts']],
      ['figures ten days old', calm({ asOf: dayOf(2026, 9, 2) }), []],
      ['figures eleven days old', calm({ asOf: dayOf(2026, 9, 3) }), ['old-data', 'old-data']],
      [
        'monthly is often enough',
        calm({ asOf: dayOf(2026, 9, 3), metrics: [metric('m-a', { monitoring: 'month' }), metric('m-b')] }),
        ['old-data'],
      ],
      [
        'nobody waits after the end',
        calm({ asOf: END + 60, keyResults: [keyResult('a', { due: dayOf(2026, 8, 31) }), keyResult('b', { due: dayOf(2026, 8, 31) })] }),
        [],
      ],
      [
        'two key results on one KPI',
        calm({
          keyResults: [keyResult('a'), keyResult('b', { link: { metricId: 'm-a', reading: { kind: 'latest' } } })],
          metrics: [metric('m-a')],
        }),
        ['same-base'],
      ],
      ['two KPIs on one column', calm({ metrics: [metric('m-a', { column: 'x' }), metric('m-b', { column: 'x' })] }), ['same-base']],
      [
        'one column, other filters',
        calm({
          metrics: [metric('m-a', { column: 'x' }), metric('m-b', { column: 'x', filters: [{ dimension: 'region', values: ['south'] }] })],
        }),
        [],
      ],
      [
        'one KPI, read in two ways',
        calm({
          keyResults: [keyResult('a'), keyResult('b', { link: { metricId: 'm-a', reading: { kind: 'mean' } } })],
          metrics: [metric('m-a')],
        }),
        [],
      ],
    ];
    it.each(cases)('%s', (_, input, codes) => expect(codesOf(input)).toEqual(codes));
  });

  it('says it with its numbers', () => {
    const [heavy] = warningsOf(calm({ keyResults: [keyResult('a', { weight: 9 }), keyResult('b')] }));
    expect(heavy).toMatchObject({ code: 'heavy-weight', share: 0.9, heaviest: { id: 'a' } });
    const [unset] = warningsOf(withGoal(reach(0, 20)));
    expect(unset?.code === 'no-baseline' && unset.level).toBeCloseTo(10, 0);
    const [idle] = warningsOf(calm({ metrics: [metric('m-a'), metric('m-b'), metric('idle')] }));
    expect(idle).toMatchObject({ lacks: ['target', 'time-frame', 'monitoring'] });
  });

  it('keeps the key of a warning while its numbers change, and gives each its own', () => {
    const keyAt = (asOf: number) => warningsOf(calm({ asOf })).map(({ key }) => key);
    expect(keyAt(dayOf(2026, 9, 3))).toEqual(keyAt(dayOf(2026, 9, 10)));
    expect(new Set(keyAt(dayOf(2026, 9, 3))).size).toBe(2);
  });

  it('knows which key results a warning is about', () => {
    const [same] = warningsOf(calm({ metrics: [metric('m-a', { column: 'x' }), metric('m-b', { column: 'x' })] }));
    expect(['a', 'b', 'c'].map((id) => isAbout(same!, id))).toEqual([true, true, false]);
  });
});
