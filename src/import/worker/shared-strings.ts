import type { TextSource } from './cell-column.ts';
import { cellText, findWord, isWord } from './xml-text.ts';

const [OPEN, SLASH, CLOSE] = [60, 47, 62];

/** Text of an item (`<si>` or `<is>`): its runs joined, the reading aids of East Asian texts left out. */
export function readItem(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let hidden = false;
  for (let at = start; at < end; at++) {
    if (bytes[at] !== OPEN) continue;
    if (isWord(bytes, '<rPh', at)) hidden = true;
    else if (isWord(bytes, '</rPh', at)) hidden = false;
    else if (!hidden && isWord(bytes, '<t', at) && (bytes[at + 2] === CLOSE || bytes[at + 2] === 32)) {
      const from = bytes.indexOf(CLOSE, at) + 1;
      if (bytes[from - 2] === SLASH) continue;
      const to = findWord(bytes, '</', from);
      text += cellText(bytes, from, to);
      at = to - 1;
    }
  }
  return text;
}

/** The texts that the cells of a workbook share, read when they are asked for. */
export class SharedStrings implements TextSource {
  private readonly bounds: number[] = [];
  private readonly empty = new Set<number>();

  constructor(private readonly bytes: Uint8Array) {
    for (let at = findWord(bytes, '<si', 0); at >= 0; at = findWord(bytes, '<si', at)) {
      const start = bytes.indexOf(CLOSE, at) + 1;
      const end = bytes[start - 2] === SLASH ? start : findWord(bytes, '</si>', start);
      if (start === 0 || end < 0) return;
      this.bounds.push(start, end);
      const isPlain = isWord(bytes, '<t>', start) && bytes[start + 3] !== OPEN;
      if (!isPlain && this.read(this.count) === '') this.empty.add(this.count);
      at = end;
    }
  }

  get count(): number {
    return this.bounds.length / 2;
  }

  /** Whether the text with this number says nothing. */
  isEmpty(code: number): boolean {
    return this.empty.has(code);
  }

  /** Text by its number from 1. */
  read(code: number): string {
    return readItem(this.bytes, this.bounds[code * 2 - 2]!, this.bounds[code * 2 - 1]!);
  }
}
