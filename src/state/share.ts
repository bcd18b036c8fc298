import { isoOf, type EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Workspace } from '../domain/workspace.ts';
import { linkMeter, packBoard } from '../publish/link.ts';

export interface BoardLink {
  readonly address: string;
  /** How well it will travel. */
  readonly meter: ReturnType<typeof linkMeter>;
}

/**
 * The address that carries the whole board, seen as of the day on which it was shared, so that both look at the same board.
 * `page` is the address of this page without its fragment.
 */
export function boardLink(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay, page: string): BoardLink {
  const address = page + packBoard(workspace, datasets, { savedAt: `${isoOf(asOf)}T00:00:00.000Z` });
  return { address, meter: linkMeter(address.length) };
}
