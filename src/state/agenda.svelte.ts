import { agendaOf, type Agenda } from '../domain/agenda.ts';
import type { EpochDay } from '../domain/calendar.ts';
import { changesBetween, type Changes, type Compared } from '../domain/changes.ts';
import { decisionsUntil } from '../domain/decisions.ts';
import type { Id } from '../domain/ids.ts';
import { metricReview, type MetricReview } from '../domain/metric-review.ts';
import { assessments, seriesOfMetric } from './assessments.svelte.ts';
import { compareWith } from './comparison.ts';
import { conflictWork } from './conflicts.svelte.ts';
import { preferences } from './preferences.svelte.ts';
import { store } from './workspace-store.svelte.ts';

export interface ReviewAgenda extends Agenda {
  readonly changes: Changes;
  /** Each key result beside how it stood on the earlier day. */
  readonly compared: ReadonlyMap<Id, Compared>;
}

/**
 * Work that finds what the next review has to talk about, compared with an earlier day; `except` is the review that is being held. What it
 * depends on is read at once, for effects to follow; it yields before each key result and KPI.
 */
export function agendaWork(from: EpochDay, except: Id | null): Generator<void, ReviewAgenda> {
  const { workspace, datasets } = store;
  const { byId, asOf } = assessments;
  const { silenced } = preferences;
  const conflicting = conflictWork();
  const cycle = workspace.cycles.find(({ id }) => id === workspace.activeCycleId);
  const stored = new Map(workspace.keyResults.map((keyResult) => [keyResult.id, keyResult]));
  const rows = [...byId.values()];
  const read = new Set(rows.flatMap(({ keyResult }) => keyResult.link?.metricId ?? []));
  return (function* () {
    const compared = new Map<Id, Compared>();
    for (const row of rows) {
      yield;
      compared.set(row.keyResult.id, compareWith({ stored: stored.get(row.keyResult.id) ?? row.keyResult, row }, from));
    }
    const conflicts = (yield* conflicting).filter(({ key }) => !silenced.includes(key));
    const metrics: MetricReview[] = [];
    for (const metric of cycle ? workspace.metrics : []) {
      yield;
      const series = seriesOfMetric(metric, datasets);
      const standing = { metric, series: series.ok ? series.value : null, serves: read.has(metric.id) };
      metrics.push(metricReview(standing, { conflicts, proposals: workspace.proposals ?? [] }, cycle!, asOf));
    }
    const changes = changesBetween([...compared.values()], from, asOf);
    const decisions = decisionsUntil(workspace.meetings ?? [], asOf, except);
    const input = { asOf, standings: rows, keyResults: workspace.keyResults, changes: changes.list, decisions, conflicts, metrics };
    return { ...agendaOf(input), changes, compared };
  })();
}
