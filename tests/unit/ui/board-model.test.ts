import { describe, expect, it } from 'vitest';
import type { Assessment, Status } from '../../../src/domain/assessment.ts';
import type { KeyResult, Objective } from '../../../src/domain/objective.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';
import { countByStatus } from '../../../src/domain/status-count.ts';
import { groupsOf, needsAttention } from '../../../src/picture/board-model.ts';
import { movedGoal, speedLever, targetRange } from '../../../src/ui/key-result/levers.ts';
import { csvOf } from '../../../src/messages/csv.ts';

const objective = (id: string, parentId: string | null, more: Partial<Objective> = {}) =>
  ({ id, parentId, cycleId: 'c1', level: 'team', owner: 'Ann', ...more }) as Objective;
const row = (id: string, objectiveId: string, status: Status, pBehind = 0, owner = '') => ({
  keyResult: { id, objectiveId, owner, weight: 1 } as KeyResult,
  series: null,
  seriesError: null,
  events: [],
  assessment: { status, stale: status === 'at-risk', rollup: null, state: { pBehind, off: false } } as unknown as Assessment,
});
const rows = [
  row('a', 'o1', 'on-track'),
  row('b', 'o2', 'at-risk', 0.7),
  row('c', 'o2', 'off-track', 0.92, 'Ben'),
  row('d', 'o1', 'off-track', 0.99),
  row('e', 'o1', 'achieved'),
];
const byId = new Map(rows.map((r) => [r.keyResult.id, r]));
const workspace: Workspace = {
  ...emptyWorkspace,
  activeCycleId: 'c1',
  objectives: [
    objective('o2', 'o1', { level: 'department' }),
    objective('o1', null, { level: 'company' }),
    objective('o3', null, { cycleId: 'c0' }),
  ],
  keyResults: rows.map((r) => r.keyResult),
};

describe('the board', () => {
  it('counts by status', () => {
    expect(countByStatus(rows)).toEqual({ off: 2, risk: 1, on: 2, open: 0, achieved: 1, stale: 1, all: 5 });
  });

  it('puts what needs attention worst first, then by strength of evidence', () => {
    expect(needsAttention(rows).map((r) => r.keyResult.id)).toEqual(['d', 'c', 'b']);
  });

  it('shows parents before children and only the active cycle', () => {
    const groups = groupsOf(workspace, byId, { status: null, owner: null, level: null }, 0);
    expect(groups.map((group) => [group.objective.id, group.depth])).toEqual([
      ['o1', 0],
      ['o2', 1],
    ]);
  });

  it('filters by status, owner and level, and hides objectives without a match', () => {
    const shown = (filters: Parameters<typeof groupsOf>[2]) =>
      groupsOf(workspace, byId, filters, 0).flatMap((group) => group.rows.map((r) => r.keyResult.id));
    expect(shown({ status: 'off-track', owner: null, level: null })).toEqual(['d', 'c']);
    expect(shown({ status: null, owner: 'Ben', level: null })).toEqual(['c']);
    expect(shown({ status: null, owner: null, level: 'company' })).toEqual(['a', 'd', 'e']);
  });
});

describe('levers of what-if', () => {
  it('can meet the present target exactly and move it without stray digits', () => {
    const goal = { kind: 'reach', baseline: 0.032, target: 0.045, stretch: null, plan: { kind: 'linear' } } as const;
    const range = targetRange(goal)!;
    const steps = (range.now - range.min) / range.step;
    expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-9);
    expect(range.min).toBeGreaterThan(goal.baseline);
    expect(movedGoal(goal, 0.1 + 0.2)).toMatchObject({ target: 0.3 });
  });

  it('turns a wanted speed into the factor that the forecast needs, also where almost nothing moves', () => {
    const lever = speedLever(50.1, 50.2, 5, -2)!;
    expect(lever.now).toBeCloseTo(0.02, 12);
    expect(lever.factorOf(-2)).toBeCloseTo(-100, 9);
    expect(lever.min).toBeLessThanOrEqual(-4);
    expect(speedLever(50, 50, 5, 1)).toBeNull();
  });
});

describe('a table saved as CSV', () => {
  it('never becomes a formula in a spreadsheet program, and figures stay figures', () => {
    expect(
      csvOf([
        ['=HYPERLINK("x")', -3.5],
        ['a "b"', 2],
      ]),
    ).toBe('\uFEFF"\'=HYPERLINK(""x"")",-3.5\r\n"a ""b""",2\r\n');
  });
});
