import type { TextSource } from './cell-column.ts';

const FIRST_SLOTS = 1 << 8;

/** Distinct texts of a column, numbered from 1 in order of appearance, kept as places in the bytes of the file until somebody reads them. */
export class ByteTexts implements TextSource {
  private slots = new Int32Array(FIRST_SLOTS);
  private starts = new Int32Array(FIRST_SLOTS);
  private lengths = new Int32Array(FIRST_SLOTS);
  private hashes = new Int32Array(FIRST_SLOTS);
  /** How many there are. */
  count = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** Number of the text from `start` to `end`; undefined if it is new and new ones are not kept. */
  codeOf(start: number, end: number, keepsNew: boolean): number | undefined {
    const { bytes } = this;
    let hash = end - start;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const code = this.slots[slot]!;
      if (code === 0) return keepsNew ? this.add(slot, hash, start, end) : undefined;
      if (this.hashes[code] === hash && this.isAt(code, start, end)) return code;
    }
  }

  /** The text with this number. */
  read(code: number): string {
    const start = this.starts[code]!;
    return decodeUtf8(this.bytes, start, start + this.lengths[code]!);
  }

  private isAt(code: number, start: number, end: number): boolean {
    if (this.lengths[code] !== end - start) return false;
    const { bytes } = this;
    for (let i = start, at = this.starts[code]!; i < end; i++, at++) if (bytes[i] !== bytes[at]) return false;
    return true;
  }

  private add(slot: number, hash: number, start: number, end: number): number {
    const code = ++this.count;
    if (code >= this.starts.length) {
      this.starts = grown(this.starts);
      this.lengths = grown(this.lengths);
      this.hashes = grown(this.hashes);
    }
    this.slots[slot] = code;
    this.starts[code] = start;
    this.lengths[code] = end - start;
    this.hashes[code] = hash;
    if (code * 2 > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 1; code <= this.count; code++) {
      let slot = this.hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }
}

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const LONGEST_BY_HAND = 24;

/** A piece of UTF-8 as a string; short ASCII pieces, which are most, without the price of a decoder. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > LONGEST_BY_HAND) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let i = start; i < end; i++) {
    const byte = bytes[i]!;
    if (byte > 127) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
