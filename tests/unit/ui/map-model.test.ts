import { describe, expect, it } from 'vitest';
import type { Assessment, Status } from '../../../src/domain/assessment.ts';
import type { KeyResult, Objective } from '../../../src/domain/objective.ts';
import type { Assessed } from '../../../src/state/assessments.svelte.ts';
import { lanes } from '../../../src/picture/curves.ts';
import { alignedPairs, mapOf, nodesOf, openAtFirst } from '../../../src/picture/map-model.ts';

const objective = (id: string, level: Objective['level'], parentId: string | null, more: Partial<Objective> = {}): Objective => ({
  id,
  title: id,
  level,
  owner: `owner of ${id}`,
  parentId,
  cycleId: 'c',
  ambition: 'committed',
  ...more,
});
const row = (id: string, objectiveId: string, status: Status): Assessed => ({
  keyResult: { id, objectiveId, title: id, owner: '', weight: 1, link: { metricId: `m-${id}`, reading: { kind: 'latest' } } } as KeyResult,
  series: null,
  seriesError: null,
  events: [],
  assessment: { status, state: null, rollup: { progress: 0.4, expected: 0.5 } } as Assessment,
});
const boardOf = (objectives: readonly Objective[], rows: readonly Assessed[]) =>
  [
    { objectives, keyResults: rows.map(({ keyResult }) => keyResult), metrics: [], activeCycleId: 'c' },
    new Map(rows.map((one) => [one.keyResult.id, one])),
  ] as const;
const NONE = { status: null, owner: null, level: null };
const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);

describe('the map', () => {
  const objectives = [
    objective('top', 'company', null),
    objective('a', 'department', 'top'),
    objective('b', 'department', 'top'),
    objective('a1', 'team', 'a'),
    objective('lost', 'team', null),
    objective('foreign', 'team', 'gone'),
    objective('other', 'company', null, { cycleId: 'last' }),
  ];
  const rows = [row('k1', 'a1', 'off-track'), row('k2', 'b', 'on-track'), row('k3', 'lost', 'no-data')];

  it('hangs objectives below their parents and shows the worst of what is below', () => {
    const { roots } = mapOf(...boardOf(objectives, rows), NONE);
    expect(roots.map(({ objective: { id } }) => id)).toEqual(['top', 'lost', 'foreign']);
    expect(nodesOf(roots).map(({ objective: { id }, size }) => [id, size])).toEqual([
      ['top', 2],
      ['a', 1],
      ['a1', 1],
      ['b', 1],
      ['lost', 1],
      ['foreign', 0],
    ]);
    expect(roots[0]!.rollup.worstBelow).toBe('off-track');
  });

  it('counts branches where the tree divides, without what hangs in the air', () => {
    const { branches, worst } = mapOf(...boardOf(objectives, rows), NONE);
    expect(branches).toEqual({ all: 2, off: 1, risk: 0 });
    expect(worst?.id).toBe('a1');
  });

  it('finds what is loose: no parent, no key results, no data', () => {
    const { ends } = mapOf(...boardOf(objectives, rows), NONE);
    expect(ids(ends.orphans)).toEqual(['lost', 'foreign']);
    expect(ids(ends.withoutKeyResults)).toEqual(['foreign']);
    expect(ends.withoutData.map(({ keyResult }) => keyResult.id)).toEqual(['k3']);
  });

  it('calls nothing an orphan where the highest level of the board has no parents', () => {
    const teams = [objective('x', 'team', null), objective('y', 'team', null), objective('z', 'person', 'x')];
    expect(mapOf(...boardOf(teams, []), NONE).ends.orphans).toEqual([]);
  });

  it('leaves the way to what passes the filters, and counts the whole', () => {
    const model = mapOf(...boardOf(objectives, rows), { ...NONE, status: 'off-track' });
    expect(nodesOf(model.roots).map(({ objective: { id } }) => id)).toEqual(['top', 'a', 'a1']);
    expect(model.branches.all).toBe(2);
  });

  it('opens everything on a small map, on a large one the worst teams only', () => {
    const teams = Array.from({ length: 12 }, (_, i) => objective(`t${i}`, 'team', 'top'));
    const many = (each: number) =>
      teams.flatMap((team, i) =>
        Array.from({ length: each }, (_, k) => row(`${team.id}-${k}`, team.id, i === 7 ? 'off-track' : 'on-track')),
      );
    const opened = (each: number) => openAtFirst(mapOf(...boardOf([objectives[0]!, ...teams], many(each)), NONE).roots);
    expect(opened(3).size).toBe(13);
    expect(opened(4).size).toBe(5);
    expect(opened(4).has('t7')).toBe(true);
    expect(opened(4).has('top')).toBe(true);
  });

  it('draws a pair once, whichever side says so, with the notes of both', () => {
    const pairs = alignedPairs([
      objective('a', 'team', null, { alignedWith: [{ objectiveId: 'b', note: 'same supplier' }] }),
      objective('b', 'team', null, {
        alignedWith: [
          { objectiveId: 'a', note: 'raises returns' },
          { objectiveId: 'gone', note: '' },
        ],
      }),
    ]);
    expect(pairs.map(({ from, to, notes }) => [from.id, to.id, notes])).toEqual([['a', 'b', ['same supplier', 'raises returns']]]);
  });

  it('keeps curves and their notes apart', () => {
    const end = (y: number) => ({ x: 100, y, gap: null });
    const drawn = lanes(
      [
        { key: 'one', a: end(10), b: end(100), note: 'first' },
        { key: 'two', a: end(110), b: end(20), note: 'second' },
      ],
      400,
    );
    expect(new Set(drawn.map(({ path }) => path)).size).toBe(2);
    expect(drawn[1]!.y - drawn[0]!.y).toBeGreaterThanOrEqual(58);
    expect(drawn[0]!.path).toMatch(/^M100 10H.*H100$/);
  });
});
