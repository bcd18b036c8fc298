import { isTried, NOTHING_TRIED, type BoardTrial } from '../domain/board-trial.ts';
import type { Id } from '../domain/ids.ts';
import type { Adjustment, Scenario, Workspace } from '../domain/workspace.ts';

const HISTORY = 200;

/** The trial of a scenario, without what it says of key results and KPIs that are gone. */
export function trialOf({ adjustments, events = [], added = [] }: Scenario, { keyResults, metrics, objectives }: Workspace): BoardTrial {
  const known = new Set(keyResults.map(({ id }) => id));
  const kpis = new Set(metrics.map(({ id }) => id));
  const goals = new Set(objectives.map(({ id }) => id));
  return {
    adjustments: new Map(adjustments.filter(({ keyResultId }) => known.has(keyResultId)).map((one) => [one.keyResultId, one])),
    events: events.filter(({ metricId }) => kpis.has(metricId)),
    added: added.filter(({ objectiveId }) => goals.has(objectiveId)),
  };
}

/** What a scenario keeps of a trial; what is empty stays absent. */
export const scenarioParts = ({ adjustments, events, added }: BoardTrial): Pick<Scenario, 'adjustments' | 'events' | 'added'> => ({
  adjustments: [...adjustments.values()],
  ...(events.length ? { events } : {}),
  ...(added.length ? { added } : {}),
});

/** What is being played with: it outlives the screen, never the page, and has a history of its own beside that of the board. */
class TrialSession {
  trial = $state.raw<BoardTrial>(NOTHING_TRIED);
  /** The scenario that was loaded last. */
  scenarioId = $state<Id | null>(null);
  #past = $state.raw<readonly BoardTrial[]>([]);
  #future = $state.raw<readonly BoardTrial[]>([]);
  /** The lever that is being dragged: all its positions are one step. */
  #lever: string | null = null;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }
  get isTried(): boolean {
    return isTried(this.trial);
  }

  #put(trial: BoardTrial, lever: string | null): void {
    if (lever === null || lever !== this.#lever) this.#past = [...this.#past.slice(-HISTORY), this.trial];
    this.#lever = lever;
    this.#future = [];
    this.trial = trial;
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
    this.#put(trial, null);
    this.scenarioId = scenarioId;
  }

  /** Some of it became part of the board: what is left has no history, so that undo takes the adoption back. */
  adopted(left: BoardTrial): void {
    this.trial = left;
    [this.#past, this.#future, this.#lever, this.scenarioId] = [[], [], null, null];
  }

  reset(): void {
    if (this.isTried) this.load(NOTHING_TRIED, null);
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#future = [this.trial, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#lever = null;
    this.trial = before;
  }

  redo(): void {
    const next = this.#future[0];
    if (!next) return;
    this.#past = [...this.#past, this.trial];
    this.#future = this.#future.slice(1);
    this.#lever = null;
    this.trial = next;
  }
}

export const trialSession = new TrialSession();
