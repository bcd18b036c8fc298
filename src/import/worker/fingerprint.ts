/** First twelve hex digits of the SHA-256 of a file: tells the same file from a new one. Where no crypto is offered (plain http), FNV-1a twice. */
export async function fingerprintOf(bytes: ArrayBuffer): Promise<string> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (!subtle) return weakFingerprint(new Uint8Array(bytes));
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes), 0, 6);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function weakFingerprint(bytes: Uint8Array): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 0x01000193);
    b = Math.imul(b ^ a, 0x85ebca6b);
  }
  return ((a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')).slice(0, 12);
}
