import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../src/domain/apply-command.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { Command } from '../../../src/domain/command.ts';
import type { KeyResult, Objective } from '../../../src/domain/objective.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';

const cycle = { id: 'c1', name: 'Q3', start: dayOf(2026, 7, 1), end: dayOf(2026, 9, 30) };
const objective = (id: string, parentId: string | null = null): Objective => ({
  id,
  title: `Objective ${id}`,
  level: 'team',
  owner: 'Ann',
  parentId,
  cycleId: 'c1',
  ambition: 'committed',
});
const keyResult = (id: string, objectiveId: string, more: Partial<KeyResult> = {}): KeyResult => ({
  id,
  objectiveId,
  title: `Key result ${id}`,
  owner: '',
  weight: 1,
  start: cycle.start,
  due: cycle.end,
  unit: null,
  goal: { kind: 'reach', baseline: 10, target: 20, stretch: null, plan: { kind: 'linear' } },
  link: null,
  checkIns: [],
  revisions: [],
  ...more,
});

function run(commands: readonly Command[], from: Workspace = emptyWorkspace): Workspace {
  return commands.reduce((workspace, command) => {
    const result = applyCommand(workspace, command);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }, from);
}
const refusal = (workspace: Workspace, command: Command) => {
  const result = applyCommand(workspace, command);
  return result.ok ? null : result.error;
};

const board = run([
  { kind: 'put-cycle', cycle },
  { kind: 'put-objective', objective: objective('o1') },
  { kind: 'put-objective', objective: objective('o2', 'o1') },
  { kind: 'put-key-result', keyResult: keyResult('k1', 'o1') },
  { kind: 'put-key-result', keyResult: keyResult('k2', 'o2') },
  { kind: 'put-key-result', keyResult: keyResult('k3', 'o1') },
]);

describe('editing a workspace', () => {
  it('makes the first cycle the active one', () => expect(board.activeCycleId).toBe('c1'));

  it('moves a key result among those of its own objective only', () => {
    const moved = run([{ kind: 'move-key-result', id: 'k3', by: -1 }], board);
    expect(moved.keyResults.map((k) => k.id)).toEqual(['k3', 'k2', 'k1']);
    expect(run([{ kind: 'move-key-result', id: 'k2', by: 1 }], board).keyResults).toEqual(board.keyResults);
  });

  it('deletes an objective with its key results; its children move up', () => {
    const after = run([{ kind: 'delete-objective', id: 'o1' }], board);
    expect(after.keyResults.map((k) => k.id)).toEqual(['k2']);
    expect(after.objectives).toEqual([objective('o2', null)]);
  });

  it('keeps the old goal of a revision and refuses one without a reason', () => {
    const goal = { kind: 'reach', baseline: 10, target: 15, stretch: null, plan: { kind: 'linear' } } as const;
    const revise = {
      kind: 'revise',
      keyResultId: 'k1',
      day: dayOf(2026, 8, 3),
      approver: 'Chen',
      adjustment: { keyResultId: 'k1', goal },
    } as const;
    const [revised] = run([{ ...revise, reason: 'Supplier left' }], board).keyResults;
    expect(revised?.goal).toEqual(goal);
    expect(revised?.revisions[0]).toMatchObject({ reason: 'Supplier left', before: { goal: { target: 20 }, due: cycle.end } });
    expect(refusal(board, { ...revise, reason: '  ' })).toEqual({ code: 'reason-missing', field: 'reason' });
  });

  it('unlinks key results when their source goes, and keeps them linked when a newer copy replaces it', () => {
    const info = {
      file: 'kpi.xlsx',
      sheet: 'Report',
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      size: 1,
      importedOn: 0,
      fingerprint: 'a',
      title: '',
    } as const;
    const metric = {
      id: 'm1',
      name: 'NPS',
      datasetId: 'd1',
      column: 'NPS',
      role: 'value',
      denominator: null,
      filters: [],
      aggregation: 'mean',
      accrual: 'level',
      unit: null,
      grain: 'month',
    } as const;
    const link = { metricId: 'm1', reading: { kind: 'latest' } } as const;
    const linked = run(
      [
        { kind: 'import', sources: [{ id: 'd1', info }], metrics: [metric], replaces: [] },
        { kind: 'put-key-result', keyResult: keyResult('k1', 'o1', { link }) },
      ],
      board,
    );
    const refreshed = run(
      [{ kind: 'import', sources: [{ id: 'd2', info }], metrics: [{ ...metric, datasetId: 'd2' }], replaces: ['d1'] }],
      linked,
    );
    expect(refreshed.sources.map((s) => s.id)).toEqual(['d2']);
    expect(refreshed.keyResults[0]?.link).toEqual(link);
    const without = run([{ kind: 'delete-source', id: 'd1' }], linked);
    expect(without.metrics).toEqual([]);
    expect(without.keyResults[0]?.link).toBeNull();
    const both = run(
      [
        {
          kind: 'import',
          sources: [{ id: 'd2', info }],
          metrics: [{ ...metric, datasetId: 'd2', column: 'Score', also: [{ datasetId: 'd1', column: 'NPS', role: 'value' }] }],
          replaces: [],
        },
      ],
      linked,
    );
    expect(run([{ kind: 'delete-source', id: 'd2' }], both).metrics, 'the earlier file takes over').toEqual([metric]);
    expect(run([{ kind: 'delete-source', id: 'd1' }], both).metrics).toEqual([{ ...metric, datasetId: 'd2', column: 'Score' }]);
    expect(run([{ kind: 'delete-source', id: 'd1' }], both).keyResults[0]?.link).toEqual(link);
  });

  it('locks limits at a day, and unlocks them without a trace', () => {
    const locked = run([{ kind: 'lock-limits', keyResultId: 'k1', on: cycle.start + 20 }], board);
    expect(locked.keyResults.find(({ id }) => id === 'k1')?.limitsLockedOn).toBe(cycle.start + 20);
    expect(run([{ kind: 'lock-limits', keyResultId: 'k1', on: null }], locked)).toEqual(board);
    expect(refusal(board, { kind: 'lock-limits', keyResultId: 'k404', on: null })?.code).toBe('not-found');
  });
});

describe('what is refused, and at which field', () => {
  const put = (more: Partial<KeyResult>) => refusal(board, { kind: 'put-key-result', keyResult: keyResult('k9', 'o1', more) });
  const reach = (baseline: number, target: number) =>
    ({ kind: 'reach', baseline, target, stretch: null, plan: { kind: 'linear' } }) as const;
  const cases: readonly [string, Partial<KeyResult>, string, string][] = [
    ['no title', { title: ' ' }, 'title-missing', 'title'],
    ['nothing to reach', { goal: reach(5, 5) }, 'baseline-equals-target', 'target'],
    ['a baseline that is no number', { goal: reach(NaN, 5) }, 'not-finite', 'baseline'],
    ['a due date before the start', { due: cycle.start }, 'due-before-start', 'due'],
    ['no weight', { weight: 0 }, 'weight-not-positive', 'weight'],
    ['no limit', { goal: { kind: 'keep', atLeast: null, atMost: null } }, 'limit-missing', 'atLeast'],
    ['crossed limits', { goal: { kind: 'keep', atLeast: 3, atMost: 2 } }, 'limits-crossed', 'atLeast'],
    ['no steps', { goal: { kind: 'milestones', milestones: [] } }, 'milestones-missing', 'milestones'],
    [
      'a phase after the due date',
      { goal: { ...reach(1, 2), plan: { kind: 'phased', steps: [{ day: cycle.end + 1, value: 1.5 }] } } },
      'step-outside',
      'plan',
    ],
  ];
  it.each(cases)('%s', (_, more, code, field) => expect(put(more)).toEqual({ code, field }));

  it('an objective that would be its own ancestor', () => {
    expect(refusal(board, { kind: 'put-objective', objective: objective('o1', 'o2') })).toEqual({ code: 'parent-loop', field: 'parent' });
  });

  it.each([0, -1, NaN, Infinity])('an objective that weighs %s', (weight) => {
    expect(refusal(board, { kind: 'put-objective', objective: { ...objective('o2', 'o1'), weight } })).toEqual({
      code: 'weight-not-positive',
      field: 'weight',
    });
  });
});
