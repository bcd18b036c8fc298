import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../src/domain/apply-command.ts';
import { assessOn } from '../../../../src/domain/assess-on.ts';
import { keyResultOn } from '../../../../src/domain/goal-on.ts';
import type { Goal, KeyResult, Revision } from '../../../../src/domain/objective.ts';
import { emptyWorkspace } from '../../../../src/domain/workspace.ts';
import { day, keyResult, pastVerdicts, reach, series, wobble } from '../assess/builders.ts';

const revision = (id: string, iso: string, goal: Goal, due = '2026-09-30'): Revision => ({
  id,
  day: day(iso),
  reason: 'because',
  approver: '',
  before: { goal, due: day(due) },
});

/** 50 → 70 until 10 August, then 50 → 60 until 1 September, then 50 → 55 by mid-October. */
const twice = keyResult(reach(50, 55), undefined, {
  due: day('2026-10-15'),
  revisions: [revision('v1', '2026-08-10', reach(50, 70)), revision('v2', '2026-09-01', reach(50, 60))],
});
const goalAndDue = ({ goal, due }: KeyResult) => [goal.kind === 'reach' && goal.target, due];

describe('the key result as it stood on a day', () => {
  it.each([
    ['2026-07-05', 70, '2026-09-30', 0],
    ['2026-08-09', 70, '2026-09-30', 0],
    ['2026-08-10', 60, '2026-09-30', 1],
    ['2026-08-31', 60, '2026-09-30', 1],
    ['2026-09-01', 55, '2026-10-15', 2],
    ['2027-01-01', 55, '2026-10-15', 2],
  ])('on %s wants %d by %s', (on, target, due, revisions) => {
    const then = keyResultOn(twice, day(on));
    expect(goalAndDue(then)).toEqual([target, day(due)]);
    expect(then.revisions).toHaveLength(revisions);
  });

  it('is the same object where nothing was revised later', () => {
    expect(keyResultOn(twice, day('2026-09-01'))).toBe(twice);
  });

  it('holds to the order in which goals replaced each other, where a board has an earlier day on a later revision', () => {
    const crossed = { ...twice, revisions: [revision('v1', '2026-08-10', reach(50, 70)), revision('v2', '2026-07-20', reach(50, 60))] };
    expect(goalAndDue(keyResultOn(crossed, day('2026-07-25')))).toEqual([70, day('2026-09-30')]);
    expect(goalAndDue(keyResultOn(crossed, day('2026-08-10')))).toEqual([55, day('2026-10-15')]);
  });
});

describe('a revision', () => {
  const workspace = { ...emptyWorkspace, keyResults: [twice] };
  const revise = (iso: string) =>
    applyCommand(workspace, {
      kind: 'revise',
      keyResultId: 'kr1',
      day: day(iso),
      reason: 'r',
      approver: '',
      adjustment: { keyResultId: 'kr1', due: day('2026-11-01') },
    });

  it('cannot be dated before the one whose goal it replaces', () => {
    expect(revise('2026-08-31')).toMatchObject({ ok: false, error: { code: 'revised-later' } });
    expect(revise('2026-09-01').ok).toBe(true);
  });
});

describe('a past day', () => {
  // Far below the plan to 200, well on the plan to 60.
  const figures = series(
    Array.from({ length: 12 }, (_, i) => 50 + 0.8 * i + 0.4 * wobble(i)),
    { first: '2026-07-08' },
  );
  const eased = keyResult(reach(50, 60), undefined, { revisions: [revision('v1', '2026-08-20', reach(50, 200))] });

  it('is judged by the goal of that day, the days since by the new one', () => {
    const input = { keyResult: eased, series: figures };
    expect(assessOn({ ...input, asOf: day('2026-08-19') })).toMatchObject({ status: 'off-track', target: 200 });
    expect(assessOn({ ...input, asOf: day('2026-08-26') })).toMatchObject({ status: 'on-track', target: 60 });
    const past = pastVerdicts({ ...input, asOf: day('2026-09-23') });
    expect(past.filter(({ revised }) => revised).map((review) => review.day)).toEqual([day('2026-08-26')]);
    expect(past.find((review) => review.day === day('2026-08-19'))).toMatchObject({ status: 'off-track', naiveRed: true });
    expect(past.at(-1)).toMatchObject({ status: 'on-track', naiveRed: false });
  });

  it('before the start asks for nothing yet, milestones included', () => {
    const later = keyResult(reach(50, 60), undefined, { start: day('2026-08-03') });
    expect(assessOn({ keyResult: later, series: figures, asOf: day('2026-07-20') })).toMatchObject({
      status: 'too-early',
      reasons: [{ code: 'not-begun', start: day('2026-08-03') }],
    });
    const steps = { kind: 'milestones', milestones: [{ id: 'a', title: 'a', weight: 1, due: day('2026-08-20'), doneOn: null }] } as const;
    const list = { ...later, goal: steps };
    expect(assessOn({ keyResult: list, series: null, asOf: day('2026-08-02') })).toMatchObject({ status: 'too-early', verdict: null });
    expect(assessOn({ keyResult: list, series: null, asOf: day('2026-08-03') }).status).toBe('on-track');
  });

  it('before the start says when it begins even where its KPI has no figure yet', () => {
    const later = keyResult(reach(50, 60), undefined, { start: day('2026-08-03') });
    const none = series([1, 2], { first: '2026-08-10' });
    expect(assessOn({ keyResult: later, series: none, asOf: day('2026-07-20') }).reasons).toEqual([
      { code: 'not-begun', start: day('2026-08-03') },
    ]);
  });

  it('before the start still says that figures are missing where there are none', () => {
    const unlinked = keyResult(reach(50, 60), undefined, { link: null });
    expect(assessOn({ keyResult: unlinked, series: null, asOf: day('2026-06-01') }).reasons).toEqual([{ code: 'no-data' }]);
  });
});
