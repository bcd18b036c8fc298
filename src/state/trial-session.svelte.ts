import { isTried, NOTHING_TRIED, type BoardTrial } from '../domain/board-trial.ts';
import type { Id } from '../domain/ids.ts';
import type { Adjustment } from '../domain/workspace.ts';
import { keepTrial, keptTrial, scenarioParts, trialOf } from './kept-trial.ts';
import { store } from './workspace-store.svelte.ts';

const HISTORY = 200;
/** While a lever is dragged nothing is written. */
const KEEP_AFTER_MS = 250;

/**
 * What is being played with. It outlives the screen and a reload, but belongs to one board, and has a history of its own beside that of the
 * board.
 */
class TrialSession {
  #trial = $state.raw<BoardTrial>(NOTHING_TRIED);
  #scenarioId = $state<Id | null>(null);
  #board = $state(-1);
  #past = $state.raw<readonly BoardTrial[]>([]);
  #future = $state.raw<readonly BoardTrial[]>([]);
  /** The lever that is being dragged: all its positions are one step. */
  #lever: string | null = null;
  #restored = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get #isHere(): boolean {
    return this.#board === store.board;
  }
  get trial(): BoardTrial {
    return this.#isHere ? this.#trial : NOTHING_TRIED;
  }
  /** The scenario that was loaded or saved last. */
  get scenarioId(): Id | null {
    return this.#isHere ? this.#scenarioId : null;
  }
  get canUndo(): boolean {
    return this.#isHere && this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#isHere && this.#future.length > 0;
  }
  get isTried(): boolean {
    return isTried(this.trial);
  }

  #set(trial: BoardTrial, scenarioId: Id | null): void {
    this.#board = store.board;
    this.#trial = trial;
    this.#scenarioId = scenarioId;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), KEEP_AFTER_MS);
  }

  #put(trial: BoardTrial, lever: string | null, scenarioId = this.scenarioId): void {
    const past = this.#isHere ? this.#past : [];
    if (lever === null || lever !== this.#lever || !this.#isHere) this.#past = [...past.slice(-HISTORY), this.trial];
    this.#lever = lever;
    this.#future = [];
    this.#set(trial, scenarioId);
  }

  /** Changes the trial; consecutive changes of the same `lever` are one step to undo until `settle`. */
  change(part: Partial<BoardTrial>, lever: string | null = null): void {
    this.#put({ ...this.trial, ...part }, lever);
  }

  /** Tries something on one key result; an adjustment that says nothing is taken out. */
  adjust(adjustment: Adjustment, lever: string | null = null): void {
    const adjustments = new Map(this.trial.adjustments);
    if (Object.keys(adjustment).length > 1) adjustments.set(adjustment.keyResultId, adjustment);
    else adjustments.delete(adjustment.keyResultId);
    this.change({ adjustments }, lever && `${adjustment.keyResultId} ${lever}`);
  }

  /** A lever was let go of. */
  settle(): void {
    this.#lever = null;
  }

  load(trial: BoardTrial, scenarioId: Id | null): void {
    this.#put(trial, null, scenarioId);
  }

  /** What is tried is now this scenario. */
  named(scenarioId: Id): void {
    this.#scenarioId = scenarioId;
  }

  /** Some of it became part of the board: what is left has no history, so that undo takes the adoption back. */
  adopted(left: BoardTrial): void {
    [this.#past, this.#future, this.#lever] = [[], [], null];
    this.#set(left, null);
  }

  reset(): void {
    if (this.isTried) this.load(NOTHING_TRIED, null);
  }

  undo(): void {
    const before = this.canUndo ? this.#past.at(-1) : undefined;
    if (!before) return;
    this.#future = [this.trial, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#lever = null;
    this.#set(before, this.scenarioId);
  }

  redo(): void {
    const next = this.canRedo ? this.#future[0] : undefined;
    if (!next) return;
    this.#past = [...this.#past, this.trial];
    this.#future = this.#future.slice(1);
    this.#lever = null;
    this.#set(next, this.scenarioId);
  }

  #keep(): void {
    const { scenarioId, trial, isTried } = this;
    keepTrial(isTried ? { id: scenarioId ?? 'trial', name: '', createdOn: 0, ...scenarioParts(trial) } : null, store.workspace);
  }

  /** Goes on with what was tried before a reload. */
  async restore(): Promise<void> {
    if (this.#restored) return;
    this.#restored = true;
    const kept = await keptTrial(store.workspace);
    if (!kept || this.isTried) return;
    const known = store.workspace.scenarios.some(({ id }) => id === kept.id);
    this.#set(trialOf(kept, store.workspace), known ? kept.id : null);
  }
}

export const trialSession = new TrialSession();
