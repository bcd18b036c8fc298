import type { Dataset } from '../../domain/dataset.ts';
import type { Candidate } from '../../state/candidates.ts';
import { buildSeries } from '../../domain/build-series.ts';
import { metricOf } from '../../state/candidates.ts';
import type { SeriesPoint } from '../../domain/series.ts';

/** The figures of a proposed KPI for its preview: the same way through the house as after the import. */
export function candidatePoints(dataset: Dataset, candidate: Candidate): readonly SeriesPoint[] {
  const series = buildSeries(dataset, metricOf(dataset, candidate, 'preview', candidate.name));
  return series.ok ? series.value.points : [];
}
