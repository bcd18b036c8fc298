import type { Dataset } from '../domain/dataset.ts';
import { emptyWorkspace, type Workspace } from '../domain/workspace.ts';
import type { Database } from './database.ts';
import type { LoadedDocument } from './document.ts';
import type { SaveError, Stored } from './stored.ts';
import { browserTailStore, clearTail, fateOf, readTail, writeTail, type TailStore } from './tail.ts';

/** Longest time from an edit to the begin of its save, in milliseconds; on a busy machine the save itself takes up to 200 more. */
const DELAY = 30;
/** Time after which a save that failed is tried again without another edit, in milliseconds: there may be room by then. */
const AGAIN = 2_000;

export interface AutosaveOptions {
  readonly database: Database;
  /** Instant as ISO 8601 text. */
  readonly now: () => string;
  readonly onSaved?: (document: LoadedDocument) => void;
  /** A save did not happen; the edits are still in memory, and it is tried again with the next edit or after a while. */
  readonly onFailure: (error: SaveError) => void;
  /** Whether no other page can write meanwhile. */
  readonly isAlone?: () => boolean;
  readonly tailStore?: TailStore | null;
}

/** A board as it is edited. */
type Edited = Pick<LoadedDocument, 'workspace' | 'datasets'>;

export interface Autosave {
  /** Whether there are edits that are not saved yet. */
  readonly isUnsaved: boolean;
  /**
   * Reads what is stored, with the tail of the last visit put on where it is newer. For the page that writes, before anything is edited.
   * `lost`: edits of an earlier page that another one had overtaken; they are to be put by.
   */
  load(): Promise<{ readonly stored: Stored; readonly lost: LoadedDocument | null }>;
  /** Reads what is stored now, as it is; null where edits were made meanwhile, which then go on to be compared with what was read before. */
  peek(): Promise<Stored | null>;
  /** Tells of an edit; what is known to be stored is none. */
  changed(workspace: Workspace, datasets: readonly Dataset[]): void;
  /** Saves what is unsaved now. */
  flush(): Promise<void>;
  /** The page is hidden, frozen or closed: writes what is unsaved by every way that may still work. */
  leave(): void;
  /** Forgets what is unsaved. */
  discard(): void;
}

/** Saves edits shortly after they are made, one save at a time, and catches the last ones when the page goes away. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { database, now, onSaved, onFailure, isAlone = () => false, tailStore = browserTailStore() } = options;
  let revision = 0;
  /** The workspace as it is known to be stored; an empty one needs no saving where there is none. */
  let stored: Workspace = emptyWorkspace;
  let unsaved: Edited | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let again: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> | null = null;
  let hurried: Promise<void> | null = null;

  const next = (edited: Edited, ahead: number): LoadedDocument => ({ ...edited, revision: revision + ahead, savedAt: now() });

  function landed(attempt: Edited, document: LoadedDocument): void {
    revision = Math.max(revision, document.revision);
    stored = attempt.workspace;
    if (unsaved === attempt) {
      unsaved = null;
      clearTail(tailStore);
    }
    onSaved?.(document);
  }

  async function saveUnsaved(): Promise<void> {
    for (;;) {
      await hurried;
      const attempt = unsaved;
      if (!attempt) return;
      const document = next(attempt, 1);
      const saved = await database.save(document);
      // A hurried write that went before this one has saved the same.
      if (!saved.ok && hurried) continue;
      if (!saved.ok) {
        if (saved.error.code === 'failed') again = setTimeout(() => void flush(), AGAIN);
        return onFailure(saved.error);
      }
      landed(attempt, document);
    }
  }

  function stopWaiting(): void {
    for (const waiting of [timer, again]) if (waiting !== null) clearTimeout(waiting);
    timer = again = null;
  }

  function flush(): Promise<void> {
    stopWaiting();
    saving ??= saveUnsaved().finally(() => {
      saving = null;
    });
    return saving;
  }

  function leave(): void {
    const attempt = unsaved;
    if (!attempt) return;
    // One ahead of a save that may be under way: whether or not that one lands, this is the newer.
    const document = next(attempt, 2);
    writeTail(tailStore, document, { by: database.by, base: revision });
    const writing = isAlone() && !hurried ? database.saveNow(document) : null;
    if (writing)
      hurried = writing.then((saved) => {
        hurried = null;
        if (saved.ok) landed(attempt, document);
      });
    else void flush();
  }

  function opened(from: Stored): Stored {
    revision = from.kind === 'document' ? from.document.revision : 0;
    stored = from.kind === 'document' ? from.document.workspace : emptyWorkspace;
    return from;
  }

  return {
    get isUnsaved() {
      return unsaved !== null;
    },
    async load() {
      const found = opened(await database.load());
      if (found.kind !== 'document' && found.kind !== 'empty') return { stored: found, lost: null };
      const document = found.kind === 'document' ? found.document : null;
      const tail = await readTail(tailStore, document?.datasets ?? []);
      if (!tail) return { stored: found, lost: null };
      if ('raw' in tail) return { stored: { kind: 'newer', document, raw: tail.raw }, lost: null };
      const fate = fateOf(tail, { revision, by: database.writtenBy });
      if (fate !== 'replay') {
        clearTail(tailStore);
        return { stored: found, lost: fate === 'lost' ? tail.document : null };
      }
      unsaved = { workspace: tail.document.workspace, datasets: tail.document.datasets };
      void flush();
      return { stored: { kind: 'document', document: tail.document }, lost: null };
    },
    async peek() {
      const { stored: found, adopt } = await database.read();
      if (unsaved) return null;
      adopt();
      return opened(found);
    },
    changed(workspace, datasets) {
      if (workspace === (unsaved?.workspace ?? stored)) return;
      unsaved = { workspace, datasets };
      timer ??= setTimeout(() => void flush(), DELAY);
    },
    flush,
    leave,
    discard() {
      unsaved = null;
      stopWaiting();
      clearTail(tailStore);
    },
  };
}
