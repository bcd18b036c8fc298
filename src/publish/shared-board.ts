import { assessWorkspace } from '../domain/assess-workspace.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import { sealWorkspace } from '../domain/sealed.ts';
import type { Workspace } from '../domain/workspace.ts';
import { slimBoard, type SlimBoard } from './slim-board.ts';

/** `linked`: the series that key results read; `all`: every KPI; `none`: progress and status only. */
export const SHARED_FIGURES = ['linked', 'all', 'none'] as const;
export type SharedFigures = (typeof SHARED_FIGURES)[number];

/** What leaves with a shared board: the sender's choice. */
export interface ShareChoice {
  readonly figures: SharedFigures;
  /** Names of owners and approvers, and who checked in. */
  readonly owners: boolean;
  /** What was written in check-ins and at the end of a cycle. */
  readonly notes: boolean;
  readonly scenarios: boolean;
}

export const USUAL_CHOICE: ShareChoice = { figures: 'linked', owners: true, notes: true, scenarios: true };

/** The part of a board that the sender lets go, as of a day: what every way of sharing sends is made of it. */
export function sharedBoard(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay, choice: ShareChoice): SlimBoard {
  const { figures, ...parts } = choice;
  if (figures !== 'none') return slimBoard(workspace, datasets, { ...parts, allMetrics: figures === 'all' });
  const byId = new Map(assessWorkspace(workspace, datasets, asOf).map(({ keyResult, assessment }) => [keyResult.id, assessment]));
  return slimBoard(
    sealWorkspace(workspace, ({ id }) => byId.get(id) ?? null, asOf),
    [],
    parts,
  );
}
