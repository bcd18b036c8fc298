import type { Grain } from '../../domain/calendar.ts';
import type { Accrual, DataColumn, MeasureRole } from '../../domain/dataset.ts';
import { guessAccrual } from './accrual.ts';
import type { Questions } from './table-context.ts';

/** Figures of one series with their places in the sheet, and their codes in each dimension. */
export interface Run {
  readonly days: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly rows: ArrayLike<number>;
  readonly columns: ArrayLike<number>;
  readonly codes: readonly ArrayLike<number>[];
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
function join<T extends Int32Array | Float64Array>(joined: T, parts: readonly ArrayLike<number>[]): T {
  let at = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) joined[at + i] = part[i]!;
    at += part.length;
  }
  return joined;
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
      const { runs } = one;
      const length = runs.reduce((sum, run) => sum + run.days.length, 0);
      const whole = (list: (run: Run) => ArrayLike<number>) => join(new Int32Array(length), runs.map(list));
      const values = join(
        new Float64Array(length),
        runs.map((run) => run.values),
      );
      if (!values.some(isFigure)) continue;
      const days = whole((run) => run.days);
      // How the first series behaves tells running totals.
      const first = runs[0]!.days.length;
      const guess = guessAccrual(one.name, one.unit, this.grain, days.subarray(0, first), values.subarray(0, first));
      const accrualCertain = one.accrual !== undefined || guess.certain;
      if (!accrualCertain) questions.ask('accrual-uncertain', one.name);
      built.push({
        name: one.name,
        role: one.role,
        unit: one.unit,
        grain: this.grain,
        accrual: one.accrual ?? guess.accrual,
        accrualCertain,
        days,
        values,
        rows: whole((run) => run.rows),
        columns: whole((run) => run.columns),
        codes: runs[0]!.codes.map((_, k) => whole((run) => run.codes[k]!)),
      });
    }
    return built;
  }
}
