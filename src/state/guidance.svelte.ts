import { guidanceOf, type Warning } from '../domain/guidance.ts';
import type { Metric } from '../domain/metric.ts';
import { assessments, seriesOfMetric } from './assessments.svelte.ts';
import { store } from './workspace-store.svelte.ts';

let last: { readonly of: readonly unknown[]; readonly found: readonly Warning[] } | null = null;

/** The series of a KPI on the open board, or null. */
export const seriesHere = (metric: Metric) => {
  const series = seriesOfMetric(metric, store.datasets);
  return series.ok ? series.value : null;
};

/** KPIs that are taken apart into key results. */
export const contributedHere = () => new Set((store.workspace.contributions ?? []).flatMap(({ metricId }) => metricId ?? []));

/** Work that finds what is worth a look on the board; what it depends on is read at once, for effects to follow. */
export function guidanceWork(): Generator<void, readonly Warning[]> {
  const { workspace, datasets } = store;
  const { byId, asOf } = assessments;
  const of = [workspace, datasets, byId];
  const work = guidanceOf({
    cycle: workspace.cycles.find(({ id }) => id === workspace.activeCycleId) ?? null,
    objectives: workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId),
    keyResults: [...byId.values()].map(({ keyResult }) => keyResult),
    metrics: workspace.metrics,
    contributed: contributedHere(),
    seriesOf: seriesHere,
    asOf,
  });
  return (function* () {
    if (last?.of.every((one, i) => one === of[i])) return last.found;
    const found = yield* work;
    last = { of, found };
    return found;
  })();
}
