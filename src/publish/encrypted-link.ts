import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { LoadedDocument } from '../storage/document.ts';
import { deflateBoard, inflateBoard, type LinkOptions } from './deflated-board.ts';
import { bytesOf, ENCRYPTED, fragmentOf } from './fragment.ts';

/**
 * A link that opens with a passphrase: `#k1e.<base62(salt 16 ‖ iv 12 ‖ AES-256-GCM)>.<crc32>`, the key by PBKDF2-SHA256 with 600,000 rounds
 * (OWASP, Password Storage Cheat Sheet). Whoever has the link can try passphrases without anybody noticing: only a long one protects.
 */
const SALT = 16;
const IV = 12;
/** The authentication tag that AES-GCM appends. */
const TAG = 16;
const ROUNDS = 600_000;
/** Shortest passphrase, in characters. */
export const SHORTEST_PASSPHRASE = 16;

/** `wrong-passphrase`: or somebody forged the link with a right checksum. `no-crypto`: the browser encrypts on https pages only. */
export type UnlockError = LoadError | { readonly code: 'wrong-passphrase' } | { readonly code: 'no-crypto' };

/** Whether this page can encrypt and decrypt: browsers offer it in secure contexts only. */
export const canEncrypt = (): boolean => typeof globalThis.crypto?.subtle?.deriveKey === 'function';

/** Whether a passphrase is long enough, and no repetition of a few characters. */
export const isLongPassphrase = (passphrase: string): boolean =>
  [...passphrase.trim()].length >= SHORTEST_PASSPHRASE && new Set(passphrase.toLowerCase()).size >= 6;

/** Without letters and digits that are taken for one another. */
const CLEAR = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A random passphrase of 100 bits, in groups that can be read out. */
export function makePassphrase(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(20));
  const letters = Array.from(drawn, (byte) => CLEAR.charAt(byte % CLEAR.length));
  return [0, 5, 10, 15].map((at) => letters.slice(at, at + 5).join('')).join('-');
}

/** As people type it: composed or not, with blanks around it, in either way of writing wide letters. */
const written = (passphrase: string) => new TextEncoder().encode(passphrase.trim().normalize('NFKC'));

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', written(passphrase), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(derivation, secret, { name: 'AES-GCM', length: 256 }, false, [use]);
}

/** The board as a fragment that only the passphrase opens; null where the browser cannot encrypt. */
export async function packEncrypted(
  workspace: Workspace,
  datasets: readonly Dataset[],
  options: LinkOptions,
  passphrase: string,
): Promise<string | null> {
  if (!canEncrypt()) return null;
  const head = crypto.getRandomValues(new Uint8Array(SALT + IV));
  const key = await keyOf(passphrase, head.slice(0, SALT), 'encrypt');
  const plain = new Uint8Array(deflateBoard(workspace, datasets, options));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: head.slice(SALT) }, key, plain));
  const bytes = new Uint8Array(head.length + sealed.length);
  bytes.set(head);
  bytes.set(sealed, head.length);
  return fragmentOf(ENCRYPTED, bytes);
}

/** Why a fragment cannot be an encrypted board, before anybody is asked for a passphrase; null where it may be one. */
export function flawOf(fragment: string): UnlockError | null {
  const bytes = bytesOf(ENCRYPTED, fragment);
  if (!bytes.ok) return bytes.error;
  if (bytes.value.length <= SALT + IV + TAG) return { code: 'damaged-link' };
  return canEncrypt() ? null : { code: 'no-crypto' };
}

/** Opens a fragment made by packEncrypted. */
export async function openEncrypted(fragment: string, passphrase: string): Promise<Result<LoadedDocument, UnlockError>> {
  const flaw = flawOf(fragment);
  if (flaw) return err(flaw);
  const read = bytesOf(ENCRYPTED, fragment);
  if (!read.ok) return read;
  const bytes = new Uint8Array(read.value);
  const key = await keyOf(passphrase, bytes.slice(0, SALT), 'decrypt');
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: bytes.slice(SALT, SALT + IV) }, key, bytes.slice(SALT + IV))
    .then((plain) => ok(new Uint8Array(plain)))
    .catch(() => err({ code: 'wrong-passphrase' } as const));
  return opened.ok ? inflateBoard(opened.value) : opened;
}
