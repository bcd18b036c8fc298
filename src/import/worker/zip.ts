import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportError } from '../../domain/errors.ts';
import { crc32 } from './crc32.ts';
import { LIMITS } from './limits.ts';

/** A part of an archive as its directory describes it. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly inflated: number;
  readonly crc: number;
  readonly offset: number;
}

/** The parts of an archive by name, inflated. */
export type ZipParts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ZIP64_EXTRA = 1;
const IN_ZIP64 = 0xffffffff;
/** Parts below this size may be packed as tightly as they like: their ratio harms nobody. */
const SMALL = 1 << 20;

function findDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

/** Sizes and offset that did not fit the entry, from its extra fields. */
function readZip64(view: DataView, from: number, length: number, wanted: readonly number[]): number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    let next = at + 4;
    return wanted.map((value) => {
      if (value !== IN_ZIP64) return value;
      next += 8;
      return next <= view.byteLength ? Number(view.getBigUint64(next - 8, true)) : value;
    });
  }
  return [...wanted];
}

/** Entries of the central directory, or null if the archive is cut off or damaged. */
function readDirectory(view: DataView): ZipEntry[] | null {
  const end = findDirectory(view);
  if (end < 0) return null;
  const total = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < total; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > view.byteLength) return null;
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
    const written = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [inflated, packed, offset] = readZip64(view, at + 46 + nameLength, extraLength, written) as [number, number, number];
    entries.push({ name, method: view.getUint16(at + 10, true), packed, inflated, crc: view.getUint32(at + 16, true), offset });
    at = next;
  }
  return entries;
}

function packedBytes(view: DataView, entry: ZipEntry): Uint8Array<ArrayBuffer> | null {
  const at = entry.offset;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_HEADER) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packed > view.byteLength) return null;
  return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + start, entry.packed);
}

type Problem = ImportError['code'];

/** Inflates one part. Its size is what comes, whatever the directory says: more than `budget` or too good a ratio is refused on the way. */
async function inflate(packed: Uint8Array<ArrayBuffer>, entry: ZipEntry, budget: number): Promise<Uint8Array<ArrayBuffer> | Problem> {
  if (entry.method === 0) return packed;
  const most = Math.min(budget, Math.max(SMALL, LIMITS.ratio * packed.length));
  let whole = new Uint8Array(Math.min(entry.inflated, most));
  let size = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return whole.subarray(0, size);
    if (size + value.length > most) {
      await reader.cancel();
      return 'too-large';
    }
    if (size + value.length > whole.length) {
      const longer = new Uint8Array(Math.min(most, (size + value.length) * 2));
      longer.set(whole);
      whole = longer;
    }
    whole.set(value, size);
    size += value.length;
  }
}

const forbids = (part: Uint8Array): boolean => new TextDecoder().decode(part.subarray(0, 4096)).includes('<!DOCTYPE');

/**
 * Unpacks the parts of a workbook: sizes within the limits, contents as their checksums say, no document type declarations. Pictures and
 * other parts without cells are left where they are.
 */
export async function unzip(bytes: ArrayBuffer, file: string): Promise<Result<ZipParts, ImportError>> {
  const refuse = (code: Problem, detail?: string) =>
    err<ImportError>({ code, where: { file }, ...(detail === undefined ? {} : { detail }) });
  const view = new DataView(bytes);
  const entries = readDirectory(view);
  if (!entries) return refuse('corrupt-file');
  if (entries.reduce((sum, entry) => sum + entry.inflated, 0) > LIMITS.inflatedBytes) return refuse('too-large');
  let budget: number = LIMITS.inflatedBytes;
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of entries) {
    if (/(^|\/)(media|embeddings|printerSettings|Pictures|Thumbnails)\//i.test(entry.name) || entry.name.endsWith('/')) continue;
    const packed = packedBytes(view, entry);
    if (!packed || (entry.method !== 0 && entry.method !== 8)) return refuse('corrupt-file', entry.name);
    let part: Uint8Array<ArrayBuffer> | Problem;
    try {
      part = await inflate(packed, entry, budget);
    } catch {
      part = 'corrupt-file';
    }
    if (typeof part === 'string') return refuse(part, entry.name);
    budget -= part.length;
    if (crc32(part) !== entry.crc) return refuse('corrupt-file', entry.name);
    if (/\.(xml|rels)$/i.test(entry.name) && forbids(part)) return refuse('forbidden-content', entry.name);
    parts.set(entry.name.replaceAll('\\', '/'), part);
  }
  return ok(parts);
}
