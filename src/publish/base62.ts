/**
 * Bytes as letters and digits only: chat programs break a bare address at `-` and `_`, which base64url needs. 32 bytes become 43 characters
 * (62⁴³ > 2²⁵⁶), so that the arithmetic stays on small numbers however long the text is.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, BigInt(value)]));
const BASE = BigInt(DIGITS.length);
const BLOCK_BYTES = 32;

/** Characters that hold `bytes` bytes. */
const charactersFor = (bytes: number): number => Math.ceil((bytes * 8) / Math.log2(DIGITS.length));
const BLOCK_CHARACTERS = charactersFor(BLOCK_BYTES);

function encodeBlock(bytes: Uint8Array): string {
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  let text = '';
  for (let i = charactersFor(bytes.length); i > 0; i--) {
    text = DIGITS.charAt(Number(number % BASE)) + text;
    number /= BASE;
  }
  return text;
}

function decodeBlock(text: string, bytes: number): Uint8Array | null {
  let number = 0n;
  for (const digit of text) {
    const value = VALUES.get(digit);
    if (value === undefined) return null;
    number = number * BASE + value;
  }
  const block = new Uint8Array(bytes);
  for (let i = bytes - 1; i >= 0; i--) {
    block[i] = Number(number % 256n);
    number /= 256n;
  }
  return number === 0n ? block : null;
}

export function encodeBase62(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) text += encodeBlock(bytes.subarray(at, at + BLOCK_BYTES));
  return text;
}

/** The bytes, or null where the text was not made by encodeBase62. */
export function decodeBase62(text: string): Uint8Array | null {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < text.length; at += BLOCK_CHARACTERS) {
    const part = text.slice(at, at + BLOCK_CHARACTERS);
    const bytes = Math.floor((part.length * Math.log2(DIGITS.length)) / 8);
    const block = charactersFor(bytes) === part.length ? decodeBlock(part, bytes) : null;
    if (!block) return null;
    blocks.push(block);
  }
  const all = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    all.set(block, at);
    at += block.length;
  }
  return all;
}

/** A whole number below 62ⁿ in exactly n characters. */
export function numberToBase62(number: number, characters: number): string {
  let text = '';
  for (let rest = number; text.length < characters; rest = Math.floor(rest / DIGITS.length))
    text = DIGITS.charAt(rest % DIGITS.length) + text;
  return text;
}
