import { err, ok, type Result } from '../../domain/result.ts';
import type { ImportError } from '../../domain/errors.ts';
import { LIMITS } from './limits.ts';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly inflated: number;
  readonly offset: number;
}

type Problem = ImportError['code'];

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Parts below this size may be packed as tightly as they like: their ratio harms nobody. */
const SMALL = 1 << 20;

function findDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

/** Entries of the central directory, or null if the archive is cut off or damaged. */
function readDirectory(view: DataView): Entry[] | null {
  const end = findDirectory(view);
  if (end < 0) return null;
  const total = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let i = 0; i < total; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      new Uint8Array(view.buffer, view.byteOffset + at + 46, Math.min(nameLength, view.byteLength - at - 46)),
    );
    const [packed, inflated] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    entries.push({ name, method: view.getUint16(at + 10, true), packed, inflated, offset: view.getUint32(at + 42, true) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function packedBytes(view: DataView, entry: Entry): Uint8Array<ArrayBuffer> | null {
  const at = entry.offset;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL_HEADER) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.packed > view.byteLength) return null;
  return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + start, entry.packed);
}

/** Inflates one part without keeping it: the declared size may lie. Calls back with each piece; false stops. */
async function inflate(packed: Uint8Array<ArrayBuffer>, method: number, piece: (bytes: Uint8Array) => boolean): Promise<boolean> {
  if (method === 0) return piece(packed);
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return true;
    if (!piece(value)) {
      await reader.cancel();
      return false;
    }
  }
}

/** Checks the parts of a workbook: sizes within the limits as inflated, no document type declarations, no encryption. */
export async function checkZip(bytes: ArrayBuffer, file: string): Promise<Result<readonly string[], ImportError>> {
  const refuse = (code: Problem, detail?: string) =>
    err<ImportError>({ code, where: { file }, ...(detail === undefined ? {} : { detail }) });
  const view = new DataView(bytes);
  const entries = readDirectory(view);
  if (!entries) return refuse('corrupt-file');
  if (entries.reduce((sum, entry) => sum + entry.inflated, 0) > LIMITS.inflatedBytes) return refuse('too-large');
  let budget: number = LIMITS.inflatedBytes;
  for (const entry of entries) {
    const packed = packedBytes(view, entry);
    if (!packed || (entry.method !== 0 && entry.method !== 8)) return refuse('corrupt-file', entry.name);
    const isXml = /\.(xml|rels)$/i.test(entry.name);
    let problem: Problem | null = null;
    let size = 0;
    try {
      await inflate(packed, entry.method, (piece) => {
        if (isXml && size === 0 && new TextDecoder().decode(piece.subarray(0, 4096)).includes('<!DOCTYPE')) problem = 'forbidden-content';
        size += piece.length;
        budget -= piece.length;
        if (budget < 0 || (size > SMALL && size > LIMITS.ratio * packed.length)) problem = 'too-large';
        return problem === null;
      });
    } catch {
      return refuse('corrupt-file', entry.name);
    }
    if (problem) return refuse(problem, entry.name);
  }
  return ok(entries.map((entry) => entry.name));
}
