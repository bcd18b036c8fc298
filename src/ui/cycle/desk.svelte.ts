import type { Id } from '../../domain/ids.ts';
import { view } from '../../state/view.svelte.ts';
import { store } from '../../state/workspace-store.svelte.ts';

/** A KPI to take apart: a known breakdown, or a new one of a KPI, or of the key results of an objective. */
export interface TakenApart {
  readonly id?: Id;
  readonly metricId?: Id;
  readonly objectiveId?: Id;
}

/** What screens ask others to open. */
class Desk {
  /** KPI whose change is to be proposed. */
  proposing = $state.raw<Id | null>(null);

  /** The breakdown whose dialog is open. */
  contribution = $state.raw<TakenApart | null>(null);

  takeApart(what: TakenApart): void {
    if (!store.readOnly) this.contribution = what;
  }

  propose(metricId: Id): void {
    this.proposing = metricId;
    view.go({ screen: 'cycle' });
  }
}

export const desk = new Desk();
