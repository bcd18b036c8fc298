import type { Dialect } from './dialect.ts';
import { Repeats } from './repeats.ts';
import { FigureColumns } from './figure-columns.ts';

/** A delimited text cut into rows of strings, nothing converted. */
export interface CutText {
  readonly rows: string[][];
  /** A quote opens or closes nothing: the rows are as good as can be, and the text had better be cut leniently. */
  readonly broken: boolean;
  /** What the cells say where they are plain figures. */
  readonly figures: FigureColumns;
}

const [NEWLINE, RETURN] = [10, 13];

/** `\r\n` and lone `\r` as `\n`. */
export const unixLines = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text);

function unescaped(field: string, escape: string, quote: string): string {
  const text = unixLines(field);
  return text.includes(quote) ? text.replaceAll(escape + quote, quote) : text;
}

interface Quoted {
  /** Behind the closing quote, and behind blanks that follow it. */
  readonly end: number;
  readonly value: string;
  readonly broken: boolean;
}

/** Reads the field whose opening quote stands before `from`. A quote closes it only before a delimiter or the end of a line or the text. */
function quotedField(text: string, from: number, { delimiter, quote, escape }: Dialect): Quoted {
  let [at, broken] = [from, false];
  for (;;) {
    const close = text.indexOf(quote, at);
    if (close < 0) return { end: text.length, value: unixLines(text.slice(from)), broken: true };
    if (close === text.length - 1) return { end: text.length, value: unescaped(text.slice(from, close), escape, quote), broken };
    if (escape === quote ? text[close + 1] === quote : text[close - 1] === escape) {
      at = escape === quote ? close + 2 : close + 1;
      continue;
    }
    let end = close + 1;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === NEWLINE || code === RETURN || text.startsWith(delimiter, end))
        return { end, value: unescaped(text.slice(from, close), escape, quote), broken };
      if (text[end]!.trim() !== '') break;
    }
    broken = true;
    at = close + 2;
  }
}

const SAMPLE = 1 << 14;

/** Rows that a text seems to have, judging by its beginning, and some to spare. */
function likelyRows(text: string): number {
  const sample = text.slice(0, SAMPLE);
  return Math.ceil((sample.split(/[\r\n]+/).length * 1.05 * text.length) / Math.max(1, sample.length));
}

/**
 * Cuts a text at its delimiters and line ends of any kind, in one pass. Equal cells of a column share one string, and plain figures are
 * read while their characters are at hand: what comes after need not touch the text of a large file again. `limit` rows at most, 0 for all.
 */
export function tokenise(text: string, dialect: Dialect, limit = 0): CutText {
  const { delimiter, quote } = dialect;
  const [first, open, length] = [delimiter.charCodeAt(0), quote.charCodeAt(0), text.length];
  const rows: string[][] = [];
  const repeats = new Repeats();
  const figures = new FigureColumns(limit > 0 ? 0 : length, likelyRows(text));
  let [at, row, broken]: [number, string[], boolean] = [0, [], false];
  while (at <= length && length > 0) {
    let end = at;
    if (text.charCodeAt(at) === open) {
      const field = quotedField(text, at + 1, dialect);
      end = field.end;
      broken ||= field.broken;
      figures.read(field.value, rows.length, row.length);
      row.push(field.value);
    } else {
      let hash = 0;
      for (; end < length; end++) {
        const code = text.charCodeAt(end);
        if (code === first ? delimiter.length === 1 || text.startsWith(delimiter, end) : code === NEWLINE || code === RETURN) break;
        hash = (Math.imul(hash, 31) + code) | 0;
      }
      const cell = end === at ? '' : repeats.share(text, at, end, hash, row.length);
      figures.read(cell, rows.length, row.length);
      row.push(cell);
    }
    const code = text.charCodeAt(end);
    if (end < length && code !== NEWLINE && code !== RETURN) {
      at = end + delimiter.length;
      continue;
    }
    rows.push(row);
    // A text that ends in its last field has no further row; one that ends in a line end has an empty one.
    if (end >= length || rows.length === limit) break;
    row = [];
    at = end + (code === RETURN && text.charCodeAt(end + 1) === NEWLINE ? 2 : 1);
  }
  return { rows, broken, figures };
}
