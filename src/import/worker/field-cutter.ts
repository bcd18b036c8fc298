import type { Dialect } from './dialect.ts';
import { decodeUtf8 } from './byte-texts.ts';

export const NEWLINE = 10;
export const RETURN = 13;
const BLANKS = [32, 9];

/** `\r\n` and lone `\r` as `\n`. */
export const unixLines = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text);

/** Cuts one field after another out of the UTF-8 bytes of a delimited text. What was cut last stands in its properties. */
export class FieldCutter {
  /** Bounds of the last field's content, without its quotes. */
  start = 0;
  end = 0;
  /** Behind the last field: a delimiter, a line end, or the end of the text. */
  next = 0;
  /** The content holds escaped quotes or line ends and must be read with `text()`. */
  isEscaped = false;
  /** A quote was met that opens or closes nothing. */
  broken = false;
  private readonly delimiter: Uint8Array;
  /** First byte of the delimiter, and of a quote. */
  readonly first: number;
  readonly quote: number;
  /** Whether the delimiter is one byte, and how many it is. */
  readonly isSingle: boolean;
  readonly width: number;
  private readonly escape: number;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly dialect: Dialect,
  ) {
    this.delimiter = new TextEncoder().encode(dialect.delimiter);
    this.first = this.delimiter[0]!;
    this.width = this.delimiter.length;
    this.isSingle = this.width === 1;
    this.quote = dialect.quote.charCodeAt(0);
    this.escape = dialect.escape.charCodeAt(0);
  }

  /** Cuts the field that begins at `at`. */
  cut(at: number): void {
    const { bytes, first } = this;
    const { length } = bytes;
    if (at < length && bytes[at] === this.quote) return this.cutQuoted(at + 1);
    let end = at;
    for (; end < length; end++) {
      const byte = bytes[end]!;
      if (byte === first ? this.isSingle || this.isDelimiter(end) : byte === NEWLINE || byte === RETURN) break;
    }
    this.start = at;
    this.end = this.next = end;
    this.isEscaped = false;
  }

  /** Whether a delimiter stands behind the last field: then another one follows in its row. */
  get goesOn(): boolean {
    const byte = this.bytes[this.next];
    return this.next < this.bytes.length && byte !== NEWLINE && byte !== RETURN;
  }

  /** Where the next field of the row begins. */
  get afterDelimiter(): number {
    return this.next + this.width;
  }

  /** The last field as text. */
  text(): string {
    const text = decodeUtf8(this.bytes, this.start, this.end);
    if (!this.isEscaped) return text;
    const { quote, escape } = this.dialect;
    return unixLines(text).replaceAll(escape + quote, quote);
  }

  private isDelimiter(at: number): boolean {
    const { bytes, delimiter } = this;
    for (let i = 0; i < delimiter.length; i++) if (bytes[at + i] !== delimiter[i]) return false;
    return true;
  }

  /** A quote closes a field only before a delimiter, the end of a line or of the text; blanks between are forgiven. */
  private cutQuoted(from: number): void {
    const { bytes, quote, escape } = this;
    const { length } = bytes;
    this.start = from;
    this.isEscaped = false;
    for (let at = from; at < length; at++) {
      const byte = bytes[at]!;
      if (byte === RETURN) this.isEscaped = true;
      if (byte !== quote) continue;
      // A quote at the very end closes whatever stands before it.
      const after = at + 1 < length ? bytes[at + 1]! : NEWLINE;
      const ends = after === NEWLINE || after === RETURN || (this.isSingle && after === this.first);
      if (at + 1 === length || (ends && (escape === quote || at === from || bytes[at - 1] !== escape))) {
        this.end = at;
        this.next = at + 1;
        return;
      }
      if (escape === quote ? bytes[at + 1] === quote : at > from && bytes[at - 1] === escape) {
        this.isEscaped = true;
        if (escape === quote) at++;
        continue;
      }
      let end = at + 1;
      while (end < length && !this.isDelimiter(end) && BLANKS.includes(bytes[end]!)) end++;
      if (bytes[end] === NEWLINE || bytes[end] === RETURN || this.isDelimiter(end)) {
        this.end = at;
        this.next = end;
        return;
      }
      this.broken = true;
    }
    this.broken = true;
    this.end = this.next = length;
  }
}
