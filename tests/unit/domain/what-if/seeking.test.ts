import { describe, expect, it } from 'vitest';
import { adoptablesOf, adoptionOf, withoutAdopted } from '../../../../src/domain/adopt.ts';
import { applyCommand } from '../../../../src/domain/apply-command.ts';
import { bestStretch } from '../../../../src/domain/best-stretch.ts';
import { frameOf } from '../../../../src/domain/frame.ts';
import { dueFor, paceFor, targetFor } from '../../../../src/domain/goal-seek.ts';
import { emptyWorkspace, type Adjustment, type Workspace } from '../../../../src/domain/workspace.ts';
import { prepare } from '../../../../src/domain/what-if.ts';
import { day, keepAtLeast, keyResult, reach, series } from '../assess/builders.ts';
import { asOf, climb, event, level, objective, sales, total, trial } from './boards.ts';

describe('asking backwards', () => {
  const cases = [
    ['a total that is behind', prepare({ keyResult: total(340), series: sales, asOf }), total(340)],
    ['a total that is ahead', prepare({ keyResult: total(200), series: sales, asOf }), total(200)],
    ['a level that is behind', prepare({ keyResult: climb(52), series: level, asOf }), climb(52)],
  ] as const;

  it.each(cases)('the pace that is found has the wanted chance: %s', (_, prepared) => {
    for (const wanted of [0.5, 0.8, 0.9]) {
      const pace = paceFor(prepared, {}, wanted)!;
      const chance = prepared.whatIf({ pace }).chance!;
      if (pace > 0) expect(chance).toBeCloseTo(wanted, 2);
      else expect(chance).toBeGreaterThanOrEqual(wanted);
    }
  });

  it.each(cases)('the target that is found has the wanted chance: %s', (_, prepared, { goal }) => {
    if (goal.kind !== 'reach') throw new Error('no target');
    for (const wanted of [0.5, 0.7, 0.9]) {
      const target = targetFor(prepared, {}, goal, wanted)!;
      expect(prepared.whatIf({ goal: { ...goal, target } }).chance).toBeCloseTo(wanted, 2);
    }
  });

  it('the limit of a goal to keep', () => {
    const keep = keyResult(keepAtLeast(45), { kind: 'latest' }, { start: day('2026-06-28'), due: day('2026-10-04') });
    const prepared = prepare({ keyResult: keep, series: level, asOf });
    const atLeast = targetFor(prepared, {}, keep.goal, 0.9)!;
    expect(prepared.whatIf({ goal: keepAtLeast(atLeast) }).chance).toBeCloseTo(0.9, 2);
  });

  it('the date: not a day earlier is enough', () => {
    const one = total(340);
    const prepared = prepare({ keyResult: one, series: sales, asOf });
    const due = dueFor(prepared, {}, [one.due, asOf + 1], 0.8)!;
    expect(due).toBeGreaterThan(one.due);
    expect(prepared.whatIf({ due }).chance).toBeGreaterThanOrEqual(0.8);
    expect(prepared.whatIf({ due: due - 8 }).chance).toBeLessThan(0.8);
  });

  it('says so where nothing in reach brings it', () => {
    const flat = series(
      Array.from({ length: 20 }, () => 41),
      { first: '2026-04-12' },
    );
    const stuck = prepare({ keyResult: climb(400), series: flat, asOf });
    expect(dueFor(stuck, {}, [climb(400).due, asOf + 1], 0.8)).toBeNull();
    expect(paceFor(stuck, {}, 0.8)).toBeNull();
  });
});

describe('the glidepath', () => {
  it('fills a total up, the week that runs by what is left of it', () => {
    const on = day('2026-08-26');
    const half = { ...sales, points: [...sales.points, { day: day('2026-08-24'), value: 8, cells: [] }] };
    const path = prepare({ keyResult: total(340), series: half, asOf: on }).glidepath({});
    const done = half.points.slice(12).reduce((sum, { value }) => sum + value, 0);
    expect(path.map(({ first }) => first)[0]).toBe(day('2026-08-24'));
    expect(path.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(340 - done, 9);
    expect(path[0]!.value / path[1]!.value).toBeCloseTo(4 / 7, 9);
    expect(path.slice(1).every(({ value }) => Math.abs(value - path[1]!.value) < 1e-9)).toBe(true);
  });

  it('leads a level from where it stands to the target, by the plan where it has steps', () => {
    const straight = prepare({ keyResult: climb(52), series: level, asOf }).glidepath({});
    expect(straight.at(-1)!.value).toBeCloseTo(52, 9);
    const steps = straight.map(({ value }, i) => value - (straight[i - 1]?.value ?? NaN)).slice(1);
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 6);
    const late = { ...reach(41, 52), plan: { kind: 'phased' as const, steps: [{ day: day('2026-09-20'), value: 42 }] } };
    const phased = prepare({ keyResult: climb(52, { goal: late }), series: level, asOf }).glidepath({});
    expect(phased.at(-1)!.value).toBeCloseTo(52, 9);
    expect(phased[0]!.value).toBeLessThan(straight[0]!.value);
  });

  it('follows a target that is only tried', () => {
    const path = prepare({ keyResult: climb(52), series: level, asOf }).glidepath({ goal: reach(41, 60), due: day('2026-09-06') });
    expect(path.map(({ value }) => value).at(-1)).toBeCloseTo(60, 9);
    expect(path).toHaveLength(2);
  });

  it('has nothing to say of a goal to keep', () => {
    expect(prepare({ keyResult: keyResult(keepAtLeast(45)), series: level, asOf }).glidepath({})).toEqual([]);
  });
});

describe('the best stretch there was', () => {
  const frame = (values: (number | null)[], one = total(340)) =>
    frameOf({ keyResult: one, series: series(values, { first: '2026-04-06', accrual: 'flow' }), asOf })!;

  it('is the best mean of four in a row, whenever that was', () => {
    expect(bestStretch(frame([1, 9, 9, 9, 9, 1, 2, 3]))).toMatchObject({
      perPeriod: 9,
      periods: 4,
      first: day('2026-04-13'),
      last: day('2026-05-10'),
    });
  });

  it('is the lowest where less is wanted', () => {
    const falling = keyResult(reach(100, 20), { kind: 'sum' }, { start: day('2026-06-29'), due: day('2026-10-04') });
    expect(bestStretch(frame([9, 1, 1, 1, 1, 9, 9, 9], falling))!.perPeriod).toBe(1);
  });

  it('does not reach over a hole', () => {
    expect(bestStretch(frame([9, 9, null, 9, 9, 1, 1, 1, 1]))!.perPeriod).toBe((9 + 9 + 1 + 1) / 4);
    expect(bestStretch(frame([9, 9]))).toBeNull();
  });

  it('of a level is the fastest change over four periods', () => {
    const found = bestStretch(
      frameOf({ keyResult: climb(60), series: series([40, 41, 43, 46, 50, 50, 50], { first: '2026-04-12' }), asOf })!,
    );
    expect(found).toMatchObject({ perPeriod: 2.5, first: day('2026-04-12'), last: day('2026-05-10') });
  });
});

describe('adopting', () => {
  const board: Workspace = {
    ...emptyWorkspace,
    objectives: [objective('o1')],
    keyResults: [total(340, { id: 'a' }), climb(52, { id: 'b' }), climb(60, { id: 'c' })],
  };
  const adjustments: readonly Adjustment[] = [
    { keyResultId: 'a', goal: reach(0, 300), pace: 1.2, weight: 2 },
    { keyResultId: 'b', dropped: true, due: day('2026-12-31') },
    { keyResultId: 'c', nextValues: [50] },
  ];
  const all = trial({
    adjustments: new Map(adjustments.map((one) => [one.keyResultId, one])),
    events: [event({})],
    added: [climb(50, { id: 'b', title: 'New' })],
  });
  const ruling = { day: asOf, reason: 'supplier left', approver: 'Li' };

  it('makes revisions of what changes goals, keeps wishes, and gives ids anew where they are taken', () => {
    const list = adoptablesOf(all);
    expect(list.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['revise a', 'drop b', 'add b', 'event e1']);
    const after = adoptionOf(list, ruling, { keyResults: ['a', 'b', 'c'], events: ['e1'] }).reduce((workspace, command) => {
      const result = applyCommand(workspace, command);
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    }, board);
    const [a, b, c, added] = after.keyResults;
    expect(a).toMatchObject({ weight: 2, goal: { target: 300 }, revisions: [{ ...ruling, before: { goal: { target: 340 }, weight: 1 } }] });
    expect(b).toMatchObject({ dropped: ruling, due: board.keyResults[1]!.due });
    expect(c).toBe(board.keyResults[2]);
    expect(added).toMatchObject({ title: 'New', added: ruling });
    expect(new Set(after.keyResults.map(({ id }) => id)).size).toBe(4);
    expect(after.events).toMatchObject([{ name: 'price', notedOn: asOf }]);
  });

  it('leaves the rest and the wishes to be played with', () => {
    const list = adoptablesOf(all);
    expect(withoutAdopted(all, list)).toEqual(
      trial({
        adjustments: new Map<string, Adjustment>([
          ['a', { keyResultId: 'a', pace: 1.2 }],
          ['c', { keyResultId: 'c', nextValues: [50] }],
        ]),
      }),
    );
    expect(withoutAdopted(all, [])).toEqual(all);
  });
});
