import { LIMITS } from './limits.ts';

/** A text whose quotes do not match, cut so that a stray quote damages one field only. */
export interface LenientRows {
  readonly rows: string[][];
  /** Rows (from 0) with a quote that opens or closes nothing. */
  readonly strayQuotes: readonly number[];
}

/** End of the quoted field that opens before `from`, or −1 where its quotes cannot be meant: unclosed, or closed before other text. */
function closingQuote(text: string, from: number, quote: string, delimiter: string): number {
  const last = Math.min(text.length, from + LIMITS.cellCharacters);
  let at = text.indexOf(quote, from);
  while (at >= 0 && at < last) {
    if (text[at + 1] !== quote) {
      const ends = at + 1 >= text.length || text[at + 1] === '\n' || text.startsWith(delimiter, at + 1);
      return ends ? at : -1;
    }
    at = text.indexOf(quote, at + 2);
  }
  return -1;
}

/** Cuts delimited text (line ends `\n`) into rows. Quotes that do not match are taken as they are written. */
export function tokeniseLeniently(text: string, delimiter: string, quote: string): LenientRows {
  const rows: string[][] = [];
  const strayQuotes = new Set<number>();
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const close = text[at] === quote ? closingQuote(text, at + 1, quote, delimiter) : -1;
    let end: number;
    if (close >= 0) {
      row.push(text.slice(at + 1, close).replaceAll(quote + quote, quote));
      end = close + 1;
    } else {
      if (text[at] === quote) strayQuotes.add(rows.length);
      end = at;
      while (end < text.length && text[end] !== '\n' && !text.startsWith(delimiter, end)) end++;
      row.push(text.slice(at, end));
    }
    if (end < text.length && text[end] !== '\n') {
      at = end + delimiter.length;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + 1;
    if (at === text.length) break;
  }
  return { rows, strayQuotes: [...strayQuotes] };
}
