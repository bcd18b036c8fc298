import type { Id } from '../../domain/ids.ts';

/** What the reader opened and closed on the map; kept as long as the page is open, also where another screen comes in between. */
class Folding {
  #chosen = $state.raw<ReadonlyMap<Id, boolean>>(new Map());

  isOpen(id: Id, atFirst: ReadonlySet<Id>): boolean {
    return this.#chosen.get(id) ?? atFirst.has(id);
  }

  set(ids: Iterable<Id>, open: boolean): void {
    this.#chosen = new Map([...this.#chosen, ...[...ids].map((id): [Id, boolean] => [id, open])]);
  }
}

export const folding = new Folding();
