import type { Dataset } from '../domain/dataset.ts';
import type { Id } from '../domain/ids.ts';
import { mergeMetrics } from '../domain/merge-metrics.ts';
import type { Metric } from '../domain/metric.ts';

/** A KPI that an import would create, under the key of a person's word about it. */
export interface CreatedMetric {
  readonly key: string;
  readonly metric: Metric;
}

/** First and last day of the figures of a KPI's own column. */
function spanOf({ column, role }: Metric, dataset: Dataset | undefined): readonly [number, number] {
  const { days = new Int32Array(0) } = dataset?.columns.find((one) => one.name === column && one.role === role) ?? {};
  let [from, to] = [Infinity, -Infinity];
  for (let i = 0; i < days.length; i++) {
    if (days[i]! < from) from = days[i]!;
    if (days[i]! > to) to = days[i]!;
  }
  return [from, to];
}

/** KPIs of one name in several sheets whose periods follow each other are one KPI: a sheet for each year, or for each month. */
function proposedMerges(created: readonly CreatedMetric[], datasets: ReadonlyMap<Id, Dataset>): Map<string, string> {
  const merges = new Map<string, string>();
  const sheets = new Set(created.map(({ metric }) => metric.datasetId));
  if (sheets.size < 2) return merges;
  const spans = new Map(created.map((one) => [one.key, spanOf(one.metric, datasets.get(one.metric.datasetId))]));
  const named = new Map<string, CreatedMetric[]>();
  for (const one of created) {
    const name = JSON.stringify([one.metric.name, one.metric.role, one.metric.filters]);
    named.set(name, [...(named.get(name) ?? []), one]);
  }
  for (const alike of named.values()) {
    const inTime = [...alike].sort((a, b) => spans.get(b.key)![0] - spans.get(a.key)![0]);
    const newest = inTime[0]!;
    const follow = inTime.every((one, i) => i === 0 || spans.get(one.key)![1] < spans.get(inTime[i - 1]!.key)![0]);
    if (follow) for (const one of inTime.slice(1)) if (mergeMetrics(newest.metric, one.metric)) merges.set(one.key, newest.key);
  }
  return merges;
}

/**
 * Into which other KPI each is merged: as a person said (`''` is into none), else as their names and periods propose. KPIs that others are
 * merged into stay themselves.
 */
export function mergesOf(
  created: readonly CreatedMetric[],
  said: Readonly<Record<string, string>>,
  datasets: ReadonlyMap<Id, Dataset>,
): ReadonlyMap<string, string> {
  const byKey = new Map(created.map((one) => [one.key, one.metric]));
  const proposed = proposedMerges(created, datasets);
  const merges = new Map<string, string>();
  for (const { key, metric } of created) {
    const into = said[key] ?? proposed.get(key) ?? '';
    const main = byKey.get(into);
    if (main && into !== key && mergeMetrics(main, metric)) merges.set(key, into);
  }
  for (const [key, into] of merges) if (merges.has(into)) merges.delete(key);
  return merges;
}

/** The KPIs that are left after merging; those of one name in several sheets are told apart by their sheet. */
export function mergeCreated(
  created: readonly CreatedMetric[],
  merges: ReadonlyMap<string, string>,
  datasets: ReadonlyMap<Id, Dataset>,
): readonly Metric[] {
  const kept = new Map(created.filter(({ key }) => !merges.has(key)).map(({ key, metric }) => [key, metric]));
  for (const { key, metric } of created) {
    const into = merges.get(key);
    const main = into === undefined ? undefined : kept.get(into);
    if (main) kept.set(into!, mergeMetrics(main, metric) ?? main);
  }
  const left = [...kept.values()];
  return left.map((metric) => {
    const sheet = datasets.get(metric.datasetId)?.source.sheet ?? '';
    const isUnique = left.every((other) => other === metric || other.name !== metric.name || other.datasetId === metric.datasetId);
    return isUnique || sheet === '' ? metric : { ...metric, name: `${metric.name} · ${sheet}` };
  });
}
