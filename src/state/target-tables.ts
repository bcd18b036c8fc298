import type { Command } from '../domain/command.ts';
import type { Dataset } from '../domain/dataset.ts';
import { targetsOf } from '../domain/target-plan.ts';
import type { ImportPlan } from './import-plan.ts';

/** Tables that hold targets for KPIs and bring no KPI themselves, such as a sheet 'Targets': kept for plans that are made later. */
export function targetTables({ tables, added, datasets, workspace }: ImportPlan): {
  readonly added: readonly Dataset[];
  readonly commands: readonly Command[];
} {
  const idle = tables.filter(({ dataset }) => !added.includes(dataset) && dataset.columns.some(({ role }) => role === 'target'));
  const all = [...datasets.values(), ...idle.map(({ dataset }) => dataset)];
  const used = new Set(workspace.metrics.map((metric) => targetsOf(metric, all)?.datasetId));
  const kept = idle.filter(({ dataset }) => used.has(dataset.id));
  return {
    added: kept.map(({ dataset }) => dataset),
    commands: kept.map(({ dataset, source }) => ({
      kind: 'import',
      sources: [{ id: dataset.id, info: dataset.source }],
      metrics: [],
      replaces: source ? [source.id] : [],
    })),
  };
}
