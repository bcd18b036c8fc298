import { expect, it } from 'vitest';
import type { Dataset } from '../../../src/domain/dataset.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import type { LoadedDocument } from '../../../src/storage/document.ts';
import type { Crash } from './crash.worker.ts';
import { largeDataset, sameDataset } from './large.ts';
import { meta, workspace } from './sample.ts';

/** Saves in a page of its own, which ends without a warning after it has put so many values: a worker that is terminated is one. */
async function saveAndCrash(crash: Crash): Promise<unknown> {
  const worker = new Worker(new URL('./crash.worker.ts', import.meta.url), { type: 'module' });
  const said = await new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(crash);
  });
  worker.terminate();
  return said;
}

it('a page that crashes in the midst of a save leaves the whole board of before, wherever it was; a save that is told of is whole', async () => {
  const name = `leeway-test-${crypto.randomUUID()}`;
  const from = (dataset: Dataset, title: string, revision: number): LoadedDocument => ({
    ...meta,
    revision,
    workspace: { ...workspace, title },
    datasets: [dataset],
  });
  const large = largeDataset('s1', 40_000);
  const figures = large.columns[0]!.values.map((value) => value + 1);
  const before = from(large, 'before', 7);
  const after = from({ ...large, columns: large.columns.map((column, n) => (n ? column : { ...column, values: figures })) }, 'after', 8);
  const database = openDatabase(name);
  await database.load();
  expect(await database.save(before)).toMatchObject({ ok: true });
  let crashes = 0;
  for (let said: unknown = null; said !== 'saved';) {
    said = await saveAndCrash({ name, document: after, afterPuts: ++crashes });
    expect(said).toMatch(/stands still|saved/);
    const read = await openDatabase(name).load();
    const expected = said === 'saved' ? after : before;
    expect(read).toMatchObject({
      kind: 'document',
      document: { revision: expected.revision, workspace: { title: expected.workspace.title } },
    });
    expect(read.kind === 'document' && sameDataset(read.document.datasets[0]!, expected.datasets[0]!)).toBe(true);
  }
  // A snapshot with its data moved aside, the board, and the batches of its data.
  expect(crashes).toBeGreaterThan(8);
  indexedDB.deleteDatabase(name);
});
