import { runInSlices, type Steps } from '../storage/steps.ts';
import { assessOne, AT_ONCE, keyResultsOnBoard } from './assessments.svelte.ts';
import { language } from './i18n.svelte.ts';
import { view } from './view.svelte.ts';
import { store } from './workspace-store.svelte.ts';

/** What is slow the first time and would hold up the board: the language's first figure and day, and the verdicts that are worked out at once. */
function* preparing(): Steps<void> {
  const { format } = language;
  format.value(0, null);
  yield;
  format.day(view.asOf);
  yield;
  for (const keyResult of keyResultsOnBoard().slice(0, AT_ONCE)) {
    assessOne(keyResult, store.workspace, store.datasets, view.asOf);
    yield;
  }
}

/** Makes the board ready to be drawn in one breath; the page answers meanwhile. */
export const prepareBoard = (): Promise<void> => runInSlices(preparing());
