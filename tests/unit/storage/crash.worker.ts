import { openDatabase } from '../../../src/storage/database.ts';
import type { LoadedDocument } from '../../../src/storage/document.ts';

/** What the page that crashes does: it saves, and stands still for ever once it has put so many values. */
export interface Crash {
  readonly name: string;
  readonly document: LoadedDocument;
  readonly afterPuts: number;
}

/** A transaction with a request that is not answered yet stays open. */
function standStill(store: IDBObjectStore): void {
  const hold = () => (store.get('document').onsuccess = hold);
  hold();
  postMessage('stands still');
}

onmessage = async ({ data: { name, document, afterPuts } }: MessageEvent<Crash>) => {
  const database = openDatabase(name);
  await database.load();
  const put = IDBObjectStore.prototype.put;
  let count = 0;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
    if (++count <= afterPuts) {
      const request = put.apply(this, given);
      if (count === afterPuts) standStill(this);
      return request;
    }
    // Never answered: nothing more is put, and whoever waits for it waits for ever.
    return {} as IDBRequest<IDBValidKey>;
  };
  const saved = await database.save(document);
  postMessage(saved.ok ? 'saved' : saved.error.code);
};
