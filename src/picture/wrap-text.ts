import { widthOf } from './review-axes.ts';

/** What may not begin a line. */
const CLOSING = /^[，。、；：！？）」』》”’%％…,.;:!?)]+\s*$/u;

/** A word, in pieces where it is wider than a whole line: an address, or a name without any space. */
function pieces(word: string, width: number, size: number): readonly string[] {
  if (widthOf(word.trimEnd(), size) <= width) return [word];
  const parts: string[] = [''];
  for (const sign of word) {
    if (parts.at(-1) && widthOf(parts.at(-1) + sign, size) > width) parts.push('');
    parts[parts.length - 1] += sign;
  }
  return parts;
}

/** A sentence as lines of at most this width in pixels: Chinese breaks between signs, other words at spaces, and no line begins with a full stop. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const words = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const part of words.flatMap((word) => pieces(word, width, size))) {
    if (line && !CLOSING.test(part) && widthOf((line + part).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/** The same in so many lines at most: what has no room is cut, and the cut is seen. */
export function wrapAtMost(text: string, most: number, width: number, size: number): readonly string[] {
  const lines = wrapText(text, width, size);
  if (lines.length <= most) return lines;
  let last = [...lines[most - 1]!];
  while (last.length && widthOf(`${last.join('')}…`, size) > width) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.join('').trimEnd()}…`];
}
