import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';
import type { Decision, Meeting, MeetingEntry, Subject } from './meeting.ts';
import type { KeyResult } from './objective.ts';

/** Something that an earlier review decided, as it stood on a day. */
export interface PastDecision {
  readonly meetingId: Id;
  /** Place of its entry in the meeting. */
  readonly place: number;
  readonly subject: Subject;
  readonly decidedOn: EpochDay;
  readonly decision: Decision;
  /** Whole days since it was due, while it is open; 0 on the day itself; null where it is not due yet, has no day or was answered. */
  readonly overdue: number | null;
}

/** The decision as it was known at the end of a day: an answer given later is not known yet. */
function decisionOn(decision: Decision, day: EpochDay): Decision {
  return decision.answeredOn !== null && decision.answeredOn > day ? { ...decision, outcome: 'open', answeredOn: null } : decision;
}

/** Every decision of reviews up to a day, the newest first; `except` is the review that is being held. */
export function decisionsUntil(meetings: readonly Meeting[], asOf: EpochDay, except: Id | null = null): PastDecision[] {
  return meetings
    .filter(({ id, day }) => id !== except && day <= asOf)
    .flatMap(({ id, day, entries }) =>
      entries.flatMap((entry, place): PastDecision[] => {
        if (!entry.decision) return [];
        const decision = decisionOn(entry.decision, asOf);
        const late = decision.outcome === 'open' && decision.due !== null && decision.due <= asOf;
        return [
          {
            meetingId: id,
            place,
            subject: entry.subject,
            decidedOn: day,
            decision,
            overdue: late ? asOf - decision.due! : null,
          },
        ];
      }),
    )
    .sort((a, b) => b.decidedOn - a.decidedOn);
}

/** To be asked after: open, and due by now or without a day. */
export const isDue = ({ decision, overdue }: PastDecision): boolean =>
  decision.outcome === 'open' && (decision.due === null || overdue !== null);

/** The key result with those in whose place it came, or that it goes on with: what was decided of them is still to be asked after. */
export function lineOf(id: Id, keyResults: readonly KeyResult[]): ReadonlySet<Id> {
  const byId = new Map(keyResults.map((keyResult) => [keyResult.id, keyResult]));
  const line = new Set<Id>();
  for (let at: Id | undefined = id; at !== undefined && !line.has(at);) {
    line.add(at);
    const keyResult: KeyResult | undefined = byId.get(at);
    at = keyResult?.replaces ?? keyResult?.carriedFrom;
  }
  return line;
}

/** The meeting with one entry changed. */
export const withEntry = (meeting: Meeting, place: number, entry: MeetingEntry): Meeting => ({
  ...meeting,
  entries: meeting.entries.map((other, i) => (i === place ? entry : other)),
});

/** The meetings with a decision answered, or open again. */
export function answerDecision(
  meetings: readonly Meeting[],
  { meetingId, place }: Pick<PastDecision, 'meetingId' | 'place'>,
  outcome: Decision['outcome'],
  day: EpochDay,
): Meeting | null {
  const meeting = meetings.find(({ id }) => id === meetingId);
  const entry = meeting?.entries[place];
  if (!meeting || !entry?.decision) return null;
  const decision: Decision = { ...entry.decision, outcome, answeredOn: outcome === 'open' ? null : day };
  return withEntry(meeting, place, { ...entry, decision });
}

/** Day of the last finished review of a cycle before a day; null where there is none. */
export function lastReviewDay(meetings: readonly Meeting[], cycleId: Id | null, before: EpochDay): EpochDay | null {
  const days = meetings.filter((meeting) => meeting.finished && meeting.cycleId === cycleId && meeting.day < before).map(({ day }) => day);
  return days.length ? Math.max(...days) : null;
}
