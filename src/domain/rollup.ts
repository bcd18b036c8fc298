import { SEVERITY, type Assessment, type Status } from './assessment.ts';
import type { Id } from './ids.ts';
import type { KeyResult } from './objective.ts';

/** An objective in numbers: weighted progress beside the worst status, never an average colour. */
export interface Rollup {
  /** Σ weight·clamp(progress) / Σ weight over key results that have a figure; null where none has. */
  readonly progress: number | null;
  /** The same with what the plans expect by now. */
  readonly expected: number | null;
  readonly worst: Status;
  /** Key results without a figure: they are left out of both sums and said so. */
  readonly withoutFigure: number;
}

/** What a roll-up needs to know of a key result: its status, and its progress as it counts. */
export type Counted = Pick<Assessment, 'status' | 'rollup'>;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

export const worseOf = (a: Status, b: Status): Status => (SEVERITY.indexOf(a) <= SEVERITY.indexOf(b) ? a : b);

/** Adds up weighted parts; parts without a figure are counted apart. */
export class RollupSum {
  #weight = 0;
  #progress = 0;
  #expected = 0;
  #withoutFigure = 0;
  #worst: Status | null = null;

  add(weight: number, { status, rollup }: Counted): void {
    this.#worst = this.#worst === null ? status : worseOf(this.#worst, status);
    if (!rollup) {
      this.#withoutFigure++;
      return;
    }
    this.#weight += weight;
    this.#progress += weight * clamp(rollup.progress);
    this.#expected += weight * clamp(rollup.expected);
  }

  /** A part that is a sum itself. What has nothing to say of its own (no key result below it) is left out of everything. */
  addSum(weight: number, { progress, expected, worst, withoutFigure }: Rollup): void {
    const nothing = progress === null && withoutFigure === 0;
    if (nothing) return;
    const missing = this.#withoutFigure;
    this.add(weight, { status: worst, rollup: progress === null || expected === null ? null : { progress, expected } });
    this.#withoutFigure = missing + withoutFigure;
  }

  /** Sum of the weights of what has a figure. */
  get weight(): number {
    return this.#weight;
  }

  get rollup(): Rollup {
    const share = (sum: number) => (this.#weight ? sum / this.#weight : null);
    return {
      progress: share(this.#progress),
      expected: share(this.#expected),
      worst: this.#worst ?? 'no-data',
      withoutFigure: this.#withoutFigure,
    };
  }
}

/**
 * Rolls key results up. Weights need not add up to 1. Progress is clamped to [0, 1] here only, so that one overachiever cannot hide a
 * drifting neighbour. A key result without an answer (not on the board that day) is left out.
 */
export function rollUp(keyResults: readonly Pick<KeyResult, 'id' | 'weight'>[], answerOf: (id: Id) => Counted | undefined): Rollup {
  const sum = new RollupSum();
  for (const { id, weight } of keyResults) {
    const answer = answerOf(id);
    if (answer) sum.add(weight, answer);
  }
  return sum.rollup;
}
