import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrCode, qrSize, type QrCode } from '../../../src/publish/qr-code.ts';

/** What a camera sees: each square of the path as eight pixels of black on white. */
function photograph({ side, path }: QrCode) {
  const scale = 8;
  const size = side * scale;
  const data = new Uint8Array(size * size * 3).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row++) {
      const from = (Number(y) * scale + row) * size + Number(x) * scale;
      data.fill(0, from * 3, (from + scale) * 3);
    }
  return { width: size, height: size, data };
}

it.each([40, 600, 1_100, 2_316])('is read back as the same address of %i characters', (length) => {
  const address = `https://okr.example/team/#k1.${'aB3x'.repeat(800)}`.slice(0, length);
  expect(decodeQR(photograph(qrCode(address)!))).toBe(address);
});

it('says when an address is too much for a phone, or for any code', () => {
  expect([1_100, 1_101, 2_953, 2_954].map(qrSize)).toEqual(['easy', 'dense', 'dense', 'too-long']);
  expect(qrCode('x'.repeat(2_954))).toBeNull();
  expect(qrCode('x'.repeat(2_953))!.side).toBe(177 + 8);
});
