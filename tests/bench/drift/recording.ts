import { civilOf, type EpochDay } from '../../../src/domain/calendar.ts';
import type { Accrual } from '../../../src/domain/dataset.ts';
import type { Random } from '../random.ts';
import type { Period, Schedule } from './calendar-world.ts';
import { seriesOf, type Row } from './table.ts';
import type { World } from './world.ts';

/** How well the figures of a KPI are kept. */
export interface Habits {
  /** Share of periods without a figure. */
  readonly gaps: number;
  /** Share of periods with two rows: a first figure and its correction, or an amount in two parts. */
  readonly doubles: number;
  /** The period that is not over is in the table as far as it goes. */
  readonly partial: boolean;
  /** Share of the time after which nobody enters figures any more; 1 = all the time. */
  readonly until: number;
}

export const habitsOf = ({ uniform }: Random, adds: boolean): Habits => ({
  // An amount that nobody entered would be missing in the total itself.
  gaps: !adds && uniform() < 0.3 ? 0.15 : 0,
  doubles: uniform() < 0.2 ? 0.25 : 0,
  partial: uniform() < 0.5,
  until: uniform() < 0.08 ? 0.45 + 0.35 * uniform() : 1,
});

/** What the table holds for one period. */
interface Entry {
  readonly period: Period;
  readonly value: number;
  readonly below: number;
  readonly kept: boolean;
  readonly double: boolean;
}

function rowsOf({ period, value, below, double }: Entry, accrual: Accrual, share: number): Row[] {
  const day = accrual === 'level' ? period.measured : period.first;
  if (accrual === 'level')
    return double
      ? [
          { day, value: 1.1 * value, below },
          { day, value, below },
        ]
      : [{ day, value, below }];
  if (accrual === 'cumulative') return [{ day, value, below }];
  const above = accrual === 'ratio' ? Math.round(value * below) : value;
  const parts = double ? [0.4, 0.6] : [1];
  return parts.map((part) => ({ day, value: part * share * above, below: part * share * below }));
}

/** Running totals of the year: they begin again with the first period of a year. */
export function runningTotals(periods: readonly Period[], amounts: readonly number[]): number[] {
  let total = 0;
  return amounts.map((amount, i) => {
    const before = periods[i - 1];
    if (before && civilOf(before.first).year !== civilOf(periods[i]!.first).year) total = 0;
    return (total += amount);
  });
}

/** Keeps a table of the figures and answers how the page reads it on each day. `values`: levels, shares or amounts of the periods. */
export function record(
  { grain, start, due, periods, history }: Schedule,
  accrual: Accrual,
  values: readonly number[],
  habits: Habits,
  { uniform }: Random,
): Pick<World, 'seriesAt' | 'lastFigure'> {
  const lastFigure = habits.until < 1 ? Math.floor(start + habits.until * (due - start)) : null;
  const totals = accrual === 'cumulative' ? runningTotals(periods, values) : values;
  const entries = periods.map((period, i): Entry => {
    const kept = i === history - 1 || i === periods.length - 1 || uniform() >= habits.gaps;
    return { period, value: totals[i]!, below: Math.round(5000 + 15000 * uniform()), kept, double: uniform() < habits.doubles };
  });
  const rowsOn = (asOf: EpochDay) =>
    entries.flatMap((entry, i): Row[] => {
      const { first, last, measured } = entry.period;
      const known = Math.min(asOf, lastFigure ?? asOf);
      if (!entry.kept || (accrual === 'level' ? measured > known : first > known)) return [];
      if (accrual === 'level' || last <= known) return rowsOf(entry, accrual, 1);
      if (!habits.partial) return [];
      const share = (known - first + 1) / (last - first + 1);
      const soFar = accrual === 'cumulative' ? { ...entry, value: entry.value - (1 - share) * values[i]! } : entry;
      return rowsOf(soFar, accrual, share);
    });
  return { lastFigure, seriesAt: (asOf) => seriesOf(rowsOn(asOf), grain, accrual) };
}
