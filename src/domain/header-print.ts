/** As much of a table's header as tells one kind of file from another. */
export interface HeaderColumn {
  readonly name: string;
  readonly role: 'date' | 'value' | 'dimension' | 'ignored';
}

const MONTH_WORD = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$|[一二三四五六七八九十]+月|[上下]半年|[一二三四]季/i;

/** A header that may be a period: in a table with periods across it says nothing of the file's kind, and changes every month. */
const mayBePeriod = (name: string) => /\d/.test(name.normalize('NFKC')) || MONTH_WORD.test(name.trim());

/** Names are compared without case, width and spaces: Excel and its users change these without noticing. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** The fingerprint of a header: its names in a fixed order, whatever the order of the columns; periods that stand across are no part of it. */
export function headerPrint(columns: readonly HeaderColumn[], layout: 'columns' | 'wide' | 'long'): readonly string[] {
  const named = layout === 'wide' ? columns.filter(({ name, role }) => role !== 'value' && !mayBePeriod(name)) : columns;
  return [...new Set(named.map(({ name }) => foldName(name)).filter(Boolean))].sort();
}

/** Share of the names that two headers have in common (Jaccard): 1 = the same header. Two empty headers say nothing of each other. */
export function headerOverlap(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]);
  return all.size === 0 ? 0 : (one.length + other.length - all.size) / all.size;
}
