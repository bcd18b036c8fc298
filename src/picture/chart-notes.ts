import type { EpochDay } from '../domain/calendar.ts';
import type { Id } from '../domain/ids.ts';
import type { KeyResult } from '../domain/objective.ts';

export interface ChartNote {
  readonly kind: 'check-in' | 'revision';
  readonly id: Id;
  readonly day: EpochDay;
  /** From 1, in the order of days: on the chart and in the list of notes. */
  readonly number: number;
}

/** What the chart marks by number up to a day: check-ins with a note, and revisions. */
export function chartNotes({ checkIns, revisions }: KeyResult, asOf: EpochDay): readonly ChartNote[] {
  const notes = [
    ...checkIns.filter(({ note }) => note).map(({ id, day }) => ({ kind: 'check-in' as const, id, day })),
    ...revisions.map(({ id, day }) => ({ kind: 'revision' as const, id, day })),
  ];
  return notes
    .filter(({ day }) => day <= asOf)
    .sort((a, b) => a.day - b.day)
    .map((note, i) => ({ ...note, number: i + 1 }));
}
