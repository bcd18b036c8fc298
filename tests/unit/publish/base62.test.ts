import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeBase62, encodeBase62 } from '../../../src/publish/base62.ts';
import { crc32 } from '../../../src/publish/crc32.ts';

it('bytes of any length come back the same', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(decodeBase62(encodeBase62(bytes))).toEqual(bytes)));
});

it('text holds nothing but letters and digits, a third more than the bytes', () => {
  expect(encodeBase62(new Uint8Array(3_200).fill(255))).toMatch(/^[0-9A-Za-z]{4300}$/);
});

it.each(['-', 'a', 'zzz!', 'z'.repeat(43)])('text that encodes no bytes is refused: %s', (text) => {
  expect(decodeBase62(text)).toBeNull();
});

it('the checksum is that of ZIP', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
