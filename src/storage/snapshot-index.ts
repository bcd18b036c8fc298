import type { Id } from '../domain/ids.ts';

/** The board as it was at a time: its record is the document's as it was stored, its datasets are shared with the board of today. */
export interface Snapshot {
  readonly key: string;
  /** Instant as ISO 8601 text at which it was put by, just before the board changed further. */
  readonly takenAt: string;
  /** Its datasets: the id in its workspace, and the id that they are stored under. */
  readonly datasets: readonly (readonly [id: Id, stored: Id])[];
}

/** The newest ones that are kept in any case. */
const LAST = 10;
/** Beyond them the last of each day, for so many days that have one. */
const DAYS = 30;
/** Time between two of them, in milliseconds, unless the board is exchanged. */
const APART = 10 * 60_000;

/** The reader's own calendar day of an instant. */
const dayOf = (instant: string): string => new Date(instant).toDateString();

/** Whether it is time for another one. */
export function isDue(index: readonly Snapshot[], now: string): boolean {
  const last = index.at(-1);
  if (!last) return true;
  const passed = Date.parse(now) - Date.parse(last.takenAt);
  // A clock that was put back must not stop them for ever.
  return !(passed >= 0 && passed < APART);
}

/** Those that stay, oldest first: the last ten, and the last of each of the last thirty days that have one. */
export function retained(index: readonly Snapshot[]): readonly Snapshot[] {
  const lastOfDay = new Map(index.map((snapshot) => [dayOf(snapshot.takenAt), snapshot]));
  const kept = new Set([...[...lastOfDay.values()].slice(-DAYS), ...index.slice(-LAST)]);
  return index.filter((snapshot) => kept.has(snapshot));
}

/** Ids under which datasets are stored that a snapshot needs. */
export const neededBy = (index: readonly Snapshot[]): ReadonlySet<Id> =>
  new Set(index.flatMap(({ datasets }) => datasets.map(([, stored]) => stored)));
