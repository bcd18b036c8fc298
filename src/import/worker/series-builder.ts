import type { Grain } from '../../domain/calendar.ts';
import type { Accrual, DataColumn, MeasureRole } from '../../domain/dataset.ts';
import { guessAccrual } from './accrual.ts';
import type { Questions } from './table-context.ts';

/** Figures of one series with their places in the sheet, and their codes in each dimension. */
export interface Run {
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly codes: readonly Int32Array[];
}

interface Growing {
  readonly name: string;
  readonly role: MeasureRole;
  readonly unit: string | null;
  readonly accrual: Accrual | undefined;
  readonly runs: Run[];
}

const isFigure = (value: number) => !Number.isNaN(value);

/** One list of many, written into `joined` from its beginning. */
function join<T extends Int32Array | Float64Array>(joined: T, parts: readonly T[]): T {
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** One run of several; the only one as it is, so that what series share is not copied. */
function joinRuns(runs: readonly Run[]): Run {
  if (runs.length === 1) return runs[0]!;
  const length = runs.reduce((sum, run) => sum + run.days.length, 0);
  const whole = (list: (run: Run) => Int32Array) => join(new Int32Array(length), runs.map(list));
  const lists = runs.map((run) => run.values);
  return {
    days: whole((run) => run.days),
    values: join(new Float64Array(length), lists),
    rows: whole((run) => run.rows),
    columns: whole((run) => run.columns),
    codes: runs[0]!.codes.map((_, k) => whole((run) => run.codes[k]!)),
  };
}

/** Gathers figures that come row by row into one DataColumn for each name, measure and unit. */
export class SeriesBuilder {
  private readonly growing = new Map<string, Growing>();
  constructor(private readonly grain: Grain) {}

  /** Adds the figures of one series. */
  add(name: string, role: MeasureRole, unit: string | null, accrual: Accrual | undefined, run: Run): void {
    const key = JSON.stringify([name, role, unit]);
    let one = this.growing.get(key);
    if (!one) this.growing.set(key, (one = { name, role, unit, accrual, runs: [] }));
    one.runs.push(run);
  }

  /** The columns in order of appearance, without those that hold no figure. */
  build(questions: Questions): DataColumn[] {
    const built: DataColumn[] = [];
    for (const one of this.growing.values()) {
      const run = joinRuns(one.runs);
      if (!run.values.some(isFigure)) continue;
      // How the first series behaves tells running totals.
      const first = one.runs[0]!.days.length;
      const guess = guessAccrual(one.name, one.unit, this.grain, run.days.subarray(0, first), run.values.subarray(0, first));
      const accrualCertain = one.accrual !== undefined || guess.certain;
      if (!accrualCertain) questions.ask('accrual-uncertain', one.name);
      const { name, role, unit } = one;
      built.push({ name, role, unit, grain: this.grain, accrual: one.accrual ?? guess.accrual, accrualCertain, ...run });
    }
    return built;
  }
}
