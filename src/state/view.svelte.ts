import type { EpochDay } from '../domain/calendar.ts';
import type { Id } from '../domain/ids.ts';
import type { Theme } from '../messages/words.ts';
import { NO_FILTERS, type Filters } from '../picture/filters.ts';

/** Screens that need nothing but their name. */
const PLAIN = ['board', 'map', 'what-if', 'review', 'kpis', 'cycle', 'closing', 'import', 'share', 'history', 'okr-text'] as const;

export type Route =
  | { readonly screen: Exclude<(typeof PLAIN)[number], 'board'> }
  /** `objective`: the one to be shown at first. */
  | { readonly screen: 'board'; readonly objective?: Id }
  /** `why`: with its evidence opened. */
  | { readonly screen: 'key-result'; readonly id: Id; readonly why?: boolean };

export type { Theme } from '../messages/words.ts';

function routeOf(hash: string): Route {
  const [screen, id, part] = hash.replace(/^#\/?/, '').split('/');
  if (screen === 'key-result' && id) return { screen, id: decodeURIComponent(id), why: part === 'why' };
  const plain = PLAIN.find((name) => name === screen) ?? 'board';
  return plain === 'board' && id ? { screen: plain, objective: decodeURIComponent(id) } : { screen: plain };
}

export function hrefOf(route: Route): string {
  if (route.screen === 'key-result') return `#/key-result/${encodeURIComponent(route.id)}${route.why ? '/why' : ''}`;
  return route.screen === 'board' && route.objective !== undefined ? `#/board/${encodeURIComponent(route.objective)}` : `#/${route.screen}`;
}

/** What is looked at: screen, filters, day and theme. Nothing of it belongs to the workspace. */
class View {
  route = $state.raw<Route>({ screen: 'board' });
  filters = $state.raw<Filters>(NO_FILTERS);
  /** Today in the reader's calendar; set once by the composition root. */
  today = $state<EpochDay>(0);
  /** The day that the board is replayed at; null = today. */
  chosenDay = $state<EpochDay | null>(null);
  /** The day from which single key results are looked at in the past; null = the day of the board. */
  leftFrom = $state<EpochDay | null>(null);
  theme = $state<Theme>('auto');

  get asOf(): EpochDay {
    return this.chosenDay ?? this.today;
  }

  /** The newest day that the reader looked at: where a way back leads. */
  get home(): EpochDay {
    return Math.max(this.leftFrom ?? this.asOf, this.asOf);
  }

  follow(hash: string): void {
    this.route = routeOf(hash);
  }

  go(route: Route): void {
    location.hash = hrefOf(route);
  }

  filter(change: Partial<Filters>): void {
    this.filters = { ...this.filters, ...change };
  }

  clearFilters(): void {
    this.filters = NO_FILTERS;
  }
}

export const view = new View();
