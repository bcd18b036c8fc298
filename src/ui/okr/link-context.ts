import { metricSeries } from '../../domain/metric-series.ts';
import type { Dataset } from '../../domain/dataset.ts';
import type { Id } from '../../domain/ids.ts';
import type { Metric } from '../../domain/metric.ts';
import type { Cycle } from '../../domain/objective.ts';
import type { Series } from '../../domain/series.ts';
import { targetsOf } from '../../domain/target-plan.ts';
import type { LinkContext } from './okr-link.ts';

/** Series of KPIs and of the targets that files have for them; each is built once, when it is first asked for. */
export function linkContext(metrics: readonly Metric[], datasets: ReadonlyMap<Id, Dataset>, cycle: Cycle): LinkContext {
  const all = [...datasets.values()];
  const built = new Map<string, Series | null>();
  const seriesOf = (metric: Metric): Series | null => {
    const key = `${metric.id} ${metric.role}`;
    const known = built.get(key);
    if (known !== undefined) return known;
    const result = metricSeries(metric, (id) => datasets.get(id));
    const series = result.ok ? result.value : null;
    built.set(key, series);
    return series;
  };
  const seriesOfTargets = (metric: Metric) => {
    const targets = targetsOf(metric, all);
    return targets && seriesOf(targets);
  };
  return { metrics, cycle, seriesOf, targetsOf: seriesOfTargets };
}
