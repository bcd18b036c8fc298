import type { Route } from '../../state/view.svelte.ts';
import { withWords, type Part } from './with-words.ts';

/** Every screen but the board, each with the words that it says. Where they are is fetched with the first of them. */
export const screens: Readonly<Record<Exclude<Route['screen'], 'board'>, () => Promise<Part>>> = {
  import: () => withWords(import('../import/RefreshGate.svelte'), 'later', 'refresh'),
  'key-result': () => withWords(import('../key-result/KeyResultPage.svelte'), 'later', 'time', 'cycle', 'events', 'boardTrial', 'meeting'),
  'what-if': () => withWords(import('../what-if/WhatIfGate.svelte'), 'later', 'boardTrial', 'events'),
  review: () => withWords(import('../review/ReviewScreen.svelte'), 'later', 'meeting', 'events'),
  closing: () => withWords(import('../closing/ClosingScreen.svelte'), 'later', 'closing'),
  kpis: () => withWords(import('../kpis/Kpis.svelte'), 'later', 'refresh', 'catalogue', 'cycle', 'contributions'),
  cycle: () => withWords(import('../cycle/CycleScreen.svelte'), 'later', 'cycle', 'contributions'),
  map: () => withWords(import('../map/MapScreen.svelte'), 'map', 'conflicts'),
  history: () => withWords(import('../keeping/History.svelte'), 'keeping'),
  share: () => withWords(import('../share/Share.svelte'), 'sharing', 'keeping'),
  'okr-text': () => withWords(import('../okr/OkrTextScreen.svelte')),
};
