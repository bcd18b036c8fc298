import type { EpochDay } from '../../domain/calendar.ts';
import type { Dataset } from '../../domain/dataset.ts';
import type { SeriesError } from '../../domain/errors.ts';
import { fourParts, newestOf, overdueBy, PARTS, standingOf, type FourParts, type Part } from '../../domain/four-parts.ts';
import { isOnBoard } from '../../domain/goal-on.ts';
import type { Id } from '../../domain/ids.ts';
import type { Metric } from '../../domain/metric.ts';
import type { KeyResult, Objective } from '../../domain/objective.ts';
import type { Series } from '../../domain/series.ts';
import type { Workspace } from '../../domain/workspace.ts';
import { seriesOfMetric } from '../../state/assessments.svelte.ts';

/** One KPI of the catalogue, as of a day. */
export interface CatalogueRow {
  readonly metric: Metric;
  readonly parts: FourParts;
  /** Its figures as known on the day. */
  readonly points: Series['points'];
  readonly problem: SeriesError['code'] | null;
  /** Key results of the cycle that read it, and their objectives. */
  readonly readers: readonly KeyResult[];
  readonly objectives: readonly Objective[];
  readonly newest: ReturnType<typeof newestOf>;
  /** How the newest figure stands to the target; null where that cannot be said. */
  readonly standing: ReturnType<typeof standingOf>;
  /** Days since its newest figure, where that is too long. */
  readonly overdue: number | null;
}

/** What the catalogue is narrowed to. */
export type Narrow = 'all' | Part | 'idle' | 'misses' | 'old';
export const NARROWS: readonly Narrow[] = ['all', ...PARTS, 'idle', 'misses', 'old'];

export function catalogueOf(workspace: Workspace, datasets: ReadonlyMap<Id, Dataset>, asOf: EpochDay): readonly CatalogueRow[] {
  const objectives = new Map(
    workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId).map((objective) => [objective.id, objective]),
  );
  const reading = workspace.keyResults.filter((keyResult) => objectives.has(keyResult.objectiveId) && isOnBoard(keyResult, asOf));
  const byMetric = new Map<Id, KeyResult[]>();
  for (const keyResult of reading) {
    const id = keyResult.link?.metricId;
    if (id !== undefined) byMetric.set(id, [...(byMetric.get(id) ?? []), keyResult]);
  }
  return workspace.metrics.map((metric) => {
    const result = seriesOfMetric(metric, datasets);
    const series = result.ok ? result.value : null;
    const readers = byMetric.get(metric.id) ?? [];
    const parts = fourParts(metric, readers, series);
    const newest = newestOf(series, asOf);
    return {
      metric,
      parts,
      points: series?.points.filter(({ day }) => day <= asOf) ?? [],
      problem: result.ok ? null : result.error.code,
      readers,
      objectives: [...new Set(readers.map(({ objectiveId }) => objectives.get(objectiveId)!))],
      newest,
      standing: newest && standingOf(newest.value, parts, asOf),
      overdue: newest && parts.monitoring ? overdueBy(newest.through, parts.monitoring.grain, asOf) : null,
    };
  });
}

/** Whether a KPI is among those that the reader asks for. */
export function isAmong({ parts, readers, standing, overdue }: CatalogueRow, narrow: Narrow): boolean {
  switch (narrow) {
    case 'all':
      return true;
    case 'idle':
      return readers.length === 0;
    case 'misses':
      return standing === 'misses';
    case 'old':
      return overdue !== null;
    default:
      return parts.lacks.includes(narrow);
  }
}

/** How many have all four parts, and the part that lacks most often. */
export function countParts(rows: readonly CatalogueRow[]): {
  readonly whole: number;
  readonly most: Part | null;
  readonly lacking: number;
} {
  const counts = PARTS.map((part) => ({ part, count: rows.filter(({ parts }) => parts.lacks.includes(part)).length }));
  const most = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return {
    whole: rows.filter(({ parts }) => parts.lacks.length === 0).length,
    most: most.count ? most.part : null,
    lacking: most.count,
  };
}
