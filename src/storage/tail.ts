import type { Dataset } from '../domain/dataset.ts';
import type { LoadedDocument } from './document.ts';
import { encodeDocument } from './encode.ts';

/**
 * The tail: the last edits, written synchronously to localStorage while the page goes away, because a database write begun then is lost.
 * It holds the workspace without datasets, which are large and were saved when they were imported.
 */
const KEY = 'leeway.tail';
/** Longest tail in characters; above it the page would hold up its own closing. */
const MOST = 65_536;

export type TailStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's localStorage, or null where it is blocked (reading the property itself may throw). */
export function browserTailStore(): TailStore | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Whether the tail could be written. */
export function writeTail(store: TailStore | null, { workspace, revision, savedAt }: LoadedDocument): boolean {
  const text = JSON.stringify(encodeDocument(workspace, [], { revision, savedAt }));
  if (!store || text.length > MOST) return false;
  try {
    store.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

export function clearTail(store: TailStore | null): void {
  try {
    store?.removeItem(KEY);
  } catch {
    // A store that cannot be written to holds no tail of ours.
  }
}

/** The tail with those datasets that its workspace knows, if there is one and it is newer than `revision`. */
export async function readTail(store: TailStore | null, revision: number, datasets: readonly Dataset[]): Promise<LoadedDocument | null> {
  let value: unknown;
  try {
    value = JSON.parse(store?.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
  if (value === null) return null;
  const { decodeDocument } = await import('./decode.ts');
  const tail = decodeDocument(value);
  if (!tail.ok || tail.value.revision <= revision) return null;
  const known = new Set(tail.value.workspace.sources.map(({ id }) => id));
  return { ...tail.value, datasets: datasets.filter(({ id }) => known.has(id)) };
}
