import type { EpochDay } from './calendar.ts';
import type { Command } from './command.ts';
import { withEntry } from './decisions.ts';
import { nextId, type Id } from './ids.ts';
import type { Meeting, MeetingEntry, Seen, Subject } from './meeting.ts';
import type { CheckIn, KeyResult } from './objective.ts';

/** Something that is put on the agenda, as it stands. */
export interface Listed {
  readonly subject: Subject;
  readonly seen: Seen;
}

const entryOf = ({ subject, seen }: Listed): MeetingEntry => ({ subject, seen, note: '', confidence: null, decision: null });

/** A review that begins: its agenda stands from here on, whatever is answered in its course. */
export const beginMeeting = (
  meetings: readonly Meeting[],
  cycleId: Id,
  day: EpochDay,
  present: string,
  listed: readonly Listed[],
): Meeting => ({
  id: nextId(
    'w',
    meetings.map(({ id }) => id),
  ),
  cycleId,
  day,
  present: present.trim(),
  entries: listed.map(entryOf),
  note: '',
  finished: false,
});

/** The meeting with something added at the end of its agenda; what is there already stays as it is. */
export function withListed(meeting: Meeting, listed: Listed): Meeting {
  const there = meeting.entries.some(({ subject }) => subject.kind === listed.subject.kind && subject.id === listed.subject.id);
  return there ? meeting : { ...meeting, entries: [...meeting.entries, entryOf(listed)] };
}

/** Whether anybody said anything. */
export const isSpoken = ({ note, confidence, decision }: MeetingEntry): boolean =>
  note.trim() !== '' || confidence !== null || decision !== null;

/** The review that is being held on a day, if any. */
export const runningMeeting = (meetings: readonly Meeting[], cycleId: Id | null, asOf: EpochDay): Meeting | null =>
  meetings.findLast((meeting) => !meeting.finished && meeting.cycleId === cycleId && meeting.day <= asOf) ?? null;

/**
 * A review makes one check-in of a key result at most: saying it otherwise replaces it. The day is part of its id, since the id of a deleted
 * meeting is given anew.
 */
export const checkInIdOf = ({ id, day }: Pick<Meeting, 'id' | 'day'>): Id => `${id}-${day}`;

function checkInCommand(meeting: Meeting, keyResult: KeyResult, { note, confidence, by }: MeetingEntry): Command[] {
  const id = checkInIdOf(meeting);
  const before = keyResult.checkIns.find((checkIn) => checkIn.id === id);
  const text = note.trim();
  if (!text && confidence === null) return before ? [{ kind: 'delete-check-in', keyResultId: keyResult.id, id }] : [];
  const checkIn: CheckIn = { id, day: meeting.day, value: before?.value ?? null, confidence, note: text, ...(by ? { by } : {}) };
  const same = before && before.confidence === confidence && before.note === text && before.by === checkIn.by;
  return same ? [] : [{ kind: 'put-check-in', keyResultId: keyResult.id, checkIn }];
}

/**
 * What is said of one thing on the agenda, to be dispatched as one step: the entry of the meeting and, of a key result, the check-in that
 * shows note and confidence on its page and chart. Empty where nothing changed.
 */
export function saveEntry(meeting: Meeting, place: number, entry: MeetingEntry, keyResult: KeyResult | null): Command[] {
  const before = meeting.entries[place];
  if (!before) return [];
  const commands: Command[] = keyResult ? checkInCommand(meeting, keyResult, entry) : [];
  if (JSON.stringify(before) === JSON.stringify(entry)) return commands;
  return [{ kind: 'put', list: 'meetings', item: withEntry(meeting, place, entry) }, ...commands];
}
