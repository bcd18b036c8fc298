import type { Outcome } from './change-key-result.ts';
import type { Command, CommandError } from './command.ts';
import { put, without } from './edit-list.ts';
import { err, ok } from './result.ts';
import type { Workspace } from './workspace.ts';

type PutCommand = Extract<Command, { readonly kind: 'put' }>;
type DeleteCommand = Extract<Command, { readonly kind: 'delete' }>;

const missing = (text: string): boolean => !text.trim();
const isNothing = (figure: number): boolean => !Number.isFinite(figure) || figure === 0;

/** The first thing that makes an entry say nothing, or null. */
function refusalOf(command: PutCommand): CommandError | null {
  switch (command.list) {
    case 'events': {
      if (missing(command.item.name)) return { code: 'title-missing', field: 'title' };
      return isNothing(command.item.size.by) ? { code: 'not-finite', field: 'size' } : null;
    }
    case 'contributions': {
      const { name, base, wanted, parts } = command.item;
      if (missing(name)) return { code: 'title-missing', field: 'title' };
      if (isNothing(base)) return { code: 'not-finite', field: 'baseline' };
      if (isNothing(wanted)) return { code: 'not-finite', field: 'target' };
      if (parts.some(({ planned }) => !Number.isFinite(planned))) return { code: 'not-finite', field: 'parts' };
      const ids = new Set(parts.map(({ keyResultId }) => keyResultId));
      return ids.size < parts.length ? { code: 'part-twice', field: 'parts' } : null;
    }
    case 'proposals':
      if (missing(command.item.change)) return { code: 'title-missing', field: 'title' };
      return missing(command.item.reason) ? { code: 'reason-missing', field: 'reason' } : null;
    case 'meetings':
      return null;
  }
}

export function putOnShelf(workspace: Workspace, command: PutCommand): Outcome {
  const refused = refusalOf(command);
  return refused
    ? err(refused)
    : ok({ ...workspace, [command.list]: put<{ readonly id: string }>(workspace[command.list] ?? [], command.item) });
}

export const takeFromShelf = (workspace: Workspace, { list, id }: DeleteCommand): Outcome =>
  ok({ ...workspace, [list]: without<{ readonly id: string }>(workspace[list] ?? [], id) });
