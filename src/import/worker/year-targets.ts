import { civilOf, dayOf, type EpochDay } from '../../domain/calendar.ts';
import type { Profile } from './profile.ts';
import { NO_DAY } from './resolve-periods.ts';
import type { TableContext } from './table-context.ts';

/** Columns of targets for a whole year (年度目标, FY26 Target) among columns of months or quarters; none where the others are years, too. */
export function yearTargetsAmong(profiles: readonly Profile[]): readonly Profile[] {
  const isFiner = profiles.some(({ header }) => header.period && header.period.grain !== 'year' && !header.yearly);
  return isFiner
    ? profiles.filter(
        ({ header, kind }) => header.yearly && kind === 'number' && (header.period === null || header.period.grain === 'year'),
      )
    : [];
}

/** The first day of the year that a target is for: named in its header, around the table, or else the last year of the table. */
export function yearOfTarget({ header }: Profile, context: TableContext, days: Iterable<number>): EpochDay {
  let last = NO_DAY;
  for (const day of days) if (day > last) last = day;
  return dayOf(header.period?.year ?? context.year?.value ?? civilOf(last === NO_DAY ? 0 : last).year, 1, 1);
}

/** The first figure of each year and series where all figures of the year are equal: a year's target that is repeated in every month. Null where they differ. */
export function onePerYear(days: Int32Array, values: Float64Array, codes: readonly Int32Array[]): Int32Array | null {
  const found = new Map<string, number>();
  for (let i = 0; i < days.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    const key = [civilOf(days[i]!).year, ...codes.map((list) => list[i])].join();
    const first = found.get(key);
    if (first === undefined) found.set(key, i);
    else if (values[first] !== values[i]) return null;
  }
  return Int32Array.from(found.values());
}
