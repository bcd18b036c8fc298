import { describe, expect, it } from 'vitest';
import type { Goal, KeyResult, Revision } from '../../../src/domain/objective.ts';
import { changesOf, countRevisions, effectOf, revisionList } from '../../../src/domain/revision-list.ts';
import { day, keyResult, reach } from './assess/builders.ts';

const DUE = day('2026-09-30');
const keep = (atLeast: number | null, atMost: number | null): Goal => ({ kind: 'keep', atLeast, atMost });
const held = (goal: Goal, due = DUE, weight = 1) => ({ goal, due, weight });
const revision = (on: string, before: Goal, more: Partial<Revision['before']> = {}, reason = 'because'): Revision => ({
  id: `v-${on}-${reason}`,
  day: day(on),
  reason,
  approver: 'Ann',
  before: { goal: before, due: DUE, ...more },
});
const of = (id: string, goal: Goal, more: Partial<KeyResult> = {}) => keyResult(goal, undefined, { id, title: id, ...more });
const END = day('2026-12-31');

describe('what a revision changed, and whether it asks for more or for less', () => {
  it.each<[string, ReturnType<typeof held>, ReturnType<typeof held>, string]>([
    ['a higher target of a goal to grow', held(reach(100, 200)), held(reach(100, 220)), 'target harder'],
    ['a lower one', held(reach(100, 200)), held(reach(100, 180)), 'target softer'],
    ['a lower target of a goal to fall', held(reach(200, 100)), held(reach(200, 80)), 'target harder'],
    ['a higher one', held(reach(200, 100)), held(reach(200, 120)), 'target softer'],
    ['a higher lower limit', held(keep(85, null)), held(keep(90, null)), 'at-least harder'],
    ['a higher upper limit', held(keep(null, 5)), held(keep(null, 6)), 'at-most softer'],
    ['a limit that came in', held(keep(85, null)), held(keep(85, 95)), 'at-most harder'],
    ['a limit that was given up', held(keep(85, 95)), held(keep(null, 95)), 'at-least softer'],
    ['a later date', held(reach(0, 10)), held(reach(0, 10), DUE + 30), 'due softer'],
    ['an earlier date', held(reach(0, 10)), held(reach(0, 10), DUE - 30), 'due harder'],
    ['a later date of a goal to keep', held(keep(85, null)), held(keep(85, null), DUE + 30), 'due other'],
    ['a weight', held(reach(0, 10)), held(reach(0, 10), DUE, 3), 'weight other'],
    ['a baseline', held(reach(0, 10)), held(reach(2, 10)), 'baseline other'],
    [
      'a path',
      held(reach(0, 10)),
      held({ ...reach(0, 10), plan: { kind: 'phased', steps: [{ day: DUE - 30, value: 2 }] } } as Goal),
      'plan other',
    ],
    ['another kind of goal', held(reach(0, 10)), held(keep(10, null)), 'kind other'],
    ['more, but later', held(reach(100, 200)), held(reach(100, 220), DUE + 30), 'target harder, due softer'],
    ['nothing', held(reach(0, 10)), held(reach(0, 10)), ''],
  ])('%s', (_, before, after, expected) => {
    const changes = changesOf(before, after);
    expect(changes.map(({ code, effect }) => `${code} ${effect}`).join(', ')).toBe(expected);
  });

  it('more of one and less of the other is neither', () => {
    expect(effectOf(changesOf(held(reach(100, 200)), held(reach(100, 220), DUE + 30)))).toBe('mixed');
  });
});

describe('the list of all revisions', () => {
  it('is in the order of days, and tells each with its own before and after', () => {
    const one = of('k1', reach(0, 150), {
      weight: 3,
      revisions: [revision('2026-08-01', reach(0, 100), { weight: 1 }), revision('2026-08-20', reach(0, 200))],
    });
    const other = of('k2', keep(90, null), { revisions: [revision('2026-08-10', keep(85, null))] });
    const list = revisionList([one, other], END);
    expect(list.map((entry) => [entry.keyResult.id, entry.kind === 'revised' && entry.changes])).toEqual([
      [
        'k1',
        [
          { code: 'target', from: 0 + 100, to: 200, effect: 'harder' },
          { code: 'weight', from: 1, to: 3, effect: 'other' },
        ],
      ],
      ['k2', [{ code: 'at-least', from: 85, to: 90, effect: 'harder' }]],
      ['k1', [{ code: 'target', from: 200, to: 150, effect: 'softer' }]],
    ]);
    expect(countRevisions(list)).toEqual({ moved: 3, softer: 1, harder: 2, dropped: 0, added: 0, replaced: 0 });
  });

  it('several of one day count once, with their outcome and all their reasons', () => {
    const one = of('k1', reach(0, 90), {
      revisions: [revision('2026-08-01', reach(0, 100), {}, 'first'), revision('2026-08-01', reach(0, 200), {}, 'then')],
    });
    const [entry, ...rest] = revisionList([one], END);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({ changes: [{ code: 'target', from: 100, to: 90, effect: 'softer' }] });
    expect(entry!.rulings.map(({ reason }) => reason)).toEqual(['first', 'then']);
  });

  it('what was taken back on the same day was no change', () => {
    const one = of('k1', reach(0, 100), { revisions: [revision('2026-08-01', reach(0, 100)), revision('2026-08-01', reach(0, 200))] });
    expect(revisionList([one], END)).toEqual([]);
  });

  it('a replacement is one line, not a drop and an addition; each alone is its own', () => {
    const ruling = (on: string) => ({ day: day(on), reason: 'merged', approver: '' });
    const list = revisionList(
      [
        of('old', reach(0, 10), { dropped: ruling('2026-08-05') }),
        of('new', reach(0, 10), { added: ruling('2026-08-05'), replaces: 'old' }),
        of('gone', reach(0, 10), { dropped: ruling('2026-08-06') }),
        of('late', reach(0, 10), { added: ruling('2026-08-07') }),
      ],
      END,
    );
    expect(list.map(({ kind, keyResult: { id } }) => `${kind} ${id}`)).toEqual(['replaced old', 'dropped gone', 'added late']);
    expect(list[0]).toMatchObject({ by: { id: 'new' } });
    expect(countRevisions(list)).toMatchObject({ moved: 0, dropped: 1, added: 1, replaced: 1 });
  });

  it('a key result whose predecessor was taken back into the board was added', () => {
    const added = { day: day('2026-08-05'), reason: 'merged', approver: '' };
    const list = revisionList([of('old', reach(0, 10)), of('new', reach(0, 10), { added, replaces: 'old' })], END);
    expect(list.map(({ kind, keyResult: { id } }) => `${kind} ${id}`)).toEqual(['added new']);
  });

  it('of a day knows nothing that came later', () => {
    const one = of('k1', reach(0, 150), {
      revisions: [revision('2026-08-01', reach(0, 100)), revision('2026-08-20', reach(0, 200))],
      dropped: { day: day('2026-09-01'), reason: 'x', approver: '' },
    });
    expect(revisionList([one], day('2026-08-10'))).toHaveLength(1);
    expect(revisionList([one], day('2026-07-10'))).toHaveLength(0);
  });
});
