import { err, ok, type Result } from '../domain/result.ts';
import type { DataSource } from '../domain/workspace.ts';
import { fetchBeside } from './fetch-beside.ts';
import { language } from './i18n.svelte.ts';
import { planImport } from './import-plan.ts';
import { readAsBefore } from './reading.ts';
import { summarise, type RefreshSummary } from './refresh-summary.ts';
import { view } from './view.svelte.ts';
import { store } from './workspace-store.svelte.ts';

/**
 * Reads the KPI file that lies beside a hosted board into the board on the screen: what was published stays as it was, and a file that is no
 * newer copy of the source changes nothing.
 */
export async function readHosted(source: DataSource): Promise<Result<RefreshSummary, { readonly code: 'not-readable' }>> {
  const unreadable = err({ code: 'not-readable' } as const);
  const fetched = await fetchBeside(source.info.path ?? `./${encodeURIComponent(source.info.file)}`);
  if (!fetched.ok) return unreadable;
  const picked = { ...fetched.value, name: source.info.file };
  const { workspace } = store;
  const reading = await readAsBefore(picked, workspace.recipes ?? [], { locale: language.locale });
  if (!reading.ok || store.workspace !== workspace) return unreadable;
  const plan = planImport(store, picked, reading.value, {}, view.today);
  if (!plan.tables.some(({ refresh }) => refresh?.refreshed.length)) return unreadable;
  store.open(plan.workspace, [...plan.datasets.values()], store.origin);
  return ok(summarise(plan.tables));
}
