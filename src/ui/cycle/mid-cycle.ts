import type { EpochDay } from '../../domain/calendar.ts';
import type { Command, CommandError } from '../../domain/command.ts';
import { checkKeyResult } from '../../domain/goal-check.ts';
import type { Metric } from '../../domain/metric.ts';
import type { KeyResult, Ruling } from '../../domain/objective.ts';
import { changesOf, type GoalChange } from '../../domain/revision-list.ts';

/** What a person says about a change that is made while the cycle runs. */
export interface MidCycle {
  /** A new key result came later than the cycle. */
  readonly late: boolean;
  readonly meaning: 'change' | 'correction' | null;
  readonly ruling: Ruling;
}

export const noAnswer = (day: EpochDay): MidCycle => ({ late: false, meaning: null, ruling: { day, reason: '', approver: '' } });

/** What is to be done with it: nothing special, with a ruling of its own, or as a dated change of the goal. */
export function meant({ late, meaning }: MidCycle, isNew: boolean, moved: boolean): 'plain' | 'added' | 'revised' {
  if (isNew) return late ? 'added' : 'plain';
  return moved && meaning === 'change' ? 'revised' : 'plain';
}

/** The first day of a new key result: with the cycle, or on the day that it came in, unless a person has set another. */
export function startAfter(start: EpochDay, before: MidCycle, after: MidCycle, cycleStart: EpochDay): EpochDay {
  const usual = ({ late, ruling }: MidCycle) => (late ? ruling.day : cycleStart);
  return start === usual(before) ? usual(after) : start;
}

/** What an edit changes about a goal that is running on a day: those changes that people would want to see later. */
export function movedBy(before: KeyResult | undefined, draft: KeyResult, on: EpochDay): readonly GoalChange[] {
  if (!before || on < before.start || on > before.due) return [];
  return changesOf(before, { ...draft, weight: before.weight }).filter(({ code }) => code !== 'stretch' && code !== 'steps');
}

/** The commands that save a form, or what is wrong with it or was not answered yet. */
export function commandsOf(
  before: KeyResult | undefined,
  draft: KeyResult,
  metrics: readonly Metric[],
  state: MidCycle,
  moved: boolean,
): { readonly commands: readonly Command[] } | { readonly problem: CommandError } {
  const kind = meant(state, !before, moved);
  // What cannot be is said before it is asked what it means.
  const wrong = checkKeyResult(draft);
  if (wrong) return { problem: wrong };
  if (before && moved && state.meaning === null) return { problem: { code: 'reason-missing', field: 'id' } };
  if (kind !== 'plain' && !state.ruling.reason.trim()) return { problem: { code: 'reason-missing', field: 'reason' } };
  const ruling = { ...state.ruling, reason: state.ruling.reason.trim(), approver: state.ruling.approver.trim() };
  if (kind === 'added') return { commands: [{ kind: 'put-key-result', keyResult: { ...draft, added: ruling }, metrics }] };
  if (kind === 'plain' || !before) return { commands: [{ kind: 'put-key-result', keyResult: draft, metrics }] };
  const { goal, due, weight } = draft;
  const otherwise = { ...draft, goal: before.goal, due: before.due, weight: before.weight };
  const adjustment = { keyResultId: draft.id, goal, due, ...(weight === before.weight ? {} : { weight }) };
  return {
    commands: [
      { kind: 'put-key-result', keyResult: otherwise, metrics },
      { kind: 'revise', keyResultId: draft.id, ...ruling, adjustment },
    ],
  };
}
