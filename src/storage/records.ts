import { promisifyRequest } from 'idb-keyval';
import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
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
  const record: unknown = await promisifyRequest(store.get(DATASET + id));
  if (!isPacked(record)) return { record, dataset: record };
  const unpacking = new Unpacking(record);
  for (const key of await promisifyRequest(store.getAllKeys(batchesOf(id))))
    unpacking.add(await promisifyRequest<readonly Piece[]>(store.get(key)));
  return { record, dataset: unpacking.dataset };
}

/** All datasets that are stored, by id; one request after another, so that no answer holds up the page. */
export async function readDatasets(store: IDBObjectStore): Promise<ReadonlyMap<Id, StoredDataset>> {
  const datasets = new Map<Id, StoredDataset>();
  for (const key of await promisifyRequest(store.getAllKeys(withPrefix(DATASET)))) {
    const id = String(key).slice(DATASET.length);
    datasets.set(id, await readDataset(store, id));
  }
  return datasets;
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
  await promisifyRequest(store.put(packed?.head ?? dataset, DATASET + dataset.id));
  let number = 0;
  for (const pieces of packed?.batches ?? []) await promisifyRequest(store.put(pieces, [BATCH, dataset.id, number++]));
}

/** Moves everything that belongs to the document to keys of their own. */
export async function moveAside(store: IDBObjectStore, document: unknown): Promise<void> {
  const number = (await promisifyRequest(store.count(withPrefix(KEPT)))) + 1;
  const datasets: unknown[] = [];
  for (const key of await promisifyRequest(store.getAllKeys(withPrefix(DATASET)))) {
    datasets.push(await promisifyRequest(store.get(key)));
    store.delete(key);
  }
  store.put({ document, datasets }, KEPT + String(number));
  for (const key of await promisifyRequest(store.getAllKeys(IDBKeyRange.bound([BATCH], [BATCH, []])))) {
    store.put(await promisifyRequest<unknown>(store.get(key)), [KEPT, number, ...(key as IDBValidKey[])]);
    store.delete(key);
  }
  store.delete(DOCUMENT);
}
