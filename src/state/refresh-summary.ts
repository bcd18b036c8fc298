import { daysInGrain, periodStart, type EpochDay, type Grain } from '../domain/calendar.ts';
import type { Metric } from '../domain/metric.ts';
import type { RefreshedMetric } from '../domain/refresh-plan.ts';
import type { SeriesPoint } from '../domain/series.ts';
import type { PlannedTable } from './import-plan.ts';

/** Periods from one to another, how many there are, and of which length. */
export interface PeriodSpan {
  readonly count: number;
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly grain: Grain;
}

/** A figure that the newer file gives otherwise, with where both stand. */
export interface RestatedFigure {
  readonly metric: Metric;
  readonly day: EpochDay;
  readonly grain: Grain;
  readonly was: SeriesPoint;
  readonly now: SeriesPoint;
}

/** Periods of a KPI that are new, and its latest figure. */
export interface AddedPeriods extends PeriodSpan {
  readonly metric: Metric;
  readonly latest: number;
}

/** What a newer file changes, for a person to look over before it is applied. */
export interface RefreshSummary {
  /** Distinct new periods, of the finest grain that has any. */
  readonly added: number;
  readonly grain: Grain;
  readonly restated: readonly RestatedFigure[];
  readonly addedBy: readonly AddedPeriods[];
  readonly missing: number;
  /** Nothing new, nothing restated, nothing missing. */
  readonly same: boolean;
}

/** Distinct periods among points; null where there are none. */
function spanOf(points: readonly SeriesPoint[], grain: Grain): PeriodSpan | null {
  const starts = [...new Set(points.map(({ day }) => periodStart(day, grain)))].sort((a, b) => a - b);
  const [from, to] = [starts[0], starts.at(-1)];
  return from === undefined || to === undefined ? null : { count: starts.length, from, to, grain };
}

const refreshedOf = (tables: readonly PlannedTable[]): readonly RefreshedMetric[] =>
  tables.flatMap(({ refresh }) => refresh?.refreshed ?? []);

/** Periods that a table lacks and its KPIs have. */
export function absentPeriods({ refresh }: PlannedTable): PeriodSpan | null {
  const lacking = refresh?.refreshed.filter(({ absent }) => absent.length) ?? [];
  const grain = lacking[0]?.series.grain;
  return grain
    ? spanOf(
        lacking.filter(({ series }) => series.grain === grain).flatMap(({ absent }) => absent),
        grain,
      )
    : null;
}

/** The difference of a file, over all its tables. */
export function summarise(tables: readonly PlannedTable[]): RefreshSummary {
  const refreshed = refreshedOf(tables);
  const growing = refreshed.filter(({ added }) => added.length).sort((a, b) => daysInGrain[a.series.grain] - daysInGrain[b.series.grain]);
  const grain = (growing[0] ?? refreshed[0])?.series.grain ?? 'month';
  const added =
    spanOf(
      growing.filter(({ series }) => series.grain === grain).flatMap((one) => one.added),
      grain,
    )?.count ?? 0;
  const restated = refreshed
    .flatMap(({ before, series, restated: figures }) =>
      figures.map(({ was, now }) => ({ metric: before, day: periodStart(now.day, series.grain), grain: series.grain, was, now })),
    )
    .sort((a, b) => b.day - a.day);
  const addedBy = growing.flatMap(({ before, series, added: points }): readonly AddedPeriods[] => {
    const span = spanOf(points, series.grain);
    return span ? [{ ...span, metric: before, latest: points.at(-1)!.value }] : [];
  });
  const missing = tables.reduce((sum, { refresh }) => sum + (refresh?.missing.filter(({ now }) => now === null).length ?? 0), 0);
  const asked = tables.some(({ refresh }) => refresh && refresh.missing.length + refresh.unread.length > 0);
  return { added, grain, restated, addedBy, missing, same: added + restated.length === 0 && !asked };
}
