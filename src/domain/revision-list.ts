import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';
import type { Goal, KeyResult, Ruling } from './objective.ts';

/** Whether a change asks for more or for less; 'other' is neither. */
export type Effect = 'harder' | 'softer' | 'other';

/** One thing that a revision changed, in the unit of the key result; null bounds are open. */
export type GoalChange =
  | { readonly code: 'target' | 'baseline'; readonly from: number; readonly to: number; readonly effect: Effect }
  | {
      readonly code: 'at-least' | 'at-most' | 'stretch';
      readonly from: number | null;
      readonly to: number | null;
      readonly effect: Effect;
    }
  | { readonly code: 'due'; readonly from: EpochDay; readonly to: EpochDay; readonly effect: Effect }
  | { readonly code: 'weight'; readonly from: number; readonly to: number; readonly effect: 'other' }
  | { readonly code: 'kind'; readonly from: Goal['kind']; readonly to: Goal['kind']; readonly effect: 'other' }
  /** The path to the target, or the steps of a checklist. */
  | { readonly code: 'plan' | 'steps'; readonly effect: 'other' };

interface Listed {
  readonly day: EpochDay;
  readonly keyResult: KeyResult;
  /** Reason and approver; of several on one day all of them, in order. */
  readonly rulings: readonly Ruling[];
}

/** One line of the list of all revisions. */
export type ListedRevision = Listed &
  (
    | { readonly kind: 'revised'; readonly changes: readonly GoalChange[]; readonly effect: Effect | 'mixed' }
    | { readonly kind: 'dropped' | 'added' }
    /** `keyResult` was given up for another. */
    | { readonly kind: 'replaced'; readonly by: KeyResult }
  );

/** What the list comes to. */
export interface RevisionCount {
  /** Changes of a target, a limit or a due date, and how many of them asked for less or more. */
  readonly moved: number;
  readonly softer: number;
  readonly harder: number;
  readonly dropped: number;
  readonly added: number;
  readonly replaced: number;
}

interface Held {
  readonly goal: Goal;
  readonly due: EpochDay;
  readonly weight: number;
}

/** A bound that is moved towards what is harder to keep: a lower bound up, an upper bound down; an open one asks nothing. */
function boundEffect(from: number | null, to: number | null, harder: 1 | -1): Effect {
  const asked = (bound: number | null) => (bound === null ? -Infinity : harder * bound);
  return asked(to) > asked(from) ? 'harder' : 'softer';
}

function pathChanges(before: Extract<Goal, { target: number }>, after: Extract<Goal, { target: number }>): GoalChange[] {
  const changes: GoalChange[] = [];
  const way = Math.sign(before.target - before.baseline);
  if (before.target !== after.target) {
    const effect = way * (after.target - before.target) > 0 ? 'harder' : 'softer';
    changes.push({ code: 'target', from: before.target, to: after.target, effect });
  }
  if (before.baseline !== after.baseline) changes.push({ code: 'baseline', from: before.baseline, to: after.baseline, effect: 'other' });
  if (before.stretch !== after.stretch) changes.push({ code: 'stretch', from: before.stretch, to: after.stretch, effect: 'other' });
  if (JSON.stringify(before.plan) !== JSON.stringify(after.plan)) changes.push({ code: 'plan', effect: 'other' });
  return changes;
}

function goalChanges(before: Goal, after: Goal): GoalChange[] {
  if (before.kind === 'keep' && after.kind === 'keep') {
    const { atLeast, atMost } = before;
    const changes: GoalChange[] = [];
    if (atLeast !== after.atLeast)
      changes.push({ code: 'at-least', from: atLeast, to: after.atLeast, effect: boundEffect(atLeast, after.atLeast, 1) });
    if (atMost !== after.atMost)
      changes.push({ code: 'at-most', from: atMost, to: after.atMost, effect: boundEffect(atMost, after.atMost, -1) });
    return changes;
  }
  if (before.kind === 'milestones' && after.kind === 'milestones') {
    // Steps that are ticked off do not change the goal.
    const steps = (goal: typeof before) => JSON.stringify(goal.milestones.map(({ id, title, due, weight }) => [id, title, due, weight]));
    return steps(before) === steps(after) ? [] : [{ code: 'steps', effect: 'other' }];
  }
  if ('target' in before && 'target' in after && before.kind === after.kind) return pathChanges(before, after);
  return [{ code: 'kind', from: before.kind, to: after.kind, effect: 'other' }];
}

/** What changed from one goal to another, with due date and weight. A kept level is not easier for being kept longer. */
export function changesOf(before: Held, after: Held): readonly GoalChange[] {
  const changes = goalChanges(before.goal, after.goal);
  if (before.due !== after.due) {
    const effect: Effect = after.goal.kind === 'keep' ? 'other' : after.due > before.due ? 'softer' : 'harder';
    changes.push({ code: 'due', from: before.due, to: after.due, effect });
  }
  if (before.weight !== after.weight) changes.push({ code: 'weight', from: before.weight, to: after.weight, effect: 'other' });
  return changes;
}

/** The effect of all changes together: where one asks for more and another for less, nobody can say. */
export function effectOf(changes: readonly GoalChange[]): Effect | 'mixed' {
  const has = (effect: Effect) => changes.some((change) => change.effect === effect);
  if (has('harder')) return has('softer') ? 'mixed' : 'harder';
  return has('softer') ? 'softer' : 'other';
}

/** Goals, due dates and weights that a key result has had: before its first revision, and after each. */
function heldBy({ goal, due, weight, revisions }: KeyResult): readonly Held[] {
  const held: Held[] = [{ goal, due, weight }];
  for (const { before } of revisions.toReversed()) {
    held.unshift({ goal: before.goal, due: before.due, weight: before.weight ?? held[0]!.weight });
  }
  return held;
}

/** Changes of one key result by day: several of one day count once, with their outcome; what was taken back on the day is left out. */
function revisedOf(keyResult: KeyResult, asOf: EpochDay): ListedRevision[] {
  const held = heldBy(keyResult);
  const listed: ListedRevision[] = [];
  const { revisions } = keyResult;
  for (let first = 0; first < revisions.length;) {
    const { day } = revisions[first]!;
    let after = first + 1;
    while (after < revisions.length && revisions[after]!.day === day) after++;
    const changes = changesOf(held[first]!, held[after]!);
    const rulings = revisions.slice(first, after);
    if (changes.length && day <= asOf) listed.push({ kind: 'revised', day, keyResult, rulings, changes, effect: effectOf(changes) });
    first = after;
  }
  return listed;
}

/**
 * Everything that was changed about these key results in mid-cycle up to a day, by date: goals, due dates and weights, what was given up,
 * what came in, and what took the place of what. The order of a day is that of the key results.
 */
export function revisionList(keyResults: readonly KeyResult[], asOf: EpochDay): readonly ListedRevision[] {
  const byReplaced = new Map(keyResults.flatMap((one) => (one.replaces === undefined ? [] : [[one.replaces, one] as const])));
  const ids = new Set<Id>(keyResults.map(({ id }) => id));
  const known = (ruling: Ruling | undefined): ruling is Ruling => ruling !== undefined && ruling.day <= asOf;
  const list = keyResults.flatMap((keyResult): ListedRevision[] => {
    const { added, dropped, replaces } = keyResult;
    const own = revisedOf(keyResult, asOf);
    if (known(dropped)) {
      const by = byReplaced.get(keyResult.id);
      const at = { day: dropped.day, keyResult, rulings: [dropped] };
      own.push(by && known(by.added) ? { ...at, kind: 'replaced', by } : { ...at, kind: 'dropped' });
    }
    // What took the place of another is told there.
    const told = replaces !== undefined && ids.has(replaces) && known(keyResults.find(({ id }) => id === replaces)?.dropped);
    if (known(added) && !told) own.push({ kind: 'added', day: added.day, keyResult, rulings: [added] });
    return own;
  });
  return list.sort((a, b) => a.day - b.day);
}

const isMove = ({ code }: GoalChange) => code === 'target' || code === 'at-least' || code === 'at-most' || code === 'due';

/** The list in numbers. */
export function countRevisions(list: readonly ListedRevision[]): RevisionCount {
  const count = (test: (one: ListedRevision) => boolean) => list.filter(test).length;
  const moves = list.flatMap((one) => (one.kind === 'revised' && one.changes.some(isMove) ? [one.effect] : []));
  return {
    moved: moves.length,
    softer: moves.filter((effect) => effect === 'softer').length,
    harder: moves.filter((effect) => effect === 'harder').length,
    dropped: count(({ kind }) => kind === 'dropped'),
    added: count(({ kind }) => kind === 'added'),
    replaced: count(({ kind }) => kind === 'replaced'),
  };
}
