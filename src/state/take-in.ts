import type { Command } from '../domain/command.ts';
import { importSession } from './import-session.svelte.ts';
import { targetTables } from './target-tables.ts';
import { store } from './workspace-store.svelte.ts';

/** Takes in what the import screen shows: its KPIs, the targets for them, and what else was proposed. One step to undo. */
export function takeIn(more: readonly Command[] = []): void {
  const targets = importSession.plan && targetTables(importSession.plan);
  store.together(() => {
    importSession.accept();
    store.addDatasets(targets?.added ?? []);
    store.dispatchAll([...(targets?.commands ?? []), ...more]);
  });
}
