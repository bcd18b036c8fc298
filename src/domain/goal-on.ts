import type { EpochDay } from './calendar.ts';
import type { KeyResult } from './objective.ts';

/**
 * The key result as it stood at the end of a day: with the goal and due date that were valid then, and the revisions made by then. A
 * revision is valid from its day on, and none before the ones that were made ahead of it, whatever day it bears. The same object where
 * nothing was revised later.
 */
export function keyResultOn(keyResult: KeyResult, day: EpochDay): KeyResult {
  const later = keyResult.revisions.findIndex((revision) => revision.day > day);
  if (later < 0) return keyResult;
  const { goal, due } = keyResult.revisions[later]!.before;
  return { ...keyResult, goal, due, revisions: keyResult.revisions.slice(0, later) };
}
