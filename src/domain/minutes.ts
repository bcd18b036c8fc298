import { decisionsUntil, type PastDecision } from './decisions.ts';
import { isSpoken } from './hold-meeting.ts';
import type { Meeting, MeetingEntry, Subject } from './meeting.ts';

/** What is left of a review when it is over. */
export interface Minutes {
  readonly meeting: Meeting;
  /** Entries about which something was said or decided, in the order of the agenda. */
  readonly spoken: readonly MeetingEntry[];
  /** Looked at without a word. */
  readonly silent: readonly Subject[];
  readonly decisions: number;
  /** Earlier decisions that were answered on its day. */
  readonly answered: readonly PastDecision[];
  /** Earlier decisions that were open still when it was over. */
  readonly open: readonly PastDecision[];
}

/** The minutes of a review, with what became of earlier decisions by its day. */
export function minutesOf(meeting: Meeting, meetings: readonly Meeting[]): Minutes {
  const earlier = decisionsUntil(meetings, meeting.day, meeting.id);
  const spoken = meeting.entries.filter(isSpoken);
  return {
    meeting,
    spoken,
    silent: meeting.entries.filter((entry) => !isSpoken(entry)).map(({ subject }) => subject),
    decisions: spoken.filter(({ decision }) => decision).length,
    answered: earlier.filter(({ decision }) => decision.outcome !== 'open' && decision.answeredOn === meeting.day),
    open: earlier.filter(({ decision }) => decision.outcome === 'open'),
  };
}
