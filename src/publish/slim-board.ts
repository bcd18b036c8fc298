import type { Dataset } from '../domain/dataset.ts';
import { readFromAll, sourcesOf } from '../domain/metric-sources.ts';
import type { Workspace } from '../domain/workspace.ts';
import { numberAll, slimNames } from './slim-names.ts';
import { slimCycle, slimKeyResult, slimObjective } from './slim-okrs.ts';
import { slimContribution, slimEvents, slimScenario } from './slim-plans.ts';
import { slimMetrics } from './slim-series.ts';

export interface SlimOptions {
  /** False leaves every owner and approver out. */
  readonly owners?: boolean;
  /** False leaves check-ins' notes out; their values stay. */
  readonly notes?: boolean;
  /** False leaves scenarios out. */
  readonly scenarios?: boolean;
  /** True takes every KPI of the catalogue along, not only those that the board uses. */
  readonly allMetrics?: boolean;
}

export interface SlimBoard {
  readonly workspace: Workspace;
  readonly datasets: readonly Dataset[];
}

/**
 * The board without what a reader does not need: only the KPIs that it uses (or all of them), one figure a period, and every id numbered in order. It assesses
 * like the original. Minutes and proposals stay at home.
 */
export function slimBoard(original: Workspace, originals: readonly Dataset[], options: SlimOptions = {}): SlimBoard {
  const { owners = true, notes = true, scenarios = true, allMetrics = false } = options;
  const slim = slimMetrics(original, originals, allMetrics);
  const sources = original.sources.filter(({ id }) =>
    slim.metrics.some((metric) => sourcesOf(metric).some(({ datasetId }) => datasetId === id)),
  );
  const { cycles, objectives, keyResults, events, contributions } = original;
  const names = slimNames(
    { source: sources, metric: slim.metrics, cycle: cycles, objective: objectives, keyResult: keyResults },
    { owners, notes },
  );

  const workspace: Workspace = {
    title: original.title,
    sources: numberAll(
      sources.map(({ id, info }) => ({ id, info })),
      's',
    ),
    metrics: numberAll(slim.metrics, 'm').map(({ owner, ...metric }) => {
      const named = owner && owners ? { ...metric, owner } : metric;
      const [newest, ...older] = sourcesOf(metric).map((source) => ({ ...source, datasetId: names.known('source', source.datasetId) }));
      return newest ? readFromAll(named, [newest, ...older]) : named;
    }),
    cycles: numberAll(cycles, 'c').map((cycle) => slimCycle(cycle, names)),
    activeCycleId: original.activeCycleId === null ? null : names.known('cycle', original.activeCycleId),
    objectives: numberAll(objectives, 'o').map((objective) => slimObjective(objective, names)),
    keyResults: numberAll(keyResults, 'k').map((keyResult) => slimKeyResult(keyResult, names)),
    scenarios: numberAll(scenarios ? original.scenarios : [], 'x').map((scenario) => slimScenario(scenario, names)),
    ...(events?.length ? { events: slimEvents(events, names) } : {}),
    ...(contributions?.length
      ? { contributions: numberAll(contributions, 'b').map((contribution) => slimContribution(contribution, names)) }
      : {}),
  };
  const datasets = sources.flatMap(({ id, info }) => {
    const columns = slim.columns.get(id);
    return columns ? [{ id: names.known('source', id), source: info, dimensions: [], columns, issues: [] }] : [];
  });
  return { workspace, datasets };
}
