import { nextId } from '../../domain/ids.ts';
import type { Cycle } from '../../domain/objective.ts';
import type { ListedKeyResult, ListedOkrs } from '../../domain/okr-list.ts';
import type { EpochDay } from '../../domain/calendar.ts';
import type { Workspace } from '../../domain/workspace.ts';
import { activeCycle, quarterCycle } from './draft.ts';
import { blankProposal, goalOfDraft, type Proposal } from './okr-proposal.ts';
import { sameTitle } from './okrs-of.ts';

type QuarterName = (year: number, quarter: number) => string;

/** The cycle that a list is for: the one it names, else the active one, else the quarter in which most of it is due. */
export function cycleOfList({ cycle, keyResults }: ListedOkrs, workspace: Workspace, today: EpochDay, name: QuarterName): Cycle {
  if (cycle) {
    const same = workspace.cycles.find(({ start, end }) => start === cycle.start && end === cycle.end);
    const id = nextId(
      'c',
      workspace.cycles.map((other) => other.id),
    );
    return same ?? { id, ...cycle };
  }
  const dues = keyResults.flatMap(({ due }) => due ?? []).sort((a, b) => a - b);
  return activeCycle(workspace) ?? quarterCycle(workspace, dues[dues.length >> 1] ?? today, name);
}

/** A weight that is not written is the mean of its neighbours' weights. */
function weightOf({ weight, objectiveKey }: ListedKeyResult, all: readonly ListedKeyResult[]): number {
  const weights = all.flatMap((other) => (other.objectiveKey === objectiveKey ? (other.weight ?? []) : []));
  return weight ?? (weights.length ? weights.reduce((sum, one) => sum + one, 0) / weights.length : 1);
}

/** Rows of an OKR list as proposals, objective by objective. What the board has already is left out. */
export function proposalsOfList(listed: ListedOkrs, workspace: Workspace, cycle: Cycle): readonly Proposal[] {
  const groupOf = (key: string) => {
    const objective = listed.objectives.find((one) => one.key === key);
    const onBoard =
      objective && workspace.objectives.find(({ title, cycleId }) => cycleId === cycle.id && sameTitle(title, objective.title));
    const keyResults = listed.keyResults.filter(({ objectiveKey }) => objectiveKey === key);
    return [
      ...(objective
        ? [
            {
              ...blankProposal(key, 'objective', objective.title, objective.owner),
              level: objective.level,
              ambition: objective.ambition,
              parent: objective.parent,
              known: !!onBoard,
              leftOut: !!onBoard,
            },
          ]
        : []),
      ...keyResults.map((keyResult): Proposal => {
        const known =
          !!onBoard &&
          workspace.keyResults.some(({ objectiveId, title }) => objectiveId === onBoard.id && sameTitle(title, keyResult.title));
        const { title, owner, goal, start, due, stretch, current, metric } = keyResult;
        return {
          ...blankProposal(keyResult.key, 'key-result', title, owner),
          goal: goalOfDraft(goal, title, due, stretch),
          unit: goal.unit,
          relative: goal.relative,
          weight: weightOf(keyResult, listed.keyResults),
          start,
          due,
          current,
          metric,
          known,
          leftOut: known,
        };
      }),
    ];
  };
  // Key results without an objective come first: they belong to none above them.
  return ['', ...listed.objectives.map(({ key }) => key)].flatMap(groupOf);
}
