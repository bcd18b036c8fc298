import type { EpochDay } from '../../domain/calendar.ts';
import { foldName } from '../../domain/fold-name.ts';
import { nextId, type Id } from '../../domain/ids.ts';
import { LEVELS, type Cycle, type Goal, type KeyResult, type Level, type Objective } from '../../domain/objective.ts';
import type { Workspace } from '../../domain/workspace.ts';
import { isLeftOut, type Proposal } from './okr-proposal.ts';

/** Whether two titles are the same but for blanks, case and width. */
export const sameTitle = (one: string, other: string): boolean => foldName(one) === foldName(other);

const below = (level: Level): Level => LEVELS[Math.min(LEVELS.length - 1, LEVELS.indexOf(level) + 1)]!;

/** Ids that are not taken yet. */
function idsAfter(prefix: string, things: readonly { readonly id: Id }[]): () => Id {
  const taken = new Set(things.map(({ id }) => id));
  return () => {
    const id = nextId(prefix, taken);
    taken.add(id);
    return id;
  };
}

/** Without a KPI, what is known is what people write down. */
function withoutKpi({ goal, link, current }: Proposal): Goal {
  return goal.kind === 'reach' && link === null && current !== null ? { ...goal, kind: 'manual' } : goal;
}

/** Levels and parents, once every objective has its id. A circle of parents is opened. */
function placed(
  objectives: readonly Objective[],
  wanted: ReadonlyMap<Id, Proposal>,
  ids: ReadonlyMap<string, Id>,
  board: readonly Objective[],
) {
  const parents = new Map<Id, Id>();
  for (const { id } of objectives) {
    const { parent } = wanted.get(id)!;
    const found =
      'key' in parent ? ids.get(parent.key) : parent.text === '' ? undefined : board.find(({ title }) => sameTitle(title, parent.text))?.id;
    let above = found;
    while (above !== undefined && above !== id) above = parents.get(above);
    if (found !== undefined && above === undefined) parents.set(id, found);
  }
  const levelOf = (id: Id): Level => {
    const known = board.find((objective) => objective.id === id)?.level ?? wanted.get(id)?.level;
    const parent = parents.get(id);
    return known ?? (parent === undefined ? 'company' : below(levelOf(parent)));
  };
  return objectives.map((objective) => ({ ...objective, parentId: parents.get(objective.id) ?? null, level: levelOf(objective.id) }));
}

/** What is to be added to the board, and what it goes with. */
export interface Addition {
  readonly workspace: Workspace;
  readonly cycle: Cycle;
  readonly today: EpochDay;
  /** Name of the objective that takes in key results without one. */
  readonly untitled: string;
}

/**
 * Objectives and key results of the accepted proposals. An objective that the board has is not added again. Key results before any objective
 * go to the first one of the board; where there is none, one named `untitled` takes them in, so that nothing is lost.
 */
export function okrsOf(proposals: readonly Proposal[], { workspace, cycle, today, untitled }: Addition) {
  const objectives: Objective[] = [];
  const keyResults: KeyResult[] = [];
  const [objectiveId, keyResultId] = [idsAfter('o', workspace.objectives), idsAfter('k', workspace.keyResults)];
  const ids = new Map<string, Id>();
  const wanted = new Map<Id, Proposal>();
  const addObjective = ({ title, owner, ambition, level }: Pick<Proposal, 'title' | 'owner' | 'ambition' | 'level'>): Id => {
    const id = objectiveId();
    objectives.push({ id, title, level: level ?? 'company', owner, parentId: null, cycleId: cycle.id, ambition });
    return id;
  };
  let current: Id | undefined;
  proposals.forEach((proposal, index) => {
    if (proposal.kind === 'objective') {
      const there = workspace.objectives.find(({ title, cycleId }) => cycleId === cycle.id && sameTitle(title, proposal.title));
      if (proposal.leftOut && !there) return;
      current = there?.id ?? addObjective(proposal);
      ids.set(proposal.key, current);
      if (!there) wanted.set(current, proposal);
      return;
    }
    if (isLeftOut(proposals, index)) return;
    const { title, owner, weight, unit, link } = proposal;
    if (current === undefined) {
      current = workspace.objectives[0]?.id ?? addObjective({ title: untitled, owner: '', ambition: 'committed', level: null });
      if (!workspace.objectives[0]) wanted.set(current, { ...proposal, level: null, parent: { text: '' } });
    }
    const goal = withoutKpi(proposal);
    const checkIns =
      goal.kind === 'manual' && proposal.current !== null
        ? [{ id: 'i1', day: today, value: proposal.current, confidence: null, note: '' }]
        : [];
    keyResults.push({
      id: keyResultId(),
      objectiveId: current,
      title,
      owner,
      weight,
      start: proposal.start ?? cycle.start,
      due: proposal.due ?? cycle.end,
      unit,
      goal,
      link: goal.kind === 'reach' || goal.kind === 'keep' ? link : null,
      checkIns,
      revisions: [],
    });
  });
  return { objectives: placed(objectives, wanted, ids, workspace.objectives), keyResults };
}
