import { SEVERITY, type Assessment, type Status } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import { figuresBetween } from './figures-between.ts';
import { keyResultOn } from './goal-on.ts';
import type { Goal, KeyResult } from './objective.ts';
import type { Series } from './series.ts';

/** One thing that changed between two days; numbers in the unit of the key result. */
export type ChangeFact =
  | { readonly code: 'status'; readonly from: Status; readonly to: Status }
  | { readonly code: 'chance'; readonly from: number; readonly to: number }
  | { readonly code: 'target'; readonly from: number; readonly to: number }
  | { readonly code: 'due'; readonly from: EpochDay; readonly to: EpochDay }
  /** The goal was changed in another way: its limits, baseline, plan or kind. */
  | { readonly code: 'goal' }
  | { readonly code: 'begun'; readonly day: EpochDay }
  | { readonly code: 'stale' }
  | { readonly code: 'fresh' }
  | { readonly code: 'steps'; readonly count: number }
  | { readonly code: 'figures'; readonly count: number };

/** What changed about one key result, the most telling fact first. */
export interface KeyResultChange {
  /** As it stood on the later day. */
  readonly keyResult: KeyResult;
  readonly status: Status;
  readonly direction: 'worse' | 'other' | 'better';
  readonly facts: readonly ChangeFact[];
}

export interface Changes {
  /** Worst first. A key result with nothing but new figures is not among them. */
  readonly list: readonly KeyResultChange[];
  /** New figures in all, and how many key results they belong to. */
  readonly figures: number;
  readonly withFigures: number;
}

/** One key result on two days. */
export interface Compared {
  /** With all its revisions. */
  readonly keyResult: KeyResult;
  readonly series: Series | null;
  readonly before: Assessment;
  readonly after: Assessment;
}

/** A change of the chance by this many points is worth a word. */
const NOTABLE_POINTS = 10;

/** From good to bad; what is not judged is neither better nor worse than on track. */
const BADNESS: Record<Status, number> = {
  achieved: 0,
  'on-track': 1,
  'too-early': 1,
  'no-data': 1,
  'at-risk': 2,
  'off-track': 3,
  missed: 4,
};

const isDecided = (status: Status) => status === 'achieved' || status === 'missed';
/** Points as they are shown, so that nobody reads a change of 10 as one of 9. */
const points = (chance: number) => Math.round(100 * chance);

function chanceFact(before: Assessment, after: Assessment): ChangeFact[] {
  const [from, to] = [before.chance, after.chance];
  // An outcome says more than the chance of 0 or 1 that comes with it.
  if (from === null || to === null || isDecided(before.status) || isDecided(after.status)) return [];
  return Math.abs(points(to) - points(from)) >= NOTABLE_POINTS ? [{ code: 'chance', from, to }] : [];
}

const targetOf = (goal: Goal) => (goal.kind === 'reach' || goal.kind === 'manual' ? goal.target : null);
/** The rest of a goal, for telling whether two are the same; steps that are ticked off do not change the goal. */
const restOf = (goal: Goal) =>
  JSON.stringify(
    goal.kind === 'milestones' ? [goal.kind, goal.milestones.map(({ id, due, weight }) => [id, due, weight])] : { ...goal, target: null },
  );

function goalFacts(before: KeyResult, after: KeyResult): ChangeFact[] {
  if (before === after) return [];
  const [from, to] = [targetOf(before.goal), targetOf(after.goal)];
  const facts: ChangeFact[] = [];
  if (from !== null && to !== null && from !== to) facts.push({ code: 'target', from, to });
  else if (restOf(before.goal) !== restOf(after.goal)) facts.push({ code: 'goal' });
  if (before.due !== after.due) facts.push({ code: 'due', from: before.due, to: after.due });
  return facts;
}

function stepsDone({ goal }: KeyResult, from: EpochDay, to: EpochDay): ChangeFact[] {
  if (goal.kind !== 'milestones') return [];
  const count = goal.milestones.filter(({ doneOn }) => doneOn !== null && doneOn > from && doneOn <= to).length;
  return count ? [{ code: 'steps', count }] : [];
}

function directionOf(before: Assessment, after: Assessment, chance: ChangeFact | undefined): KeyResultChange['direction'] {
  const by = BADNESS[after.status] - BADNESS[before.status];
  if (by !== 0) return by > 0 ? 'worse' : 'better';
  if (chance?.code !== 'chance') return 'other';
  return chance.to < chance.from ? 'worse' : 'better';
}

/** What changed about one key result after day `from`, up to and with day `to`; null where nothing but new figures. */
export function changeOf({ keyResult, before, after }: Compared, from: EpochDay, to: EpochDay, figures: number): KeyResultChange | null {
  const now = keyResultOn(keyResult, to);
  const chance = chanceFact(before, after);
  const facts: ChangeFact[] = [];
  if (before.status !== after.status) facts.push({ code: 'status', from: before.status, to: after.status });
  facts.push(...chance);
  if (now.start > from && now.start <= to) facts.push({ code: 'begun', day: now.start });
  facts.push(...goalFacts(keyResultOn(keyResult, from), now));
  if (before.stale !== after.stale && !isDecided(after.status)) facts.push({ code: after.stale ? 'stale' : 'fresh' });
  facts.push(...stepsDone(now, from, to));
  if (!facts.length) return null;
  if (figures) facts.push({ code: 'figures', count: figures });
  return { keyResult: now, status: after.status, direction: directionOf(before, after, chance[0]), facts };
}

const DIRECTIONS: readonly KeyResultChange['direction'][] = ['worse', 'other', 'better'];
const chanceChange = ({ facts }: KeyResultChange): number => {
  const fact = facts.find(({ code }) => code === 'chance');
  return fact?.code === 'chance' ? fact.to - fact.from : 0;
};

/** Worse before better, then by the status now, then by how much the chance fell. */
const worstFirst = (a: KeyResultChange, b: KeyResultChange): number =>
  DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
  SEVERITY.indexOf(a.status) - SEVERITY.indexOf(b.status) ||
  chanceChange(a) - chanceChange(b);

/**
 * What changed between two days, `from` being the earlier: after it, up to and with `to`. Both assessments are of the key result as it
 * stood on their day (assess-on.ts), so a changed goal is told as such beside the change of verdict that it brings.
 */
export function changesBetween(compared: readonly Compared[], from: EpochDay, to: EpochDay): Changes {
  const counted = compared.map((one) => ({ one, figures: figuresBetween(keyResultOn(one.keyResult, to), one.series, from, to) }));
  const list = counted.flatMap(({ one, figures }) => changeOf(one, from, to, figures) ?? []).sort(worstFirst);
  return {
    list,
    figures: counted.reduce((sum, { figures }) => sum + figures, 0),
    withFigures: counted.filter(({ figures }) => figures > 0).length,
  };
}
