import type { Id } from '../../domain/ids.ts';
import type { KeyResult, Ruling } from '../../domain/objective.ts';
import { store } from '../../state/workspace-store.svelte.ts';

export type Form =
  /** `then` is the KPI whose key result waited for an objective. */
  | { readonly kind: 'objective'; readonly id: Id | null; readonly then?: Id | undefined }
  | {
      readonly kind: 'key-result';
      readonly id: Id | null;
      readonly objectiveId?: Id | undefined;
      readonly metricId?: Id | undefined;
      /** It takes the place of another, for this reason. */
      readonly replaces?: { readonly keyResult: KeyResult; readonly ruling: Ruling };
    };

/** Which form is open. */
class Editing {
  form = $state.raw<Form | null>(null);

  objective(id: Id | null): void {
    if (!store.readOnly) this.form = { kind: 'objective', id };
  }

  /** A key result needs an objective: without one, that form comes first. */
  keyResult(id: Id | null, from: { objectiveId?: Id | undefined; metricId?: Id | undefined } = {}): void {
    if (store.readOnly) return;
    this.form = store.workspace.objectives.length
      ? { kind: 'key-result', id, ...from }
      : { kind: 'objective', id: null, then: from.metricId };
  }

  /** Another key result in the place of one that is given up. */
  replacement(keyResult: KeyResult, ruling: Ruling): void {
    if (!store.readOnly) this.form = { kind: 'key-result', id: null, objectiveId: keyResult.objectiveId, replaces: { keyResult, ruling } };
  }

  /** The objective is there: goes on with the key result that waited for it. */
  saved(objectiveId: Id): void {
    const metricId = this.form?.kind === 'objective' ? this.form.then : undefined;
    this.form = metricId === undefined ? null : { kind: 'key-result', id: null, objectiveId, metricId };
  }

  close(): void {
    this.form = null;
  }
}

export const editing = new Editing();
