import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeBase62, encodeBase62, numberToBase62 } from './base62.ts';
import { crc32 } from './crc32.ts';

/** Bytes as the fragment of an address, `<prefix><base62>.<crc32>`; the checksum covers the prefix, too. */

/** A board in the open. */
export const PLAIN = '#k1.';
/** A board behind a passphrase. */
export const ENCRYPTED = '#k1e.';
type Prefix = typeof PLAIN | typeof ENCRYPTED;

/** Characters of the checksum: 62⁶ > 2³². */
const CHECK_LENGTH = 6;
/** Longest fragment that is read at all: in an address, and in a file that a person chose. */
export const MOST_CHARACTERS = 64_000;
export const MOST_CHARACTERS_IN_FILE = 4_000_000;

const checkOf = (prefix: Prefix, body: string) => numberToBase62(crc32(new TextEncoder().encode(prefix + body)), CHECK_LENGTH);

export function fragmentOf(prefix: Prefix, bytes: Uint8Array): string {
  const body = encodeBase62(bytes);
  return `${prefix}${body}.${checkOf(prefix, body)}`;
}

/** The bytes of a fragment of that kind, or why it is none: too long, of a newer format, cut off or changed. */
export function bytesOf(prefix: Prefix, fragment: string, most = MOST_CHARACTERS): Result<Uint8Array, LoadError> {
  if (fragment.length > most) return err({ code: 'too-large', detail: String(most) });
  const version = /^#k(\d+)e?\./.exec(fragment)?.[1];
  if (version !== undefined && Number(version) > 1) return err({ code: 'newer-version', detail: version });
  if (!fragment.startsWith(prefix)) return err({ code: prefix.startsWith(fragment) ? 'truncated-link' : 'damaged-link' });
  const [body = '', check = '', ...more] = fragment.slice(prefix.length).split('.');
  if (more.length === 0 && check.length < CHECK_LENGTH) return err({ code: 'truncated-link' });
  if (more.length > 0 || check !== checkOf(prefix, body)) return err({ code: 'damaged-link' });
  const bytes = decodeBase62(body);
  return bytes ? ok(bytes) : err({ code: 'damaged-link' });
}
