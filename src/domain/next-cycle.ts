import type { Assessment } from './assessment.ts';
import { proposeBaseline } from './baseline.ts';
import { addMonths, civilOf, type EpochDay } from './calendar.ts';
import type { Command } from './command.ts';
import { frameOf } from './frame.ts';
import { nextId, type Id } from './ids.ts';
import { nextCycleName } from './next-cycle-name.ts';
import type { Cycle, Goal, KeyResult, Objective } from './objective.ts';
import type { Series } from './series.ts';
import type { Workspace } from './workspace.ts';

/** Where a proposed baseline comes from. */
export type Basis =
  /** A total begins anew. */
  | 'zero'
  /** The level of the figures so far: a single last reading is noise. */
  | 'level'
  /** The newest figure, where there are too few for a level. */
  | 'last'
  /** What came in during this cycle, for a total that is to fall. */
  | 'total';

/** A key result as it could go on; both figures are proposals. Null where there is nothing to be proposed from. */
export interface Carried {
  readonly keyResult: KeyResult;
  readonly basis: Basis | null;
  readonly baseline: number | null;
  /** By the same step as before from the proposed baseline. */
  readonly target: number | null;
}

/** The cycle that follows: as long, by whole months where the old one is, so that fiscal quarters stay what they are. */
export function proposeCycle({ name, start, end }: Cycle, taken: Iterable<Id>): Cycle {
  const begin = end + 1;
  const [from, to] = [civilOf(start), civilOf(begin)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const whole = months > 0 && from.day === to.day;
  return {
    id: nextId('c', taken),
    name: nextCycleName(name),
    start: begin,
    end: whole ? addMonths(begin, months) - 1 : begin + (end - start),
  };
}

/** Four digits are more than any target has; no binary dust. */
const tidy = (value: number): number => Number(value.toPrecision(4));
/** An estimate has no more digits than it can answer for. */
const estimate = (value: number): number => Number(value.toPrecision(3));

interface CarryInput {
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  readonly assessment: Assessment;
  readonly asOf: EpochDay;
}

function baselineOf({ keyResult, series, assessment, asOf }: CarryInput, start: EpochDay): { basis: Basis; baseline: number } | null {
  const frame = frameOf({ keyResult, series, asOf });
  const { value } = assessment;
  const last = value === null ? null : ({ basis: 'last', baseline: tidy(value) } as const);
  if (frame?.kind === 'total') {
    if (frame.falling) return value === null ? null : { basis: 'total', baseline: tidy(value) };
    // A running total that is read as it stands goes on from where it is; what is summed up begins anew.
    return keyResult.link?.reading.kind === 'sum' ? { basis: 'zero', baseline: 0 } : last;
  }
  const reading = keyResult.link?.reading.kind ?? 'latest';
  if (!series || keyResult.goal.kind !== 'reach' || (reading !== 'latest' && reading !== 'mean')) return last;
  // Replays know nothing of what came later.
  const known = { ...series, points: series.points.filter(({ day }) => day <= asOf) };
  const level = proposeBaseline(known, start);
  return level === null ? last : { basis: 'level', baseline: estimate(level) };
}

/** Proposes how a key result goes on in a cycle that begins on a day. */
export function carriedOf(input: CarryInput, start: EpochDay): Carried {
  const { keyResult } = input;
  const { goal } = keyResult;
  if (goal.kind !== 'reach' && goal.kind !== 'manual') return { keyResult, basis: null, baseline: null, target: null };
  const found = baselineOf(input, start);
  if (!found) return { keyResult, basis: null, baseline: null, target: null };
  const { basis, baseline } = found;
  // A total that falls is compared with a total: the same share, not the same amount.
  const step = basis === 'total' && goal.baseline !== 0 ? baseline * (goal.target / goal.baseline - 1) : goal.target - goal.baseline;
  return { keyResult, basis, baseline, target: tidy(baseline + step) };
}

/** The goal of the next cycle: the path with new figures, the same limits, the steps that are not done. */
export function carriedGoal({ goal }: KeyResult, figures: { baseline: number; target: number } | null, begin: EpochDay): Goal {
  switch (goal.kind) {
    case 'keep':
      return goal;
    case 'milestones': {
      const open = goal.milestones.filter(({ doneOn }) => doneOn === null);
      const steps = open.length ? open : goal.milestones;
      // A step whose day lies behind has none until somebody gives it one.
      const dueOf = (due: EpochDay | null) => (due !== null && due >= begin ? due : null);
      return { kind: 'milestones', milestones: steps.map((one) => ({ ...one, doneOn: null, due: dueOf(one.due) })) };
    }
    default: {
      const { baseline, target } = figures ?? goal;
      const stretch = goal.stretch === null ? null : tidy(target + (goal.stretch - goal.target));
      return { ...goal, baseline, target, stretch, plan: { kind: 'linear' } };
    }
  }
}

export interface NextCycleInput {
  readonly from: Cycle;
  readonly next: Cycle;
  /** Objectives that go on. */
  readonly objectives: ReadonlySet<Id>;
  /** Key results that go on, with the figures that were confirmed; null where the goal has none. */
  readonly carried: readonly {
    readonly keyResult: KeyResult;
    readonly figures: { readonly baseline: number; readonly target: number } | null;
  }[];
}

/** Ids for a number of new things. */
function freeIds(prefix: string, taken: readonly Id[], count: number): Id[] {
  const ids: Id[] = [];
  for (let i = 0; i < count; i++) ids.push(nextId(prefix, [...taken, ...ids]));
  return ids;
}

/** The nearest ancestor that goes on, by its new id. */
function parentOf(objective: Objective, byId: ReadonlyMap<Id, Objective>, ids: ReadonlyMap<Id, Id>): Id | null {
  const seen = new Set<Id>();
  for (let at = objective.parentId; at !== null && !seen.has(at); at = byId.get(at)?.parentId ?? null) {
    const id = ids.get(at);
    if (id !== undefined) return id;
    seen.add(at);
  }
  return null;
}

/**
 * Begins the next cycle, to be dispatched as one step: objectives are copied with their places in the tree, key results with their links;
 * each key result knows where it comes from. Check-ins and revisions stay with the old ones.
 */
export function nextCycleCommands(workspace: Workspace, { from, next, objectives, carried }: NextCycleInput): Command[] {
  const old = workspace.objectives.filter(({ id, cycleId }) => cycleId === from.id && objectives.has(id));
  const oldIds = workspace.objectives.map(({ id }) => id);
  const newIds = freeIds('o', oldIds, old.length);
  const ids = new Map(old.map(({ id }, i) => [id, newIds[i]!]));
  const byId = new Map(workspace.objectives.map((objective) => [objective.id, objective]));
  const copies = old.map((objective): Objective => {
    const { alignedWith, ...rest } = objective;
    const aligned = (alignedWith ?? []).flatMap(({ objectiveId, note }) => {
      const id = ids.get(objectiveId);
      return id === undefined ? [] : [{ objectiveId: id, note }];
    });
    const copy = { ...rest, id: ids.get(objective.id)!, cycleId: next.id, parentId: parentOf(objective, byId, ids) };
    return aligned.length ? { ...copy, alignedWith: aligned } : copy;
  });
  const going = carried.filter(({ keyResult }) => ids.has(keyResult.objectiveId));
  const keyResultIds = freeIds(
    'k',
    workspace.keyResults.map(({ id }) => id),
    going.length,
  );
  const keyResults = going.map(({ keyResult, figures }, i): KeyResult => {
    const { limitsLockedOn: _locked, added: _added, dropped: _dropped, replaces: _replaces, carriedFrom: _from, ...rest } = keyResult;
    return {
      ...rest,
      id: keyResultIds[i]!,
      objectiveId: ids.get(keyResult.objectiveId)!,
      start: next.start,
      due: Math.max(next.start + 1, Math.min(next.end, next.end - (from.end - keyResult.due))),
      goal: carriedGoal(keyResult, figures, next.start),
      checkIns: [],
      revisions: [],
      carriedFrom: keyResult.id,
    };
  });
  return [
    { kind: 'put-cycle', cycle: next },
    { kind: 'add-okrs', objectives: copies, keyResults },
    { kind: 'activate-cycle', id: next.id },
  ];
}
