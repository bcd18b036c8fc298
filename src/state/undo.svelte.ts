import { store } from './workspace-store.svelte.ts';

interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
}

/** Undo and redo of what is in sight: a screen that is played on comes first, as long as it has steps of its own; then the board. */
class Undo {
  /** History of the screen that is open; null where it has none. */
  local = $state.raw<History | null>(null);

  get #back(): History {
    return this.local?.canUndo ? this.local : store;
  }
  get #forth(): History {
    return this.local?.canRedo ? this.local : store;
  }
  get canUndo(): boolean {
    return this.#back.canUndo;
  }
  get canRedo(): boolean {
    return this.#forth.canRedo;
  }
  undo(): void {
    this.#back.undo();
  }
  redo(): void {
    this.#forth.redo();
  }
}

export const undo = new Undo();
