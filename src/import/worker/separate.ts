import { splitGroups } from '../../domain/row-groups.ts';
import type { Dimension } from '../../domain/dataset.ts';
import { fold, textOf } from './cell.ts';
import type { CodedCells } from './coded-cells.ts';
import { groupBy, pickAt, sampleDays } from './groups.ts';

/** A text column coded as numbers: code −1 where blank. */
export interface Coded {
  readonly name: string;
  readonly column: number;
  readonly dimension: Dimension;
  readonly codes: Int32Array;
}

/** Codes the texts of a column by what they say, in order of appearance: blanks and widths of characters make no difference. The list of codes is taken over. */
export function codeColumn(name: string, column: number, { codes, cells }: CodedCells): Coded {
  const known = new Map<string, number>();
  const values: string[] = [];
  const meant = cells.map((cell) => {
    const text = textOf(cell).replace(/\s+/g, ' ').trim();
    const key = fold(text);
    if (key === '') return -1;
    let code = known.get(key);
    if (code === undefined) {
      known.set(key, (code = values.length));
      values.push(text);
    }
    return code;
  });
  for (let i = 0; i < codes.length; i++) codes[i] = meant[codes[i]!]!;
  return { name, column, dimension: { name, values }, codes };
}

/**
 * The text columns that tell series apart: those without which a period would come twice (with `fixed` ones always). A remark, or the name
 * of the person on duty, separates nothing. Greedy: each step takes the column that separates most, fewer distinct values first.
 */
export function separatingColumns(days: Int32Array, fixed: readonly Coded[], candidates: readonly Coded[]): Coded[] {
  const sampled = sampleDays(days);
  if (!sampled) return separateBy(days, fixed, candidates);
  const sample = (one: Coded): Coded => ({ ...one, codes: pickAt(one.codes, sampled) });
  const chosen = separateBy(pickAt(days, sampled), fixed.map(sample), candidates.map(sample));
  return [...fixed, ...candidates].filter((one) => chosen.some(({ name, column }) => name === one.name && column === one.column));
}

function separateBy(days: Int32Array, fixed: readonly Coded[], candidates: readonly Coded[]): Coded[] {
  let groups = groupBy(days, fixed);
  const chosen = [...fixed];
  const rest = candidates.filter((candidate) => candidate.dimension.values.length > 1);
  while (groups.count < days.length && rest.length > 0) {
    const gains = rest.map((candidate) => splitGroups(groups, candidate.codes).count);
    const best = Math.max(...gains);
    if (best === groups.count) break;
    // Of two that separate the same, the one with fewer values is the dimension; the other follows from it.
    const enough = rest.map((candidate, index) => ({ candidate, gain: gains[index]! })).filter(({ gain }) => gain === best);
    const { candidate } = enough.reduce((a, b) => (b.candidate.dimension.values.length < a.candidate.dimension.values.length ? b : a));
    groups = splitGroups(groups, candidate.codes);
    chosen.push(candidate);
    rest.splice(rest.indexOf(candidate), 1);
  }
  return chosen.sort((a, b) => a.column - b.column);
}

/** Positions whose day and dimension values came before: at most `most` of them. */
export function repeatedPositions(days: Int32Array, dimensions: readonly Coded[], most: number): number[] {
  const groups = groupBy(days, dimensions);
  const repeated: number[] = [];
  if (groups.count === days.length) return repeated;
  const seen = new Uint8Array(groups.count);
  for (let i = 0; i < days.length && repeated.length < most; i++) {
    const id = groups.of[i]!;
    if (seen[id]) repeated.push(i);
    seen[id] = 1;
  }
  return repeated;
}
