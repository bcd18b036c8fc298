import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/domain/dataset.ts';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { retained, type Snapshot } from '../../../src/storage/snapshot-index.ts';
import { dataset, workspace } from './sample.ts';

let name: string;
beforeEach(() => {
  name = `leeway-test-${crypto.randomUUID()}`;
});
afterEach(() => void indexedDB.deleteDatabase(name));

const MINUTE = 60_000;
const at = (minutes: number) => new Date(Date.UTC(2026, 7, 3, 1) + minutes * MINUTE).toISOString();
const titled = (title: string, from: Workspace = workspace): Workspace => ({ ...from, title });

/** A page that saves a board at minutes of a day. */
async function page() {
  const database = openDatabase(name);
  await database.load();
  let revision = 0;
  const save = (minutes: number, board: Workspace, datasets: readonly Dataset[] = [dataset]) =>
    database.save({ workspace: board, datasets, revision: ++revision, savedAt: at(minutes) });
  const titles = async () => {
    const documents = await Promise.all((await database.snapshots()).map((snapshot) => database.glance(snapshot)));
    return documents.map((document) => document?.workspace.title);
  };
  return { database, save, titles };
}

describe('earlier states', () => {
  it('are put by before the first edit after a pause, not at every save', async () => {
    const { save, titles } = await page();
    for (const [minutes, title] of [
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
      [20, 'd'],
      [21, 'e'],
    ] as const)
      await save(minutes, titled(title));
    expect(await titles()).toEqual(['a', 'c']);
  });

  it('are put by at any time before another board takes the place, and come back whole', async () => {
    const { database, save, titles } = await page();
    await save(0, titled('a'));
    await save(1, titled('mine'));
    await save(2, emptyWorkspace, []);
    expect(await titles()).toEqual(['a', 'mine']);
    const read = await database.readSnapshot((await database.snapshots()).at(-1)!);
    expect(read).toMatchObject({ kind: 'document', document: { workspace: titled('mine'), datasets: [dataset] } });
  });

  it('share their data with the board of today, as one object', async () => {
    const { database, save } = await page();
    await save(0, titled('a'));
    await save(1, titled('b'));
    const read = await database.readSnapshot((await database.snapshots())[0]!);
    expect(read.kind === 'document' && read.document.datasets[0]).toBe(dataset);
  });

  it('keep their own data where an id is given again', async () => {
    const { database, save } = await page();
    await save(0, titled('a'));
    const another: Dataset = { ...dataset, issues: [], source: { ...dataset.source, title: 'another' } };
    await save(1, titled('b'), [another]);
    const fresh = openDatabase(name);
    expect(await fresh.load()).toMatchObject({ document: { datasets: [another] } });
    const [snapshot] = await database.snapshots();
    for (const reader of [database, fresh])
      expect(await reader.readSnapshot(snapshot!)).toMatchObject({ document: { datasets: [dataset] } });
  });

  it('let go of data that none of them needs any more', async () => {
    const { database, save } = await page();
    await save(0, titled('a'));
    for (let n = 1; n <= 13; n++) await save(n * 11, { ...emptyWorkspace, cycles: workspace.cycles, objectives: workspace.objectives }, []);
    expect(await database.snapshots()).toHaveLength(10);
    const opening = indexedDB.open(name);
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      opening.onsuccess = () => {
        const asking = opening.result.transaction('workspace').objectStore('workspace').getAllKeys();
        asking.onsuccess = () => resolve(asking.result);
      };
    });
    opening.result.close();
    expect(keys.filter((key) => String(key).startsWith('dataset:'))).toEqual([]);
  });

  it('are the last ten, and the last of each of thirty days', () => {
    const snapshot = (day: number, hour: number): Snapshot => ({
      key: `${day}.${hour}`,
      takenAt: new Date(2026, 5, day, hour).toISOString(),
      datasets: [],
    });
    const index = Array.from({ length: 50 }, (_, day) => [snapshot(day + 1, 9), snapshot(day + 1, 17)]).flat();
    const kept = retained([...index, ...Array.from({ length: 12 }, (_, hour) => snapshot(51, hour))]).map(({ key }) => key);
    expect(kept.slice(0, 3)).toEqual(['22.17', '23.17', '24.17']);
    expect(kept.slice(-11)).toEqual(['50.17', ...Array.from({ length: 10 }, (_, n) => `51.${n + 2}`)]);
    expect(kept).toHaveLength(39);
  });
});
