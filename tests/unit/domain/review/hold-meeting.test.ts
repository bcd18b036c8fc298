import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../src/domain/apply-command.ts';
import { beginMeeting, checkInIdOf, runningMeeting, saveEntry, withListed, type Listed } from '../../../../src/domain/hold-meeting.ts';
import { minutesOf } from '../../../../src/domain/minutes.ts';
import type { Meeting, MeetingEntry } from '../../../../src/domain/meeting.ts';
import type { Workspace } from '../../../../src/domain/workspace.ts';
import { createFormat } from '../../../../src/messages/format.ts';
import { minutesForChat, minutesMarkdown } from '../../../../src/messages/minutes-text.ts';
import { meeting as words } from '../../../../src/messages/en/meeting.ts';
import { messages } from '../../../../src/messages/en.ts';
import { dayOf } from '../../../../src/domain/calendar.ts';
import { workspace } from '../../storage/sample.ts';

const DAY = dayOf(2026, 8, 28);
const listed = (id: string): Listed => ({
  subject: { kind: 'key-result', id, title: `Result ${id}` },
  seen: { status: 'off-track', value: 3, chance: 0.004, sentence: 'Far behind.' },
});
const meeting = beginMeeting([], 'c1', DAY, ' Ann ', [listed('k1'), listed('k2')]);
const spoken = (more: Partial<MeetingEntry>): MeetingEntry => ({ ...meeting.entries[0]!, ...more });
const save = (from: Workspace, at: Meeting, entry: MeetingEntry): Workspace =>
  saveEntry(at, 0, entry, from.keyResults[0]!).reduce((state, command) => {
    const result = applyCommand(state, command);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  }, from);
const own = (state: Workspace) => state.keyResults[0]!.checkIns.filter(({ id }) => id === checkInIdOf(meeting));

describe('a review that is held', () => {
  it('keeps the agenda that it began with, and takes in what is added once', () => {
    expect(meeting).toMatchObject({ id: 'w1', present: 'Ann', finished: false });
    const more = withListed(withListed(meeting, listed('k3')), listed('k1'));
    expect(more.entries.map(({ subject }) => subject.id)).toEqual(['k1', 'k2', 'k3']);
  });

  it('runs from its day on, in its cycle, until it is finished', () => {
    expect(runningMeeting([meeting], 'c1', DAY)?.id).toBe('w1');
    expect(runningMeeting([meeting], 'c1', DAY - 1)).toBeNull();
    expect(runningMeeting([meeting], 'c2', DAY)).toBeNull();
    expect(runningMeeting([{ ...meeting, finished: true }], 'c1', DAY)).toBeNull();
  });

  it('makes one check-in out of note and confidence, whatever is said again', () => {
    const first = save(workspace, meeting, spoken({ note: ' late ', confidence: 7, by: 'Ann' }));
    expect(own(first)).toEqual([{ id: 'w1-20693', day: DAY, value: null, confidence: 7, note: 'late', by: 'Ann' }]);
    const again = save(first, first.meetings![0]!, spoken({ note: 'late', confidence: 4, by: 'Ann' }));
    expect(own(again).map(({ confidence }) => confidence)).toEqual([4]);
    const silent = save(again, again.meetings![0]!, spoken({}));
    expect(own(silent)).toEqual([]);
    expect(silent.keyResults[0]!.checkIns).toEqual(workspace.keyResults[0]!.checkIns);
  });

  it('a decision alone is no check-in, and nothing new is no step', () => {
    const decided = spoken({ decision: { text: 'x', owner: '', due: null, outcome: 'open', answeredOn: null } });
    expect(saveEntry(meeting, 0, decided, workspace.keyResults[0]!).map(({ kind }) => kind)).toEqual(['put']);
    expect(saveEntry(meeting, 0, meeting.entries[0]!, workspace.keyResults[0]!)).toEqual([]);
    expect(saveEntry(meeting, 9, decided, null)).toEqual([]);
  });
});

describe('the minutes', () => {
  const earlier: Meeting = {
    ...beginMeeting([], 'c1', DAY - 7, '', [listed('k1'), listed('k2')]),
    finished: true,
  };
  const decision = { text: 'hire', owner: 'Ann', due: DAY - 2, outcome: 'open', answeredOn: null } as const;
  const before: Meeting = {
    ...earlier,
    entries: [
      { ...earlier.entries[0]!, decision: { ...decision, outcome: 'done', answeredOn: DAY } },
      { ...earlier.entries[1]!, decision: { ...decision, text: 'ask *Bob*' } },
    ],
  };
  const held: Meeting = {
    ...beginMeeting([before], 'c1', DAY, 'Ann, Bob', [listed('k1'), listed('k2')]),
    note: 'A good week',
    finished: true,
  };
  const now = {
    ...held,
    entries: [
      spoken({ note: 'one\ntwo', confidence: 7, by: 'Ann', decision: { ...decision, text: 'stop', due: DAY + 7 } }),
      held.entries[1]!,
    ],
  };
  const minutes = minutesOf(now, [before, now]);
  const context = { words: words.minutes, status: messages.status, format: createFormat('en'), board: 'Yunzhou' };

  it('hold what was said, what was only looked at, and what became of earlier decisions', () => {
    expect(minutes.spoken.length).toBe(1);
    expect(minutes.silent.map(({ id }) => id)).toEqual(['k2']);
    expect(minutes.answered.map((past) => past.decision.text)).toEqual(['hire']);
    expect(minutes.open.map((past) => [past.decision.text, past.overdue])).toEqual([['ask *Bob*', 2]]);
  });

  it('as Markdown escape what Markdown would take for its own', () => {
    expect(minutesMarkdown(minutes, context).split('\n')).toEqual([
      '# Yunzhou · Review of Aug 28, 2026',
      '',
      'Present: Ann, Bob',
      '',
      '**1 item discussed, 1 decision made**',
      '',
      '## 1. Result k1 — off track',
      '',
      'Far behind.',
      '',
      '- chance \\<1%, confidence 7 of 10 (Ann)',
      '- Note: one two',
      '- **Decision: stop** (Ann, by Sep 4)',
      '',
      '## Earlier decisions, answered',
      '',
      '- done: hire (Result k1, Ann, by Aug 26)',
      '',
      '## Earlier decisions, still open',
      '',
      '- 2 days overdue: ask \\*Bob\\* (Result k2, Ann, by Aug 26)',
      '',
      'Looked at, nothing noted: Result k2',
      '',
      'Of the whole: A good week',
      '',
    ]);
  });

  it('for a chat are short and plain', () => {
    expect(minutesForChat(minutes, context).split('\n')).toEqual([
      'Yunzhou · Review of Aug 28',
      '1 item discussed, 1 decision made',
      '1. Result k1 | off track, chance <1%, confidence 7 of 10 (Ann)',
      '   one two',
      '   → stop (Ann, by Sep 4)',
      '✓ done: hire',
      '! 2 days overdue: ask *Bob* (Ann)',
      'Of the whole: A good week',
    ]);
  });
});
