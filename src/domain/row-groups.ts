const LARGEST_TABLE = 1 << 22;

/** Rows in groups numbered from 0 in order of appearance. */
export interface RowGroups {
  readonly of: Int32Array;
  readonly count: number;
}

/** All rows in one group. */
export const oneGroup = (rows: number): RowGroups => ({ of: new Int32Array(rows), count: rows > 0 ? 1 : 0 });

/**
 * Splits groups of rows by a list of codes (−1 and up), one for each row. `into` takes the groups of the rows and may be the list they were in:
 * a list for each step would be most of the memory that a long table needs.
 */
export function splitGroups({ of, count }: RowGroups, codes: Int32Array, into: Int32Array = new Int32Array(of.length)): RowGroups {
  let most = -1;
  for (let i = 0; i < codes.length; i++) if (codes[i]! > most) most = codes[i]!;
  const width = most + 2;
  // Groups are looked up in an array where it is small enough: several times faster than hashing.
  const table = count * width <= LARGEST_TABLE ? new Int32Array(count * width) : null;
  const hashed = table ? null : new Map<number, number>();
  let found = 0;
  for (let i = 0; i < of.length; i++) {
    const key = of[i]! * width + codes[i]! + 1;
    let group = table ? table[key]! : (hashed!.get(key) ?? 0);
    if (group === 0) {
      group = ++found;
      if (table) table[key] = group;
      else hashed!.set(key, group);
    }
    into[i] = group - 1;
  }
  return { of: into, count: found };
}
