/** Up to this many bytes a file is hashed by the browser; larger ones here, because the browser would copy them. */
const SMALL = 1 << 22;

/**
 * Twelve hex digits that tell the same file from a new one: the beginning of the SHA-256, or, for large files and where no crypto is offered
 * (plain http), two 32-bit multiplicative hashes over all words.
 */
export async function fingerprintOf(bytes: ArrayBuffer): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle || bytes.byteLength > SMALL) return weakFingerprint(bytes);
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes), 0, 6);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function weakFingerprint(bytes: ArrayBuffer): string {
  const whole = bytes.byteLength >> 2;
  let [a, b] = [0x811c9dc5 ^ bytes.byteLength, 0x01000193];
  const words = new Int32Array(bytes, 0, whole);
  // Every second word each: a change of any one changes its half.
  for (let i = 0; i + 1 < whole; i += 2) {
    a = Math.imul(a ^ words[i]!, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b ^ words[i + 1]!, 0x85ebca6b);
    b ^= b >>> 13;
  }
  for (const byte of new Uint8Array(bytes, (whole & ~1) * 4)) b = Math.imul(b ^ byte, 0x85ebca6b) ^ (a >>> 13);
  return ((a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')).slice(0, 12);
}
