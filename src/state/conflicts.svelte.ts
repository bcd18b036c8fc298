import { conflictsOf, type Conflict } from '../domain/conflicts.ts';
import type { Metric } from '../domain/metric.ts';
import { targetsOf } from '../domain/target-plan.ts';
import { assessments, seriesOfMetric } from './assessments.svelte.ts';
import { store } from './workspace-store.svelte.ts';

let last: { readonly of: readonly unknown[]; readonly found: readonly Conflict[] } | null = null;

/** Work that finds where KPIs and OKRs of the board disagree; what it depends on is read at once, for effects to follow. */
export function conflictWork(): Generator<void, readonly Conflict[]> {
  const { workspace, datasets } = store;
  const { byId, asOf } = assessments;
  const standings = [...byId.values()];
  const of = [workspace, datasets, byId];
  const all = [...datasets.values()];
  const seriesOf = (metric: Metric) => {
    const series = seriesOfMetric(metric, datasets);
    return series.ok ? series.value : null;
  };
  const work = conflictsOf({
    objectives: workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId),
    metrics: workspace.metrics,
    standings,
    seriesOf,
    targetsOf: (metric) => {
      const targets = targetsOf(metric, all);
      return targets && seriesOf(targets);
    },
    asOf,
  });
  return (function* () {
    if (last?.of.every((one, i) => one === of[i])) return last.found;
    const found = yield* work;
    last = { of, found };
    return found;
  })();
}
