import { decodeUtf8 } from './byte-texts.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Text of XML with its entities resolved. */
const resolveEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex: string, decimal: string, name: string) =>
        hex ? character(parseInt(hex, 16)) : decimal ? character(Number(decimal)) : (NAMED[name] ?? whole),
      )
    : text;

/** Text between tags that holds comments or sections of plain characters. */
const withoutMarkup = (text: string): string =>
  text
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : part.startsWith('<!--') ? '' : resolveEntities(part)))
    .join('');

/** Text of a cell: entities, and Excel's own `_x000D_` for characters that XML forbids, resolved; `\r\n` is one line break. */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  const raw = decodeUtf8(bytes, start, end);
  let text = raw.includes('<') ? withoutMarkup(raw) : resolveEntities(raw);
  if (text.includes('_x')) text = text.replace(/_x([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

/** Position of an ASCII word in bytes from `from` on, or −1. */
export function findWord(bytes: Uint8Array, word: string, from: number, to = bytes.length): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0 && at + word.length <= to; at = bytes.indexOf(first, at + 1))
    if (isWord(bytes, word, at)) return at;
  return -1;
}

/** Whether an ASCII word stands at `at`. */
export function isWord(bytes: Uint8Array, word: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** Attributes of every element of this name in a small part, in order. Prefixes of names are dropped. */
export function elementsOf(xml: string, name: string): ReadonlyMap<string, string>[] {
  return Array.from(xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}(\\s[^>]*)?>`, 'g')), (match) => {
    const attributes = (match[1] ?? '').matchAll(/(?:\w{1,20}:)?(\w{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    return new Map(Array.from(attributes, ([, key, double, single]) => [key!, resolveEntities(double ?? single ?? '')]));
  });
}
