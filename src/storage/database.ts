import type { Id } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { answer, connect, settled } from './connection.ts';
import type { LoadedDocument } from './document.ts';
import { encodeDocument } from './encode.ts';
import { readStored, type Written } from './read-stored.ts';
import { DOCUMENT, moveAside, readAside, writeDataset } from './records.ts';
import type { Snapshot } from './snapshot-index.ts';
import { addSnapshot, putBy, readIndex } from './snapshots.ts';
import type { SaveError, Stored } from './stored.ts';
import { watchLog } from './torn-log.ts';

export interface Database {
  /** Name of this page among those that write, by which it knows its own saves again. */
  readonly by: string;
  /** Reads what is stored, each dataset once. It is what the next save is compared with from when it is adopted. */
  read(): Promise<{ readonly stored: Stored; adopt(): void }>;
  /** Reads and adopts. */
  load(): Promise<Stored>;
  /** Who wrote what was read last. */
  readonly writtenBy: string | null;
  /** Writes all or nothing, and only over the revision that this page read or wrote last. What could not be read is moved aside first. */
  save(document: LoadedDocument): Promise<Result<null, SaveError>>;
  /**
   * Begins to write the workspace at once, without a look at what is stored: for a page that goes away and is the only one that writes. Null
   * where that cannot be done: no open handle, or datasets that are not stored yet.
   */
  saveNow(document: LoadedDocument): Promise<Result<null, SaveError>> | null;
  /** Puts by a board that is not the one of today: edits that another page had overtaken. */
  putBy(document: LoadedDocument): Promise<void>;
  /** What was put by, oldest first. */
  snapshots(): Promise<readonly Snapshot[]>;
  /** The board as it was without its data: enough to compare; null where it cannot be read. */
  glance(snapshot: Snapshot): Promise<LoadedDocument | null>;
  /** The board as it was; datasets that it shares with the one of today are the same objects. */
  readSnapshot(snapshot: Snapshot): Promise<Stored>;
  /** What could not be read and was moved aside, as it was stored, by its number. */
  aside(): Promise<ReadonlyMap<number, unknown>>;
}

const NOTHING_STORED = null;
const fieldOf = (stored: unknown, field: string): unknown =>
  typeof stored === 'object' && stored !== null && field in stored ? (stored as Record<string, unknown>)[field] : null;

const failure = (cause: unknown): Result<never, SaveError> =>
  err({ code: 'failed', detail: cause instanceof Error || cause instanceof DOMException ? cause.name : String(cause) });

/** A name that no other page has; not secret, so that chance will do where there is no secure context. */
const anyName = (): string => Math.random().toString(36).slice(2, 12);

/** Opens the workspace database, or one that answers `unavailable` where the browser has no IndexedDB. */
export function openDatabase(name = 'leeway'): Database {
  const connection = typeof indexedDB === 'undefined' ? null : connect(name);
  const by = anyName();
  const log = watchLog();
  /** Revision that this page read or wrote last; `unreadable` = to be moved aside before anything is written; `newer` = never written over. */
  let base: number | null | 'unreadable' | 'newer' = NOTHING_STORED;
  let writtenBy: string | null = null;
  let written: Written = new Map();

  const record = ({ workspace, revision, savedAt }: LoadedDocument, known: Written) => {
    const stamps: Record<Id, string> = {};
    for (const { id } of workspace.sources) {
      const stamp = known.get(id)?.stamp;
      if (stamp !== undefined) stamps[id] = stamp;
    }
    return { ...encodeDocument(workspace, [], { revision, savedAt }), by, stamps };
  };

  /** Within one transaction: compares the stored revision, then writes. False where another page has saved since. */
  async function compareAndWrite(store: IDBObjectStore, document: LoadedDocument): Promise<boolean> {
    let stored: unknown = await answer<unknown>(store.get(DOCUMENT));
    if (base === 'unreadable') {
      await moveAside(store, stored, document.savedAt);
      stored = undefined;
    } else if ((stored === undefined ? NOTHING_STORED : fieldOf(stored, 'revision')) !== base) return false;
    const current = new Map(document.datasets.map((dataset) => [dataset.id, dataset]));
    const stamp = `${document.revision}.${by}`;
    const changed = document.datasets.filter((dataset) => written.get(dataset.id)?.dataset !== dataset);
    const next = { workspace: document.workspace, now: document.savedAt, key: stamp };
    const needed = await putBy(store, stored, next, { current, replaced: changed.map(({ id }) => id) });
    const stays = new Map([...written].filter(([id]) => needed.has(id) || current.has(id)));
    const anew = document.datasets.filter((dataset) => changed.includes(dataset) || stays.get(dataset.id)?.anew);
    for (const dataset of anew)
      stays.set(dataset.id, { dataset, stamp: changed.includes(dataset) ? stamp : stays.get(dataset.id)?.stamp, anew: false });
    written = stays;
    store.put(record(document, written), DOCUMENT);
    for (const dataset of anew) await writeDataset(store, dataset);
    return true;
  }

  async function read(): ReturnType<Database['read']> {
    if (!connection) return { stored: { kind: 'unavailable' }, adopt: () => {} };
    try {
      const found = await readStored(() => connection.begin('readonly'), written);
      const { stored } = found;
      const adopt = () => {
        ({ written, by: writtenBy } = found);
        if (stored.kind === 'document') base = stored.document.revision;
        else base = stored.kind === 'unreadable' || stored.kind === 'newer' ? stored.kind : NOTHING_STORED;
      };
      return { stored, adopt };
    } catch {
      return { stored: { kind: 'unavailable' }, adopt: () => {} };
    }
  }

  return {
    by,
    get writtenBy() {
      return writtenBy;
    },

    read,
    async load() {
      const { stored, adopt } = await read();
      adopt();
      return stored;
    },

    async save(document) {
      if (!connection) return err({ code: 'unavailable' });
      if (base === 'newer') return err({ code: 'newer' });
      const before = written;
      try {
        await log.mend(connection);
        const store = await connection.begin('readwrite');
        const { transaction } = store;
        const done = settled(transaction);
        const writing = compareAndWrite(store, document).catch((cause: unknown) => {
          // A value that cannot be cloned does not end the transaction by itself; a failed request has ended it already.
          if (!transaction.error) transaction.abort();
          throw cause;
        });
        const [matches] = await Promise.all([writing, done]);
        if (!matches) return err({ code: 'conflict' });
        base = document.revision;
        writtenBy = by;
        return ok(null);
      } catch (cause) {
        written = before;
        log.tear();
        // Chromium goes on to refuse every write of a connection that found the disk full once.
        connection.renew();
        return failure(cause);
      }
    },

    saveNow(document) {
      if (log.isTorn || typeof base === 'string' || document.datasets.some((dataset) => written.get(dataset.id)?.dataset !== dataset))
        return null;
      try {
        const store = connection?.beginNow();
        if (!store) return null;
        const { transaction } = store;
        store.put(record(document, written), DOCUMENT);
        const done = settled(transaction);
        transaction.commit();
        return done.then(() => {
          base = document.revision;
          writtenBy = by;
          return ok(null);
        }, failure);
      } catch {
        return null;
      }
    },

    async putBy(document) {
      if (!connection) return;
      const store = await connection.begin('readwrite');
      await addSnapshot(store, record(document, written), document.savedAt, `${document.revision}.${by}`);
      await settled(store.transaction);
    },
    snapshots: async () => (connection ? readIndex(await connection.begin('readonly')) : []),
    async glance({ key }) {
      if (!connection) return null;
      const record = await answer<unknown>((await connection.begin('readonly')).get(key));
      const { decodeGradually } = await import('./decode.ts');
      const decoded = await decodeGradually(record);
      return decoded.ok ? decoded.value : null;
    },
    async readSnapshot({ key, datasets }) {
      if (!connection) return { kind: 'unavailable' };
      return (await readStored(() => connection.begin('readonly'), written, key, new Map(datasets))).stored;
    },
    aside: async () => (connection ? readAside(await connection.begin('readonly')) : new Map()),
  };
}
