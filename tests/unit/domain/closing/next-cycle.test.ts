import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../src/domain/apply-command.ts';
import { assessOn } from '../../../../src/domain/assess-on.ts';
import { isoOf } from '../../../../src/domain/calendar.ts';
import { carriedGoal, carriedOf, nextCycleCommands, proposeCycle } from '../../../../src/domain/next-cycle.ts';
import { nextCycleName } from '../../../../src/domain/next-cycle-name.ts';
import type { KeyResult, Objective, Reading } from '../../../../src/domain/objective.ts';
import type { Series } from '../../../../src/domain/series.ts';
import { emptyWorkspace, type Workspace } from '../../../../src/domain/workspace.ts';
import { day, keepAtLeast, keyResult, reach, series, wobble } from '../assess/builders.ts';

it.each([
  ['2026 Q3', '2026 Q4'],
  ['2026 Q4', '2027 Q1'],
  ['Q4 2026', 'Q1 2027'],
  ['FY26 Q4', 'FY27 Q1'],
  ['2026 年第三季度', '2026 年第四季度'],
  ['2026年第四季度', '2027年第一季度'],
  ['2026 年第 4 季', '2027 年第 1 季'],
  ['2026 上半年', '2026 下半年'],
  ['2026年下半年', '2027年上半年'],
  ['FY26 H2', 'FY27 H1'],
  ['2026', '2027'],
  ['2026 年度', '2027 年度'],
  ['2026年12月', '2027年1月'],
  ['The big push', ''],
])('after %s comes %s', (name, next) => expect(nextCycleName(name)).toBe(next));

it.each([
  ['2026-07-01', '2026-09-30', '2026-10-01', '2026-12-31'],
  ['2026-10-01', '2026-12-31', '2027-01-01', '2027-03-31'],
  // A fiscal year that begins in April, a quarter that begins in mid-month, a year.
  ['2026-04-01', '2027-03-31', '2027-04-01', '2028-03-31'],
  ['2026-07-16', '2026-10-15', '2026-10-16', '2027-01-15'],
  // Six weeks.
  ['2026-07-06', '2026-08-16', '2026-08-17', '2026-09-27'],
])('the cycle after %s to %s is %s to %s', (start, end, nextStart, nextEnd) => {
  const next = proposeCycle({ id: 'c1', name: 'x', start: day(start), end: day(end) }, ['c1']);
  expect([next.id, isoOf(next.start), isoOf(next.end)]).toEqual(['c2', nextStart, nextEnd]);
});

const END = day('2026-10-02');
const NEXT = day('2026-10-01');
const carry = (row: KeyResult, figures: Series | null) =>
  carriedOf({ keyResult: row, series: figures, assessment: assessOn({ keyResult: row, series: figures, asOf: END }), asOf: END }, NEXT);
const read = (kind: 'latest' | 'sum' | 'mean'): Reading => ({ kind });

describe('the baseline that is proposed', () => {
  it('of a level is that of the figures so far, not the last reading; the target goes the same step on', () => {
    const noisy = series([10, 12, 14, 16, 18, 20, 20, 20, 20, 20, 20, 26].map((value, i) => value + 0.3 * wobble(i)));
    const { basis, baseline, target } = carry(keyResult(reach(10, 40)), noisy);
    expect(basis).toBe('level');
    expect(baseline).toBeGreaterThan(19);
    expect(baseline).toBeLessThan(25.5);
    expect(target).toBeCloseTo(baseline! + 30, 2);
  });

  it('knows nothing of figures that came later', () => {
    const figures = [10, 11, 12, 13, 14, 15];
    const now = series([...figures, ...Array.from({ length: 12 }, () => 99)]);
    const asOf = day('2026-08-13');
    const row = keyResult(reach(10, 40));
    const input = (all: Series) => ({ keyResult: row, series: all, assessment: assessOn({ keyResult: row, series: all, asOf }), asOf });
    expect(carriedOf(input(now), NEXT)).toEqual(carriedOf(input(series(figures)), NEXT));
  });

  it('of what is summed up is nothing, with the same amount as target', () => {
    const flow = series(
      Array.from({ length: 12 }, () => 70),
      { accrual: 'flow' },
    );
    expect(carry(keyResult(reach(0, 1000), read('sum')), flow)).toMatchObject({ basis: 'zero', baseline: 0, target: 1000 });
  });

  it('of a total that is to fall is this total, with the same share off', () => {
    const flow = series(
      Array.from({ length: 13 }, () => 10),
      { first: '2026-06-29', accrual: 'flow' },
    );
    const { basis, baseline, target } = carry(keyResult(reach(200, 150), read('sum')), flow);
    expect(basis).toBe('total');
    expect(target).toBeCloseTo(baseline! * 0.75, 3);
  });

  it('of a few check-ins is the last one; of none there is no proposal', () => {
    const manual = { kind: 'manual', baseline: 0, target: 10, stretch: null, plan: { kind: 'linear' } } as const;
    const checkIns = [{ id: 'n1', day: day('2026-09-01'), value: 6, confidence: null, note: '' }];
    expect(carry(keyResult(manual, undefined, { link: null, checkIns }), null)).toMatchObject({ basis: 'last', baseline: 6, target: 16 });
    expect(carry(keyResult(manual, undefined, { link: null }), null)).toMatchObject({ basis: null, baseline: null, target: null });
  });

  it('is not asked for where there is none', () => {
    expect(carry(keyResult(keepAtLeast(5)), series([5, 6]))).toMatchObject({ basis: null, baseline: null, target: null });
  });
});

describe('the goal of the next cycle', () => {
  it('takes the confirmed figures, moves the stretch along and begins with an even plan', () => {
    const goal = { ...reach(10, 40), stretch: 50, plan: { kind: 'phased', steps: [{ day: day('2026-08-01'), value: 20 }] } } as const;
    expect(carriedGoal(keyResult(goal), { baseline: 20, target: 45 }, NEXT)).toEqual({ ...reach(20, 45), stretch: 55 });
  });

  it('keeps the steps that are not done, without days that lie behind', () => {
    const step = (id: string, due: string | null, done = false) => ({
      id,
      title: id,
      weight: 1,
      due: due === null ? null : day(due),
      doneOn: done ? day('2026-08-01') : null,
    });
    const goal = {
      kind: 'milestones',
      milestones: [step('a', '2026-08-01', true), step('b', '2026-09-01'), step('c', '2026-10-20'), step('d', null)],
    } as const;
    const next = carriedGoal(keyResult(goal), null, NEXT);
    expect(next.kind === 'milestones' && next.milestones.map(({ id, due }) => [id, due && isoOf(due)])).toEqual([
      ['b', null],
      ['c', '2026-10-20'],
      ['d', null],
    ]);
  });
});

describe('beginning the next cycle', () => {
  const objective = (id: string, parentId: string | null = null, more: Partial<Objective> = {}): Objective => ({
    id,
    title: id,
    level: 'team',
    owner: '',
    parentId,
    cycleId: 'c1',
    ambition: 'committed',
    ...more,
  });
  const cycle = { id: 'c1', name: '2026 Q3', start: day('2026-07-01'), end: day('2026-09-30') };
  const k1 = keyResult(reach(10, 40), undefined, {
    id: 'k1',
    objectiveId: 'o3',
    limitsLockedOn: day('2026-08-01'),
    replaces: 'k0',
    checkIns: [{ id: 'n1', day: NEXT, value: null, confidence: 3, note: '' }],
    due: day('2026-09-15'),
  });
  const board: Workspace = {
    ...emptyWorkspace,
    cycles: [cycle],
    activeCycleId: 'c1',
    objectives: [
      objective('o1'),
      objective('o2', 'o1'),
      objective('o3', 'o2', {
        alignedWith: [
          { objectiveId: 'o1', note: 'x' },
          { objectiveId: 'o2', note: 'y' },
        ],
      }),
    ],
    keyResults: [k1, keyResult(keepAtLeast(5), undefined, { id: 'k2', objectiveId: 'o2' })],
  };
  const next = proposeCycle(cycle, ['c1']);
  const commands = nextCycleCommands(board, {
    from: cycle,
    next,
    objectives: new Set(['o1', 'o3']),
    carried: board.keyResults.map((row, i) => ({ keyResult: row, figures: i ? null : { baseline: 30, target: 60 } })),
  });
  const after = commands.reduce((state, command) => {
    const result = applyCommand(state, command);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }, board);

  it('copies the objectives that go on with their place in the tree, under new ids', () => {
    expect(after.activeCycleId).toBe('c2');
    const copies = after.objectives.filter(({ cycleId }) => cycleId === 'c2');
    expect(copies.map(({ id, title, parentId }) => [id, title, parentId])).toEqual([
      ['o4', 'o1', null],
      ['o5', 'o3', 'o4'],
    ]);
    expect(copies[1]?.alignedWith).toEqual([{ objectiveId: 'o4', note: 'x' }]);
  });

  it('carries key results whose objective goes on, with their link and where they come from', () => {
    const [copy, ...more] = after.keyResults.filter(({ carriedFrom }) => carriedFrom !== undefined);
    expect(more).toEqual([]);
    expect(copy).toEqual({
      ...keyResult(reach(30, 60), undefined, { id: 'k3', objectiveId: 'o5', start: NEXT, due: day('2026-12-16') }),
      carriedFrom: 'k1',
    });
  });

  it('leaves the old cycle as it was', () => {
    expect(after.objectives.slice(0, 3)).toEqual(board.objectives);
    expect(after.keyResults.slice(0, 2)).toEqual(board.keyResults);
  });
});
