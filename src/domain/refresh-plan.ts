import { buildSeries } from './build-series.ts';
import { proposeNames } from './column-match.ts';
import type { Dataset } from './dataset.ts';
import type { Id } from './ids.ts';
import { metricSeries } from './metric-series.ts';
import { readFrom, readFromAll, sourcesOf } from './metric-sources.ts';
import type { Metric, OlderSource } from './metric.ts';
import type { Series } from './series.ts';
import { diffSeries, type SeriesDiff } from './source-diff.ts';
import type { Workspace } from './workspace.ts';

/** What a person says about a newer file. */
export interface RefreshAnswers {
  /** New name of a column that is missing, by its old name; null = it is really gone. Absent = as proposed. */
  readonly columns: Readonly<Record<string, string | null>>;
  /** Whether periods that the newer file lacks stay, read from the older one. */
  readonly absent: 'keep' | 'drop';
  /** True where it is no newer copy at all, but another file that looks like it. */
  readonly apart?: boolean;
}

/** A KPI before and after. */
export interface RefreshedMetric extends SeriesDiff {
  readonly before: Metric;
  readonly after: Metric;
  readonly series: Series;
}

/** A KPI that the newer file says nothing about; it stays as it is. */
export interface UnreadMetric {
  readonly metric: Metric;
  readonly why: 'missing-column' | 'missing-rows';
  /** Name of the column, or of the KPI whose rows are gone. */
  readonly name: string;
}

/** A column that the newer file does not have under its old name. */
export interface MissingColumn {
  readonly name: string;
  /** What it is taken for, or null. */
  readonly now: string | null;
  /** What it may be called now. */
  readonly choices: readonly string[];
}

/** What applying a newer file would do. */
export interface RefreshPlan {
  readonly refreshed: readonly RefreshedMetric[];
  readonly unread: readonly UnreadMetric[];
  /** KPIs without a figure in either file; they follow the others. */
  readonly empty: readonly Metric[];
  readonly missing: readonly MissingColumn[];
  /** Sources from which nothing is read any more. */
  readonly replaces: readonly Id[];
}

const isWanted = (metric: Metric) => (column: Dataset['columns'][number]) => metric.role === 'target' || column.role !== 'target';

/** Where the newer file has the column of a KPI: under one of its names, with its role if possible. */
function findColumn(metric: Metric, dataset: Dataset, renamed: (name: string) => string | null): OlderSource | null {
  const columns = dataset.columns.filter(isWanted(metric));
  for (const { column: name, role } of sourcesOf(metric)) {
    const named = columns.filter((column) => column.name === (renamed(name) ?? name));
    const column = named.find((one) => one.role === role) ?? named[0];
    if (column) return { datasetId: dataset.id, column: column.name, role: column.role };
  }
  return null;
}

/** Old names of columns that KPIs read and the newer file lacks, with what they may be called now. */
function missingColumns(metrics: readonly Metric[], dataset: Dataset, answers: RefreshAnswers): MissingColumn[] {
  const lost = [...new Set(metrics.filter((metric) => !findColumn(metric, dataset, () => null)).map(({ column }) => column))];
  const read = new Set(metrics.flatMap((metric) => [...sourcesOf(metric).map(({ column }) => column), metric.denominator]));
  const choices = [...new Set(dataset.columns.map(({ name }) => name))].filter((name) => !read.has(name));
  const proposals = proposeNames(lost, choices);
  return lost.map((name) => {
    const answer = Object.hasOwn(answers.columns, name) ? answers.columns[name]! : (proposals.get(name) ?? null);
    return { name, now: answer !== null && choices.includes(answer) ? answer : null, choices };
  });
}

/** The KPI read from the newer file first; older sources stay as long as a figure comes from them. */
function refreshMetric(
  metric: Metric,
  found: OlderSource,
  older: readonly OlderSource[],
  datasetOf: (id: Id) => Dataset | undefined,
): Metric {
  const chained = readFromAll(metric, [found, ...older]);
  const series = metricSeries(chained, datasetOf);
  const used = new Set(series.ok ? series.value.points.flatMap(({ cells }) => cells.map((cell) => cell.dataset)) : []);
  return readFromAll(metric, [found, ...older.filter(({ datasetId }) => used.has(datasetId))]);
}

/**
 * What a newer file of the same kind changes in the KPIs that read one source: columns are matched by name, periods by period, and nothing
 * older goes unless the newer file has it all (or a person says so).
 */
export function planRefresh(
  { workspace, datasetOf }: { readonly workspace: Workspace; readonly datasetOf: (id: Id) => Dataset | undefined },
  sourceId: Id,
  dataset: Dataset,
  answers: RefreshAnswers,
): RefreshPlan {
  const anyOf = (id: Id) => (id === dataset.id ? dataset : datasetOf(id));
  const own = workspace.metrics.filter((metric) => sourcesOf(metric).some(({ datasetId }) => datasetId === sourceId));
  const missing = missingColumns(own, dataset, answers);
  const renamed = (name: string) => missing.find((column) => column.name === name)?.now ?? null;
  const refreshed: RefreshedMetric[] = [];
  const unread: UnreadMetric[] = [];
  const empty: Metric[] = [];
  for (const metric of own) {
    const found = findColumn(metric, dataset, renamed);
    const lacksUnder = metric.denominator !== null && !dataset.columns.some(({ name }) => name === metric.denominator);
    if (!found || lacksUnder) {
      unread.push({ metric, why: 'missing-column', name: found ? metric.denominator! : metric.column });
      continue;
    }
    const newer = buildSeries(dataset, readFrom(metric, found));
    const older = metricSeries(metric, datasetOf);
    if (!newer.ok) {
      if (older.ok) unread.push({ metric, why: 'missing-rows', name: metric.name });
      else empty.push(readFromAll(metric, [found]));
      continue;
    }
    const after = refreshMetric(metric, found, answers.absent === 'keep' ? sourcesOf(metric) : [], anyOf);
    const diff = older.ok ? diffSeries(older.value, newer.value) : { added: newer.value.points, restated: [], absent: [] };
    refreshed.push({ before: metric, after, series: newer.value, ...diff });
  }
  const family = new Set([sourceId, ...refreshed.flatMap(({ before }) => sourcesOf(before).map(({ datasetId }) => datasetId))]);
  const afterOf = new Map([...refreshed.map(({ after }) => after), ...empty].map((after) => [after.id, after]));
  for (const metric of workspace.metrics) for (const { datasetId } of sourcesOf(afterOf.get(metric.id) ?? metric)) family.delete(datasetId);
  return { refreshed, unread, empty, missing, replaces: [...family] };
}
