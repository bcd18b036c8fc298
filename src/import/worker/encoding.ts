import { isUtf8 } from './utf8.ts';

/** A text encoding by its WHATWG label, and how many bytes of byte order mark to skip. */
export interface Encoding {
  readonly label: string;
  readonly skip: number;
}

const SAMPLE = 1 << 18;

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: 'utf-8', skip: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', skip: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', skip: 2 };
  return null;
}

/** UTF-16 without a mark: ASCII characters leave NULs on the even or the odd bytes. */
function byNulParity(bytes: Uint8Array): string | null {
  const nuls = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) nuls[i % 2]!++;
  const [even, odd] = nuls as [number, number];
  if (even + odd < bytes.length * 0.05) return null;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : null;
}

/** Scores pairs of high bytes as GBK and as Big5: frequent zones count 1, rare ones a quarter. */
function byPairs(bytes: Uint8Array, locale: string): string {
  let gbk = 0;
  let big5 = 0;
  let pairs = 0;
  let isolated = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (trail < 0x40 || lead === 0x80 || lead === 0xff) {
      isolated++;
      continue;
    }
    // A letter after a lone accented one ('é' in 'Période') reads as a pair, too: count it for both sides.
    if (trail < 0x7f) isolated++;
    pairs++;
    if (trail >= 0xa1) {
      gbk += (lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7) ? 1 : 0.25;
    } else gbk += 0.1;
    if (lead >= 0xa1 && lead <= 0xf9 && (trail >= 0xa1 || trail <= 0x7e)) big5 += lead <= 0xc6 ? 1 : 0.25;
    i++;
  }
  if (pairs === 0 || isolated > pairs * 0.75) return 'windows-1252';
  const traditional = /^zh-(tw|hk|mo|hant)/i.test(locale);
  const lean = 0.03 * pairs;
  return gbk + (traditional ? 0 : lean) >= big5 + (traditional ? lean : 0) ? 'gb18030' : 'big5';
}

/** Guesses the encoding of a text file from its bytes; the page's locale breaks ties. */
function detectEncoding(bytes: Uint8Array, locale: string): Encoding {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  const sample = bytes.subarray(0, SAMPLE);
  const wide = byNulParity(sample);
  if (wide) return { label: wide, skip: 0 };
  if (isUtf8(sample) && (bytes.length <= SAMPLE || isUtf8(bytes))) return { label: 'utf-8', skip: 0 };
  return { label: byPairs(sample, locale), skip: 0 };
}

/** What windows-1252 puts where Latin-1 has control characters, from 0x80 on (a blank where it has nothing). */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Some runtimes decode windows-1252 as Latin-1 and lose the euro sign. */
const repairControls = (text: string): string => text.replace(/[\x80-\x9f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]!);

/** A text file as UTF-8 bytes without a mark, and the encoding it came in. Files in UTF-8, which are most, are passed on as they are. */
export interface Utf8Text {
  readonly bytes: Uint8Array;
  readonly encoding: string;
}

/** Decodes with a chosen or a detected encoding; a mark of the same encoding is skipped. Null if the label is unknown. */
export function decodeText(bytes: Uint8Array, chosen: string | undefined, locale: string): { text: string; encoding: string } | null {
  const encoding = chosen === undefined ? detectEncoding(bytes, locale) : { label: chosen, skip: 0 };
  try {
    const decoder = new TextDecoder(encoding.label);
    const text = decoder.decode(bytes.subarray(encoding.skip));
    return { text: decoder.encoding === 'windows-1252' ? repairControls(text) : text, encoding: encoding.label };
  } catch {
    return null;
  }
}

/** Brings a text file to UTF-8, from a chosen or a detected encoding. Null if the label is unknown. */
export function toUtf8(bytes: Uint8Array, chosen: string | undefined, locale: string): Utf8Text | null {
  const found = chosen === undefined ? detectEncoding(bytes, locale) : null;
  if (found?.label === 'utf-8') return { bytes: bytes.subarray(found.skip), encoding: 'utf-8' };
  const decoded = decodeText(bytes, found?.label ?? chosen, locale);
  return decoded && { bytes: new TextEncoder().encode(decoded.text), encoding: decoded.encoding };
}
