import { kpiNow, proposeBase, type BaseTime, type ProposedBase } from '../domain/contribution-base.ts';
import { checkContribution, type ContributionCheck, type PartStanding } from '../domain/contribution-check.ts';
import type { Contribution } from '../domain/contribution.ts';
import { isOnBoard } from '../domain/goal-on.ts';
import type { Id } from '../domain/ids.ts';
import { assessOne, seriesOfMetric } from './assessments.svelte.ts';
import { view } from './view.svelte.ts';
import { store } from './workspace-store.svelte.ts';

/** The time that a KPI is taken apart for: that of the key result which wants the whole, else the cycle. */
function timeOf(keyResultId: Id | null): BaseTime | null {
  const { keyResults, cycles, activeCycleId } = store.workspace;
  const whole = keyResults.find(({ id }) => id === keyResultId);
  if (whole) return { start: whole.start, due: whole.due };
  const cycle = cycles.find(({ id }) => id === activeCycleId);
  return cycle ? { start: cycle.start, due: cycle.end } : null;
}

function seriesOf(metricId: Id | null) {
  const metric = store.workspace.metrics.find(({ id }) => id === metricId);
  const series = metric && seriesOfMetric(metric, store.datasets);
  return series?.ok ? series.value : null;
}

/** How a key result stands on the day of the board; undefined where it is not on it. */
function standingOf(id: Id): PartStanding | undefined {
  const keyResult = store.workspace.keyResults.find((other) => other.id === id);
  if (!keyResult || !isOnBoard(keyResult, view.asOf)) return undefined;
  const row = assessOne(keyResult, store.workspace, store.datasets, view.asOf);
  return { keyResult: row.keyResult, progress: row.assessment.progress, expected: row.assessment.expected };
}

/** Checks a KPI that is taken apart, as of the day of the board. */
export function checkOf(contribution: Contribution): ContributionCheck {
  const { metrics, contributions = [] } = store.workspace;
  const series = seriesOf(contribution.metricId);
  const time = timeOf(contribution.keyResultId);
  const now = series && time && kpiNow(series, time, view.asOf);
  return checkContribution({ contribution, metrics, contributions, standingOf, now });
}

/** A base to propose for a KPI, from its figures. */
export function baseOf(metricId: Id | null, keyResultId: Id | null): ProposedBase | null {
  const [series, time] = [seriesOf(metricId), timeOf(keyResultId)];
  return series && time && proposeBase(series, time);
}

/** The objective under which a breakdown stands: that of the whole, else of its first part. */
export function objectiveOf({ keyResultId, parts }: Contribution): Id | null {
  const of = (id: Id | null | undefined) => store.workspace.keyResults.find((other) => other.id === id)?.objectiveId;
  return of(keyResultId) ?? parts.map((part) => of(part.keyResultId)).find((id) => id !== undefined) ?? null;
}

/** The breakdowns that concern the active cycle. */
export const contributionsOfCycle = (): readonly Contribution[] => {
  const { contributions = [], objectives, activeCycleId } = store.workspace;
  const inCycle = new Set(objectives.filter(({ cycleId }) => cycleId === activeCycleId).map(({ id }) => id));
  return contributions.filter((contribution) => {
    const id = objectiveOf(contribution);
    return id === null || inCycle.has(id);
  });
};
