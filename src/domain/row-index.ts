import { oneGroup, splitGroups } from './row-groups.ts';

/**
 * Which rows belong to each combination of dimension values. Combination c has the code `codes[k][c]` in dimension k, and its rows are
 * `order[starts[c] … starts[c + 1] − 1]`, in the order of the sheet. Combinations come in order of appearance.
 */
export interface RowIndex {
  readonly codes: readonly Int32Array[];
  readonly starts: Int32Array;
  readonly order: Int32Array;
}

/** Indexes so many rows, given the dimension codes of each. */
export function indexRows(rows: number, codes: readonly Int32Array[]): RowIndex {
  const { of: groups, count } = codes.reduce((split, one) => splitGroups(split, one, split.of), oneGroup(rows));
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < groups.length; i++) starts[groups[i]! + 1]!++;
  for (let c = 1; c <= count; c++) starts[c]! += starts[c - 1]!;
  const order = new Int32Array(rows);
  const filled = starts.slice(0, count);
  for (let i = 0; i < groups.length; i++) order[filled[groups[i]!]!++] = i;
  const own = codes.map((one) => Int32Array.from({ length: count }, (_, c) => one[order[starts[c]!]!]!));
  return { codes: own, starts, order };
}

interface Indexed {
  readonly days: Int32Array;
  readonly codes: readonly Int32Array[];
  readonly index?: RowIndex;
}

const known = new WeakMap<Int32Array, { readonly codes: readonly Int32Array[]; readonly index: RowIndex }>();

/** The index of a column's rows; columns that share their days and codes share it. */
export function rowIndexOf({ days, codes, index }: Indexed): RowIndex {
  if (index) return index;
  const before = known.get(days);
  if (before && before.codes.length === codes.length && before.codes.every((list, k) => list === codes[k])) return before.index;
  const made = indexRows(days.length, codes);
  known.set(days, { codes, index: made });
  return made;
}

/** Rows of all combinations that `fits` says belong, in the order of the sheet. */
export function rowsOf({ codes, starts, order }: RowIndex, fits: (codeIn: (dimension: number) => number) => boolean): Int32Array {
  const parts: Int32Array[] = [];
  for (let c = 0; c + 1 < starts.length; c++) if (fits((k) => codes[k]![c]!)) parts.push(order.subarray(starts[c], starts[c + 1]));
  const rows = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    rows.set(part, at);
    at += part.length;
  }
  return rows.sort();
}
