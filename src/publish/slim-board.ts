import type { DataColumn, Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { metricSeries, readFromAll, sourcesOf } from '../domain/metric-series.ts';
import type { Metric, OlderSource } from '../domain/metric.ts';
import type { Series } from '../domain/series.ts';
import type { Workspace } from '../domain/workspace.ts';

export interface SlimOptions {
  /** False leaves every owner and approver out. */
  readonly owners?: boolean;
  /** False leaves check-ins' notes out; their values stay. */
  readonly notes?: boolean;
  /** False leaves scenarios out. */
  readonly scenarios?: boolean;
}

export interface SlimBoard {
  readonly workspace: Workspace;
  readonly datasets: readonly Dataset[];
}

/** New ids `k1`, `k2`, … in order, by the old ones. */
const renumber = (things: readonly { readonly id: Id }[], prefix: string): ReadonlyMap<Id, Id> =>
  new Map(things.map(({ id }, index) => [id, `${prefix}${index + 1}`]));

const numberAll = <T extends { readonly id: Id }>(things: readonly T[], prefix: string): T[] =>
  things.map((thing, index) => ({ ...thing, id: `${prefix}${index + 1}` }));

/** Points of the aggregated series as a column: a figure a period, standing where the first of its cells stands. */
function columnOf(name: string, metric: Metric, { grain, accrual, unit }: Series, points: Series['points']): DataColumn {
  return {
    name,
    role: metric.role,
    unit,
    grain,
    accrual,
    accrualCertain: true,
    days: Int32Array.from(points, ({ day }) => day),
    values: Float64Array.from(points, ({ value }) => value),
    rows: Int32Array.from(points, ({ cells }) => cells[0]?.row ?? 0),
    columns: Int32Array.from(points, ({ cells }) => cells[0]?.column ?? 0),
    codes: [],
  };
}

/** Metrics that a key result uses, each with one column of its own: filters, denominators and unused rows stay at home. */
function slimMetrics(workspace: Workspace, datasets: readonly Dataset[]) {
  const used = new Set(workspace.keyResults.map(({ link }) => link?.metricId));
  const metrics: Metric[] = [];
  const columns = new Map<Id, DataColumn[]>();
  for (const metric of workspace.metrics.filter(({ id }) => used.has(id))) {
    const series = metricSeries(metric, (id) => datasets.find((dataset) => dataset.id === id));
    // Each point stays with the file that it came from, so that its cell can be found there.
    const homes = sourcesOf(metric).flatMap(({ datasetId }): readonly OlderSource[] => {
      const points = series.ok ? series.value.points.filter(({ cells }) => cells[0]?.dataset === datasetId) : [];
      if (!series.ok || !points.length) return [];
      const taken = columns.get(datasetId) ?? [];
      const column = taken.some(({ name }) => name === metric.name) ? `${metric.name} (${taken.length + 1})` : metric.name;
      columns.set(datasetId, [...taken, columnOf(column, metric, series.value, points)]);
      return [{ datasetId, column, role: metric.role }];
    });
    const [newest = { datasetId: metric.datasetId, column: metric.name, role: metric.role }, ...older] = homes;
    metrics.push({ ...readFromAll(metric, [newest, ...older]), denominator: null, filters: [] });
  }
  return { metrics, columns };
}

/**
 * The board without what a reader does not need: only the KPIs that key results use, one figure a period, and every id numbered in order.
 * It assesses like the original.
 */
export function slimBoard(original: Workspace, originals: readonly Dataset[], options: SlimOptions = {}): SlimBoard {
  const { owners = true, notes = true, scenarios = true } = options;
  const slim = slimMetrics(original, originals);
  const sources = original.sources.filter(({ id }) =>
    slim.metrics.some((metric) => sourcesOf(metric).some(({ datasetId }) => datasetId === id)),
  );
  const ids = {
    source: renumber(sources, 's'),
    metric: renumber(slim.metrics, 'm'),
    cycle: renumber(original.cycles, 'c'),
    objective: renumber(original.objectives, 'o'),
    keyResult: renumber(original.keyResults, 'k'),
  };
  const known = <K extends keyof typeof ids>(kind: K, id: Id): Id => ids[kind].get(id) ?? id;
  const person = (name: string) => (owners ? name : '');

  const workspace: Workspace = {
    title: original.title,
    sources: numberAll(
      sources.map(({ id, info }) => ({ id, info })),
      's',
    ),
    metrics: numberAll(slim.metrics, 'm').map((metric) => {
      const [newest, ...older] = sourcesOf(metric).map((source) => ({ ...source, datasetId: known('source', source.datasetId) }));
      return newest ? readFromAll(metric, [newest, ...older]) : metric;
    }),
    cycles: numberAll(original.cycles, 'c'),
    activeCycleId: original.activeCycleId === null ? null : known('cycle', original.activeCycleId),
    objectives: numberAll(original.objectives, 'o').map((objective) => ({
      ...objective,
      owner: person(objective.owner),
      cycleId: known('cycle', objective.cycleId),
      parentId: objective.parentId === null ? null : known('objective', objective.parentId),
    })),
    keyResults: numberAll(original.keyResults, 'k').map((keyResult) => ({
      ...keyResult,
      owner: person(keyResult.owner),
      objectiveId: known('objective', keyResult.objectiveId),
      goal:
        keyResult.goal.kind === 'milestones'
          ? { ...keyResult.goal, milestones: numberAll(keyResult.goal.milestones, 'd') }
          : keyResult.goal,
      link: keyResult.link && { ...keyResult.link, metricId: known('metric', keyResult.link.metricId) },
      checkIns: numberAll(keyResult.checkIns, 'i').map((checkIn) => (notes ? checkIn : { ...checkIn, note: '' })),
      revisions: numberAll(keyResult.revisions, 'r').map((revision) => ({ ...revision, approver: person(revision.approver) })),
    })),
    scenarios: numberAll(scenarios ? original.scenarios : [], 'x').map((scenario) => ({
      ...scenario,
      adjustments: scenario.adjustments
        .filter(({ keyResultId }) => ids.keyResult.has(keyResultId))
        .map((adjustment) => ({ ...adjustment, keyResultId: known('keyResult', adjustment.keyResultId) })),
    })),
  };
  const datasets = sources.flatMap(({ id, info }) => {
    const columns = slim.columns.get(id);
    return columns ? [{ id: known('source', id), source: info, dimensions: [], columns, issues: [] }] : [];
  });
  return { workspace, datasets };
}
