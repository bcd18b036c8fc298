/** Byte from which on a byte is part of a longer character. */
const ASCII_END = 0x80;
/** The first two bits of the bytes of a character behind its first. */
const [TAIL_BITS, TAIL] = [0xc0, 0x80];
const isTail = (byte: number | undefined) => byte !== undefined && (byte & TAIL_BITS) === TAIL;

/** How many bytes the character that begins with `lead` at `at` has; 0 if it is none (Unicode 15, table 3-7). */
function lengthOfCharacter(bytes: Uint8Array, at: number, lead: number): number {
  const second = bytes[at + 1];
  if (lead >= 0xc2 && lead <= 0xdf) return isTail(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    if (!isTail(second) || !isTail(bytes[at + 2])) return 0;
    return (lead === 0xe0 && second! < 0xa0) || (lead === 0xed && second! > 0x9f) ? 0 : 3;
  }
  if (lead < 0xf0 || lead > 0xf4) return 0;
  if (!isTail(second) || !isTail(bytes[at + 2]) || !isTail(bytes[at + 3])) return 0;
  return (lead === 0xf0 && second! < 0x90) || (lead === 0xf4 && second! > 0x8f) ? 0 : 4;
}

/** Whether bytes are UTF-8; nothing is decoded. A character may be cut off at the end. */
export function isUtf8(bytes: Uint8Array): boolean {
  const { length } = bytes;
  let at = 0;
  while (at < length) {
    const byte = bytes[at]!;
    if (byte < ASCII_END) at++;
    // Nearly all Chinese characters: three bytes that need no further look.
    else if (byte > 0xe0 && byte < 0xed && (bytes[at + 1]! & TAIL_BITS) === TAIL && (bytes[at + 2]! & TAIL_BITS) === TAIL) at += 3;
    else {
      const size = lengthOfCharacter(bytes, at, byte);
      if (size === 0) return at + 4 > length && byte >= 0xc2;
      at += size;
    }
  }
  return true;
}
