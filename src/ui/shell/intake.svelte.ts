import { cellsAsFile, pastedOf } from '../../state/clipboard.ts';
import { droppedFiles, pickFiles, type HandledFile } from '../../state/file-system-access.ts';
import { language } from '../../state/i18n.svelte.ts';
import type { PickedFile } from '../../state/reading.ts';
import { session } from '../../state/session.svelte.ts';
import { view } from '../../state/view.svelte.ts';
import { store } from '../../state/workspace-store.svelte.ts';

interface Cells {
  readonly html: string;
  readonly text: string;
}

/** Other HTML is a table as some programs export it. */
async function savedBoardAmong(files: readonly PickedFile[]): Promise<PickedFile | undefined> {
  const pages = files.filter(({ name }) => /\.html?$/i.test(name));
  if (!pages.length) return undefined;
  const { isSavedBoard } = await import('../../state/saved-board.ts');
  const found = await Promise.all(pages.map(({ file }) => isSavedBoard(file)));
  return pages[found.indexOf(true)];
}

/** The ways by which boards and spreadsheets come into the page: chosen, dropped, pasted, fetched from beside it. */
class Intake {
  dragging = $state(false);
  /** The dialogs that take a pasted table, or fetch a file. */
  pasting = $state(false);
  fetching = $state(false);
  /** The page's own file choosers, for browsers without a better one. */
  picker: HTMLInputElement | undefined;
  opener: HTMLInputElement | undefined;

  /** Whether the page asks for its first file. */
  get starting(): boolean {
    return store.isEmpty && view.route.screen === 'board' && !store.readOnly;
  }

  /** A board takes the place of this one; spreadsheets come in, one or several. */
  async read(files: readonly PickedFile[]): Promise<void> {
    await session.begun;
    if (!files.length || store.readOnly) return;
    const board = files.find(({ name }) => /\.(json|leeway)$/i.test(name)) ?? (await savedBoardAmong(files));
    if (board) return void session.openFile(board.file as File);
    const { bringFiles } = await import('../../state/bring-files.ts');
    await bringFiles(files);
  }

  readHandled(files: readonly HandledFile[]): void {
    void this.read(files.map((one) => ({ ...one, name: one.file.name })));
  }

  readCells(cells: Cells): void {
    const name = `${language.messages.start.pasteTitle}.${cells.html ? 'html' : 'tsv'}`;
    void this.read([{ file: cellsAsFile(cells), name, pasted: true }]);
  }

  async pick(): Promise<void> {
    const files = await pickFiles(language.messages.start.pick);
    if (files) this.readHandled(files);
    else this.picker?.click();
  }

  /** Files that were chosen in `input`, which forgets them, so that the same can be chosen again. */
  chosen(input: HTMLInputElement): void {
    this.readHandled([...(input.files ?? [])].map((file) => ({ file })));
    input.value = '';
  }

  async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.dragging = false;
    if (event.dataTransfer) this.readHandled(await droppedFiles(event.dataTransfer.items));
  }

  paste(event: ClipboardEvent): void {
    if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return;
    const pasted = pastedOf(event.clipboardData);
    if (pasted?.kind === 'file') this.readHandled([pasted]);
    else if (pasted && (this.starting || pasted.html || pasted.text.includes('\t'))) this.readCells(pasted);
  }
}

export const intake = new Intake();
