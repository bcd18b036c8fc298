import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyWorkspace, type Workspace } from '../../../src/domain/workspace.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { takeTurns, type Turns } from '../../../src/storage/turns.ts';

let name: string;
beforeEach(() => {
  name = `leeway-test-${crypto.randomUUID()}`;
});
afterEach(() => void indexedDB.deleteDatabase(name));

describe('two pages without locks that edit at the same time', () => {
  it('lose none of 200 edits, as each save is compared with what it was made upon', async () => {
    async function edit(page: string): Promise<void> {
      const database = openDatabase(name);
      for (let n = 0; n < 100; n++) {
        for (;;) {
          const read = await database.load();
          const { revision, workspace } = read.kind === 'document' ? read.document : { revision: 0, workspace: emptyWorkspace };
          const cycle = { id: `${page}${n}`, name: page, start: 0, end: 1 };
          const edited: Workspace = { ...workspace, cycles: [...workspace.cycles, cycle] };
          if ((await database.save({ workspace: edited, datasets: [], revision: revision + 1, savedAt: '' })).ok) break;
        }
      }
    }
    await Promise.all([edit('a'), edit('b')]);
    const read = await openDatabase(name).load();
    const ids = read.kind === 'document' ? read.document.workspace.cycles.map(({ id }) => id) : [];
    expect(new Set(ids).size).toBe(200);
  });
});

describe('pages that share locks', () => {
  function open() {
    const page = { hidden: false, saves: true, news: 0 };
    const turns = takeTurns({
      name,
      locks: navigator.locks,
      channel: new BroadcastChannel(name),
      isHidden: () => page.hidden,
      onRole: () => {},
      handOver: () => Promise.resolve(page.saves),
      onNews: () => void page.news++,
      // A busy machine answers late: here nobody is asleep.
      patience: 20_000,
    });
    return { page, turns };
  }

  it('have one writer, who hands over to a page that is clicked, or looked at while nobody looks at the writer', async () => {
    const pages = [open(), open(), open()];
    const [one, two, three] = pages.map(({ turns }) => turns) as [Turns, Turns, Turns];
    const [first, second] = pages.map(({ page }) => page);
    expect([await one.begin(), await two.begin(), await three.begin()]).toEqual(['writer', 'follower', 'follower']);
    expect(await three.ask(false)).toBe('refused');
    first!.hidden = true;
    expect(await three.ask(false)).toBe('taken');
    await expect.poll(() => [one.role, two.role, three.role]).toEqual(['follower', 'follower', 'writer']);
    expect(await two.ask(true)).toBe('taken');
    await expect.poll(() => [one.role, two.role, three.role]).toEqual(['follower', 'writer', 'follower']);
    second!.saves = false;
    expect(await one.ask(true)).toBe('refused');
    two.tell();
    await expect.poll(() => first!.news).toBe(1);
    expect((await navigator.locks.query()).held?.filter((lock) => lock.name === name)).toHaveLength(1);
  });

  it('pass the turn on by themselves when the one that has it is closed', async () => {
    let close = () => {};
    void navigator.locks.request(name, () => new Promise<void>((done) => (close = done)));
    const left = open().turns;
    expect(await left.begin()).toBe('follower');
    close();
    await expect.poll(() => left.role).toBe('writer');
  });
});
