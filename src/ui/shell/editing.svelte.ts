import type { Id } from '../../domain/ids.ts';
import { store } from '../../state/workspace-store.svelte.ts';

export type Form =
  | { readonly kind: 'objective'; readonly id: Id | null }
  | { readonly kind: 'key-result'; readonly id: Id | null; readonly objectiveId?: Id | undefined; readonly metricId?: Id | undefined };

/** Which form is open. */
class Editing {
  form = $state.raw<Form | null>(null);

  objective(id: Id | null): void {
    if (!store.readOnly) this.form = { kind: 'objective', id };
  }

  /** A key result needs an objective: without one, that form comes first. */
  keyResult(id: Id | null, from: { objectiveId?: Id | undefined; metricId?: Id | undefined } = {}): void {
    if (store.readOnly) return;
    this.form = store.workspace.objectives.length ? { kind: 'key-result', id, ...from } : { kind: 'objective', id: null };
  }

  close(): void {
    this.form = null;
  }
}

export const editing = new Editing();
