import { oneGroup, splitGroups, type RowGroups } from '../../domain/row-groups.ts';
import { NO_DAY } from './resolve-periods.ts';

/** Ranks distinct days 0, 1, 2 …, so that rows can be split by them. */
function rank(days: Int32Array): Int32Array {
  const ranks = new Map<number, number>();
  let [last, at] = [NO_DAY, -1];
  return days.map((day) => {
    if (at >= 0 && day === last) return at;
    last = day;
    at = ranks.get(day) ?? ranks.size;
    ranks.set(day, at);
    return at;
  });
}

/** Rows grouped by day and some coded columns. */
export const groupBy = (days: Int32Array, columns: readonly { readonly codes: Int32Array }[]): RowGroups =>
  columns.reduce((groups, { codes }) => splitGroups(groups, codes, groups.of), splitGroups(oneGroup(days.length), rank(days)));

/** Rows up to which all are looked at. */
const FEW = 20_000;

/** In a long table, the positions of all rows of some of its days: what comes twice on a day comes twice on these. Null in a short one. */
export function sampleDays(days: Int32Array): Int32Array | null {
  if (days.length <= FEW) return null;
  const every = Math.ceil(days.length / FEW);
  const at: number[] = [];
  // Days are scattered first: the first of each month, or all Mondays, would be no fair sample.
  for (let i = 0; i < days.length; i++) if ((Math.imul(days[i]!, 0x9e3779b1) >>> 8) % every === 0) at.push(i);
  return at.length >= FEW / 10 ? Int32Array.from(at) : null;
}

/** The values at some positions. */
export function pickAt(from: Int32Array, at: Int32Array): Int32Array {
  const picked = new Int32Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = from[at[i]!]!;
  return picked;
}
