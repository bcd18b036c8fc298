import type { EpochDay } from '../../domain/calendar.ts';
import type { CommandError } from '../../domain/command.ts';
import { checkKeyResult, checkObjective } from '../../domain/goal-check.ts';
import type { Ambition, Goal, KeyResult, Level, Link, Objective } from '../../domain/objective.ts';
import type { DraftGoal } from '../../domain/okr-text-goal.ts';
import type { TargetPlan } from '../../domain/target-plan.ts';
import { linkProposal, type LinkContext } from './okr-link.ts';

/** An understood objective or key result, ready to be corrected. Key results belong to the objective before them. */
export interface Proposal {
  /** Stays while the text or the file is read again. */
  readonly key: string;
  readonly kind: 'objective' | 'key-result';
  readonly title: string;
  readonly owner: string;
  readonly leftOut: boolean;
  /** It stands on the board already. */
  readonly known: boolean;
  readonly goal: Goal;
  readonly unit: string | null;
  readonly start: EpochDay | null;
  readonly due: EpochDay | null;
  readonly weight: number;
  /** '+20%' of a baseline that is not known yet. */
  readonly relative: DraftGoal['relative'];
  readonly link: Link | null;
  /** KPI that the text names for it, or ''. */
  readonly metric: string;
  /** Path that the targets of a file offer, once a KPI is chosen. */
  readonly targets: TargetPlan | null;
  /** How far it has come by now, where the text says so. */
  readonly current: number | null;
  readonly level: Level | null;
  readonly ambition: Ambition;
  /** Objective above it: one of the same proposal, or one of the board by its title. */
  readonly parent: { readonly key: string } | { readonly text: string };
}

const NOTHING: Goal = { kind: 'milestones', milestones: [] };

/** A proposal that says nothing but its title. */
export const blankProposal = (key: string, kind: Proposal['kind'], title: string, owner: string): Proposal => ({
  key,
  kind,
  title,
  owner,
  leftOut: false,
  known: false,
  goal: NOTHING,
  unit: null,
  start: null,
  due: null,
  weight: 1,
  relative: null,
  link: null,
  metric: '',
  targets: null,
  current: null,
  level: null,
  ambition: 'committed',
  parent: { text: '' },
});

const figure = (value: number | null) => value ?? NaN;

/** The goal that a sentence or a row says. What is not a figure becomes a checklist of one step, so that it can be ticked off. */
export function goalOfDraft(draft: DraftGoal, title: string, due: EpochDay | null, stretch: number | null = null): Goal {
  if (draft.kind === 'keep') return { kind: 'keep', atLeast: draft.atLeast, atMost: draft.atMost };
  if (draft.kind === 'milestones') return { kind: 'milestones', milestones: [{ id: 'm1', title, weight: 1, due, doneOn: null }] };
  return { kind: draft.kind, baseline: figure(draft.baseline), target: figure(draft.target), stretch, plan: { kind: 'linear' } };
}

/** A relative goal gets its target as soon as its baseline is known: '+20%' of 50 is 60. */
export function resolveRelative(proposal: Proposal): Proposal {
  const { goal, relative } = proposal;
  if (!relative || goal.kind !== 'reach' || Number.isNaN(goal.baseline) || !Number.isNaN(goal.target)) return proposal;
  const target = relative.of === 'share' ? goal.baseline * (1 + relative.change) : goal.baseline + relative.change;
  return { ...proposal, goal: { ...goal, target: Number(target.toPrecision(12)) } };
}

/** Whether an objective that is left out takes this one with it. */
export function isLeftOut(proposals: readonly Proposal[], index: number): boolean {
  const proposal = proposals[index]!;
  if (proposal.leftOut || proposal.kind === 'objective') return proposal.leftOut;
  // An objective of the board stays where it is; its new key results may still come.
  const objective = proposals.slice(0, index).findLast(({ kind }) => kind === 'objective');
  return objective !== undefined && objective.leftOut && !objective.known;
}

/** What a person corrected, by the key of the proposal. */
export type Corrections = Readonly<Record<string, Partial<Proposal>>>;

/** Proposals with their KPIs, corrected. A correction goes before everything that was guessed; what follows from it is guessed anew. */
export function correctProposals(understood: readonly Proposal[], corrections: Corrections, context: LinkContext): readonly Proposal[] {
  return understood.map((proposal) => {
    const corrected: Partial<Proposal> = corrections[proposal.key] ?? {};
    const { title = proposal.title, unit = proposal.unit, due = proposal.due } = corrected;
    return resolveRelative({ ...linkProposal({ ...proposal, title, unit, due }, corrected.link, context), ...corrected });
  });
}

/** The first key result or objective that cannot be added as it is, with the key of its proposal. */
export function firstProblem(
  proposals: readonly Proposal[],
  okrs: { readonly objectives: readonly Objective[]; readonly keyResults: readonly KeyResult[] },
): { readonly key: string; readonly error: CommandError } | null {
  const taken = proposals.filter((proposal, i) => proposal.kind === 'key-result' && !isLeftOut(proposals, i));
  for (const [i, keyResult] of okrs.keyResults.entries()) {
    const error = checkKeyResult(keyResult);
    if (error) return { key: taken[i]?.key ?? '', error };
  }
  const error = okrs.objectives.map((objective) => checkObjective(objective, okrs.objectives)).find(Boolean);
  return error ? { key: '', error } : null;
}
