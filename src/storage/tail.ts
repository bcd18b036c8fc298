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

/** What a tail was written upon. */
export interface TailBase {
  /** The page that wrote it. */
  readonly by: string;
  /** Revision of the last save that this page knew of. */
  readonly base: number;
}

export interface Tail extends TailBase {
  readonly document: LoadedDocument;
}

/** The browser's localStorage, or null where it is blocked (reading the property itself may throw). */
export function browserTailStore(): TailStore | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** Whether the tail could be written. */
export function writeTail(store: TailStore | null, { workspace, revision, savedAt }: LoadedDocument, on: TailBase): boolean {
  const text = JSON.stringify({ ...encodeDocument(workspace, [], { revision, savedAt }), ...on });
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

/** A tail that a newer version of the page wrote: to be left where it is until that version comes back. */
export interface NewerTail {
  readonly raw: object;
}

/** The tail with those datasets that its workspace knows, if there is one. */
export async function readTail(store: TailStore | null, datasets: readonly Dataset[]): Promise<Tail | NewerTail | null> {
  let value: { readonly by?: unknown; readonly base?: unknown } | null;
  try {
    value = JSON.parse(store?.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
  if (value === null) return null;
  const { decodeDocument } = await import('./decode.ts');
  const tail = decodeDocument(value);
  if (!tail.ok) return tail.error.code === 'newer-version' ? { raw: { ...value, datasets } } : null;
  const { by, base } = value;
  const known = new Set(tail.value.workspace.sources.map(({ id }) => id));
  return {
    // Versions before this one said neither: they wrote two ahead of what they knew.
    by: typeof by === 'string' ? by : '',
    base: typeof base === 'number' ? base : tail.value.revision - 2,
    document: { ...tail.value, datasets: datasets.filter(({ id }) => known.has(id)) },
  };
}

/**
 * What is to be done with a tail: `replay` it, as nothing else was saved since; `drop` it, as it was saved in the end; or it `lost` against
 * another page that saved meanwhile, and its edits are to be put by.
 */
export function fateOf(tail: Tail, stored: { readonly revision: number; readonly by: string | null }): 'replay' | 'drop' | 'lost' {
  if (stored.revision <= tail.base) return 'replay';
  if (stored.by !== tail.by) return 'lost';
  return stored.revision < tail.document.revision ? 'replay' : 'drop';
}
