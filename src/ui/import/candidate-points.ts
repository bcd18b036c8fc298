import { buildSeries } from '../../domain/build-series.ts';
import type { Accrual, Dataset } from '../../domain/dataset.ts';
import type { SeriesPoint } from '../../domain/series.ts';
import { metricOf, type Candidate } from '../../state/candidates.ts';

const known = new WeakMap<Dataset, Map<string, readonly SeriesPoint[]>>();

/** The figures of a proposed KPI for its preview: the same way through the house as after the import. */
export function candidatePoints(dataset: Dataset, candidate: Candidate): readonly SeriesPoint[] {
  const ofDataset = known.get(dataset) ?? new Map<string, readonly SeriesPoint[]>();
  known.set(dataset, ofDataset);
  let points = ofDataset.get(candidate.key);
  if (!points) {
    const series = buildSeries(dataset, metricOf(dataset, candidate, 'preview', candidate.name));
    ofDataset.set(candidate.key, (points = series.ok ? series.value.points : []));
  }
  return points;
}

/** What the figures would mean: running totals become the amount of each period, a fall is a new beginning; all others stay. */
export function asRead(points: readonly SeriesPoint[], accrual: Accrual): readonly { readonly day: number; readonly value: number }[] {
  if (accrual !== 'cumulative') return points;
  return points.map(({ day, value }, i) => {
    const before = points[i - 1]?.value ?? 0;
    return { day, value: value < before ? value : value - before };
  });
}
