import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { addressBeside } from './fetch-beside.ts';

/** Beside the page on a hosted board; absent otherwise. */
const USUAL_FILE = './workspace.json';
/** Under this name the tab remembers that its reader is with their own board. */
const LEFT = 'leeway.left-published';
const POLL_MS = 5 * 60_000;

export interface HostedFile {
  readonly text: string;
  /** Tells two versions apart: the host's tag, else the text itself. */
  readonly version: string;
}

/** Where the address asks the board to be read from: null = no other place than usual. */
const askedFor = (): string | null => new URLSearchParams(location.search).get('src');

/**
 * The board that is published beside the page, or whether it has changed. Only files of the page's own host are ever asked for, whatever the
 * address says.
 */
class Hosted {
  /** A board is published beside the page, whether or not it is the one shown. */
  isPublished = $state(false);
  /** A newer version lies on the host than the one shown. */
  changed = $state(false);
  #version: string | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  #begun: Promise<Result<HostedFile | null, LoadError>> | null = null;

  /** Asks for the published board before its turn comes; `onFound` is told as soon as it is known to be there. */
  begin(onFound: () => void): void {
    if (!this.isLeft) this.#begun = this.#fetch(onFound);
  }

  /** What is published; null where nothing is, which is no error unless the address asked for it. */
  fetch(): Promise<Result<HostedFile | null, LoadError>> {
    const begun = this.#begun;
    this.#begun = null;
    return begun ?? this.#fetch();
  }

  async #fetch(onFound?: () => void): Promise<Result<HostedFile | null, LoadError>> {
    const asked = askedFor();
    const nothing = asked === null ? ok(null) : err<LoadError>({ code: 'unreachable' });
    const address = addressBeside(asked ?? USUAL_FILE, document.baseURI);
    if (!address) return nothing;
    try {
      const response = await fetch(address, { cache: 'no-cache' });
      const isJson = (response.headers.get('content-type') ?? '').includes('json');
      // A host may lead elsewhere: what came from there is not shown.
      if (!response.ok || !isJson || new URL(response.url).origin !== address.origin) return nothing;
      onFound?.();
      const text = await response.text();
      return ok({ text, version: response.headers.get('etag') ?? response.headers.get('last-modified') ?? text });
    } catch {
      // No network, or a page opened from disk.
      return nothing;
    }
  }

  /** Whether the reader went from the published board to their own, in this tab: a reload then stays with theirs. */
  get isLeft(): boolean {
    try {
      return sessionStorage.getItem(LEFT) === '1';
    } catch {
      return false;
    }
  }

  /** Notes that the reader goes to their own board, or comes back. */
  leave(left: boolean): void {
    // The title of the page names the published board.
    if (left) document.title = 'Leeway';
    try {
      if (left) sessionStorage.setItem(LEFT, '1');
      else sessionStorage.removeItem(LEFT);
    } catch {
      // Without storage a reload shows the published board again.
    }
  }

  /** Name of the file for messages. */
  get name(): string {
    return askedFor() ?? 'workspace.json';
  }

  /** Begins to look after the file, now that this version of it is shown. */
  watch(version: string): void {
    this.#version = version;
    [this.isPublished, this.changed] = [true, false];
    if (this.#timer !== null) return;
    this.#timer = setInterval(() => void this.#look(), POLL_MS);
    window.addEventListener('focus', () => void this.#look());
    document.addEventListener('visibilitychange', () => void this.#look());
  }

  async #look(): Promise<void> {
    if (document.hidden || this.changed || this.#version === null) return;
    const found = await this.fetch();
    if (found.ok && found.value && found.value.version !== this.#version) this.changed = true;
  }
}

export const hosted = new Hosted();
