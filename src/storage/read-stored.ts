import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { answer } from './connection.ts';
import { isPacked, packDataset } from './pack-dataset.ts';
import { DOCUMENT, readDatasets, storedDatasetIds } from './records.ts';
import type { Stored } from './stored.ts';

/** A dataset as this page knows it to be stored. */
export interface WrittenDataset {
  readonly dataset: Dataset;
  /** The save that wrote it: an id may be given again, and then another dataset is stored under it. */
  readonly stamp: string | undefined;
  /** An earlier version stored it in one large record: better written anew. */
  readonly anew: boolean;
}

/** Datasets that are stored, by the id they are stored under: they are immutable, so the same object need not be written or read again. */
export type Written = ReadonlyMap<Id, WrittenDataset>;

export interface ReadDocument {
  readonly stored: Stored;
  readonly written: Written;
  /** The page that wrote it. */
  readonly by: string | null;
}

/** Ids of the sources that a record of any shape names. */
function sourcesIn(record: unknown): readonly Id[] | null {
  const sources = (record as { workspace?: { sources?: unknown } } | null)?.workspace?.sources;
  return Array.isArray(sources)
    ? sources.flatMap((source: { id?: unknown } | null) => (typeof source?.id === 'string' ? [source.id] : []))
    : null;
}

/** What the database adds to a document: by which page it was written, and by which save each of its datasets. */
interface WrittenBy {
  readonly by?: string;
  readonly stamps?: Readonly<Record<Id, string>>;
}

/**
 * Reads the document, or the snapshot under `key`, with its datasets. Those that `known` holds are not read again; `under` says where others
 * than those of today are stored.
 */
export async function readStored(
  begin: () => Promise<IDBObjectStore>,
  known: Written,
  key: string = DOCUMENT,
  under: ReadonlyMap<Id, Id> = new Map(),
): Promise<ReadDocument> {
  const store = await begin();
  const record = await answer<unknown>(store.get(key));
  if (record === undefined) return { stored: { kind: 'empty' }, written: new Map(), by: null };
  const { by = null, stamps = {} } = record as WrittenBy;
  const ids = sourcesIn(record) ?? (await storedDatasetIds(store));
  const places = new Map(ids.map((id) => [under.get(id) ?? id, id]));
  const isKnown = (at: Id, id: Id) => known.has(at) && known.get(at)?.stamp === stamps[id];
  const kept = new Map([...known].filter(([at]) => places.has(at) && isKnown(at, places.get(at)!)));
  const found = await readDatasets(
    store,
    [...places.keys()].filter((at) => !kept.has(at)),
  );
  const raw = { ...(record as object), datasets: Array.from(found.values(), ({ dataset }) => dataset) };
  // Fetched only where there is something to decode: a first visit has nothing.
  const { decodeGradually, decodeNewer } = await import('./decode.ts');
  const decoded = await decodeGradually(raw);
  if (!decoded.ok) {
    const { error } = decoded;
    if (error.code !== 'newer-version') return { stored: { kind: 'unreadable', error, raw }, written: new Map(), by };
    return { stored: { kind: 'newer', document: await decodeNewer(raw), raw }, written: new Map(), by };
  }
  const read = decoded.value.datasets.map((dataset): [Id, WrittenDataset] => {
    const at = under.get(dataset.id) ?? dataset.id;
    const anew = !isPacked(found.get(at)?.record) && packDataset(dataset) !== null;
    return [at, { dataset, stamp: stamps[dataset.id], anew }];
  });
  const written = new Map([...kept, ...read]);
  const datasets = Array.from(written.values(), ({ dataset }) => dataset);
  return { stored: { kind: 'document', document: { ...decoded.value, datasets } }, written, by };
}
