import type { Dataset } from '../domain/dataset.ts';
import { emptyWorkspace, type Workspace } from '../domain/workspace.ts';
import { createAutosave } from '../storage/autosave.ts';
import { openDatabase, type Database } from '../storage/database.ts';
import type { SaveError, Stored } from '../storage/stored.ts';
import { takeTurns, type Role } from '../storage/turns.ts';
import { exported } from './exported.svelte.ts';
import { keeping } from './keeping.svelte.ts';
import { store } from './workspace-store.svelte.ts';

/** Lock and channel by which the tabs of this browser agree who writes. */
const NAME = 'leeway.writer';

export interface Keeper {
  readonly database: Database;
  /** Shows the reader's own board as it is stored. */
  open(): Promise<void>;
  /** Tells of an edit. */
  changed(workspace: Workspace, datasets: readonly Dataset[]): void;
  /** Takes the turn to edit from the tab that has it. */
  editHere(): Promise<void>;
  /** Gives up the edits of this tab for what another one has saved. */
  takeOther(): Promise<void>;
}

/** How long the last write of a tab that was closed may still be under way, in milliseconds. */
const LAST_BREATH = 300;

const now = () => new Date().toISOString();
const silent = { postMessage: () => {}, close: () => {}, onmessage: null };

/** Looks after the reader's own board in this browser's storage, together with the other tabs that show it. */
export function openKeeper(): Keeper {
  const database = openDatabase();
  const isOwn = () => store.origin === 'own';
  const writes = () => turns.role === 'writer';
  const autosave = createAutosave({ database, now, onSaved, onFailure, isAlone: writes });
  const turns = takeTurns({
    name: NAME,
    locks: navigator.locks,
    channel: typeof BroadcastChannel === 'undefined' ? silent : new BroadcastChannel(NAME),
    isHidden: () => document.visibilityState === 'hidden',
    onRole: (role) => {
      changing = changeRole(role);
    },
    async handOver() {
      await autosave.flush();
      return !autosave.isUnsaved;
    },
    onNews: () => void refresh(),
  });
  /** Until the board is shown for the first time, a turn that comes or goes changes nothing on the screen. */
  let isOpen = false;
  let changing: Promise<void> | null = null;
  let asking = false;

  const shown = () => ({ board: store.board, sources: store.workspace.sources.length });
  /** The board as it was when it was read or saved last. */
  let known = shown();

  function onSaved(): void {
    keeping.settle('failed', 'conflict', 'unreadable');
    exported.edited(now());
    turns.tell();
    const before = known;
    known = shown();
    // A board that was opened, such as the example, is no reason to ask; a file that came into it is.
    if (known.board === before.board && known.sources > before.sources) void askToPersist();
  }

  function onFailure({ code, detail }: SaveError): void {
    if (code === 'conflict') keeping.tell({ kind: 'conflict' });
    else if (code === 'unavailable') keeping.tell({ kind: 'nowhere' });
    else if (code === 'failed') keeping.tell({ kind: 'failed', detail });
  }

  /** Puts what is stored on the screen, and says what is wrong with it. `anew`: as a board that was not there before. */
  function show(stored: Stored, anew: boolean): void {
    keeping.settle('newer', 'unreadable', 'conflict');
    const document = stored.kind === 'document' || stored.kind === 'newer' ? stored.document : null;
    const { workspace, datasets } = document ?? { workspace: emptyWorkspace, datasets: [] };
    if (anew) store.open(workspace, datasets, 'own');
    else store.follow(workspace, datasets);
    known = shown();
    if (stored.kind === 'newer') keeping.tell({ kind: 'newer', raw: stored.raw, shown: document !== null });
    if (stored.kind === 'unreadable') keeping.tell({ kind: 'unreadable', raw: stored.raw });
    if (stored.kind === 'unavailable') keeping.tell({ kind: 'nowhere' });
    store.locked = keeping.follows || stored.kind === 'newer';
  }

  /** Reads as the page that writes: with the tail of the last visit. */
  async function read(): Promise<Stored> {
    const { stored, lost } = await autosave.load();
    if (lost) await database.putBy(lost).catch(() => {});
    return stored;
  }

  async function changeRole(role: Role): Promise<void> {
    if (!isOpen) return;
    keeping.refused = false;
    if (role === 'follower') {
      keeping.follows = store.locked = true;
      // Taken by force while this tab was asleep: what it had not saved yet is saved now, or says that it came too late.
      if (autosave.isUnsaved) await autosave.flush();
      return;
    }
    // What was not saved before the turn went stays in sight until the reader has decided.
    if (isOwn() && !autosave.isUnsaved) {
      // It fell to this tab because the other one is gone: what that one wrote while it was closed may still be on its way.
      if (!asking) await new Promise((resolve) => setTimeout(resolve, LAST_BREATH));
      const stored = await read();
      // It may have gone again meanwhile.
      if (!writes()) return;
      keeping.follows = false;
      return show(stored, false);
    }
    keeping.follows = store.locked = false;
  }

  let refreshing = false;
  let stale = false;
  /** Shows what another tab has saved. */
  async function refresh(): Promise<void> {
    if (!isOpen || !isOwn() || writes() || autosave.isUnsaved) return;
    stale = true;
    if (refreshing) return;
    refreshing = true;
    while (stale) {
      stale = false;
      const stored = await autosave.peek();
      if (stored && isOwn() && !writes()) show(stored, false);
    }
    refreshing = false;
  }

  async function ask(insist: boolean): Promise<void> {
    if (!keeping.follows || !isOwn()) return;
    asking = true;
    keeping.refused = (await turns.ask(insist)) === 'refused' && insist;
    asking = false;
  }

  let asked = false;
  /** Asks the browser, with the first import of a visit, not to clear the board away when it needs room; Firefox then asks the reader. */
  async function askToPersist(): Promise<void> {
    if (asked || !isOwn()) return;
    asked = true;
    try {
      if (!(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.();
    } catch {
      // Not asked then: the browser decides as before.
    }
  }

  const leave = () => autosave.leave();
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leave() : void ask(false)));
  document.addEventListener('freeze', leave);
  window.addEventListener('pagehide', leave);
  window.addEventListener('focus', () => void ask(false));
  // Only where something would be lost: the browser asks whether to leave.
  window.addEventListener('beforeunload', (event) => {
    if (autosave.isUnsaved && keeping.troubles.length) event.preventDefault();
  });

  return {
    database,
    async open() {
      await autosave.flush();
      // A page inside another page only looks: it must not take the turn from a tab that edits.
      const role = store.framed ? 'free' : await turns.begin();
      keeping.follows = role === 'follower';
      // Nothing is shown as the reader's own before it was read: an empty board in between could be saved over it.
      const stored = store.framed || role === 'follower' ? await autosave.peek() : await read();
      isOpen = true;
      if (stored) show(stored, true);
    },
    changed(workspace, datasets) {
      if (isOpen && isOwn() && !store.readOnly) autosave.changed(workspace, datasets);
    },
    async editHere() {
      await ask(true);
      await changing;
    },
    async takeOther() {
      autosave.discard();
      const stored = await autosave.peek();
      if (stored) show(stored, false);
    },
  };
}
