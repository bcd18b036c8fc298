import type { BoardTrial } from './board-trial.ts';
import type { Command } from './command.ts';
import { nextId, type Id } from './ids.ts';
import type { MetricEvent } from './metric-event.ts';
import type { KeyResult, Ruling } from './objective.ts';
import type { Adjustment } from './workspace.ts';

/** One thing that was tried and can become part of the board. */
export type Adoptable =
  | { readonly kind: 'revise'; readonly id: Id; readonly adjustment: Adjustment }
  | { readonly kind: 'drop'; readonly id: Id }
  | { readonly kind: 'add'; readonly id: Id; readonly keyResult: KeyResult }
  | { readonly kind: 'event'; readonly id: Id; readonly event: MetricEvent };

/** What of a trial changes the board. Pace and next values do not: they are wishes. What is given up needs no other change. */
export function adoptablesOf({ adjustments, events, added }: BoardTrial): readonly Adoptable[] {
  const list: Adoptable[] = [];
  for (const [id, { goal, due, weight, dropped }] of adjustments) {
    if (dropped) list.push({ kind: 'drop', id });
    else if (goal || due !== undefined || weight !== undefined) {
      const adjustment = {
        keyResultId: id,
        ...(goal ? { goal } : {}),
        ...(due === undefined ? {} : { due }),
        ...(weight === undefined ? {} : { weight }),
      };
      list.push({ kind: 'revise', id, adjustment });
    }
  }
  list.push(...added.map((keyResult): Adoptable => ({ kind: 'add', id: keyResult.id, keyResult })));
  return [...list, ...events.map((event): Adoptable => ({ kind: 'event', id: event.id, event }))];
}

/** The same as commands, dated and with a reason. Ids that the board has given away since are given anew. */
export function adoptionOf(
  list: readonly Adoptable[],
  ruling: Ruling,
  taken: { readonly keyResults: readonly Id[]; readonly events: readonly Id[] },
): Command[] {
  const keyResults = [...taken.keyResults];
  const events = [...taken.events];
  const fresh = (id: Id, ids: Id[], prefix: string): Id => {
    const own = ids.includes(id) ? nextId(prefix, ids) : id;
    ids.push(own);
    return own;
  };
  return list.map((one): Command => {
    switch (one.kind) {
      case 'revise':
        return { kind: 'revise', keyResultId: one.id, adjustment: one.adjustment, ...ruling };
      case 'drop':
        return { kind: 'drop-key-result', id: one.id, ...ruling };
      case 'add':
        return { kind: 'put-key-result', keyResult: { ...one.keyResult, id: fresh(one.id, keyResults, 'k'), added: ruling } };
      case 'event':
        return { kind: 'put', list: 'events', item: { ...one.event, id: fresh(one.id, events, 'e'), notedOn: ruling.day } };
    }
  });
}

/** What is left of a trial when some of it was adopted: the rest, and the wishes. */
export function withoutAdopted({ adjustments, events, added }: BoardTrial, list: readonly Adoptable[]): BoardTrial {
  const has = (kind: Adoptable['kind'], id: Id) => list.some((one) => one.kind === kind && one.id === id);
  const left = new Map<Id, Adjustment>();
  for (const [id, adjustment] of adjustments) {
    if (has('drop', id)) continue;
    const { goal: _, due: __, weight: ___, ...wish } = adjustment;
    const rest = has('revise', id) ? wish : adjustment;
    if (Object.keys(rest).length > 1) left.set(id, rest);
  }
  return {
    adjustments: left,
    events: events.filter(({ id }) => !has('event', id)),
    added: added.filter(({ id }) => !has('add', id)),
  };
}
