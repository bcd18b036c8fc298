import { widthOf } from './review-axes.ts';

/** What may not begin a line. */
const CLOSING = /^[，。、；：！？）」』》”’%％…,.;:!?)]/u;

/** A sentence as lines of at most this width in pixels: Chinese breaks between signs, other words at spaces, and no line begins with a full stop. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const parts = text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    if (line && !CLOSING.test(part) && widthOf((line + part).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}
