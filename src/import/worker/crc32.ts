const LANES = 4;

/** Tables for four bytes at a time (the 'slicing' of Kounavis and Berry, 2005) over the polynomial of PKZIP. */
const tables = Array.from({ length: LANES }, () => new Int32Array(256));
for (let byte = 0; byte < 256; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  tables[0]![byte] = rest;
}
for (let lane = 1; lane < LANES; lane++)
  for (let byte = 0; byte < 256; byte++) {
    const before = tables[lane - 1]![byte]!;
    tables[lane]![byte] = (before >>> 8) ^ tables[0]![before & 255]!;
  }

/** CRC-32 of bytes, as archives carry it. */
export function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];
  let crc = -1;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = t3[crc & 255]! ^ t2[(crc >>> 8) & 255]! ^ t1[(crc >>> 16) & 255]! ^ t0[crc >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = t0[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
