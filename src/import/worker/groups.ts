import { NO_DAY } from './resolve-periods.ts';

const LARGEST_TABLE = 1 << 22;

/** Groups of rows that agree in everything they were split by. */
export class Groups {
  private ids: Int32Array;
  count = 1;
  constructor(length: number) {
    this.ids = new Int32Array(length);
  }

  /** Number of the group of a row. */
  idOf(row: number): number {
    return this.ids[row]!;
  }

  /** Number of groups there would be after splitting by `codes` (−1 and up); `keep` splits them. */
  split(codes: Int32Array, keep: boolean): number {
    let most = 0;
    for (let i = 0; i < codes.length; i++) if (codes[i]! > most) most = codes[i]!;
    const size = this.count * (most + 2);
    // Ids are looked up in an array where it is small enough: several times faster than hashing.
    const table = size <= LARGEST_TABLE ? new Int32Array(size) : null;
    const hashed = table ? null : new Map<number, number>();
    let found = 0;
    const ids = keep ? new Int32Array(this.ids.length) : null;
    for (let i = 0; i < this.ids.length; i++) {
      const key = this.ids[i]! * (most + 2) + codes[i]! + 1;
      let id = table ? table[key]! : (hashed!.get(key) ?? 0);
      if (id === 0) {
        id = ++found;
        if (table) table[key] = id;
        else hashed!.set(key, id);
      }
      if (ids) ids[i] = id - 1;
    }
    if (ids) {
      this.ids = ids;
      this.count = found;
    }
    return found;
  }
}

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
export function groupBy(days: Int32Array, columns: readonly { readonly codes: Int32Array }[]): Groups {
  const groups = new Groups(days.length);
  groups.split(rank(days), true);
  for (const { codes } of columns) groups.split(codes, true);
  return groups;
}

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
