import { changeKeyResult, notFound, type Outcome } from './change-key-result.ts';
import type { Command, CommandError } from './command.ts';
import { put } from './edit-list.ts';
import { checkKeyResult } from './goal-check.ts';
import { nextId } from './ids.ts';
import type { KeyResult, Ruling } from './objective.ts';
import { err, ok } from './result.ts';
import type { Workspace } from './workspace.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { readonly kind: Kind }>;

const rulingOf = ({ day, reason, approver }: Ruling): Ruling => ({ day, reason: reason.trim(), approver: approver.trim() });

/** Nothing is changed in mid-cycle without a reason, and nothing before what was decided last. */
function refusalOf({ revisions, dropped }: KeyResult, { reason, day }: Ruling): CommandError | null {
  if (!reason.trim()) return { code: 'reason-missing', field: 'reason' };
  const later = revisions.some((other) => other.day > day) || (dropped !== undefined && dropped.day > day);
  return later ? { code: 'revised-later', field: 'day' } : null;
}

/** Another goal, due date or weight from a day on. */
export function revise(workspace: Workspace, command: Of<'revise'>): Outcome {
  const before = workspace.keyResults.find((keyResult) => keyResult.id === command.keyResultId);
  if (!before) return notFound;
  const refused = refusalOf(before, command);
  if (refused) return err(refused);
  const { goal = before.goal, due = before.due, weight = before.weight } = command.adjustment;
  const id = nextId(
    'v',
    before.revisions.map((other) => other.id),
  );
  const was = { goal: before.goal, due: before.due, ...(weight === before.weight ? {} : { weight: before.weight }) };
  const revisions = [...before.revisions, { id, ...rulingOf(command), before: was }];
  const after: KeyResult = { ...before, goal, due, weight, revisions };
  const wrong = checkKeyResult(after);
  return wrong ? err(wrong) : ok({ ...workspace, keyResults: put(workspace.keyResults, after) });
}

/** Gives a key result up from a day on; it stays to be read. */
export function drop(workspace: Workspace, command: Of<'drop-key-result'> | Of<'replace-key-result'>): Outcome {
  const before = workspace.keyResults.find((keyResult) => keyResult.id === command.id);
  if (!before) return notFound;
  const refused = refusalOf(before, command);
  if (refused) return err(refused);
  return changeKeyResult(workspace, command.id, (keyResult) => ({ ...keyResult, dropped: rulingOf(command) }));
}

export const restore = (workspace: Workspace, { id }: Of<'restore-key-result'>): Outcome =>
  changeKeyResult(workspace, id, ({ dropped: _, ...keyResult }) => keyResult);

/** Another key result takes the place of one: the old one is dropped, the new one knows where it comes from. */
export function replaceKeyResult(workspace: Workspace, command: Of<'replace-key-result'>): Outcome {
  const dropped = drop(workspace, command);
  if (!dropped.ok) return dropped;
  const by: KeyResult = { ...command.by, added: rulingOf(command), replaces: command.id };
  const wrong = checkKeyResult(by);
  if (wrong) return err(wrong);
  const { keyResults } = dropped.value;
  const place = keyResults.findIndex(({ id }) => id === command.id) + 1;
  return ok({ ...dropped.value, keyResults: [...keyResults.slice(0, place), by, ...keyResults.slice(place)] });
}
