import type { Id } from '../domain/ids.ts';
import type { Ruling } from '../domain/objective.ts';

interface Identified {
  readonly id: Id;
}

/** Things whose ids are made short, each kind with its letter. */
export const PREFIXES = { source: 's', metric: 'm', cycle: 'c', objective: 'o', keyResult: 'k' } as const;
type Kind = keyof typeof PREFIXES;

export const numberAll = <T extends Identified>(things: readonly T[], prefix: string): T[] =>
  things.map((thing, index) => ({ ...thing, id: `${prefix}${index + 1}` }));

/** How names are written in a slim board: ids are numbers in order, people and notes are left out where that is wished. */
export interface SlimNames {
  readonly has: (kind: Kind, id: Id) => boolean;
  /** The new id; one that leads nowhere stays, and is refused where the board is opened. */
  readonly known: (kind: Kind, id: Id) => Id;
  readonly person: (name: string) => string;
  readonly prose: (text: string) => string;
  readonly ruling: <T extends Ruling>(ruling: T) => T;
}

export function slimNames(
  lists: Readonly<Record<Kind, readonly Identified[]>>,
  { owners, notes }: { readonly owners: boolean; readonly notes: boolean },
): SlimNames {
  const ids = new Map(
    (Object.keys(PREFIXES) as Kind[]).map((kind) => [
      kind,
      new Map(lists[kind].map(({ id }, index) => [id, `${PREFIXES[kind]}${index + 1}`])),
    ]),
  );
  const person = (name: string) => (owners ? name : '');
  return {
    has: (kind, id) => ids.get(kind)!.has(id),
    known: (kind, id) => ids.get(kind)!.get(id) ?? id,
    person,
    prose: (text) => (notes ? text : ''),
    ruling: (ruling) => ({ ...ruling, approver: person(ruling.approver) }),
  };
}
