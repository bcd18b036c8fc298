import type { EpochDay } from './calendar.ts';
import type { KeyResult } from './objective.ts';

/**
 * The key result as it stood at the end of a day: with the goal, due date and weight that were valid then, and the revisions made by then. A
 * revision is valid from its day on, and none before the ones that were made ahead of it, whatever day it bears. The same object where
 * nothing was revised later.
 */
export function keyResultOn(keyResult: KeyResult, day: EpochDay): KeyResult {
  const later = keyResult.revisions.findIndex((revision) => revision.day > day);
  if (later < 0) return keyResult;
  const { goal, due } = keyResult.revisions[later]!.before;
  const weight = keyResult.revisions.slice(later).find((revision) => revision.before.weight !== undefined)?.before.weight;
  return { ...keyResult, goal, due, weight: weight ?? keyResult.weight, revisions: keyResult.revisions.slice(0, later) };
}

/** Whether a key result was on the board at the end of a day: it had been added and not yet dropped. */
export const isOnBoard = ({ added, dropped }: KeyResult, day: EpochDay): boolean =>
  (added === undefined || added.day <= day) && (dropped === undefined || dropped.day > day);
