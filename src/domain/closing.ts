import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';

/** What becomes of a key result when its cycle is over. */
export type Afterwards = 'carry' | 'done' | 'stop';

export interface ClosingScore {
  readonly keyResultId: Id;
  /** 0.0–1.0 as the people scored it; null leaves the one that the figures give. */
  readonly score: number | null;
  readonly note: string;
  readonly afterwards: Afterwards;
}

/** The end of a cycle as it was agreed. */
export interface Closing {
  readonly day: EpochDay;
  /** What went well, what did not, what is learned from it. */
  readonly note: string;
  readonly scores: readonly ClosingScore[];
}
