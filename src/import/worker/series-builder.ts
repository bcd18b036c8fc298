import type { Grain } from '../../domain/calendar.ts';
import type { Accrual, DataColumn, MeasureRole } from '../../domain/dataset.ts';
import { guessAccrual } from './accrual.ts';
import type { Questions } from './table-context.ts';

interface Growing {
  readonly name: string;
  readonly role: MeasureRole;
  readonly unit: string | null;
  readonly accrual: Accrual | undefined;
  readonly days: number[];
  readonly values: number[];
  readonly rows: number[];
  readonly columns: number[];
  readonly codes: number[][];
  figures: number;
  /** Points of the first series: how they behave tells running totals. */
  firstSeries: number;
}

/** One figure with its place in the sheet and its dimension codes. */
export interface Point {
  readonly day: number;
  readonly value: number;
  readonly row: number;
  readonly column: number;
}

/** Gathers figures that come row by row into one DataColumn for each name, measure and unit. */
export class SeriesBuilder {
  private readonly growing = new Map<string, Growing>();
  constructor(
    private readonly grain: Grain,
    private readonly dimensions: number,
  ) {}

  /** Adds the figures of one series; `codes` holds its code in each dimension, or one for each point. */
  add(
    name: string,
    role: MeasureRole,
    unit: string | null,
    accrual: Accrual | undefined,
    points: readonly Point[],
    codes: (dimension: number, point: number) => number,
  ): void {
    const key = JSON.stringify([name, role, unit]);
    let one = this.growing.get(key);
    if (!one) {
      const blank = Array.from({ length: this.dimensions }, (): number[] => []);
      one = {
        name,
        role,
        unit,
        accrual,
        days: [],
        values: [],
        rows: [],
        columns: [],
        codes: blank,
        figures: 0,
        firstSeries: points.length,
      };
      this.growing.set(key, one);
    }
    points.forEach((point, index) => {
      one.days.push(point.day);
      one.values.push(point.value);
      one.rows.push(point.row);
      one.columns.push(point.column);
      for (let k = 0; k < this.dimensions; k++) one.codes[k]!.push(codes(k, index));
      if (!Number.isNaN(point.value)) one.figures++;
    });
  }

  /** The columns in order of appearance, without those that hold no figure. */
  build(questions: Questions): DataColumn[] {
    const built: DataColumn[] = [];
    for (const one of this.growing.values()) {
      if (one.figures === 0) continue;
      const days = Int32Array.from(one.days);
      const values = Float64Array.from(one.values);
      const guess = guessAccrual(one.name, one.unit, this.grain, days.subarray(0, one.firstSeries), values.subarray(0, one.firstSeries));
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
        rows: Int32Array.from(one.rows),
        columns: Int32Array.from(one.columns),
        codes: one.codes.map((codes) => Int32Array.from(codes)),
      });
    }
    return built;
  }
}
