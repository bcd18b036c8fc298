import { encodeDocument } from '../storage/encode.ts';
import type { Snapshot } from '../storage/snapshot-index.ts';
import type { LoadedDocument } from '../storage/document.ts';
import { session } from './session.svelte.ts';
import { rawText } from './raw-text.ts';

/** The board as it was at a time; `document` has no data and is null where it cannot be read. */
export interface EarlierState {
  readonly snapshot: Snapshot;
  readonly document: LoadedDocument | null;
}

/** What could not be read, as a file. */
export interface AsideState {
  readonly number: number;
  /** Instant as ISO 8601 text, where it was noted. */
  readonly at: string | null;
  readonly text: string;
}

/** What is kept in this browser besides the board of today. */
class History {
  states = $state.raw<readonly EarlierState[]>([]);
  aside = $state.raw<readonly AsideState[]>([]);
  /** Whether the browser has promised to keep what is stored; null = it does not say. */
  persisted = $state<boolean | null>(null);

  /** Reads the list, newest first. Throws where the browser keeps nothing. */
  async read(): Promise<void> {
    const database = session.keeper?.database;
    if (!database) return;
    const snapshots = [...(await database.snapshots())].reverse();
    const states: EarlierState[] = [];
    for (const snapshot of snapshots) states.push({ snapshot, document: await database.glance(snapshot) });
    this.states = states;
    this.aside = Array.from(await database.aside(), ([number, raw]) => {
      const at = (raw as { readonly at?: unknown }).at;
      return { number, at: typeof at === 'string' ? at : null, text: rawText(raw) };
    });
    this.persisted = (await navigator.storage?.persisted?.()) ?? null;
  }

  async #whole({ snapshot }: EarlierState): Promise<LoadedDocument | null> {
    const stored = await session.keeper?.database.readSnapshot(snapshot);
    return stored?.kind === 'document' ? stored.document : null;
  }

  /** Shows a state read-only; false where it cannot be read. */
  async lookAt(state: EarlierState): Promise<boolean> {
    const document = await this.#whole(state);
    if (document) session.lookAt(document);
    return document !== null;
  }

  /** Makes a state the board of today, as one step that can be undone; false where it cannot be read. */
  async restore(state: EarlierState): Promise<boolean> {
    const document = await this.#whole(state);
    if (document) await session.restore(document);
    return document !== null;
  }

  /** A state as the text of a workspace file; null where it cannot be read. */
  async textOf(state: EarlierState): Promise<string | null> {
    const document = await this.#whole(state);
    return document && JSON.stringify(encodeDocument(document.workspace, document.datasets, document));
  }
}

export const history = new History();
