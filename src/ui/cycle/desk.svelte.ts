import type { Id } from '../../domain/ids.ts';
import { view } from '../../state/view.svelte.ts';

/** What other screens ask the cycle screen to open. */
class Desk {
  /** KPI whose change is to be proposed. */
  proposing = $state.raw<Id | null>(null);

  propose(metricId: Id): void {
    this.proposing = metricId;
    view.go({ screen: 'cycle' });
  }
}

export const desk = new Desk();
