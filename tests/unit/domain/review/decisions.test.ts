import { describe, expect, it } from 'vitest';
import { answerDecision, decisionsUntil, isDue, lastReviewDay, lineOf } from '../../../../src/domain/decisions.ts';
import type { Decision, Meeting } from '../../../../src/domain/meeting.ts';
import type { KeyResult } from '../../../../src/domain/objective.ts';
import { keyResult, reach } from '../assess/builders.ts';

const DAY = 20_000;
const kr = (more: Partial<KeyResult>) => keyResult(reach(0, 1), undefined, more);
const decision = (more: Partial<Decision> = {}): Decision => ({
  text: 'hire',
  owner: 'Ann',
  due: DAY + 7,
  outcome: 'open',
  answeredOn: null,
  ...more,
});
const meeting = (id: string, day: number, decisions: readonly (Decision | null)[], finished = true): Meeting => ({
  id,
  cycleId: 'c1',
  day,
  present: '',
  note: '',
  finished,
  entries: decisions.map((one, i) => ({
    subject: { kind: 'key-result', id: `k${i + 1}`, title: `K${i + 1}` },
    seen: { status: 'at-risk', value: null, chance: null, sentence: '' },
    note: '',
    confidence: null,
    decision: one,
  })),
});

describe('a decision', () => {
  it.each([
    // due, asked on, overdue, to be asked after
    [DAY + 7, DAY + 6, null, false],
    [DAY + 7, DAY + 7, 0, true],
    [DAY + 7, DAY + 9, 2, true],
    [null, DAY + 1, null, true],
  ])('due on %s is on day %s overdue by %s', (due, asOf, overdue, asked) => {
    const [past] = decisionsUntil([meeting('w1', DAY, [decision({ due })])], asOf);
    expect(past?.overdue).toBe(overdue);
    expect(isDue(past!)).toBe(asked);
  });

  it('is not known before its meeting, nor its answer before that was given', () => {
    const all = [meeting('w1', DAY, [decision({ outcome: 'done', answeredOn: DAY + 8 })])];
    expect(decisionsUntil(all, DAY - 1)).toEqual([]);
    expect(decisionsUntil(all, DAY + 7)[0]?.decision.outcome).toBe('open');
    expect(isDue(decisionsUntil(all, DAY + 7)[0]!)).toBe(true);
    expect(decisionsUntil(all, DAY + 8)[0]).toMatchObject({ overdue: null, decision: { outcome: 'done' } });
  });

  it('is answered with the day, and opened again', () => {
    const all = [meeting('w1', DAY, [null, decision()])];
    const done = answerDecision(all, { meetingId: 'w1', place: 1 }, 'not-done', DAY + 9);
    expect(done?.entries.map((entry) => entry.decision?.outcome ?? null)).toEqual([null, 'not-done']);
    expect(done?.entries[1]?.decision?.answeredOn).toBe(DAY + 9);
    expect(answerDecision([done!], { meetingId: 'w1', place: 1 }, 'open', DAY + 9)).toEqual(all[0]);
    expect(answerDecision(all, { meetingId: 'w1', place: 0 }, 'done', DAY)).toBeNull();
  });

  it('the newest come first; those of the meeting that is being held are left out', () => {
    const all = [
      meeting('w1', DAY, [decision({ text: 'a' })]),
      meeting('w2', DAY + 7, [decision({ text: 'b' })]),
      meeting('w3', DAY + 14, [decision({ text: 'c' })], false),
    ];
    expect(decisionsUntil(all, DAY + 20, 'w3').map((past) => past.decision.text)).toEqual(['b', 'a']);
  });
});

it('what replaces or carries on a key result answers for what was decided of it', () => {
  const all = [kr({ id: 'k1' }), kr({ id: 'k2', replaces: 'k1' }), kr({ id: 'k3', carriedFrom: 'k2' })];
  expect([...lineOf('k3', all)]).toEqual(['k3', 'k2', 'k1']);
  expect([...lineOf('k1', [kr({ id: 'k1', replaces: 'k1' })])]).toEqual(['k1']);
});

it('the last review is the newest finished one of the cycle before a day', () => {
  const all = [
    meeting('w1', DAY, []),
    meeting('w2', DAY + 7, []),
    meeting('w3', DAY + 14, [], false),
    { ...meeting('w4', DAY + 9, []), cycleId: 'c2' },
  ];
  expect(lastReviewDay(all, 'c1', DAY + 20)).toBe(DAY + 7);
  expect(lastReviewDay(all, 'c1', DAY + 7)).toBe(DAY);
  expect(lastReviewDay(all, 'c1', DAY)).toBeNull();
});
