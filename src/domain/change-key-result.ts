import type { CommandError } from './command.ts';
import { put } from './edit-list.ts';
import type { Id } from './ids.ts';
import type { KeyResult } from './objective.ts';
import { err, ok, type Result } from './result.ts';
import type { Workspace } from './workspace.ts';

export type Outcome = Result<Workspace, CommandError>;
export const notFound: Outcome = err({ code: 'not-found', field: 'id' });

/** The workspace with one key result changed. */
export function changeKeyResult(workspace: Workspace, id: Id, change: (keyResult: KeyResult) => KeyResult): Outcome {
  const found = workspace.keyResults.find((keyResult) => keyResult.id === id);
  return found ? ok({ ...workspace, keyResults: put(workspace.keyResults, change(found)) }) : notFound;
}
