import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { dataset, meta, workspace } from './sample.ts';

const document = { ...meta, workspace, datasets: [dataset] };
let name: string;

beforeEach(() => {
  name = `leeway-test-${crypto.randomUUID()}`;
});
afterEach(() => void indexedDB.deleteDatabase(name));

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

function write(key: string, value: unknown): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('workspace', 'readwrite');
      transaction.objectStore('workspace').put(value, key);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

describe('the database', () => {
  it('is empty at first, and gives back what was saved on the next visit', async () => {
    const database = openDatabase(name);
    expect(await database.load()).toEqual({ kind: 'empty' });
    expect(await database.save(document)).toEqual({ ok: true, value: null });
    expect(await openDatabase(name).load()).toEqual({ kind: 'document', document });
  });

  it('writes data only once, and removes what is gone', async () => {
    const database = openDatabase(name);
    await database.load();
    await database.save(document);
    await write('dataset:s1', 'untouched');
    await database.save({ ...document, revision: 8 });
    expect((await stored()).get('dataset:s1')).toBe('untouched');
    await database.save({ ...document, revision: 9, datasets: [] });
    expect([...(await stored()).keys()]).toEqual(['document']);
  });

  it('refuses to write over what another tab saved since', async () => {
    const [mine, other] = [openDatabase(name), openDatabase(name)];
    await mine.load();
    await other.load();
    await other.save({ ...document, revision: 8 });
    expect(await mine.save({ ...document, revision: 9 })).toEqual({ ok: false, error: { code: 'conflict' } });
    expect((await stored()).get('document')).toMatchObject({ revision: 8 });
  });

  it('keeps what it cannot read: no save destroys it, and starting afresh moves it aside', async () => {
    await openDatabase(name).load();
    const newer = { schemaVersion: 99, revision: 3, workspace: { from: 'the future' } };
    await write('document', newer);
    await write('dataset:s1', 'bytes');
    const database = openDatabase(name);
    expect(await database.load()).toMatchObject({ kind: 'unreadable', error: { code: 'newer-version', detail: '99' }, raw: newer });
    expect(await database.save(document)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await stored()).get('document')).toEqual(newer);
    await database.setAside();
    expect(await database.save(document)).toMatchObject({ ok: true });
    expect((await stored()).get('kept:1')).toEqual({ document: newer, datasets: ['bytes'] });
    expect(await openDatabase(name).load()).toEqual({ kind: 'document', document });
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
