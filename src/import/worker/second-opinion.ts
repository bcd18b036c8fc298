import Papa from 'papaparse';
import type { Dialect } from './dialect.ts';

/**
 * Papa Parse's reading of a text that our own cutter stumbled over; null where it finds broken quotes as well. `text` has `\n` line ends.
 * Fetched only then: clean files, which are nearly all, never need it.
 */
export function secondOpinion(text: string, { delimiter, quote, escape }: Dialect): string[][] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, quoteChar: quote, escapeChar: escape, newline: '\n' });
  return errors.some(({ type }) => type === 'Quotes') ? null : data;
}
