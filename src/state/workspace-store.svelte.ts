import { applyCommand } from '../domain/apply-command.ts';
import type { Command, CommandError } from '../domain/command.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { emptyWorkspace, type Workspace } from '../domain/workspace.ts';

const HISTORY = 200;

/** Where the board on the screen comes from: the reader's own, somebody's read-only copy, or the reader's own as it was at an earlier time. */
export type Origin = 'own' | 'link' | 'hosted' | 'example' | 'earlier';

/**
 * The workspace and its datasets. Every write goes through `dispatch`; undo and redo keep earlier references, nothing is copied.
 */
class WorkspaceStore {
  workspace = $state.raw<Workspace>(emptyWorkspace);
  datasets = $state.raw<ReadonlyMap<Id, Dataset>>(new Map());
  origin = $state<Origin>('own');
  /** The page is shown inside another page, which could lay anything over its buttons: nothing can be changed there. */
  framed = $state(false);
  /** Whether the reader's own board may only be looked at for now: another tab edits it, or a newer version of the page wrote it. */
  locked = $state(false);
  /** Counts the boards that were shown: what belongs to one of them knows by it that another has taken its place. */
  board = $state(0);
  #past = $state.raw<readonly Workspace[]>([]);
  #future = $state.raw<readonly Workspace[]>([]);

  get readOnly(): boolean {
    if (this.framed) return true;
    if (this.origin === 'own') return this.locked;
    return this.origin !== 'example';
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  get isEmpty(): boolean {
    const { objectives, metrics, sources } = this.workspace;
    return objectives.length + metrics.length + sources.length === 0;
  }

  /** Applies a command, or says why not; a read-only board ignores it. */
  dispatch(command: Command): Result<Workspace, CommandError> {
    if (this.readOnly) return ok(this.workspace);
    const result = applyCommand(this.workspace, command);
    if (result.ok && result.value !== this.workspace) {
      this.#past = [...this.#past.slice(-HISTORY), this.workspace];
      this.#future = [];
      this.workspace = result.value;
    }
    return result;
  }

  /** Applies commands in order as one step to undo, or none of them. */
  dispatchAll(commands: readonly Command[]): Result<Workspace, CommandError> {
    let workspace = this.workspace;
    for (const command of commands) {
      const result = applyCommand(workspace, command);
      if (!result.ok) return result;
      workspace = result.value;
    }
    return commands.length ? this.dispatch({ kind: 'replace', workspace }) : ok(workspace);
  }

  /** Several changes as one step to undo. */
  together(change: () => void): void {
    const [before, past] = [this.workspace, this.#past];
    change();
    if (this.workspace !== before) this.#past = [...past.slice(-HISTORY), before];
  }

  /** Another board in the place of this one, as a step that can be undone. */
  exchange(workspace: Workspace): void {
    this.board++;
    this.dispatch({ kind: 'replace', workspace });
  }

  /** Columns are immutable and kept by id, so that undoing an import and redoing it finds them again. */
  addDatasets(datasets: readonly Dataset[]): void {
    this.datasets = new Map([...this.datasets, ...datasets.map((dataset) => [dataset.id, dataset] as const)]);
  }

  undo(): void {
    const previous = this.#past.at(-1);
    if (!previous) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [this.workspace, ...this.#future];
    this.workspace = previous;
  }

  redo(): void {
    const next = this.#future[0];
    if (!next) return;
    this.#future = this.#future.slice(1);
    this.#past = [...this.#past, this.workspace];
    this.workspace = next;
  }

  /** Shows the same board as another tab has it now; the history begins anew. */
  follow(workspace: Workspace, datasets: readonly Dataset[]): void {
    this.#past = [];
    this.#future = [];
    if (datasets.some((dataset) => this.datasets.get(dataset.id) !== dataset)) this.addDatasets(datasets);
    this.workspace = workspace;
  }

  /** Shows another document; its history begins anew. */
  open(workspace: Workspace, datasets: readonly Dataset[], origin: Origin): void {
    this.board++;
    this.#past = [];
    this.#future = [];
    this.datasets = new Map(datasets.map((dataset) => [dataset.id, dataset]));
    this.workspace = workspace;
    this.origin = origin;
  }
}

export const store = new WorkspaceStore();
