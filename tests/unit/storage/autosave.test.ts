import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../../src/domain/result.ts';
import type { Workspace } from '../../../src/domain/workspace.ts';
import { createAutosave } from '../../../src/storage/autosave.ts';
import type { Database } from '../../../src/storage/database.ts';
import type { LoadedDocument } from '../../../src/storage/document.ts';
import type { SaveError, Stored } from '../../../src/storage/stored.ts';
import type { TailStore } from '../../../src/storage/tail.ts';
import { dataset, meta, workspace } from './sample.ts';

/** A browser that outlives the page: what was saved and the tail stay. */
function browser(stored: LoadedDocument | null = { ...meta, workspace, datasets: [dataset] }) {
  const tail = new Map<string, string>();
  const state = { stored, by: 'page', failWith: null as SaveError | null, saves: 0 };
  const load = (): Promise<Stored> => Promise.resolve(state.stored ? { kind: 'document', document: state.stored } : { kind: 'empty' });
  const databaseOf = (by: string): Pick<Database, 'by' | 'writtenBy' | 'load' | 'read' | 'save' | 'saveNow'> => ({
    by,
    get writtenBy() {
      return state.by;
    },
    load,
    read: async () => ({ stored: await load(), adopt: () => {} }),
    save(document) {
      state.saves++;
      if (state.failWith) return Promise.resolve(err(state.failWith));
      state.stored = document;
      state.by = by;
      return Promise.resolve(ok(null));
    },
    saveNow: () => null,
  });
  const tailStore: TailStore = {
    getItem: (key) => tail.get(key) ?? null,
    setItem: (key, value) => void tail.set(key, value),
    removeItem: (key) => void tail.delete(key),
  };
  const failures: SaveError[] = [];
  const visit = (by = 'page') => {
    const database = databaseOf(by) as Database;
    const autosave = createAutosave({ database, tailStore, now: () => meta.savedAt, onFailure: (error) => failures.push(error) });
    return { autosave, leave: () => autosave.leave() };
  };
  return { state, tail, failures, visit };
}

const titled = (title: string): Workspace => ({ ...workspace, title });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving', () => {
  it('happens within 300 ms of the first edit, even while the typing goes on, with the newest text', async () => {
    const { state, visit } = browser();
    const { autosave } = visit();
    await autosave.load();
    for (const title of ['a', 'ab', 'abc']) {
      autosave.changed(titled(title), [dataset]);
      await vi.advanceTimersByTimeAsync(9);
    }
    await vi.advanceTimersByTimeAsync(5);
    expect(state.saves).toBe(1);
    expect(state.stored).toMatchObject({ revision: 8, workspace: { title: 'abc' } });
  });

  it('that fails is reported, and the next edit saves both', async () => {
    const { state, failures, visit } = browser();
    const { autosave } = visit();
    await autosave.load();
    state.failWith = { code: 'failed', detail: 'QuotaExceededError' };
    autosave.changed(titled('first'), [dataset]);
    await vi.advanceTimersByTimeAsync(300);
    expect(failures).toEqual([{ code: 'failed', detail: 'QuotaExceededError' }]);
    expect(state.stored?.workspace.title).toBe(workspace.title);
    state.failWith = null;
    autosave.changed(titled('first and second'), [dataset]);
    await vi.advanceTimersByTimeAsync(300);
    expect(state.stored).toMatchObject({ revision: 8, workspace: { title: 'first and second' } });
  });

  it('that fails is tried again by itself until there is room, and then no more', async () => {
    const { state, visit } = browser();
    const { autosave } = visit();
    await autosave.load();
    state.failWith = { code: 'failed', detail: 'QuotaExceededError' };
    autosave.changed(titled('only edit'), [dataset]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state.saves).toBeGreaterThan(1);
    state.failWith = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state.stored?.workspace.title).toBe('only edit');
    const { saves } = state;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.saves).toBe(saves);
  });

  it('that came too late is not tried again: the reader decides', async () => {
    const { state, visit } = browser();
    const { autosave } = visit();
    await autosave.load();
    state.failWith = { code: 'conflict' };
    autosave.changed(titled('too late'), [dataset]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.saves).toBe(1);
  });
});

describe('closing the page right after an edit', () => {
  it('loses nothing though the save never lands', async () => {
    const { state, visit } = browser();
    const { autosave, leave } = visit();
    await autosave.load();
    state.failWith = { code: 'failed' };
    autosave.changed(titled('last words'), [dataset]);
    leave();
    state.failWith = null;
    const again = visit().autosave;
    expect(await again.load()).toMatchObject({
      stored: { kind: 'document', document: { workspace: { title: 'last words' }, datasets: [dataset] } },
    });
    await again.flush();
    expect(state.stored?.workspace.title).toBe('last words');
  });

  it('leaves nothing behind where the save did land', async () => {
    const { tail, state, visit } = browser();
    const { autosave, leave } = visit();
    await autosave.load();
    autosave.changed(titled('saved'), [dataset]);
    leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(state.stored?.workspace.title).toBe('saved');
    expect(tail.size).toBe(0);
  });

  it('keeps the first edits of a new workspace too', async () => {
    const { state, visit } = browser(null);
    const { autosave, leave } = visit();
    await autosave.load();
    state.failWith = { code: 'failed' };
    autosave.changed(titled('brand new'), []);
    leave();
    expect(await visit().autosave.load()).toMatchObject({ stored: { kind: 'document', document: { workspace: { title: 'brand new' } } } });
  });

  it('never lets an old tail undo newer work', async () => {
    const { state, tail, visit } = browser();
    const { autosave, leave } = visit();
    await autosave.load();
    state.failWith = { code: 'failed' };
    autosave.changed(titled('old'), [dataset]);
    leave();
    expect(tail.size).toBe(1);
    state.stored = { ...meta, revision: 20, workspace: titled('new'), datasets: [dataset] };
    expect(await visit().autosave.load()).toMatchObject({ stored: { document: { workspace: { title: 'new' } } }, lost: null });
    expect(tail.size).toBe(0);
  });

  it('never lets the tail of one page undo what another one saved, and hands it out to be put by', async () => {
    const { state, visit } = browser();
    const { autosave, leave } = visit('mine');
    await autosave.load();
    state.failWith = { code: 'conflict' };
    autosave.changed(titled('overtaken'), [dataset]);
    leave();
    state.stored = { ...meta, revision: 8, workspace: titled('new'), datasets: [dataset] };
    state.by = 'another';
    expect(await visit('later').autosave.load()).toMatchObject({
      stored: { document: { workspace: { title: 'new' } } },
      lost: { workspace: { title: 'overtaken' } },
    });
  });

  it('saves nothing where nothing was edited', async () => {
    const { state, visit } = browser();
    const { autosave } = visit();
    const { stored } = await autosave.load();
    if (stored.kind === 'document') autosave.changed(stored.document.workspace, stored.document.datasets);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.saves).toBe(0);
  });

  it('does not hold the page up with a huge workspace', async () => {
    const { tail, visit } = browser();
    const { autosave, leave } = visit();
    await autosave.load();
    autosave.changed({ ...workspace, scenarios: Array.from({ length: 900 }, (_, n) => ({ ...workspace.scenarios[0]!, id: `x${n}` })) }, [
      dataset,
    ]);
    leave();
    expect(tail.size).toBe(0);
  });
});

it('the last edits of a newer version stay where they are, and the board is only looked at', async () => {
  const { tail, state, visit } = browser();
  const { autosave, leave } = visit();
  await autosave.load();
  state.failWith = { code: 'failed' };
  autosave.changed(titled('from the future'), [dataset]);
  leave();
  await vi.advanceTimersByTimeAsync(0);
  const newer = tail.get('leeway.tail')!.replace(/"schemaVersion":\d+/, '"schemaVersion":99');
  tail.set('leeway.tail', newer);
  state.failWith = null;
  const older = visit().autosave;
  expect(await older.load()).toMatchObject({
    stored: { kind: 'newer', document: { workspace }, raw: { workspace: { title: 'from the future' }, datasets: [dataset] } },
  });
  await older.flush();
  older.leave();
  expect(tail.get('leeway.tail')).toBe(newer);
});

it('a tail that was tampered with is passed over', async () => {
  const { tail, visit } = browser();
  tail.set('leeway.tail', '{"schemaVersion":1,"revision":99,"workspace":{}}');
  expect(await visit().autosave.load()).toMatchObject({ stored: { document: { revision: 7 } } });
});
