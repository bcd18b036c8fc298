import type { Dataset } from '../domain/dataset.ts';
import { renameDatasets } from '../domain/rename-datasets.ts';
import { emptyWorkspace, type Workspace } from '../domain/workspace.ts';
import type { LoadError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isBoardLink, isEncryptedLink } from '../publish/is-board-link.ts';
import type { UnlockError } from '../publish/encrypted-link.ts';
import type { LoadedDocument } from '../storage/document.ts';
import { encodeDocument } from '../storage/encode.ts';
import { exported } from './exported.svelte.ts';
import { hosted } from './hosted.svelte.ts';
import { language } from './i18n.svelte.ts';
import type { Keeper } from './keeper.ts';
import { keeping } from './keeping.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { store, type Origin } from './workspace-store.svelte.ts';
import { view } from './view.svelte.ts';

export interface Notice {
  readonly error: LoadError;
  readonly name: string;
}

const now = () => new Date().toISOString();

/** Reads a document. What checks it is fetched with the first one: a first visit has none. */
const parse = async (text: string): Promise<Result<LoadedDocument, LoadError>> =>
  (await import('../storage/decode.ts')).parseGradually(text);

/** Where the board comes from and where it is kept: browser storage, files, links, a hosted document. */
class Session {
  ready = $state(false);
  #tellBegun = () => {};
  /** Resolves when the board is known that the page shows first, if there is one. */
  readonly begun = new Promise<void>((resolve) => (this.#tellBegun = resolve));
  /** The link that waits for its passphrase. */
  locked = $state<string | null>(null);
  notices = $state.raw<readonly Notice[]>([]);
  /** Looks after the reader's own board; set once by the composition root. */
  keeper: Keeper | null = null;

  /** Reads what is kept, then what the address asks for; a board that somebody shared never touches the reader's own. */
  async start(keeper: Keeper): Promise<void> {
    const fragment = location.hash;
    this.keeper = keeper;
    if (isBoardLink(fragment)) {
      history.replaceState(null, '', location.pathname + location.search);
      if (isEncryptedLink(fragment)) {
        // Nothing of the reader's own board is behind the question for the passphrase.
        store.open(emptyWorkspace, [], 'link');
        this.locked = fragment;
        return this.#begin();
      }
      await this.openLink(fragment);
      if (store.origin === 'link') return this.#begin();
    }
    hosted.isPublished = hosted.isLeft;
    if (!hosted.isLeft && (await this.#openHosted())) return this.#begin();
    await keeper.open();
    this.#begin();
  }

  #begin(): void {
    view.follow(location.hash);
    this.ready = true;
    this.#tellBegun();
  }

  async #openHosted(): Promise<boolean> {
    const found = await hosted.fetch();
    const document = found.ok ? found.value && (await parse(found.value.text)) : found;
    if (!document) return false;
    if (!document.ok) {
      this.tell({ error: document.error, name: hosted.name });
      return false;
    }
    store.open(document.value.workspace, document.value.datasets, 'hosted');
    [view.chosenDay, view.leftFrom] = [null, null];
    if (found.ok && found.value) hosted.watch(found.value.version);
    return true;
  }

  /** Shows what is published now, on the screen that is open; where it is gone, what was shown stays. */
  async showPublished(): Promise<void> {
    hosted.leave(false);
    if (!(await this.#openHosted())) hosted.isPublished = false;
  }

  /** Goes where the address says; a link that carries a board is opened by beginning anew, so that nothing of this board mixes in. */
  follow(fragment: string): void {
    if (isBoardLink(fragment)) location.reload();
    else view.follow(fragment);
  }

  async openLink(fragment: string): Promise<void> {
    const { openLink } = await import('../publish/link.ts');
    this.#show(openLink(fragment), 'link', 'link');
  }

  /** Opens the link that waits, or says why not; a wrong passphrase leaves it waiting. */
  async unlock(passphrase: string): Promise<UnlockError | null> {
    if (this.locked === null) return null;
    const { openEncrypted } = await import('../publish/encrypted-link.ts');
    const opened = await openEncrypted(this.locked, passphrase);
    if (!opened.ok) return opened.error;
    this.locked = null;
    this.#show(opened, 'link', 'link');
    return null;
  }

  /** Replaces the reader's own board by a workspace file, as a step that can be undone. */
  async openFile(file: File): Promise<Result<null, LoadError>> {
    const text = await file.text();
    if (/\.html?$/i.test(file.name)) {
      const [{ linkInFile }, { openSaved }] = await Promise.all([import('../publish/link-in-file.ts'), import('../publish/link.ts')]);
      const link = linkInFile(text);
      if (link !== null) {
        // The file says of itself that anybody may have changed it: the board in it is looked at, as one out of a link.
        const opened = openSaved(link);
        this.#show(opened, 'link', file.name);
        return opened.ok ? ok(null) : opened;
      }
    }
    const document = await parse(text);
    if (!document.ok) {
      this.tell({ error: document.error, name: file.name });
      return document;
    }
    if (store.origin !== 'own') await this.leave();
    this.#replaceOwn(document.value.workspace, document.value.datasets);
    exported.done();
    preferences.replayOn(null);
    view.go({ screen: 'board' });
    return ok(null);
  }

  /** The invented company, in the language of the page and on the day that its files end. */
  async openExample(): Promise<void> {
    const name = `example-${language.locale}.json`;
    try {
      const response = await fetch(`./${name}`);
      const document = response.ok ? await parse(await response.text()) : err<LoadError>({ code: 'unreachable' });
      this.#show(document, store.isEmpty && !store.locked ? 'own' : 'example', name);
    } catch {
      this.tell({ error: { code: 'unreachable' }, name });
    }
  }

  #show(document: Result<LoadedDocument, LoadError>, origin: Origin, name: string): void {
    if (!document.ok) return this.tell({ error: document.error, name });
    const { workspace, datasets, savedAt } = document.value;
    store.open(workspace, datasets, origin);
    const seenOn = /^\d{4}-\d{2}-\d{2}/.exec(savedAt)?.[0];
    if (seenOn) preferences.replayOn(seenOn);
    this.save();
    view.go({ screen: 'board' });
  }

  /** Empties the board, as a step that can be undone. */
  startAfresh(): void {
    store.exchange(emptyWorkspace);
    preferences.replayOn(null);
    view.go({ screen: 'board' });
  }

  /** Makes the board on the screen the reader's own; undo brings back the one that was there. */
  async keepCopy(): Promise<void> {
    const { workspace, datasets, origin } = store;
    if (origin === 'hosted') hosted.leave(true);
    await this.#openOwn();
    if (store.locked) return store.open(workspace, [...datasets.values()], origin);
    this.#replaceOwn(workspace, [...datasets.values()], origin === 'earlier');
  }

  /** Makes an earlier state the board of today, as a step that can be undone. */
  async restore({ workspace, datasets }: LoadedDocument): Promise<void> {
    if (store.origin !== 'own') await this.#openOwn();
    this.#replaceOwn(workspace, datasets, true);
    view.go({ screen: 'board' });
  }

  /** Shows the reader's own board, and takes the turn to edit it if another tab has it. */
  async #openOwn(): Promise<void> {
    await this.keeper?.open();
    if (keeping.follows) await this.keeper?.editHere();
  }

  #replaceOwn(workspace: Workspace, datasets: readonly Dataset[], isEarlier = false): void {
    // An earlier state of the same board shares its data with it, unless an id was given again since.
    const isFree = isEarlier && datasets.every((dataset) => (store.datasets.get(dataset.id) ?? dataset) === dataset);
    const taken = isFree ? [] : [...store.datasets.keys(), ...store.workspace.sources.map((source) => source.id)];
    const renamed = renameDatasets(workspace, datasets, taken);
    store.addDatasets(renamed.datasets);
    store.exchange(renamed.workspace);
  }

  /** Shows the reader's own board as it was, read-only. */
  lookAt({ workspace, datasets }: LoadedDocument): void {
    store.open(workspace, datasets, 'earlier');
    view.go({ screen: 'board' });
  }

  /** Goes back to the reader's own board. */
  async leave(): Promise<void> {
    this.locked = null;
    if (store.origin === 'hosted') hosted.leave(true);
    await this.keeper?.open();
    preferences.replayOn(null);
  }

  #datasets(): Dataset[] {
    const wanted = new Set(store.workspace.sources.map((source) => source.id));
    return [...store.datasets.values()].filter((dataset) => wanted.has(dataset.id));
  }

  /** Tells of an edit; boards that are not the reader's own are never stored. */
  save(): void {
    if (store.origin === 'own') this.keeper?.changed(store.workspace, this.#datasets());
  }

  /** The document as JSON text: for a file, or for a hosted page. */
  documentText(): string {
    return JSON.stringify(encodeDocument(store.workspace, this.#datasets(), { revision: 0, savedAt: now() }));
  }

  tell(notice: Notice): void {
    this.notices = [notice];
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((other) => other !== notice);
  }
}

export const session = new Session();
