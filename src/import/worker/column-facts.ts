import type { CellIssue } from '../../domain/dataset.ts';
import type { ColumnStats } from '../protocol.ts';

/** Rows of a table that examples are taken from. */
const HEAD = 200;

/** What is learnt about the figures of one column while they are read, piece by piece. */
export class ColumnFacts {
  /** The figures of the first body rows, NaN where there are none. */
  readonly head: Float64Array;
  readonly invalid: CellIssue[] = [];
  missing = 0;
  unit: string | null = null;
  scale = 1;
  private count = 0;
  private min = Infinity;
  private max = -Infinity;
  private sum = 0;

  constructor(rows: number) {
    this.head = new Float64Array(Math.min(rows, HEAD)).fill(NaN);
  }

  /** Takes the figure of body row `i`; NaN is none. */
  take(i: number, value: number): void {
    if (i < this.head.length) this.head[i] = value;
    if (Number.isNaN(value)) {
      this.missing++;
      return;
    }
    this.count++;
    this.sum += value;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }

  /** Null where there is no figure at all. */
  get stats(): ColumnStats | null {
    const { count, min, max, sum } = this;
    return count === 0 ? null : { count, min, max, sum };
  }
}
