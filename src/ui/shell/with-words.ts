import type { Component } from 'svelte';
import type { GroupName } from '../../messages/groups.ts';
import { language } from '../../state/i18n.svelte.ts';

/** A part of the page that is fetched when it is first needed. */
export type Part = { readonly default: Component<Record<string, unknown>> };

/** Fetches a part of the page together with the groups of words that it says. */
export const withWords = (part: Promise<unknown>, ...groups: readonly GroupName[]): Promise<Part> =>
  Promise.all([part, language.need(...groups)]).then(([loaded]) => loaded) as Promise<Part>;
