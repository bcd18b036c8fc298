import type { DataColumn, Dataset } from './dataset.ts';

/** Figures compared in one column: enough to tell two companies apart, little enough for a million rows. */
const MOST = 5_000;

/** Figures of a column by their day and the words that separate them. */
function figuresOf({ dimensions }: Dataset, { days, values, codes }: DataColumn): ReadonlyMap<string, number> {
  const figures = new Map<string, number>();
  for (let i = 0; i < Math.min(values.length, MOST); i++) {
    const words = codes.map((code, k) => dimensions[k]?.values[code[i] ?? -1] ?? '');
    if (!Number.isNaN(values[i])) figures.set([days[i], ...words].join('\n'), values[i]!);
  }
  return figures;
}

/**
 * Share of the figures that two tables have for the same column, day and words, and that are equal; null where they have none in common.
 * Copies of one report agree on most of its past; reports of two departments have the same header and agree on nothing.
 */
export function shareOfSame(one: Dataset, other: Dataset): number | null {
  let [common, same] = [0, 0];
  for (const column of one.columns) {
    const twin = other.columns.find(({ name, role }) => name === column.name && role === column.role);
    if (!twin) continue;
    const before = figuresOf(one, column);
    for (const [key, value] of figuresOf(other, twin)) {
      if (!before.has(key)) continue;
      common++;
      if (before.get(key) === value) same++;
    }
  }
  return common === 0 ? null : same / common;
}
