import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import type { Workspace } from '../domain/workspace.ts';
import { answer } from './connection.ts';
import { deleteDataset, moveDataset, storedDatasetIds } from './records.ts';
import { isDue, neededBy, retained, type Snapshot } from './snapshot-index.ts';

const INDEX = 'snapshots';
const SNAPSHOT = 'snapshot:';

/** What is known of a stored document without decoding it: it was checked when it was read or written last. */
interface StoredDocument {
  readonly workspace: Pick<Workspace, 'objectives' | 'keyResults' | 'metrics' | 'sources'>;
}

export const readIndex = async (store: IDBObjectStore): Promise<readonly Snapshot[]> =>
  ((await answer<unknown>(store.get(INDEX))) as readonly Snapshot[] | undefined) ?? [];

const isEmpty = ({ objectives, keyResults, metrics, sources }: StoredDocument['workspace']): boolean =>
  objectives.length + keyResults.length + metrics.length + sources.length === 0;

/** Whether another board takes the place of this one, or its data change: what was there before is worth keeping at any time. */
function isExchange(before: StoredDocument['workspace'], after: Workspace): boolean {
  const sources = new Set(after.sources.map(({ id }) => id));
  if (before.sources.some(({ id }) => !sources.has(id))) return true;
  const left = new Set([...after.objectives, ...after.metrics].map(({ id }) => id));
  const things = [...before.objectives, ...before.metrics];
  return things.length > 0 && !things.some(({ id }) => left.has(id));
}

/** Writes a snapshot and lets go of what is too old; the index is still to be written. */
function put(
  store: IDBObjectStore,
  before: readonly Snapshot[],
  record: StoredDocument,
  takenAt: string,
  name: string,
): readonly Snapshot[] {
  const datasets = record.workspace.sources.map(({ id }) => [id, id] as const);
  const snapshot: Snapshot = { key: SNAPSHOT + name, takenAt, datasets };
  store.put(record, snapshot.key);
  const index = retained([...before, snapshot]);
  for (const { key } of before) if (!index.some((other) => other.key === key)) store.delete(key);
  return index;
}

/** Puts by a document that is not the one that is stored. */
export async function addSnapshot(store: IDBObjectStore, record: StoredDocument, takenAt: string, name: string): Promise<void> {
  store.put(put(store, await readIndex(store), record, takenAt, name), INDEX);
}

/** Changes of the stored datasets with a save. */
export interface DatasetChanges {
  /** By their ids; those that are stored as they are need not be written. */
  readonly current: ReadonlyMap<Id, Dataset>;
  /** Ids that another dataset is stored under until now. */
  readonly replaced: readonly Id[];
}

/**
 * Within the transaction of a save, before it writes: puts by what is stored until now where it is time, lets go of what is too old, and of
 * the datasets that nothing needs any more. Returns the ids under which datasets stay stored.
 */
export async function putBy(
  store: IDBObjectStore,
  stored: unknown,
  next: { readonly workspace: Workspace; readonly now: string; readonly key: string },
  { current, replaced }: DatasetChanges,
): Promise<ReadonlySet<Id>> {
  const before = await readIndex(store);
  let index = before;
  const workspace = (stored as StoredDocument | undefined)?.workspace;
  if (workspace && !isEmpty(workspace) && (isDue(index, next.now) || isExchange(workspace, next.workspace))) {
    index = put(store, before, stored as StoredDocument, next.now, next.key);
  }
  // An id may be given again after its dataset has gone: the older one then moves out of its way.
  for (const id of replaced) {
    if (!neededBy(index).has(id)) continue;
    const aside = `${id}~${next.key}`;
    await moveDataset(store, id, aside);
    index = index.map((snapshot) => ({
      ...snapshot,
      datasets: snapshot.datasets.map(([own, at]) => [own, at === id ? aside : at] as const),
    }));
  }
  if (index !== before) store.put(index, INDEX);
  const needed = neededBy(index);
  for (const id of await storedDatasetIds(store)) if (!current.has(id) && !needed.has(id)) deleteDataset(store, id);
  return needed;
}
