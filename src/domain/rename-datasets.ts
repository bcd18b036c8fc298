import type { Dataset } from './dataset.ts';
import { nextId, type Id } from './ids.ts';
import type { Workspace } from './workspace.ts';

/**
 * A board with its data, its datasets renamed where their ids are taken: two boards may both call their first file d1, and the data of one
 * must not slip under the KPIs of the other. Sources without data here are renamed likewise.
 */
export function renameDatasets(
  workspace: Workspace,
  datasets: readonly Dataset[],
  taken: Iterable<Id>,
): { readonly workspace: Workspace; readonly datasets: readonly Dataset[] } {
  const used = new Set(taken);
  const names = new Map<Id, Id>();
  for (const id of [...workspace.sources, ...datasets].map((thing) => thing.id)) {
    if (names.has(id)) continue;
    const name = used.has(id) ? nextId('d', [...used, ...workspace.sources.map((source) => source.id)]) : id;
    used.add(name);
    names.set(id, name);
  }
  const rename = (id: Id) => names.get(id) ?? id;
  return {
    workspace: {
      ...workspace,
      sources: workspace.sources.map((source) => ({ ...source, id: rename(source.id) })),
      metrics: workspace.metrics.map((metric) => ({
        ...metric,
        datasetId: rename(metric.datasetId),
        ...(metric.also ? { also: metric.also.map((older) => ({ ...older, datasetId: rename(older.datasetId) })) } : {}),
      })),
    },
    datasets: datasets.map((dataset) => ({ ...dataset, id: rename(dataset.id) })),
  };
}
