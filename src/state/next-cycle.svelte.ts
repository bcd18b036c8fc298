import type { Id } from '../domain/ids.ts';
import type { Cycle } from '../domain/objective.ts';

/** Figures and title with which a key result goes on, as they were typed. */
export interface Figures {
  readonly baseline: number | null;
  readonly target: number | null;
  /** Somebody said that the target is meant. */
  readonly confirmed: boolean;
  /** Its title as somebody wrote it; null follows the figures. */
  readonly title: string | null;
}

/** What was typed of the next cycle; nothing is begun by it. */
export interface NextDraft {
  readonly next: Cycle | null;
  readonly figures: ReadonlyMap<Id, Figures>;
  /** Objectives of which somebody said whether they go on. */
  readonly objectives: ReadonlyMap<Id, boolean>;
}

const EMPTY: NextDraft = { next: null, figures: new Map(), objectives: new Map() };

/** Drafts of next cycles by the cycle that they follow: kept while one looks elsewhere, until the page is closed. */
class NextDrafts {
  #byCycle = $state.raw<ReadonlyMap<Id, NextDraft>>(new Map());

  of(cycleId: Id): NextDraft {
    return this.#byCycle.get(cycleId) ?? EMPTY;
  }

  change(cycleId: Id, by: Partial<NextDraft>): void {
    this.#byCycle = new Map([...this.#byCycle, [cycleId, { ...this.of(cycleId), ...by }]]);
  }

  forget(cycleId: Id): void {
    this.#byCycle = new Map([...this.#byCycle].filter(([id]) => id !== cycleId));
  }
}

export const nextDrafts = new NextDrafts();
