import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import type { Id } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeDocument } from './decode.ts';
import type { LoadedDocument } from './document.ts';
import { encodeDocument } from './encode.ts';

const DOCUMENT = 'document';
const DATASET = 'dataset:';
/** Where bytes that could not be read are moved to when the user starts afresh. */
const KEPT = 'kept:';

/** What stood in the browser's storage. `raw` is what could not be read, as it was stored, for a download. */
export type Stored =
  | { readonly kind: 'empty' }
  | { readonly kind: 'document'; readonly document: LoadedDocument }
  | { readonly kind: 'unreadable'; readonly error: LoadError; readonly raw: unknown }
  | { readonly kind: 'unavailable' };

/** `conflict`: another tab has saved since, or what is stored could not be read; nothing was written. `failed`: quota, private mode. */
export interface SaveError {
  readonly code: 'conflict' | 'failed' | 'unavailable';
  /** Name of the browser's error, such as QuotaExceededError. */
  readonly detail?: string;
}

export interface Database {
  load(): Promise<Stored>;
  /** Writes all or nothing, and only over the revision that this page read or wrote last. */
  save(document: LoadedDocument): Promise<Result<null, SaveError>>;
  /** Moves unreadable bytes to a key of their own, so that a new workspace can be saved without destroying them. */
  setAside(): Promise<Result<null, SaveError>>;
}

interface Entries {
  readonly document: unknown;
  readonly datasets: ReadonlyMap<string, unknown>;
  /** How many unreadable documents were moved aside before. */
  readonly kept: number;
}

const revisionOf = (stored: unknown): unknown =>
  typeof stored === 'object' && stored !== null && 'revision' in stored ? stored.revision : null;

const failure = (cause: unknown): Result<never, SaveError> =>
  err({ code: 'failed', detail: cause instanceof Error || cause instanceof DOMException ? cause.name : String(cause) });

async function readEntries(store: IDBObjectStore): Promise<Entries> {
  const keys = store.getAllKeys();
  const values = store.getAll();
  await promisifyRequest(values);
  const all = new Map(keys.result.map((key, index) => [String(key), values.result[index] as unknown]));
  return {
    document: all.get(DOCUMENT),
    datasets: new Map([...all].filter(([key]) => key.startsWith(DATASET))),
    kept: [...all.keys()].filter((key) => key.startsWith(KEPT)).length,
  };
}

/** Opens the workspace database, or one that answers `unavailable` where the browser has no IndexedDB. */
export function openDatabase(name = 'leeway'): Database {
  const useStore: UseStore | null = typeof indexedDB === 'undefined' ? null : createStore(name, 'workspace');
  /** Revision that this page read or wrote last; null = nothing stored, 'unreadable' = never write over it. */
  let base: number | null | 'unreadable' = null;
  /** Datasets as they are stored, by identity: they are immutable, so the same object need not be written again. */
  let written = new Map<Id, Dataset>();

  /** One transaction: compare the stored revision, then run `write`. Resolves when it is durable. */
  async function compareAndWrite(write: (store: IDBObjectStore, stored: unknown) => void): Promise<Result<null, SaveError>> {
    if (!useStore) return err({ code: 'unavailable' });
    try {
      return await useStore('readwrite', async (store) => {
        const reading = store.get(DOCUMENT);
        const done = promisifyRequest(store.transaction);
        const matches = await new Promise<boolean>((resolve, reject) => {
          done.catch(reject);
          reading.onsuccess = () => {
            const matching = base === 'unreadable' || (reading.result === undefined ? null : revisionOf(reading.result)) === base;
            try {
              if (matching) write(store, reading.result);
              resolve(matching);
            } catch (cause) {
              reject(cause);
              store.transaction.abort();
            }
          };
        });
        await done;
        return matches ? ok(null) : err<SaveError>({ code: 'conflict' });
      });
    } catch (cause) {
      return failure(cause);
    }
  }

  return {
    async load() {
      if (!useStore) return { kind: 'unavailable' };
      let entries: Entries;
      try {
        entries = await useStore('readonly', readEntries);
      } catch {
        return { kind: 'unavailable' };
      }
      if (entries.document === undefined) return { kind: 'empty' };
      const raw = { ...(entries.document as object), datasets: [...entries.datasets.values()] };
      const decoded = decodeDocument(raw);
      if (!decoded.ok) {
        base = 'unreadable';
        return { kind: 'unreadable', error: decoded.error, raw };
      }
      base = decoded.value.revision;
      written = new Map(decoded.value.datasets.map((dataset) => [dataset.id, dataset]));
      return { kind: 'document', document: decoded.value };
    },

    async save({ workspace, datasets, revision, savedAt }) {
      if (base === 'unreadable') return err({ code: 'conflict' });
      const current = new Map(datasets.map((dataset) => [dataset.id, dataset]));
      const saved = await compareAndWrite((store) => {
        store.put(encodeDocument(workspace, [], { revision, savedAt }), DOCUMENT);
        for (const [id, dataset] of current) if (written.get(id) !== dataset) store.put(dataset, DATASET + id);
        for (const id of written.keys()) if (!current.has(id)) store.delete(DATASET + id);
      });
      if (saved.ok) {
        base = revision;
        written = current;
      }
      return saved;
    },

    async setAside() {
      const moved = await compareAndWrite((store, stored) => {
        void readEntries(store).then(({ datasets, kept }) => {
          store.put({ document: stored, datasets: [...datasets.values()] }, `${KEPT}${kept + 1}`);
          for (const key of [DOCUMENT, ...datasets.keys()]) store.delete(key);
        });
      });
      if (moved.ok) {
        base = null;
        written = new Map();
      }
      return moved;
    },
  };
}
