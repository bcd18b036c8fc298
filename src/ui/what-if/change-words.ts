import type { TrialRow } from '../../domain/board-trial.ts';
import type { Goal } from '../../domain/objective.ts';
import type { Adjustment } from '../../domain/workspace.ts';
import type { Format } from '../../messages/format.ts';
import type { Groups } from '../../messages/groups.ts';
import type { Messages } from '../../messages/en.ts';
import { mainLever } from './main-lever.ts';

export interface ChangeContext {
  readonly words: Groups['boardTrial'];
  readonly t: Messages;
  readonly f: Format;
  /** 'a week', as the language says it. */
  readonly per: string;
}

const limitsOf = (goal: Goal, unit: string | null, f: Format): string =>
  goal.kind === 'keep'
    ? [goal.atLeast !== null && `≥ ${f.value(goal.atLeast, unit)}`, goal.atMost !== null && `≤ ${f.value(goal.atMost, unit)}`]
        .filter(Boolean)
        .join(' ')
    : goal.kind === 'milestones'
      ? ''
      : f.value(goal.target, unit);

/** Changes of a goal that can be adopted, in words. */
export function goalChanges({ keyResult }: TrialRow, adjustment: Adjustment, { words, f }: ChangeContext): string[] {
  const { goal, due, weight, dropped } = adjustment;
  const { unit } = keyResult;
  const changes: string[] = [];
  if (dropped) changes.push(words.dropped);
  if (goal) {
    const what = goal.kind === 'keep' ? words.limit : words.target;
    changes.push(words.change(what, limitsOf(keyResult.goal, unit, f), limitsOf(goal, unit, f)));
  }
  if (due !== undefined) changes.push(words.change(words.due, f.day(keyResult.due), f.day(due)));
  if (weight !== undefined) changes.push(words.change(words.weight, f.number(keyResult.weight), f.number(weight)));
  return changes;
}

/** Wishes for the time to come, in words: they change no goal. */
export function wishes(row: TrialRow, adjustment: Adjustment, { words, f, per }: ChangeContext): string[] {
  const { unit } = row.keyResult;
  const lever = mainLever(row);
  const list: string[] = [];
  if (adjustment.pace !== undefined && lever?.kind === 'pace')
    list.push(words.change(words.pace(per), f.rate(lever.now, unit), f.rate(lever.valueOf(adjustment), unit)));
  if (adjustment.nextValues?.length) list.push(`${words.next} ${adjustment.nextValues.map((value) => f.value(value, unit)).join(', ')}`);
  return list;
}
