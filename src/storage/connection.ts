/** Object store that holds everything. The version of the database stays 1: older pages that are still open never stand in the way of newer ones. */
const STORE = 'workspace';

export interface Connection {
  /** The object store in a transaction of its own; opens the database first where need be. */
  begin(mode: IDBTransactionMode): Promise<IDBObjectStore>;
  /** The same without waiting, or null while there is no open handle. */
  beginNow(): IDBObjectStore | null;
  /** Lets the handle go; the next transaction opens another. */
  renew(): void;
}

/** What a request answers. */
export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });

/** Settles when all that was asked of a transaction is kept, or none of it. */
export const settled = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

/**
 * Every write is strict: complete means on the disk, so that a power cut loses no more than a closed tab does. Safari knows no such option
 * and ignores it.
 */
const DURABLE: IDBTransactionOptions = { durability: 'strict' };

/** Connects with the database of a name. The handle stays open, so that a page that goes away can still write at once. */
export function connect(name: string): Connection {
  let handle: IDBDatabase | null = null;
  let opening: Promise<IDBDatabase> | null = null;

  async function open(): Promise<IDBDatabase> {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    const opened = await answer(request);
    const forget = () => {
      handle = null;
      opening = null;
    };
    // Safari closes connections by itself; somebody who clears the site's data waits for ours.
    opened.onclose = forget;
    opened.onversionchange = () => {
      opened.close();
      forget();
    };
    handle = opened;
    return opened;
  }

  const within = (database: IDBDatabase, mode: IDBTransactionMode) => database.transaction(STORE, mode, DURABLE).objectStore(STORE);

  return {
    async begin(mode) {
      opening ??= open();
      try {
        return within(await opening, mode);
      } catch (cause) {
        handle = null;
        opening = null;
        throw cause;
      }
    },
    beginNow: () => (handle ? within(handle, 'readwrite') : null),
    renew() {
      handle?.close();
      handle = null;
      opening = null;
    },
  };
}
