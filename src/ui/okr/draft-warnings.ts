import { keyed, sameBase, type Warning } from '../../domain/guidance.ts';
import { keyResultWarnings } from '../../domain/guidance-key-result.ts';
import { objectiveWarnings, ownerWarnings } from '../../domain/guidance-objective.ts';
import type { EpochDay } from '../../domain/calendar.ts';
import { isOnBoard } from '../../domain/goal-on.ts';
import type { Metric } from '../../domain/metric.ts';
import type { KeyResult, Objective } from '../../domain/objective.ts';
import type { Series } from '../../domain/series.ts';
import type { Workspace } from '../../domain/workspace.ts';

interface Surroundings {
  readonly workspace: Workspace;
  readonly asOf: EpochDay;
}

/** What a key result would be warned of if it were saved as it is. What an objective still lacks is not said while it is being filled. */
export function keyResultDraftWarnings(
  draft: KeyResult,
  metric: Metric | null,
  seriesOf: (metric: Metric) => Series | null,
  { workspace, asOf }: Surroundings,
): readonly Warning[] {
  const { objectives, keyResults, cycles, metrics } = workspace;
  const objective = objectives.find(({ id }) => id === draft.objectiveId);
  const cycle = cycles.find(({ id }) => id === objective?.cycleId);
  const inCycle = new Set(objectives.filter(({ cycleId }) => cycleId === cycle?.id).map(({ id }) => id));
  const all = [...keyResults.filter((other) => other.id !== draft.id && inCycle.has(other.objectiveId) && isOnBoard(other, asOf)), draft];
  const ofObjective = objective && cycle ? objectiveWarnings(objective, cycle, objectives, all) : [];
  return keyed([
    ...keyResultWarnings(draft, metric && seriesOf(metric), metric !== null),
    ...sameBase(all, metric && !metrics.includes(metric) ? [...metrics, metric] : metrics).filter(
      (warning) => warning.code === 'same-base' && warning.keyResults.includes(draft),
    ),
    ...ofObjective.filter(({ code }) => code === 'heavy-weight' || code === 'many-key-results' || code === 'longer-than-a-year'),
  ]);
}

/** What an objective, or its owner, would be warned of if it were saved as it is. */
export function objectiveDraftWarnings(draft: Objective, { workspace, asOf }: Surroundings): readonly Warning[] {
  const cycle = workspace.cycles.find(({ id }) => id === draft.cycleId);
  if (!cycle) return [];
  const others = workspace.objectives.filter(({ id, cycleId }) => id !== draft.id && cycleId === draft.cycleId);
  const all = [...others, draft];
  const keyResults = workspace.keyResults.filter((keyResult) => isOnBoard(keyResult, asOf));
  return keyed([
    ...ownerWarnings(cycle, all).filter((warning) => warning.code === 'many-objectives' && warning.objectives.includes(draft)),
    ...objectiveWarnings(draft, cycle, all, keyResults).filter(({ code }) => code === 'longer-than-a-year'),
  ]);
}
