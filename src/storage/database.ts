import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import type { Id } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { LoadedDocument } from './document.ts';
import { encodeDocument } from './encode.ts';
import { isPacked, packDataset } from './pack-dataset.ts';
import { deleteDataset, DOCUMENT, moveAside, readDatasets, writeDataset, type StoredDataset } from './records.ts';

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

const revisionOf = (stored: unknown): unknown =>
  typeof stored === 'object' && stored !== null && 'revision' in stored ? stored.revision : null;

const failure = (cause: unknown): Result<never, SaveError> =>
  err({ code: 'failed', detail: cause instanceof Error || cause instanceof DOMException ? cause.name : String(cause) });

/** Settles when all that was asked of a transaction is durable, or none of it. */
const settled = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

/** Opens the workspace database, or one that answers `unavailable` where the browser has no IndexedDB. */
export function openDatabase(name = 'leeway'): Database {
  const useStore: UseStore | null = typeof indexedDB === 'undefined' ? null : createStore(name, 'workspace');
  /** Revision that this page read or wrote last; null = nothing stored, 'unreadable' = never write over it. */
  let base: number | null | 'unreadable' = null;
  /** Datasets that are stored, by identity: they are immutable, so the same object need not be written again; null = better written anew. */
  let written = new Map<Id, Dataset | null>();

  /** One transaction: compare the stored revision, then run `write`. Resolves when it is durable. */
  async function compareAndWrite(write: (store: IDBObjectStore, stored: unknown) => Promise<void>): Promise<Result<null, SaveError>> {
    if (!useStore) return err({ code: 'unavailable' });
    try {
      return await useStore('readwrite', async (store) => {
        const { transaction } = store;
        const done = settled(transaction);
        const writing = (async () => {
          const stored: unknown = await promisifyRequest(store.get(DOCUMENT));
          const matches = base === 'unreadable' || (stored === undefined ? null : revisionOf(stored)) === base;
          try {
            if (matches) await write(store, stored);
          } catch (cause) {
            // A value that cannot be cloned does not end the transaction by itself; a failed request has ended it already.
            if (!transaction.error) transaction.abort();
            throw cause;
          }
          return matches;
        })();
        const [matches] = await Promise.all([writing, done]);
        return matches ? ok(null) : err<SaveError>({ code: 'conflict' });
      });
    } catch (cause) {
      return failure(cause);
    }
  }

  return {
    async load() {
      if (!useStore) return { kind: 'unavailable' };
      let [document, datasets]: [unknown, ReadonlyMap<Id, StoredDataset>] = [undefined, new Map()];
      try {
        await useStore('readonly', async (store) => {
          document = await promisifyRequest<unknown>(store.get(DOCUMENT));
          if (document !== undefined) datasets = await readDatasets(store);
        });
      } catch {
        return { kind: 'unavailable' };
      }
      if (document === undefined) return { kind: 'empty' };
      const raw = { ...(document as object), datasets: Array.from(datasets.values(), ({ dataset }) => dataset) };
      // Fetched only where there is something to decode: a first visit has nothing.
      const { decodeGradually } = await import('./decode.ts');
      const decoded = await decodeGradually(raw);
      if (!decoded.ok) {
        base = 'unreadable';
        return { kind: 'unreadable', error: decoded.error, raw };
      }
      base = decoded.value.revision;
      // A large dataset that an earlier version stored in one record is written anew with the next edit.
      const isAsWritten = (dataset: Dataset) => isPacked(datasets.get(dataset.id)?.record) || !packDataset(dataset);
      written = new Map(decoded.value.datasets.map((dataset) => [dataset.id, isAsWritten(dataset) ? dataset : null]));
      return { kind: 'document', document: decoded.value };
    },

    async save({ workspace, datasets, revision, savedAt }) {
      if (base === 'unreadable') return err({ code: 'conflict' });
      const current = new Map(datasets.map((dataset) => [dataset.id, dataset]));
      const saved = await compareAndWrite(async (store) => {
        store.put(encodeDocument(workspace, [], { revision, savedAt }), DOCUMENT);
        for (const id of written.keys()) if (!current.has(id)) deleteDataset(store, id);
        for (const [id, dataset] of current) if (written.get(id) !== dataset) await writeDataset(store, dataset);
      });
      if (saved.ok) {
        base = revision;
        written = current;
      }
      return saved;
    },

    async setAside() {
      const moved = await compareAndWrite(moveAside);
      if (moved.ok) {
        base = null;
        written = new Map();
      }
      return moved;
    },
  };
}
