import type { Status } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';

/** What one entry of a review is about: a key result, or a KPI. */
export interface Subject {
  readonly kind: 'key-result' | 'metric';
  readonly id: Id;
  /** Its name on that day: minutes stay readable when it is gone. */
  readonly title: string;
}

/** Something that was decided, to be asked after next time. */
export interface Decision {
  readonly text: string;
  readonly owner: string;
  readonly due: EpochDay | null;
  /** What was found when it was asked after; open until then. */
  readonly outcome: 'open' | 'done' | 'not-done' | 'obsolete';
  /** Day of that answer. */
  readonly answeredOn: EpochDay | null;
}

/** How it stood when it was spoken about: figures may be restated later. */
export interface Seen {
  readonly status: Status;
  readonly value: number | null;
  readonly chance: number | null;
  /** The sentence that was on the screen, in the language of the meeting. */
  readonly sentence: string;
}

export interface MeetingEntry {
  readonly subject: Subject;
  readonly seen: Seen;
  readonly note: string;
  /** 0–10; null where nobody said. */
  readonly confidence: number | null;
  readonly decision: Decision | null;
  /** Whose confidence and note it is. Absent = nobody was named. */
  readonly by?: string;
}

/** A review of KPIs and OKRs together. It is written entry by entry and ends with its minutes. */
export interface Meeting {
  readonly id: Id;
  readonly cycleId: Id;
  readonly day: EpochDay;
  readonly present: string;
  readonly entries: readonly MeetingEntry[];
  /** What was said of the whole. */
  readonly note: string;
  readonly finished: boolean;
}
