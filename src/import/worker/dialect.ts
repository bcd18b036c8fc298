import { unixLines } from './field-cutter.ts';
import { firstRows } from './first-rows.ts';

/** How a delimited text is cut into cells. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: '"' | "'";
  readonly escape: '"' | "'" | '\\';
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
const SAMPLE_CHARACTERS = 1 << 18;
const SAMPLE_ROWS = 100;

const NUMBER = /^[-+(]?[¥$€£￥]?\s?\d[\d.,'\s]*\)?\s?[%‰]?[-万亿萬億]?$/;
const DATE = /^\d{1,4}([-/.年]\d{1,2}){1,2}/;
const WORD = /^[\p{L}_#(][^,;\t|]{0,60}$/u;

function typedShare(rows: readonly (readonly string[])[]): number {
  let cells = 0;
  let typed = 0;
  for (const row of rows)
    for (const raw of row) {
      const cell = raw.trim().slice(0, 80);
      if (cell === '') continue;
      cells++;
      if (NUMBER.test(cell) || DATE.test(cell) || WORD.test(cell)) typed++;
    }
  return cells === 0 ? 0 : typed / cells;
}

/** Σ over row lengths L of N·(L−1)/L, divided by the number of distinct lengths, times the share of cells that look like something. */
function score(rows: readonly (readonly string[])[]): number {
  const byLength = new Map<number, number>();
  for (const row of rows) if (row.some((cell) => cell.trim() !== '')) byLength.set(row.length, (byLength.get(row.length) ?? 0) + 1);
  let sum = 0;
  for (const [length, count] of byLength) sum += (count * (length - 1)) / length;
  return byLength.size === 0 ? 0 : (sum / byLength.size) * (typedShare(rows) + 0.01);
}

const count = (text: string, part: string) => text.split(part).length - 1;

/** A quote that opens a field: at the start of the text, of a line or after a delimiter. */
function opensFields(sample: string, quote: string, delimiter: string): number {
  return count(sample, `\n${quote}`) + count(sample, `${delimiter}${quote}`) + (sample.startsWith(quote) ? 1 : 0);
}

/** Quotes and escapes that go with a delimiter in this text. */
function dialectWith(sample: string, delimiter: string): Dialect {
  // A few double quotes may stand behind a delimiter within fields.
  const [apostrophes, doubles] = [opensFields(sample, "'", delimiter), opensFields(sample, '"', delimiter)];
  const single = apostrophes > 2 && doubles * 4 < apostrophes;
  const quote = single && count(sample, `'${delimiter}`) + count(sample, "'\n") > 2 ? "'" : '"';
  const escape = count(sample, `\\${quote}`) > count(sample, `${quote}${quote}`) ? '\\' : quote;
  return { delimiter, quote, escape };
}

/** Guesses delimiter, quote and escape from the beginning of the text. */
export function detectDialect(text: string, chosen?: string): Dialect {
  const sample = unixLines(text.slice(0, SAMPLE_CHARACTERS));
  const delimiters = (chosen === undefined ? DELIMITERS : [chosen]).filter((delimiter) => sample.includes(delimiter));
  // `1, "x, y"`: the blank belongs to the delimiter where quotes follow it.
  const spaced = delimiters
    .filter((delimiter) => sample.includes(`${delimiter} "`) && !sample.includes(`${delimiter}"`))
    .map((delimiter) => `${delimiter} `);
  let best: Dialect = { delimiter: chosen ?? ',', quote: '"', escape: '"' };
  let bestScore = -1;
  for (const delimiter of [...delimiters, ...spaced]) {
    const dialect = dialectWith(sample, delimiter);
    const points = score(firstRows(sample, dialect, SAMPLE_ROWS));
    if (points > bestScore) [best, bestScore] = [dialect, points];
  }
  return best;
}
