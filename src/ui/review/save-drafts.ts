import type { AgendaItem } from '../../domain/agenda.ts';
import { parseIso } from '../../domain/calendar.ts';
import { saveEntry } from '../../domain/hold-meeting.ts';
import type { Id } from '../../domain/ids.ts';
import type { Meeting, MeetingEntry } from '../../domain/meeting.ts';
import { reviewing, type Draft } from '../../state/reviewing.svelte.ts';
import { store } from '../../state/workspace-store.svelte.ts';
import { listedOf } from './listed.ts';

/** Under which name the draft of an entry is kept. */
export const draftKey = ({ subject }: MeetingEntry): string => `${subject.kind} ${subject.id}`;
/** The draft of what is said of the whole: its note, and who is here as its text. */
export const WHOLE = 'whole';

/** What is typed of an entry, as it is stored. */
function written(before: MeetingEntry, { note, confidence, by, text, owner, due }: Draft): MeetingEntry {
  const [said, decided, name] = [note.trim(), text.trim(), by.trim()];
  const { by: _, ...rest } = before;
  const { outcome = 'open', answeredOn = null } = before.decision ?? {};
  return {
    ...rest,
    note: said,
    confidence,
    decision: decided ? { text: decided, owner: owner.trim(), due: parseIso(due), outcome, answeredOn } : null,
    ...(name && (said || confidence !== null) ? { by: name } : {}),
  };
}

const heldNow = (id: Id): Meeting | undefined => store.workspace.meetings?.find((meeting) => meeting.id === id && !meeting.finished);

function saveOne(meeting: Meeting, place: number, typed: Draft, items: readonly AgendaItem[]): void {
  const before = meeting.entries[place]!;
  const keyResult = before.subject.kind === 'key-result' ? store.workspace.keyResults.find(({ id }) => id === before.subject.id) : null;
  const after = written(before, typed);
  if (!saveEntry(meeting, place, after, keyResult ?? null).length) return;
  // How it stands when it is spoken about, not when the agenda was made.
  const item = items.find(({ subject }) => subject.id === before.subject.id);
  const seen = keyResult ? listedOf(item ?? { subject: before.subject, status: null, reasons: [] }).seen : before.seen;
  store.dispatchAll(saveEntry(meeting, place, { ...after, seen }, keyResult ?? null));
}

/** Saves what is typed of a review, one step to undo for each entry. The meeting may have gone by an undo: then nothing is saved. */
export function saveDrafts(meetingId: Id, items: readonly AgendaItem[]): void {
  const places = heldNow(meetingId)?.entries.map((_, place) => place) ?? [];
  for (const place of places) {
    const meeting = heldNow(meetingId)!;
    const key = draftKey(meeting.entries[place]!);
    const typed = reviewing.draft(meetingId, key);
    if (!typed) continue;
    saveOne(meeting, place, typed, items);
    reviewing.keep(meetingId, key, null);
  }
  const meeting = heldNow(meetingId);
  const typed = meeting && reviewing.draft(meetingId, WHOLE);
  if (!meeting || !typed) return;
  const [note, present] = [typed.note.trim(), typed.text.trim()];
  if (note !== meeting.note || present !== meeting.present)
    store.dispatch({ kind: 'put', list: 'meetings', item: { ...meeting, note, present } });
  reviewing.keep(meetingId, WHOLE, null);
}
