import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import type { LoadedDocument } from '../../../src/storage/document.ts';
import { largeDataset, sameDataset, sharing } from './large.ts';
import { dataset, meta, workspace } from './sample.ts';

const document = { ...meta, workspace, datasets: [dataset] };
let name: string;

beforeEach(() => {
  name = `leeway-test-${crypto.randomUUID()}`;
});
afterEach(() => {
  vi.restoreAllMocks();
  indexedDB.deleteDatabase(name);
});

/** What stands in the database, read past the code under test. */
function stored(): Promise<Map<string, unknown>> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('workspace').objectStore('workspace');
      const keys = store.getAllKeys();
      const values = store.getAll();
      values.onsuccess = () => {
        opening.result.close();
        resolve(new Map(keys.result.map((key, index) => [String(key), values.result[index] as unknown])));
      };
    };
  });
}

/** Keys of the board of today, without those of earlier states. */
const keysOfToday = async () => [...(await stored()).keys()].filter((key) => !key.startsWith('snapshot') && !key.includes('~'));

async function loaded(): Promise<LoadedDocument> {
  const read = await openDatabase(name).load();
  if (read.kind !== 'document') throw new Error(read.kind);
  return read.document;
}

function change(make: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('workspace', 'readwrite');
      make(transaction.objectStore('workspace'));
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
const write = (key: string, value: unknown) => change((store) => store.put(value, key));
const remove = (key: IDBValidKey) => change((store) => store.delete(key));

describe('the database', () => {
  it('is empty at first, and gives back what was saved on the next visit', async () => {
    const database = openDatabase(name);
    expect(await database.load()).toEqual({ kind: 'empty' });
    expect(await database.save(document)).toEqual({ ok: true, value: null });
    expect(await openDatabase(name).load()).toEqual({ kind: 'document', document });
  });

  it('writes data only once, and keeps what is gone for the state before', async () => {
    const database = openDatabase(name);
    await database.load();
    await database.save(document);
    await write('dataset:s1', 'untouched');
    await database.save({ ...document, revision: 8 });
    expect((await stored()).get('dataset:s1')).toBe('untouched');
    await database.save({ ...document, revision: 9, datasets: [] });
    expect((await stored()).get('dataset:s1')).toBe('untouched');
  });

  it('refuses to write over what another tab saved since', async () => {
    const [mine, other] = [openDatabase(name), openDatabase(name)];
    await mine.load();
    await other.load();
    await other.save({ ...document, revision: 8 });
    expect(await mine.save({ ...document, revision: 9 })).toEqual({ ok: false, error: { code: 'conflict' } });
    expect((await stored()).get('document')).toMatchObject({ revision: 8 });
  });

  it('never writes over what a newer version saved, and shows what it understands of it', async () => {
    const before = openDatabase(name);
    await before.load();
    await before.save(document);
    const newer = { ...((await stored()).get('document') as object), schemaVersion: 99, revision: 9, unknown: true };
    await write('document', newer);
    const database = openDatabase(name);
    expect(await database.load()).toMatchObject({
      kind: 'newer',
      document: { workspace, datasets: [dataset] },
      raw: { revision: 9, unknown: true },
    });
    expect(await database.save({ ...document, revision: 10 })).toEqual({ ok: false, error: { code: 'newer' } });
    for (const datasets of [[dataset], []]) expect(database.saveNow({ ...document, datasets, revision: 10 })).toBe(null);
    await write('document', { schemaVersion: 99, workspace: { from: 'the future' } });
    expect(await openDatabase(name).load()).toMatchObject({ kind: 'newer', document: null });
  });

  it('keeps what it cannot read: the next save moves it aside', async () => {
    await openDatabase(name).load();
    const damaged = { schemaVersion: 2, revision: 3, workspace: { from: 'somewhere' } };
    await write('document', damaged);
    await write('dataset:s1', 'bytes');
    const database = openDatabase(name);
    expect(await database.load()).toMatchObject({ kind: 'unreadable', error: { code: 'invalid' }, raw: damaged });
    expect(await database.save(document)).toMatchObject({ ok: true });
    expect((await stored()).get('kept:1')).toEqual({ document: damaged, datasets: ['bytes'], at: document.savedAt });
    expect([...(await database.aside()).keys()]).toEqual([1]);
    expect(await openDatabase(name).load()).toEqual({ kind: 'document', document });
  });

  it('begins a new log after a write that failed, before anything else is written, and leaves nothing of it behind', async () => {
    // What is written behind the torn end of a log is lost with the next start of Chromium: `npm run test:kills` does it on a disk that is full.
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(() => {
      throw new DOMException('no room', 'UnknownError');
    });
    const database = openDatabase(name);
    await database.load();
    expect(await database.save(document)).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(database.saveNow({ ...document, datasets: [] })).toBeNull();
    put.mockClear();
    // The page may have been opened again meanwhile.
    const again = openDatabase(name);
    await again.load();
    expect(await again.save(document)).toEqual({ ok: true, value: null });
    const sizes = put.mock.calls.map(([value]) => (value instanceof Uint8Array ? value.length : 0));
    expect(sizes.findIndex((size) => size === 0)).toBe(sizes.filter((size) => size > 0).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(4 << 20);
    expect([...(await stored()).keys()].some((key) => key.includes('log'))).toBe(false);
    put.mockClear();
    expect(await again.save({ ...document, revision: document.revision + 1 })).toEqual({ ok: true, value: null });
    expect(put.mock.calls.some(([value]) => value instanceof Uint8Array)).toBe(false);
  });

  it('writes all or nothing: a value that cannot be stored leaves the old document whole', async () => {
    const database = openDatabase(name);
    await database.load();
    await database.save(document);
    const unstorable = { ...dataset, id: 's2', issues: [() => 0] } as unknown as typeof dataset;
    const saved = await database.save({ ...document, revision: 8, datasets: [dataset, unstorable] });
    expect(saved).toMatchObject({ ok: false, error: { code: 'failed' } });
    expect(await openDatabase(name).load()).toEqual({ kind: 'document', document });
  });
});

describe('a large dataset', () => {
  const large = largeDataset();
  const withLarge = { ...document, datasets: [large] };

  /** Lets the browser refuse the nth value that is put from now on, as a full disk does. */
  function refusePut(nth: number): void {
    const put = IDBObjectStore.prototype.put;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (++count === nth) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    });
  }

  async function saveLarge() {
    const database = openDatabase(name);
    await database.load();
    expect(await database.save(withLarge)).toEqual({ ok: true, value: null });
    return database;
  }

  it('is stored in several records and comes back the same, shared arrays shared', async () => {
    await saveLarge();
    const keys = [...(await stored()).keys()];
    expect(keys.filter((key) => key.startsWith('batch,s1,')).length).toBeGreaterThan(4);
    const { datasets } = await loaded();
    expect(sameDataset(datasets[0]!, large)).toBe(true);
    expect(sharing(datasets[0]!)).toEqual(sharing(large));
  });

  it('is written once', async () => {
    const database = await saveLarge();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await database.save({ ...withLarge, revision: 8 });
    expect(put.mock.calls.filter(([, key]) => /^(dataset:|batch)/.test(String(key)))).toEqual([]);
  });

  it('leaves no record behind when a shorter one takes its place', async () => {
    const database = await saveLarge();
    await database.save({ ...document, revision: 8 });
    expect(await keysOfToday()).toEqual(['dataset:s1', 'document']);
    expect(await loaded()).toEqual({ ...document, revision: 8 });
  });

  it('is told from one whose name begins alike', async () => {
    const [one, other] = [largeDataset('a'), largeDataset('a,0')];
    const sources = [one, other].map(({ id, source: info }) => ({ id, info }));
    const both = { ...document, workspace: { ...emptyWorkspace, sources }, datasets: [one, other] };
    const database = openDatabase(name);
    await database.load();
    await database.save(both);
    await database.save({ ...both, revision: 8, workspace: { ...emptyWorkspace, sources: [sources[1]!] }, datasets: [other] });
    const { datasets } = await loaded();
    expect(datasets).toHaveLength(1);
    expect(sameDataset(datasets[0]!, other)).toBe(true);
  });

  it.each([2, 4])('that cannot be written to its end (value %i) leaves what was there whole, and says why', async (nth) => {
    const database = openDatabase(name);
    await database.load();
    await database.save(document);
    refusePut(nth);
    const saved = await database.save({ ...withLarge, revision: 8 });
    expect(saved).toEqual({ ok: false, error: { code: 'failed', detail: 'QuotaExceededError' } });
    vi.restoreAllMocks();
    expect([...(await stored()).keys()]).toEqual(['dataset:s1', 'document']);
    expect(await loaded()).toEqual(document);
    // A connection that found the disk full goes on to refuse, also when there is room.
    const open = vi.spyOn(IDBFactory.prototype, 'open');
    expect(await database.save({ ...withLarge, revision: 8 })).toMatchObject({ ok: true });
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('is not written where another tab has saved since', async () => {
    const mine = openDatabase(name);
    await mine.load();
    await saveLarge();
    expect(await mine.save({ ...document, revision: 8 })).toEqual({ ok: false, error: { code: 'conflict' } });
    expect(sameDataset((await loaded()).datasets[0]!, large)).toBe(true);
  });

  it('that an earlier version stored in one record is read, and written anew with the next edit', async () => {
    const before = openDatabase(name);
    await before.load();
    await before.save(document);
    await write('dataset:s1', large);
    const database = openDatabase(name);
    const read = await database.load();
    if (read.kind !== 'document') throw new Error(read.kind);
    expect(sameDataset(read.document.datasets[0]!, large)).toBe(true);
    await database.save({ ...read.document, revision: 8 });
    expect([...(await stored()).keys()].filter((key) => key.startsWith('batch,')).length).toBeGreaterThan(4);
    expect(sameDataset((await loaded()).datasets[0]!, large)).toBe(true);
  });

  it('of which a record is missing is not read by halves, and is kept when the reader starts afresh', async () => {
    await saveLarge();
    const batches = [...(await stored()).keys()].filter((key) => key.startsWith('batch,')).length;
    await remove(['batch', 's1', 1]);
    const database = openDatabase(name);
    expect(await database.load()).toMatchObject({ kind: 'unreadable', error: { code: 'invalid' } });
    expect(await database.save(document)).toMatchObject({ ok: true });
    const keys = [...(await stored()).keys()];
    expect(keys.filter((key) => key.startsWith('kept:,1,batch,s1,'))).toHaveLength(batches - 1);
    expect(keys.filter((key) => key.startsWith('batch,'))).toEqual([]);
    expect(await loaded()).toEqual(document);
  });
});
