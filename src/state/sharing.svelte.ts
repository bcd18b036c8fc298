import { isoOf, type EpochDay } from '../domain/calendar.ts';
import type { Workspace } from '../domain/workspace.ts';
import { canEncrypt, isLongPassphrase, makePassphrase, packEncrypted, SHORTEST_PASSPHRASE } from '../publish/encrypted-link.ts';
import { linkMeter, packBoard } from '../publish/link.ts';
import { qrCode, qrSize, type QrCode } from '../publish/qr-code.ts';
import { sharedBoard, SHARED_FIGURES, USUAL_CHOICE, type ShareChoice, type SharedFigures } from '../publish/shared-board.ts';
import type { SlimBoard } from '../publish/slim-board.ts';
import { encodeDocument } from '../storage/encode.ts';
import { view } from './view.svelte.ts';
import { store } from './workspace-store.svelte.ts';

export { canEncrypt, isLongPassphrase, makePassphrase, qrCode, qrSize, SHARED_FIGURES, SHORTEST_PASSPHRASE };
export type { QrCode, ShareChoice, SharedFigures };

/** The instant that a shared board bears: the day it is seen as of, so that both sides look at the same board. */
const savedAt = (asOf: EpochDay): string => `${isoOf(asOf)}T00:00:00.000Z`;
const pageAddress = (): string => `${location.origin}${location.pathname}`;

/** How much of a board is on its way out. */
export interface Load {
  readonly objectives: number;
  readonly keyResults: number;
  readonly series: number;
  readonly figures: number;
  readonly names: number;
  readonly notes: number;
  readonly scenarios: number;
}

function namesIn({ objectives, keyResults, metrics }: Workspace): ReadonlySet<string> {
  const rulings = keyResults.flatMap(({ revisions, added, dropped }) => [...revisions, added, dropped]);
  return new Set(
    [
      ...objectives.map(({ owner }) => owner),
      ...keyResults.map(({ owner }) => owner),
      ...keyResults.flatMap(({ checkIns }) => checkIns.map(({ by }) => by)),
      ...rulings.map((ruling) => ruling?.approver),
      ...metrics.map(({ owner }) => owner),
    ].filter((name) => name !== undefined && name !== ''),
  ) as ReadonlySet<string>;
}

/** What a board holds that its sender may want to keep back. */
export function loadOf({ workspace, datasets }: SlimBoard): Load {
  const columns = datasets.flatMap((dataset) => dataset.columns);
  return {
    objectives: workspace.objectives.length,
    keyResults: workspace.keyResults.length,
    series: columns.length,
    figures: columns.reduce((sum, { values }) => sum + values.length, 0),
    names: namesIn(workspace).size,
    notes: workspace.keyResults.reduce((sum, { checkIns }) => sum + checkIns.filter(({ note }) => note !== '').length, 0),
    scenarios: workspace.scenarios.length,
  };
}

/** What the share screen is about to send: the sender's choice, and the board that follows from it. */
class Sharing {
  choice = $state.raw<ShareChoice>(USUAL_CHOICE);

  readonly board: SlimBoard = $derived(sharedBoard(store.workspace, [...store.datasets.values()], view.asOf, this.choice));
  readonly load: Load = $derived(loadOf(this.board));
  /** The address that carries the board in the open. */
  readonly address: string = $derived(
    pageAddress() + packBoard(this.board.workspace, this.board.datasets, { savedAt: savedAt(view.asOf), allMetrics: true }),
  );

  choose(change: Partial<ShareChoice>): void {
    this.choice = { ...this.choice, ...change };
  }

  /** What the board would hold under another choice: how much each choice adds. */
  loadWith(change: Partial<ShareChoice>): Load {
    return loadOf(sharedBoard(store.workspace, [...store.datasets.values()], view.asOf, { ...this.choice, ...change }));
  }

  /** The address behind a passphrase; null where the browser cannot encrypt. */
  async encryptedAddress(passphrase: string): Promise<string | null> {
    const { workspace, datasets } = this.board;
    const fragment = await packEncrypted(workspace, datasets, { savedAt: savedAt(view.asOf), allMetrics: true }, passphrase);
    return fragment && pageAddress() + fragment;
  }

  /** How well an address will travel. */
  meter(address: string): ReturnType<typeof linkMeter> {
    return linkMeter(address.length);
  }

  /** The board as the workspace.json of a hosted page. */
  documentText(): string {
    const { workspace, datasets } = this.board;
    return JSON.stringify(encodeDocument(workspace, datasets, { revision: 0, savedAt: savedAt(view.asOf) }));
  }
}

export const sharing = new Sharing();
