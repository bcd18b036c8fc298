import { openFileHandles, type KeptFile } from '../storage/file-handles.ts';
import { mayRead, observeFiles } from './file-system-access.ts';
import type { PickedFile } from './reading.ts';
import { store } from './workspace-store.svelte.ts';

/** How often a file is looked at where the browser does not tell of changes, in milliseconds. */
const GLANCE = 30_000;

/** Files on the person's disk that sources were read from: which have changed since, and which the page must ask for again. */
class FileLinks {
  /** Names of files that have changed since they were read. */
  changed = $state.raw<readonly string[]>([]);
  /** Names of files whose permission ended with the last visit. */
  asleep = $state.raw<readonly string[]>([]);
  /** Names of files that can be read again without choosing them. */
  known = $state.raw<readonly string[]>([]);
  #files = new Map<string, KeptFile>();
  #handles = openFileHandles();
  #observer: { disconnect(): void } | null = null;
  #started: Promise<void> | null = null;

  /** Loads what was kept and begins to look out for changes. */
  start(): Promise<void> {
    return (this.#started ??= this.#begin());
  }

  async #begin(): Promise<void> {
    const read = this.#readFrom();
    const stale: string[] = [];
    for (const [name, file] of await this.#handles.load()) {
      if (read.has(name)) this.#files.set(name, file);
      else stale.push(name);
    }
    if (stale.length) await this.#handles.forget(stale);
    this.known = [...this.#files.keys()];
    const glance = () => void this.look();
    window.addEventListener('focus', glance);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && glance());
    await this.look();
    await this.#observe();
    if (!this.#observer) setInterval(() => document.visibilityState === 'visible' && glance(), GLANCE);
  }

  /** Names of the files that the sources were read from. */
  #readFrom(): ReadonlySet<string> {
    return new Set(store.workspace.sources.map(({ info }) => info.file));
  }

  async #observe(): Promise<void> {
    this.#observer?.disconnect();
    this.#observer = await observeFiles(
      [...this.#files.values()].map(({ handle }) => handle),
      () => void this.look(),
    );
  }

  /** Compares the files with what was read. */
  async look(): Promise<void> {
    const [changed, asleep]: [string[], string[]] = [[], []];
    const read = this.#readFrom();
    for (const [name, { handle, lastModified, size }] of this.#files) {
      if (!read.has(name)) continue;
      if (!(await mayRead(handle, false))) {
        asleep.push(name);
        continue;
      }
      try {
        const file = await handle.getFile();
        if (file.lastModified !== lastModified || file.size !== size) changed.push(name);
      } catch {
        // Moved or deleted: there is nothing to read until it comes back or is chosen anew.
      }
    }
    this.changed = changed;
    this.asleep = asleep;
  }

  /** Keeps the handle of a file that was just read, as it was when it was read. */
  async keep({ file, name, handle }: PickedFile): Promise<void> {
    if (!handle || !(file instanceof File)) return;
    await this.start();
    const kept = { handle, lastModified: file.lastModified, size: file.size };
    this.#files.set(name, kept);
    this.known = [...this.#files.keys()];
    await this.#handles.keep(name, kept);
    await this.look();
    await this.#observe();
  }

  /** The file as it is now, permission asked for again if need be; null where it cannot be read. Call on a person's click. */
  async open(name: string): Promise<PickedFile | null> {
    const kept = this.#files.get(name);
    if (!kept || !(await mayRead(kept.handle, true))) return null;
    try {
      return { file: await kept.handle.getFile(), name, handle: kept.handle };
    } catch {
      return null;
    } finally {
      void this.look();
    }
  }

  /** Does not speak of this change again. */
  async dismiss(name: string): Promise<void> {
    const handle = this.#files.get(name)?.handle;
    if (handle) await this.keep({ file: await handle.getFile(), name, handle });
  }
}

export const fileLinks = new FileLinks();
