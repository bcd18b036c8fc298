import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../src/domain/apply-command.ts';
import { dayOf, type EpochDay } from '../../../src/domain/calendar.ts';
import type { Command } from '../../../src/domain/command.ts';
import { isOnBoard, keyResultOn } from '../../../src/domain/goal-on.ts';
import type { KeyResult, Objective } from '../../../src/domain/objective.ts';
import { rollUpTree } from '../../../src/domain/rollup-tree.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';

const [start, due, change] = [dayOf(2026, 7, 1), dayOf(2026, 9, 30), dayOf(2026, 8, 15)];
const objective: Objective = { id: 'o', title: 'o', level: 'team', owner: '', parentId: null, cycleId: 'c', ambition: 'committed' };
const keyResult = (id: string, weight: number): KeyResult => ({
  id,
  objectiveId: 'o',
  title: id,
  owner: '',
  weight,
  start,
  due,
  unit: null,
  goal: { kind: 'reach', baseline: 0, target: 10, stretch: null, plan: { kind: 'linear' } },
  link: null,
  checkIns: [],
  revisions: [],
});
/** How far each is, all along. */
const PROGRESS: Readonly<Record<string, number>> = { a: 0.2, b: 0.8, c: 0.5 };
const board: Workspace = { ...emptyWorkspace, objectives: [objective], keyResults: [keyResult('a', 1), keyResult('b', 3)] };
const ruling = { day: change, reason: 'so', approver: '' };

function progressOn(workspace: Workspace, day: EpochDay): number | null {
  const standing = workspace.keyResults.filter((one) => isOnBoard(one, day)).map((one) => keyResultOn(one, day));
  const answered = new Set(standing.map(({ id }) => id));
  const tree = rollUpTree([objective], standing, (id) =>
    answered.has(id) ? { status: 'on-track', rollup: { progress: PROGRESS[id]!, expected: 0.5 } } : undefined,
  );
  return tree.company.progress;
}

const before = (0.2 + 3 * 0.8) / 4;
const cases: readonly (readonly [string, Command, number])[] = [
  ['nothing but a name', { kind: 'rename', title: 'x' }, before],
  ['one dropped', { kind: 'drop-key-result', id: 'b', ...ruling }, 0.2],
  ['one added', { kind: 'put-key-result', keyResult: { ...keyResult('c', 4), added: ruling } }, (0.2 + 3 * 0.8 + 4 * 0.5) / 8],
  ['one replaced', { kind: 'replace-key-result', id: 'b', by: keyResult('c', 1), ...ruling }, (0.2 + 0.5) / 2],
  [
    'one reweighted',
    { kind: 'revise', keyResultId: 'a', adjustment: { keyResultId: 'a', weight: 9 }, ...ruling },
    (9 * 0.2 + 3 * 0.8) / 12,
  ],
];

describe('a roll-up through a change in mid-cycle', () => {
  it.each(cases)('with %s: as it was up to the day before, otherwise from the day on', (_, command, after) => {
    const changed = applyCommand(board, command);
    if (!changed.ok) throw new Error(changed.error.code);
    expect(progressOn(changed.value, change - 1)).toBeCloseTo(before, 12);
    expect(progressOn(changed.value, change)).toBeCloseTo(after, 12);
  });
});
