import type { Dimension } from '../../domain/dataset.ts';
import { fold, textOf, type Cell } from './cell.ts';

/** A text column coded as numbers: code −1 where blank. */
export interface Coded {
  readonly name: string;
  readonly column: number;
  readonly dimension: Dimension;
  readonly codes: Int32Array;
}

/** Codes the texts of a column by their distinct values, in order of appearance. */
export function codeColumn(name: string, column: number, cells: readonly Cell[]): Coded {
  const known = new Map<string, number>();
  const byRaw = new Map<string, number>();
  const values: string[] = [];
  const codes = new Int32Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const raw = textOf(cells[i]!);
    let code = byRaw.get(raw);
    if (code === undefined) {
      const text = raw.replace(/\s+/g, ' ').trim();
      const key = fold(text);
      code = key === '' ? -1 : (known.get(key) ?? values.length);
      if (code === values.length) {
        values.push(text);
        known.set(key, code);
      }
      byRaw.set(raw, code);
    }
    codes[i] = code;
  }
  return { name, column, dimension: { name, values }, codes };
}

const LARGEST_TABLE = 4_000_000;

/** Groups of rows that agree in everything chosen so far. */
class Groups {
  private ids: Int32Array;
  count = 1;
  constructor(length: number) {
    this.ids = new Int32Array(length);
  }

  /** Number of groups there would be after splitting by `codes`. */
  split(codes: Int32Array, keep: boolean): number {
    // Ids are looked up in an array where it is small enough: several times faster than hashing.
    let most = 0;
    for (const code of codes) if (code > most) most = code;
    const size = this.count * (most + 2);
    const table = size <= LARGEST_TABLE ? new Int32Array(size) : new Map<number, number>();
    let found = 0;
    const ids = keep ? new Int32Array(this.ids.length) : null;
    for (let i = 0; i < this.ids.length; i++) {
      const key = this.ids[i]! * (most + 2) + codes[i]! + 1;
      let id = table instanceof Map ? (table.get(key) ?? 0) : table[key]!;
      if (id === 0) {
        id = ++found;
        if (table instanceof Map) table.set(key, id);
        else table[key] = id;
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

/** Ranks distinct numbers 0, 1, 2 …, so that days can be split by as well. */
function rank(values: Int32Array): Int32Array {
  const ranks = new Map<number, number>();
  return values.map((value) => {
    let at = ranks.get(value);
    if (at === undefined) ranks.set(value, (at = ranks.size));
    return at;
  });
}

/**
 * The text columns that tell series apart: those without which a period would come twice (with `fixed` ones always). A remark, or the name
 * of the person on duty, separates nothing. Greedy: each step takes the column that separates most, fewer distinct values first.
 */
export function separatingColumns(days: Int32Array, fixed: readonly Coded[], candidates: readonly Coded[]): Coded[] {
  const groups = new Groups(days.length);
  groups.split(rank(days), true);
  const chosen = [...fixed];
  for (const one of fixed) groups.split(one.codes, true);
  const rest = candidates.filter((candidate) => candidate.dimension.values.length > 1);
  while (groups.count < days.length && rest.length > 0) {
    const gains = rest.map((candidate) => groups.split(candidate.codes, false));
    const best = Math.max(...gains);
    if (best === groups.count) break;
    // Of two that separate the same, the one with fewer values is the dimension; the other follows from it.
    const enough = rest.map((candidate, index) => ({ candidate, gain: gains[index]! })).filter(({ gain }) => gain === best);
    const { candidate } = enough.reduce((a, b) => (b.candidate.dimension.values.length < a.candidate.dimension.values.length ? b : a));
    groups.split(candidate.codes, true);
    chosen.push(candidate);
    rest.splice(rest.indexOf(candidate), 1);
  }
  return chosen.sort((a, b) => a.column - b.column);
}

/** Positions whose day and dimension values came before: at most `most` of them. */
export function repeatedPositions(days: Int32Array, dimensions: readonly Coded[], most: number): number[] {
  const groups = new Groups(days.length);
  groups.split(rank(days), true);
  for (const one of dimensions) groups.split(one.codes, true);
  if (groups.count === days.length) return [];
  const seen = new Set<string>();
  const repeated: number[] = [];
  for (let i = 0; i < days.length && repeated.length < most; i++) {
    const key = `${days[i]} ${dimensions.map((one) => one.codes[i]).join(' ')}`;
    if (seen.has(key)) repeated.push(i);
    seen.add(key);
  }
  return repeated;
}
