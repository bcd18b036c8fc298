import { describe, expect, it } from 'vitest';
import { assessWorkspace, rollUpStanding } from '../../../src/domain/assess-workspace.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import { isSealed } from '../../../src/domain/sealed.ts';
import { openLink, packBoard } from '../../../src/publish/link.ts';
import { sharedBoard, USUAL_CHOICE } from '../../../src/publish/shared-board.ts';
import { usualBoard } from './board-sample.ts';

const today = dayOf(2026, 8, 28);
const { workspace, datasets } = usualBoard((keyResult, month) => 70_143 + keyResult * 1_009 + month * 88 + ((month * 37) % 11));
const board = {
  ...workspace,
  keyResults: workspace.keyResults.map((one) => ({
    ...one,
    goal: { kind: 'reach' as const, baseline: 70_100, target: 91_357, stretch: null, plan: { kind: 'linear' as const } },
    checkIns: [{ id: 'i', day: today, value: 70_999, confidence: 6, note: 'talked to 李雷', by: '王芳' }],
  })),
};

function opened(choice: Partial<typeof USUAL_CHOICE>) {
  const shared = sharedBoard(board, datasets, today, { ...USUAL_CHOICE, ...choice });
  const result = openLink(packBoard(shared.workspace, shared.datasets, { savedAt: '2026-08-28T00:00:00.000Z' }));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a board shared without figures', () => {
  const copy = opened({ figures: 'none' });
  const before = assessWorkspace(board, datasets, today);
  const after = assessWorkspace(copy.workspace, copy.datasets, today);

  it('shows every status and verdict, and progress to the percent', () => {
    expect(after.map(({ assessment: { status, verdict } }) => [status, verdict])).toEqual(
      before.map(({ assessment: { status, verdict } }) => [status, verdict]),
    );
    for (const [index, { assessment }] of after.entries()) {
      expect(assessment.progress).toBeCloseTo(before[index]!.assessment.progress!, 1);
      expect(assessment.chance).toBeNull();
    }
    const [own, theirs] = [rollUpStanding(board, before, today), rollUpStanding(copy.workspace, after, today)];
    expect(theirs.company!.progress).toBeCloseTo(own.company!.progress!, 2);
    expect(theirs.company!.worst).toBe(own.company!.worst);
  });

  it('holds no figure, target, baseline, reading or file of the sender', () => {
    const text = JSON.stringify(copy);
    for (const secret of ['70143', '70100', '91357', '70999', '月报.csv', '指标1"']) expect(text).not.toContain(secret);
    expect(isSealed(copy.workspace) && !isSealed(board)).toBe(true);
    expect(copy.workspace).toMatchObject({ metrics: [], sources: [], scenarios: [] });
    expect(copy.datasets).toEqual([]);
  });

  it('says nothing of days before the one it was shared on', () => {
    const earlier = assessWorkspace(copy.workspace, copy.datasets, today - 1);
    expect(new Set(earlier.map(({ assessment }) => assessment.status))).toEqual(new Set(['no-data']));
  });

  it('may be shared on as it is', () => {
    const again = sharedBoard(copy.workspace, [], today + 30, { ...USUAL_CHOICE, figures: 'none' });
    expect(assessWorkspace(again.workspace, [], today + 30).map(({ assessment }) => assessment)).toEqual(
      after.map(({ assessment }) => assessment),
    );
  });
});

it('takes KPIs that no key result reads only where the sender says so', () => {
  const unread = { ...board, keyResults: board.keyResults.slice(0, 3) };
  const count = (figures: 'linked' | 'all') => sharedBoard(unread, datasets, today, { ...USUAL_CHOICE, figures }).workspace.metrics.length;
  expect([count('linked'), count('all')]).toEqual([3, 20]);
});

it('names nobody where the sender says so', () => {
  const text = JSON.stringify(opened({ owners: false, notes: false }));
  for (const name of ['王芳', '李雷', 'Ann']) expect(text).not.toContain(name);
});
