import { describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../src/domain/assess.ts';
import { addPeriods, type EpochDay } from '../../../src/domain/calendar.ts';
import { conflictsOf, type Conflict, type ConflictInput } from '../../../src/domain/conflicts.ts';
import { goodSideOf } from '../../../src/domain/good-side.ts';
import { courseOf } from '../../../src/domain/kpi-course.ts';
import type { Metric } from '../../../src/domain/metric.ts';
import type { Goal, KeyResult, Objective } from '../../../src/domain/objective.ts';
import type { Series } from '../../../src/domain/series.ts';
import { day, keepAtLeast, keyResult, reach, series, wobble } from './assess/builders.ts';

const ASOF = day('2026-09-07');
const objective: Objective = { id: 'o1', title: 'Grow', level: 'team', owner: '', parentId: null, cycleId: 'c1', ambition: 'committed' };
const metric = (id: string, more: Partial<Metric> = {}): Metric => ({
  id,
  name: id,
  datasetId: 'd1',
  column: 'value',
  role: 'actual',
  denominator: null,
  filters: [],
  aggregation: 'mean',
  accrual: 'ratio',
  unit: null,
  grain: 'week',
  ...more,
});

/** 16 weeks before July, then nine since, about a level with a small wobble. */
const weeks = (before: number, since: (i: number) => number, accrual: Series['accrual'] = 'ratio'): Series =>
  series(
    [
      ...Array.from({ length: 16 }, (_, i) => before + 0.5 * wobble(i)),
      ...Array.from({ length: 9 }, (_, i) => since(i) + 0.5 * wobble(i + 16)),
    ],
    {
      first: '2026-03-16',
      accrual,
    },
  );

interface Board {
  readonly metrics: readonly Metric[];
  readonly keyResults: readonly KeyResult[];
  readonly series: Readonly<Record<string, Series>>;
  readonly targets?: Readonly<Record<string, Series>>;
}
function run({ metrics, keyResults, series: all, targets = {} }: Board): readonly Conflict[] {
  const input: ConflictInput = {
    objectives: [objective],
    metrics,
    standings: keyResults.map((one) => ({
      keyResult: one,
      assessment: assessKeyResult({ keyResult: one, series: all[one.link?.metricId ?? ''] ?? null, asOf: ASOF }),
    })),
    seriesOf: ({ id }) => all[id] ?? null,
    targetsOf: ({ id }) => targets[id] ?? null,
    asOf: ASOF,
  };
  const work = conflictsOf(input);
  for (let next = work.next(); ; next = work.next()) if (next.done) return next.value;
}
const kr = (id: string, goal: Goal, metricId: string | null = 'm1'): KeyResult =>
  keyResult(goal, { kind: 'latest' }, { id, title: id, link: metricId === null ? null : { metricId, reading: { kind: 'latest' } } });
const steps = (id: string, ...all: readonly (readonly [due: string, done: boolean])[]): KeyResult =>
  kr(
    id,
    {
      kind: 'milestones',
      milestones: all.map(([due, done], i) => ({
        id: `${i}`,
        title: `step ${i}`,
        weight: 1,
        due: day(due),
        doneOn: done ? day(due) - 1 : null,
      })),
    },
    null,
  );
const kinds = (found: readonly Conflict[]) => found.map(({ kind }) => kind);

describe('a KPI that improves while its key result drifts', () => {
  const slow = weeks(40, (i) => 40 + 0.6 * i);
  it('is told: better by more than its noise, but too slow', () => {
    const [conflict] = run({ metrics: [metric('m1')], keyResults: [kr('k1', reach(40, 60))], series: { m1: slow } });
    expect(conflict).toMatchObject({ kind: 'improves-yet-drifts', metric: { id: 'm1' } });
    expect(conflict!.keyResults.map(({ id }) => id)).toEqual(['k1']);
    const { course } = conflict as Extract<Conflict, { kind: 'improves-yet-drifts' }>;
    expect(course!.from).toBeCloseTo(40, 0);
    expect(course!.to).toBeGreaterThan(43);
  });
  it('works for goals that fall', () => {
    const falling = weeks(40, (i) => 40 - 0.6 * i);
    expect(kinds(run({ metrics: [metric('m1')], keyResults: [kr('k1', reach(40, 20))], series: { m1: falling } }))).toEqual([
      'improves-yet-drifts',
    ]);
  });
  it('is not told where the KPI stands still, moves the wrong way, or nothing drifts', () => {
    const still = weeks(40, () => 40);
    const back = weeks(40, (i) => 40 - 0.6 * i);
    const quick = weeks(40, (i) => 40 + 1.7 * (i + 2));
    for (const one of [still, back, quick])
      expect(run({ metrics: [metric('m1')], keyResults: [kr('k1', reach(40, 60))], series: { m1: one } })).toEqual([]);
  });
  it('is not told of a KPI that is better than before but jumped back', () => {
    const jumped = weeks(48, (i) => (i < 5 ? 46 - 2.8 * i : 43));
    const one = kr('k1', reach(48, 24));
    expect(assessKeyResult({ keyResult: one, series: jumped, asOf: ASOF })).toMatchObject({ status: 'off-track', verdict: 'level-shift' });
    expect(run({ metrics: [metric('m1')], keyResults: [one], series: { m1: jumped } })).toEqual([]);
  });
  it('is told where the KPI meets the target of its own file, which asks for less', () => {
    const still = weeks(40, () => 40);
    const own = series(
      Array.from({ length: 25 }, () => 39),
      { first: '2026-03-16', accrual: 'ratio' },
    );
    const found = run({ metrics: [metric('m1')], keyResults: [kr('k1', reach(40, 60))], series: { m1: still }, targets: { m1: own } });
    expect(found).toMatchObject([{ kind: 'improves-yet-drifts', course: null }]);
  });
});

describe('a KPI that gets worse while its key results are fine', () => {
  it('is told of a limit that is still kept', () => {
    const sinking = weeks(60, (i) => 60 - 0.6 * i);
    const found = run({ metrics: [metric('m1')], keyResults: [kr('k1', keepAtLeast(50))], series: { m1: sinking } });
    expect(found).toMatchObject([{ kind: 'worsens-unseen', metric: { id: 'm1' } }]);
  });
  it('is told of a total that is reached while the amounts fall', () => {
    const amounts = weeks(60, (i) => (i < 4 ? 70 : 45 - i), 'flow');
    const total = keyResult(reach(0, 400), { kind: 'sum' }, { id: 'k1', title: 'k1' });
    expect(assessKeyResult({ keyResult: total, series: amounts, asOf: ASOF }).status).toBe('achieved');
    expect(
      kinds(run({ metrics: [metric('m1', { accrual: 'flow', aggregation: 'sum' })], keyResults: [total], series: { m1: amounts } })),
    ).toEqual(['worsens-unseen']);
  });
  it('is told of a whole that falls while the part that is read rises', () => {
    const whole = metric('whole');
    const part = metric('part', { filters: [{ dimension: 'region', values: ['East'] }] });
    const other = metric('other', { column: 'another' });
    const board: Board = {
      metrics: [whole, part, other],
      keyResults: [kr('k1', reach(40, 60), 'part')],
      series: { whole: weeks(60, (i) => 60 - 0.6 * i), part: weeks(40, (i) => 40 + 1.7 * (i + 2)), other: weeks(60, (i) => 60 - 0.6 * i) },
    };
    const found = run(board);
    expect(found).toMatchObject([{ kind: 'worsens-unseen', metric: { id: 'whole' } }]);
    expect(found[0]!.keyResults.map(({ id }) => id)).toEqual(['k1']);
  });
  it('is told where the KPI misses the target of its own file', () => {
    const still = weeks(60, () => 60);
    const own = series(
      Array.from({ length: 25 }, () => 64),
      { first: '2026-03-16', accrual: 'ratio' },
    );
    const found = run({ metrics: [metric('m1')], keyResults: [kr('k1', keepAtLeast(50))], series: { m1: still }, targets: { m1: own } });
    expect(found).toMatchObject([{ kind: 'worsens-unseen', course: null }]);
  });
  it('is not told where one of its key results says so already, where no side is good, or of noise', () => {
    const sinking = weeks(60, (i) => 60 - 0.8 * i);
    const m = [metric('m1')];
    expect(run({ metrics: m, keyResults: [kr('k1', keepAtLeast(50)), kr('k2', keepAtLeast(58))], series: { m1: sinking } })).toEqual([]);
    expect(run({ metrics: m, keyResults: [kr('k1', { kind: 'keep', atLeast: 40, atMost: 70 })], series: { m1: sinking } })).toEqual([]);
    expect(run({ metrics: m, keyResults: [kr('k1', keepAtLeast(50))], series: { m1: weeks(60, () => 60) } })).toEqual([]);
  });
});

describe('work and numbers of one objective', () => {
  const still = { m1: weeks(40, () => 40) };
  const quick = { m1: weeks(40, (i) => 40 + 1.7 * (i + 2)) };
  const number = kr('k1', reach(40, 60));
  it('the work is done, the number does not move', () => {
    const found = run({
      metrics: [metric('m1')],
      keyResults: [steps('s1', ['2026-08-01', true], ['2026-09-20', false]), number],
      series: still,
    });
    expect(found).toMatchObject([{ kind: 'steps-without-numbers', objective: { id: 'o1' } }]);
  });
  it('the number moves, the work is overdue', () => {
    const found = run({
      metrics: [metric('m1')],
      keyResults: [steps('s1', ['2026-08-01', false], ['2026-09-20', false]), number],
      series: quick,
    });
    expect(found).toMatchObject([{ kind: 'numbers-without-steps' }]);
  });
  it('both go well, both go badly, or no work has begun: nothing to say', () => {
    const done = steps('s1', ['2026-08-01', true]);
    const late = steps('s1', ['2026-08-01', false]);
    const ahead = steps('s1', ['2026-09-20', false]);
    for (const [work, all] of [
      [done, quick],
      [late, still],
      [ahead, still],
    ] as const)
      expect(run({ metrics: [metric('m1')], keyResults: [work, number], series: all })).toEqual([]);
  });
});

it('names a conflict the same at every look, so that it stays silenced', () => {
  const board: Board = { metrics: [metric('m1')], keyResults: [kr('k1', reach(40, 60))], series: { m1: weeks(40, (i) => 40 + 0.6 * i) } };
  expect(run(board)[0]!.key).toBe(run(board)[0]!.key);
  expect(run({ ...board, keyResults: [kr('k2', reach(40, 60))] })[0]!.key).not.toBe(run(board)[0]!.key);
});

it('knows which way is good', () => {
  expect([reach(1, 2), reach(2, 1), keepAtLeast(1), { kind: 'keep', atLeast: null, atMost: 1 } as Goal].map(goodSideOf)).toEqual([
    1, -1, 1, -1,
  ]);
  expect(goodSideOf({ kind: 'keep', atLeast: 0, atMost: 1 })).toBe(0);
});

describe('the course of a KPI is quiet on noise', () => {
  const START = day('2026-07-01');
  let seed = 20_260_701;
  const uniform = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const gauss = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  function noise(n: number, phi: number): number[] {
    let x = gauss();
    return Array.from({ length: n }, () => (x = phi * x + Math.sqrt(1 - phi * phi) * gauss()));
  }
  /** Share of KPIs said to have fallen, that fall by `size` σ a week after the start. */
  function fallen(phi: number, before: number, since: number, size: number, runs: number): number {
    let count = 0;
    for (let r = 0; r < runs; r++) {
      const first: EpochDay = addPeriods(day('2026-07-06'), 'week', -before);
      const values = noise(before + since, phi).map((e, i) => 100 + 5 * (e - (i > before ? size : 0)));
      const points = values.map((value, i) => ({ day: addPeriods(first, 'week', i), value, cells: [] }));
      const asOf = addPeriods(day('2026-07-06'), 'week', since) - 1;
      if (courseOf({ grain: 'week', accrual: 'ratio', unit: null, points }, START, day('2026-09-30'), asOf)?.moved === -1) count++;
    }
    return count / runs;
  }
  it.each([
    ['white', 0, 0.02],
    ['autocorrelated .5', 0.5, 0.03],
  ] as const)('%s noise without a change', (_, phi, most) => {
    for (const before of [8, 26]) for (const since of [5, 10]) expect(fallen(phi, before, since, 0, 250)).toBeLessThanOrEqual(most);
  });
  it.each([
    ['a limit with a target column near the level', keepAtLeast(92), 'ratio', 98],
    ['a total on plan with a target column', reach(0, 1300), 'flow', 100],
  ] as const)('%s is no conflict', (_, goal, accrual, target) => {
    for (const phi of [0, 0.5]) {
      let count = 0;
      for (let r = 0; r < 150; r++) {
        const first = '2026-03-16';
        const values = noise(24, phi).map((e) => 100 + 4 * e);
        const found = run({
          metrics: [metric('m1', { accrual, aggregation: 'sum' })],
          keyResults: [keyResult(goal, { kind: accrual === 'flow' ? 'sum' : 'latest' })],
          series: { m1: series(values, { first, accrual }) },
          targets: {
            m1: series(
              values.map(() => target),
              { first, accrual },
            ),
          },
        });
        if (found.length) count++;
      }
      expect(count / 150, `noise ${phi}`).toBeLessThanOrEqual(0.03);
    }
  });
  it('and finds a fall of three σ in eight weeks', () => expect(fallen(0.3, 26, 8, 3, 150)).toBeGreaterThan(0.7));
});
