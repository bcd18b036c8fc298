import { describe, expect, it } from 'vitest';
import { swingsOf } from '../../../../src/domain/tornado.ts';
import type { Adjustment } from '../../../../src/domain/workspace.ts';
import { series } from '../assess/builders.ts';
import { climb, event, level, objective, rowOf, sales, total, tried } from './boards.ts';

const company = objective('company', { countsChildren: true });
const team = objective('team', { parentId: 'company' });
const objectives = [company, team];
const a = rowOf(total(340, { id: 'a', objectiveId: 'company' }), sales);
const b = rowOf(climb(48, { id: 'b', objectiveId: 'team', weight: 3 }), level);
const c = rowOf(climb(60, { id: 'c', objectiveId: 'team' }), level);
const rows = [a, b, c];
const adjust = (...list: Adjustment[]) => ({ adjustments: new Map(list.map((one) => [one.keyResultId, one])) });
const end = (row: typeof a) => Math.min(1, Math.max(0, row.prepared.now.end!.mid));

describe('playing with a whole board', () => {
  const now = tried(objectives, rows);

  it('adds up where everything is expected to end, children in their parents', () => {
    const ofTeam = (3 * end(b) + end(c)) / 4;
    expect(now.then.byObjective.get('team')!.progress).toBeCloseTo(ofTeam, 10);
    expect(now.then.company.progress).toBeCloseTo((end(a) + ofTeam) / 2, 10);
    expect(now.then.company.progress).toBe(now.now.company.progress);
  });

  it('moves a key result, its objective, its parent and the company at once, and nothing else', () => {
    const faster = tried(objectives, rows, adjust({ keyResultId: 'b', pace: 0.5 }));
    const { now: before, then } = faster.rows.get('b')!;
    expect(then.end!.mid).toBeLessThan(before.end!.mid);
    for (const id of ['team', 'company'])
      expect(faster.then.byObjective.get(id)!.progress).toBeLessThan(faster.now.byObjective.get(id)!.progress!);
    expect(faster.then.company.progress).toBeLessThan(faster.now.company.progress!);
    expect(faster.rows.get('a')!.then).toBe(faster.rows.get('a')!.now);
    expect(faster.rows.get('a')!.touched).toBe(false);
  });

  it('a key result that is given up, weighed otherwise or new changes what is added up', () => {
    const without = tried(objectives, rows, adjust({ keyResultId: 'c', dropped: true }));
    expect(without.then.byObjective.get('team')!.progress).toBeCloseTo(end(b), 10);
    const reweighted = tried(objectives, rows, adjust({ keyResultId: 'c', weight: 9 }));
    expect(reweighted.then.byObjective.get('team')!.progress).toBeCloseTo((3 * end(b) + 9 * end(c)) / 12, 10);
    const d = rowOf(climb(43, { id: 'd', objectiveId: 'team', weight: 4 }), level, true);
    const more = tried(objectives, [...rows, d]);
    expect(more.now.byObjective.get('team')!.progress).toBeCloseTo((3 * end(b) + end(c)) / 4, 10);
    expect(more.then.byObjective.get('team')!.progress).toBeCloseTo((3 * end(b) + end(c) + 4 * end(d)) / 8, 10);
  });

  it('an event on a KPI is felt by every key result that reads it, and by no other', () => {
    const other = rowOf(climb(48, { id: 'x', objectiveId: 'team', link: { metricId: 'm2', reading: { kind: 'latest' } } }), level);
    const { rows: found } = tried(objectives, [...rows, other], { events: [event({ size: { kind: 'share', by: -0.1 } })] });
    expect([...found.values()].map(({ touched }) => touched)).toEqual([true, true, true, false]);
    expect(found.get('b')!.then.forecast!.p50).toBeCloseTo(0.9 * found.get('b')!.now.forecast!.p50, 6);
    expect(found.get('x')!.then).toBe(found.get('x')!.now);
  });

  it('leaves out what has no forecast, and counts it', () => {
    const blank = rowOf(climb(48, { id: 'n', objectiveId: 'team' }), series([]));
    const { then } = tried(objectives, [...rows, blank]);
    expect(then.company).toMatchObject({ withoutFigure: 1 });
    expect(then.company.progress).toBeCloseTo(now.then.company.progress!, 10);
  });
});

describe('what moves it most', () => {
  const outcome = tried(objectives, rows, adjust({ keyResultId: 'a', pace: 2 }));

  it('is what adding up again says, for the company and for an objective', () => {
    for (const scope of [null, 'company', 'team']) {
      for (const swing of swingsOf(outcome, objectives, scope)) {
        const { row } = outcome.rows.get(swing.keyResultId)!;
        const at = (progress: number) => {
          const moved = {
            ...row,
            prepared: { ...row.prepared, now: { ...row.prepared.now, end: { low: progress, mid: progress, high: progress } } },
          };
          const { then } = tried(
            objectives,
            rows.map((one) => (one === row ? moved : one)),
          );
          return (scope === null ? then.company : then.byObjective.get(scope)!).progress!;
        };
        const from = at(row.prepared.now.end!.mid);
        expect(swing.bad).toBeCloseTo(at(row.prepared.now.end!.low) - from, 10);
        expect(swing.good).toBeCloseTo(at(row.prepared.now.end!.high) - from, 10);
        expect(swing.bad).toBeLessThanOrEqual(0);
        expect(swing.good).toBeGreaterThanOrEqual(0);
      }
    }
    expect(
      swingsOf(outcome, objectives, 'team')
        .map(({ keyResultId }) => keyResultId)
        .sort(),
    ).toEqual(['b', 'c']);
  });

  it('tells what is tried on each alone, the widest first', () => {
    const swings = swingsOf(outcome, objectives, null);
    const width = swings.map(({ bad, good, tried: by }) => Math.max(good, by) - Math.min(bad, by));
    expect(width).toEqual([...width].sort((x, y) => y - x));
    expect(swings.find(({ keyResultId }) => keyResultId === 'a')!.tried).toBeCloseTo(
      outcome.then.company.progress! - outcome.now.company.progress!,
      10,
    );
  });

  it('an objective apart from its parent moves the company by its own weight', () => {
    const apart = [objective('company', { countsChildren: false }), objective('team', { parentId: 'company', weight: 3 })];
    const found = swingsOf(tried(apart, rows), apart, null);
    const alone = swingsOf(tried(apart, rows), apart, 'team');
    for (const { keyResultId, bad } of alone) expect(found.find((one) => one.keyResultId === keyResultId)!.bad).toBeCloseTo(bad * 0.75, 10);
  });

  it('a goal to keep counts the periods to come by their chances', () => {
    const keep = rowOf(climb(0, { id: 'k', objectiveId: 'team', goal: { kind: 'keep', atLeast: 30, atMost: null } }), level);
    expect(keep.prepared.now.end!.mid).toBeCloseTo(1, 2);
    const torn = rowOf(climb(0, { id: 'k', objectiveId: 'team', goal: { kind: 'keep', atLeast: 45, atMost: null } }), level);
    const { low, mid, high } = torn.prepared.now.end!;
    expect(low).toBeLessThan(mid);
    expect(mid).toBeLessThan(high);
  });
});
