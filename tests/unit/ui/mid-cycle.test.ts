import { describe, expect, it } from 'vitest';
import type { KeyResult } from '../../../src/domain/objective.ts';
import { commandsOf, movedBy, noAnswer, startAfter, type MidCycle } from '../../../src/ui/cycle/mid-cycle.ts';
import { day, keyResult, reach } from '../domain/assess/builders.ts';

const TODAY = day('2026-08-12');
const before = keyResult(reach(100, 200));
const raised: KeyResult = { ...before, title: 'Another title', goal: reach(100, 220) };
const answer = (more: Partial<MidCycle>): MidCycle => ({ ...noAnswer(TODAY), ...more });
const because = { day: TODAY, reason: ' because ', approver: '' };
const save = (was: KeyResult | undefined, draft: KeyResult, state: MidCycle) =>
  commandsOf(was, draft, [], state, movedBy(was, draft, TODAY).length > 0);

describe('what an edit of a running key result means', () => {
  it.each<[string, KeyResult, number]>([
    ['another target', raised, 1],
    ['another date', { ...before, due: before.due + 30 }, 1],
    ['another title, owner or weight', { ...before, title: 'x', owner: 'y', weight: 5 }, 0],
  ])('%s is asked about only where the goal moves', (_, draft, count) => expect(movedBy(before, draft, TODAY)).toHaveLength(count));

  it('nothing is asked before it begins, when it is over, and of a new one', () => {
    expect(movedBy(before, raised, day('2026-06-01'))).toEqual([]);
    expect(movedBy(before, raised, day('2026-10-01'))).toEqual([]);
    expect(movedBy(undefined, raised, TODAY)).toEqual([]);
  });

  it('a change keeps the old goal, and saves the rest of the form', () => {
    const saved = save(before, raised, answer({ meaning: 'change', ruling: because }));
    expect(saved).toMatchObject({
      commands: [
        { kind: 'put-key-result', keyResult: { title: 'Another title', goal: before.goal } },
        { kind: 'revise', reason: 'because', day: TODAY, adjustment: { goal: raised.goal } },
      ],
    });
  });

  it('a correction writes over it', () => {
    expect(save(before, raised, answer({ meaning: 'correction' }))).toEqual({
      commands: [{ kind: 'put-key-result', keyResult: raised, metrics: [] }],
    });
  });

  it.each<[string, KeyResult, MidCycle, object]>([
    ['wants to know which of the two', raised, answer({}), { field: 'id' }],
    ['wants a reason', raised, answer({ meaning: 'change' }), { field: 'reason' }],
    ['says first what cannot be', { ...raised, goal: reach(100, 100) }, answer({}), { code: 'baseline-equals-target' }],
  ])('%s', (_, draft, state, problem) => expect(save(before, draft, state)).toMatchObject({ problem }));
});

describe('a new key result in a running cycle', () => {
  it('is added as it is, or as one that came later, with a reason', () => {
    expect(save(undefined, raised, answer({}))).toMatchObject({ commands: [{ keyResult: raised }] });
    expect(save(undefined, raised, answer({ late: true }))).toMatchObject({ problem: { field: 'reason' } });
    expect(save(undefined, raised, answer({ late: true, ruling: because }))).toMatchObject({
      commands: [{ keyResult: { added: { day: TODAY, reason: 'because' } } }],
    });
  });

  it('begins with the cycle, or on the day that it came in, unless somebody has set another day', () => {
    const start = day('2026-07-01');
    const late = answer({ late: true });
    expect(startAfter(start, answer({}), late, start)).toBe(TODAY);
    expect(startAfter(TODAY, late, answer({}), start)).toBe(start);
    expect(startAfter(TODAY, late, answer({ late: true, ruling: { ...because, day: TODAY + 1 } }), start)).toBe(TODAY + 1);
    expect(startAfter(day('2026-07-20'), answer({}), late, start)).toBe(day('2026-07-20'));
  });
});
