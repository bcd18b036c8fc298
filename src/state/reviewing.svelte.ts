import type { EpochDay } from '../domain/calendar.ts';
import type { Id } from '../domain/ids.ts';
import type { MeetingEntry } from '../domain/meeting.ts';

const KEY = 'leeway-review';

/** What is being typed about one entry: kept until it is saved, through a reload too. */
export interface Draft {
  readonly note: string;
  readonly confidence: number | null;
  readonly by: string;
  readonly text: string;
  readonly owner: string;
  /** ISO date, or ''. */
  readonly due: string;
}

interface Stored {
  readonly meetingId: Id;
  readonly at: number;
  /** Day that it is compared with, as it was chosen. */
  readonly from: EpochDay | null;
  readonly drafts: Readonly<Record<string, Draft>>;
}

export const draftOf = ({ note, confidence, by, decision }: MeetingEntry, due: (day: number) => string): Draft => ({
  note,
  confidence,
  by: by ?? '',
  text: decision?.text ?? '',
  owner: decision?.owner ?? '',
  due: decision?.due == null ? '' : due(decision.due),
});

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && typeof (value as Draft).text === 'string' && typeof (value as Draft).note === 'string';

function read(): Stored | null {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Stored | null;
    if (typeof value?.meetingId !== 'string' || !Number.isInteger(value.at)) return null;
    const drafts = Object.entries(value.drafts ?? {}).filter(([, draft]) => isDraft(draft));
    const from = Number.isInteger(value.from) ? value.from : null;
    return { meetingId: value.meetingId, at: value.at, from, drafts: Object.fromEntries(drafts) };
  } catch {
    // Storage is blocked or holds something else: the review begins at its first item.
    return null;
  }
}

/** Where a running review stands, and what is typed but not saved. It belongs to this browser, not to the board. */
class Reviewing {
  #stored = $state.raw<Stored | null>(read());
  /** Finished review whose minutes are read. */
  minutes = $state<Id | null>(null);
  /** The overview is looked at while a review is being held. */
  away = $state(false);
  /** Nothing but the item, in large type. */
  presenting = $state(false);

  #write(stored: Stored | null): void {
    this.#stored = stored;
    try {
      if (stored) localStorage.setItem(KEY, JSON.stringify(stored));
      else localStorage.removeItem(KEY);
    } catch {
      // A private window may refuse; the place is then kept until the page is closed.
    }
  }

  /** The entry that is looked at. */
  placeIn(meetingId: Id): number {
    return this.#stored?.meetingId === meetingId ? this.#stored.at : 0;
  }

  #of(meetingId: Id): Stored {
    return this.#stored?.meetingId === meetingId ? this.#stored : { meetingId, at: 0, from: null, drafts: {} };
  }

  begin(meetingId: Id, from: EpochDay): void {
    this.#write({ meetingId, at: 0, from, drafts: {} });
  }

  /** The day that it is compared with; null where this browser did not begin it. */
  fromOf(meetingId: Id): EpochDay | null {
    return this.#of(meetingId).from;
  }

  goTo(meetingId: Id, at: number): void {
    this.#write({ ...this.#of(meetingId), at });
  }

  draft(meetingId: Id, subjectId: Id): Draft | null {
    return this.#stored?.meetingId === meetingId ? (this.#stored.drafts[subjectId] ?? null) : null;
  }

  keep(meetingId: Id, subjectId: Id, draft: Draft | null): void {
    const stored = this.#of(meetingId);
    const drafts = { ...stored.drafts };
    if (draft) drafts[subjectId] = draft;
    else delete drafts[subjectId];
    this.#write({ ...stored, drafts });
  }

  finish(): void {
    this.#write(null);
    this.presenting = false;
  }
}

export const reviewing = new Reviewing();
