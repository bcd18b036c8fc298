import type { EpochDay } from '../../domain/calendar.ts';
import { nextId } from '../../domain/ids.ts';
import type { Metric } from '../../domain/metric.ts';
import type { Cycle, Goal, KeyResult, Objective } from '../../domain/objective.ts';
import type { DraftKeyResult, OkrDraft } from '../../domain/okr-text.ts';
import { suggestMetrics } from '../../domain/suggest.ts';
import type { Workspace } from '../../domain/workspace.ts';

/** An understood line, ready to be corrected. */
export interface Proposal {
  readonly key: string;
  readonly kind: 'objective' | 'key-result';
  readonly title: string;
  readonly owner: string;
  readonly goal: Goal;
  readonly unit: string | null;
  readonly due: EpochDay | null;
  readonly weight: number;
  readonly leftOut: boolean;
  /** '+20%' of a baseline that is not known yet. */
  readonly relative: DraftKeyResult['relative'];
}

const figure = (value: number | null) => value ?? NaN;

/** What is not a figure becomes a checklist of one step, so that it can be ticked off. */
function goalOf(draft: DraftKeyResult): Goal {
  if (draft.kind === 'keep') return { kind: 'keep', atLeast: draft.atLeast, atMost: draft.atMost };
  if (draft.kind === 'milestones')
    return { kind: 'milestones', milestones: [{ id: 'm1', title: draft.title, weight: 1, due: draft.due, doneOn: null }] };
  return { kind: draft.kind, baseline: figure(draft.baseline), target: figure(draft.target), stretch: null, plan: { kind: 'linear' } };
}

/** Understood lines in their order, each with a key that stays while the text is edited. */
export function proposalsOf(draft: OkrDraft): readonly Proposal[] {
  const nothing: Goal = { kind: 'milestones', milestones: [] };
  return draft.objectives.flatMap((objective) => [
    ...(objective.line === 0
      ? []
      : [
          {
            key: `o${objective.line}`,
            kind: 'objective' as const,
            title: objective.title,
            owner: objective.owner ?? '',
            goal: nothing,
            unit: null,
            due: null,
            weight: 1,
            leftOut: false,
            relative: null,
          },
        ]),
    ...objective.keyResults.map((keyResult) => ({
      key: `k${keyResult.line}`,
      kind: 'key-result' as const,
      title: keyResult.title,
      owner: keyResult.owner ?? '',
      goal: goalOf(keyResult),
      unit: keyResult.unit,
      due: keyResult.due ?? objective.due,
      // Written as a share; kept as a number that reads like the one in the text.
      weight: keyResult.weight === null ? 1 : keyResult.weight * 100,
      leftOut: false,
      relative: keyResult.relative,
    })),
  ]);
}

/** A relative goal gets its target as soon as its baseline is known: '+20%' of 50 is 60. */
export function resolveRelative(proposal: Proposal): Proposal {
  const { goal, relative } = proposal;
  if (!relative || goal.kind !== 'reach' || Number.isNaN(goal.baseline) || !Number.isNaN(goal.target)) return proposal;
  const target = relative.of === 'share' ? goal.baseline * (1 + relative.change) : goal.baseline + relative.change;
  return { ...proposal, goal: { ...goal, target: Number(target.toPrecision(12)) } };
}

/** Score from which a KPI is linked without asking: name and unit leave little doubt. */
const SURE = 0.6;

function linkFor({ goal, title, unit }: Proposal, metrics: readonly Metric[]): KeyResult['link'] {
  if (goal.kind !== 'reach' && goal.kind !== 'keep') return null;
  const best = suggestMetrics({ title, unit }, metrics)[0];
  const metric = best && best.score >= SURE ? metrics.find((other) => other.id === best.metricId) : undefined;
  if (!metric) return null;
  const adds = metric.accrual === 'flow' || metric.accrual === 'cumulative';
  return { metricId: metric.id, reading: { kind: adds && goal.kind === 'reach' ? 'sum' : 'latest' } };
}

/**
 * Objectives and key results of the accepted lines. Key results before any objective go to the first one of the board; where there is none,
 * one named `untitled` takes them in, so that nothing is lost.
 */
export function okrsOf(proposals: readonly Proposal[], workspace: Workspace, cycle: Cycle, untitled: string) {
  const objectiveIds = new Set(workspace.objectives.map((objective) => objective.id));
  const keyResultIds = new Set(workspace.keyResults.map((keyResult) => keyResult.id));
  const objectives: Objective[] = [];
  const keyResults: KeyResult[] = [];
  function addObjective(title: string, owner: string) {
    const id = nextId('o', objectiveIds);
    objectiveIds.add(id);
    objectives.push({ id, title, level: 'company', owner, parentId: null, cycleId: cycle.id, ambition: 'committed' });
    return id;
  }
  for (const proposal of proposals) {
    const { title, owner, weight, unit, goal } = proposal;
    if (proposal.leftOut) continue;
    if (proposal.kind === 'objective') {
      addObjective(title, owner);
      continue;
    }
    const objectiveId = objectives.at(-1)?.id ?? workspace.objectives[0]?.id ?? addObjective(untitled, '');
    const id = nextId('k', keyResultIds);
    keyResultIds.add(id);
    const times = { start: cycle.start, due: proposal.due ?? cycle.end };
    keyResults.push({
      id,
      objectiveId,
      title,
      owner,
      weight,
      ...times,
      unit,
      goal,
      link: linkFor(proposal, workspace.metrics),
      checkIns: [],
      revisions: [],
    });
  }
  return { objectives, keyResults };
}
