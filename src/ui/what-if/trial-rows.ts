import type { EpochDay } from '../../domain/calendar.ts';
import type { TrialRow } from '../../domain/board-trial.ts';
import { prepare } from '../../domain/what-if.ts';
import type { Assessed } from '../../state/assessments.svelte.ts';

// An assessed key result is made anew when anything about it changes, so that its identity is its version.
const known = new WeakMap<Assessed, TrialRow>();

/** A key result of the board ready to be played with: analysed once. */
export function trialRowOf(assessed: Assessed, asOf: EpochDay, added = false): TrialRow {
  const found = known.get(assessed);
  if (found) return found;
  const { keyResult, series, events } = assessed;
  const row = { keyResult, prepared: prepare({ keyResult, series, events, asOf }), events, added };
  known.set(assessed, row);
  return row;
}
