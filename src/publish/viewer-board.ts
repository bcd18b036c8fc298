import type { Status } from '../domain/assessment.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Id } from '../domain/ids.ts';
import type { Locale } from '../messages/locale.ts';
import type { DriftPicture } from '../picture/drift-picture.ts';

/** A text in every language: in the order of LOCALES, or once where they all say the same. */
export type Said = string | readonly string[];

/** A check-in or a change of the goal, as its author wrote it. */
export interface ViewerNote {
  readonly number: number | null;
  readonly day: EpochDay;
  readonly text: Said;
  readonly by: string;
}

/** One line of the facts of a key result. */
export interface ViewerFact {
  readonly term: Said;
  readonly figure: Said;
}

export interface ViewerKeyResult {
  readonly id: Id;
  readonly objective: Id;
  readonly title: string;
  readonly owner: string;
  readonly status: Status;
  /** Its verdict, or its status where there is none. */
  readonly verdict: Said;
  /** Empty where the board came without figures. */
  readonly value: Said;
  readonly target: Said;
  /** Fractions; null where nothing can be said. */
  readonly progress: number | null;
  readonly expected: number | null;
  readonly chance: Said;
  readonly due: Said;
  /** The finding, and what is behind it. */
  readonly lead: Said;
  readonly rest: Said;
  readonly unit: string | null;
  readonly facts: readonly ViewerFact[];
  readonly steps: readonly { readonly title: string; readonly done: boolean; readonly due: EpochDay | null }[];
  /** Null where there is nothing to draw. */
  readonly picture: DriftPicture | null;
  readonly notes: readonly ViewerNote[];
}

export interface ViewerObjective {
  readonly id: Id;
  readonly parent: Id | null;
  readonly depth: number;
  readonly title: string;
  readonly owner: string;
  readonly level: Said;
  readonly progress: number | null;
  readonly expected: number | null;
  /** The worst of its own and of everything below it. */
  readonly worst: Status;
  readonly aligned: readonly { readonly to: Id; readonly note: string }[];
}

/** Everything that one HTML file shows of a board: judged where it was made, so that the file only draws. */
export interface ViewerBoard {
  readonly version: 1;
  /** Language of whoever made it: the one that the file opens in. */
  readonly locale: Locale;
  readonly title: string;
  readonly day: EpochDay;
  readonly headline: Said;
  readonly sub: readonly Said[];
  readonly counts: readonly { readonly status: Status; readonly word: Said; readonly count: number }[];
  readonly status: Readonly<Record<Status, Said>>;
  /** In the order in which they are read: parents before their children. */
  readonly objectives: readonly ViewerObjective[];
  readonly keyResults: readonly ViewerKeyResult[];
  /** What needs attention, strongest evidence first. */
  readonly attention: readonly Id[];
  /** The board as the fragment of a link, by which the whole app can open it again. */
  readonly link: string;
}
