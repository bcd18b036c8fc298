import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { answer } from './connection.ts';
import { isPacked, packDataset, Unpacking, type Piece } from './pack-dataset.ts';

/** Records of the object store. Datasets that are not small have their arrays in batches, under keys ['batch', id of the dataset, number]. */
export const DOCUMENT = 'document';
const DATASET = 'dataset:';
const BATCH = 'batch';
/** Where bytes that could not be read are moved to when the user starts afresh. */
const KEPT = 'kept:';

/** A dataset as it is stored. */
export interface StoredDataset {
  readonly record: unknown;
  /** The record with its batches put together. */
  readonly dataset: unknown;
}

const withPrefix = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
/** Arrays come after all numbers and texts in the order of keys, so this is every batch of one dataset. */
const batchesOf = (id: Id) => IDBKeyRange.bound([BATCH, id], [BATCH, id, []]);

async function readDataset(store: IDBObjectStore, id: Id): Promise<StoredDataset> {
  const record: unknown = await answer(store.get(DATASET + id));
  if (!isPacked(record)) return { record, dataset: record };
  const unpacking = new Unpacking(record);
  for (const key of await answer(store.getAllKeys(batchesOf(id)))) unpacking.add(await answer<readonly Piece[]>(store.get(key)));
  return { record, dataset: unpacking.dataset };
}

/** Ids under which datasets are stored. */
export const storedDatasetIds = async (store: IDBObjectStore): Promise<readonly Id[]> =>
  (await answer(store.getAllKeys(withPrefix(DATASET)))).map((key) => String(key).slice(DATASET.length));

/** Datasets that are stored under these ids; one request after another, so that no answer holds up the page. */
export async function readDatasets(store: IDBObjectStore, ids: Iterable<Id>): Promise<ReadonlyMap<Id, StoredDataset>> {
  const datasets = new Map<Id, StoredDataset>();
  for (const id of ids) {
    const dataset = await readDataset(store, id);
    if (dataset.record !== undefined) datasets.set(id, dataset);
  }
  return datasets;
}

/** Stores a dataset under another id; its records are moved as they are. */
export async function moveDataset(store: IDBObjectStore, from: Id, to: Id): Promise<void> {
  store.put(await answer<unknown>(store.get(DATASET + from)), DATASET + to);
  for (const key of await answer(store.getAllKeys(batchesOf(from)))) {
    store.put(await answer<unknown>(store.get(key)), [BATCH, to, (key as IDBValidKey[])[2]!]);
  }
  deleteDataset(store, from);
}

/** Removes a dataset with its batches. */
export function deleteDataset(store: IDBObjectStore, id: Id): void {
  store.delete(DATASET + id);
  store.delete(batchesOf(id));
}

/**
 * Writes a dataset in place of what is stored under its id. Each batch is cut and cloned when the one before it is written, within the
 * transaction: the page breathes in between, and yet all or nothing is written.
 */
export async function writeDataset(store: IDBObjectStore, dataset: Dataset): Promise<void> {
  deleteDataset(store, dataset.id);
  const packed = packDataset(dataset);
  await answer(store.put(packed?.head ?? dataset, DATASET + dataset.id));
  let number = 0;
  for (const pieces of packed?.batches ?? []) await answer(store.put(pieces, [BATCH, dataset.id, number++]));
}

/**
 * Copies everything that belongs to a document which could not be read to keys of its own, and takes the document away; its datasets go with
 * the save that follows, unless something else needs them. `at`: the instant, as ISO 8601 text.
 */
export async function moveAside(store: IDBObjectStore, document: unknown, at: string): Promise<void> {
  const number = (await answer(store.count(withPrefix(KEPT)))) + 1;
  const datasets: unknown[] = [];
  for (const key of await answer(store.getAllKeys(withPrefix(DATASET)))) datasets.push(await answer<unknown>(store.get(key)));
  store.put({ document, datasets, at }, KEPT + String(number));
  for (const key of await answer(store.getAllKeys(IDBKeyRange.bound([BATCH], [BATCH, []])))) {
    store.put(await answer<unknown>(store.get(key)), [KEPT, number, ...(key as IDBValidKey[])]);
  }
  store.delete(DOCUMENT);
}

/** What was moved aside, by its number, as it was stored. */
export async function readAside(store: IDBObjectStore): Promise<ReadonlyMap<number, unknown>> {
  const aside = new Map<number, unknown>();
  for (const key of await answer(store.getAllKeys(withPrefix(KEPT)))) {
    const number = Number(String(key).slice(KEPT.length));
    const batches = await answer<unknown[]>(store.getAll(IDBKeyRange.bound([KEPT, number], [KEPT, number, []])));
    aside.set(number, { ...(await answer<object>(store.get(key))), batches });
  }
  return aside;
}
