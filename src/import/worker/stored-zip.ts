import { crc32 } from './crc32.ts';
import type { ZipParts } from './zip.ts';

/** Packs parts into an archive without compressing them: what was unpacked within limits is not unpacked again by somebody who knows none. */
export function storedZip(parts: ZipParts): Uint8Array<ArrayBuffer> {
  const entries = Array.from(parts, ([name, part]) => ({ name: new TextEncoder().encode(name), part, crc: crc32(part), offset: 0 }));
  const size = entries.reduce((sum, { name, part }) => sum + 76 + 2 * name.length + part.length, 22);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const write = (...fields: readonly (readonly [size: 2 | 4, value: number])[]) => {
    for (const [width, value] of fields) {
      if (width === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += width;
    }
  };
  const common = ({ name, part, crc }: (typeof entries)[number]) =>
    write([2, 20], [2, 0x800], [2, 0], [4, 0], [4, crc], [4, part.length], [4, part.length], [2, name.length], [2, 0]);
  for (const entry of entries) {
    entry.offset = at;
    write([4, 0x04034b50]);
    common(entry);
    bytes.set(entry.name, at);
    bytes.set(entry.part, (at += entry.name.length));
    at += entry.part.length;
  }
  const directory = at;
  for (const entry of entries) {
    write([4, 0x02014b50], [2, 20]);
    common(entry);
    write([2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset]);
    bytes.set(entry.name, at);
    at += entry.name.length;
  }
  const length = at - directory;
  write([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, length], [4, directory], [2, 0]);
  return bytes;
}
