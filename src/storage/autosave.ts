import type { Dataset } from '../domain/dataset.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Database, SaveError, Stored } from './database.ts';
import type { LoadedDocument } from './document.ts';
import { browserTailStore, clearTail, readTail, writeTail, type TailStore } from './tail.ts';

/** Longest time from an edit to the begin of its save, in milliseconds. */
const DELAY = 250;

export interface AutosaveOptions {
  readonly database: Database;
  /** Instant as ISO 8601 text. */
  readonly now: () => string;
  readonly onSaved?: (document: LoadedDocument) => void;
  /** A save did not happen; the edits are still in memory and the next edit tries again. */
  readonly onFailure: (error: SaveError) => void;
  readonly tailStore?: TailStore | null;
  /** Tells when the page goes away; absent outside a browser. */
  readonly page?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

export interface Autosave {
  /** Reads what is stored, with the tail of the last visit put on where it is newer. Call once, before anything is edited. */
  load(): Promise<Stored>;
  /** Tells of an edit. */
  changed(workspace: Workspace, datasets: readonly Dataset[]): void;
  /** Saves what is unsaved now. */
  flush(): Promise<void>;
  stop(): void;
}

/** Saves edits shortly after they are made, one save at a time, and catches the last ones when the page goes away. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { database, now, onSaved, onFailure, tailStore = browserTailStore(), page } = options;
  let revision = 0;
  let unsaved: Omit<LoadedDocument, 'revision' | 'savedAt'> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let saving: Promise<void> | null = null;

  async function saveUnsaved(): Promise<void> {
    while (unsaved) {
      const attempt = unsaved;
      const document = { ...attempt, revision: revision + 1, savedAt: now() };
      const saved = await database.save(document);
      if (!saved.ok) return onFailure(saved.error);
      revision = document.revision;
      if (unsaved === attempt) {
        unsaved = null;
        clearTail(tailStore);
      }
      onSaved?.(document);
    }
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    saving ??= saveUnsaved().finally(() => {
      saving = null;
    });
    return saving;
  }

  function leave(): void {
    if (!unsaved) return;
    // One ahead of a save that may be under way: whether or not that one lands, the tail is the newer.
    writeTail(tailStore, { ...unsaved, revision: revision + 2, savedAt: now() });
    void flush();
  }

  page?.addEventListener('pagehide', leave);

  return {
    async load() {
      const stored = await database.load();
      if (stored.kind !== 'document' && stored.kind !== 'empty') return stored;
      const document = stored.kind === 'document' ? stored.document : null;
      revision = document?.revision ?? 0;
      const tail = await readTail(tailStore, revision, document?.datasets ?? []);
      if (!tail) return stored;
      revision = tail.revision;
      unsaved = { workspace: tail.workspace, datasets: tail.datasets };
      void flush();
      return { kind: 'document', document: tail };
    },
    changed(workspace, datasets) {
      unsaved = { workspace, datasets };
      timer ??= setTimeout(() => void flush(), DELAY);
    },
    flush,
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      page?.removeEventListener('pagehide', leave);
    },
  };
}
