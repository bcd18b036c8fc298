import { isoOf, parseIso, type EpochDay } from '../domain/calendar.ts';
import { chooseLocale, LOCALES, type Locale } from '../messages/locale.ts';
import { language } from './i18n.svelte.ts';
import { view, type Theme } from './view.svelte.ts';

const KEY = 'leeway-preferences';
/** Boards come and go; their silenced warnings need not be kept for ever. */
const MOST_SILENCED = 500;
const NEXT: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' };

/** How far back the board is compared with: the last review, a usual stretch, or a day of one's own. */
export type Since = 'review' | 'week' | 'fortnight' | 'month' | EpochDay;
const SINCE = ['review', 'week', 'fortnight', 'month'] as const;

interface Stored {
  readonly locale?: unknown;
  readonly theme?: unknown;
  readonly keys?: unknown;
  /** Keys of the warnings that the reader silenced, the newest last. */
  readonly silenced?: unknown;
  /** Day that the board is replayed at, so that a reload shows the same board. */
  readonly day?: unknown;
  /** Day that the way back from a past verdict leads to. */
  readonly home?: unknown;
  /** What the board is compared with. */
  readonly since?: unknown;
  readonly changes?: unknown;
  /** How the reader signs what he writes. */
  readonly name?: unknown;
}

function read(): Stored {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Storage is blocked or holds something else: preferences are then those of the browser.
    return {};
  }
}

const dayOf = (text: unknown): EpochDay | null => (typeof text === 'string' ? parseIso(text) : null);

/** Language and theme: kept apart from the workspace, since they belong to the reader, not to the board. */
class Preferences {
  /** Whether single letters are shortcuts: who dictates or has a tremor switches them off (WCAG 2.1.4). */
  keys = $state(true);
  /** What the board is compared with; null = nothing was chosen: the last review, or a week ago where there is none. */
  since = $state.raw<Since | null>(null);
  /** Whether the list of what changed stays open. */
  changes = $state(false);
  silenced = $state.raw<readonly string[]>([]);
  /** The name that was signed with last. */
  name = $state('');

  #write(): void {
    try {
      localStorage.setItem(
        KEY,
        JSON.stringify({
          locale: language.locale,
          theme: view.theme,
          keys: this.keys,
          silenced: this.silenced,
          day: view.chosenDay === null ? undefined : isoOf(view.chosenDay),
          home: view.leftFrom === null ? undefined : isoOf(view.leftFrom),
          changes: this.changes || undefined,
          name: this.name || undefined,
          since: typeof this.since === 'number' ? isoOf(this.since) : (this.since ?? undefined),
        }),
      );
    } catch {
      // A private window may refuse; the choice then lasts until the page is closed.
    }
  }

  async restore(): Promise<void> {
    const { locale, theme, day, home, since, changes, keys, silenced, name } = read();
    this.name = typeof name === 'string' ? name : '';
    this.silenced = Array.isArray(silenced) ? silenced.filter((key) => typeof key === 'string') : [];
    this.keys = keys !== false;
    this.changes = changes === true;
    view.chosenDay = dayOf(day);
    view.leftFrom = dayOf(home);
    this.since = SINCE.find((other) => other === since) ?? dayOf(since);
    const known = LOCALES.find((other) => other === locale);
    this.#setTheme(theme === 'light' || theme === 'dark' ? theme : 'auto');
    await language.use(known ?? chooseLocale(navigator.languages));
  }

  async chooseLocale(locale: Locale): Promise<void> {
    await language.use(locale);
    this.#write();
  }

  /** Replays the board at a day (`2026-08-28`), or shows it as of today. */
  replayOn(day: string | null): void {
    const chosen = day === null ? null : parseIso(day);
    view.chosenDay = chosen === view.today ? null : chosen;
    view.leftFrom = null;
    this.#write();
  }

  /** Looks at a past day and keeps where that began, for the way back. */
  stepTo(day: EpochDay): void {
    const { home } = view;
    view.chosenDay = day === view.today ? null : day;
    view.leftFrom = day === home ? null : home;
    this.#write();
  }

  compareSince(since: Since): void {
    this.since = since;
    this.#write();
  }

  toggleChanges(): void {
    this.changes = !this.changes;
    this.#write();
  }

  callMe(name: string): void {
    this.name = name;
    this.#write();
  }

  toggleKeys(): void {
    this.keys = !this.keys;
    this.#write();
  }

  /** Warns of something no more, or again. */
  silence(key: string, on: boolean): void {
    const others = this.silenced.filter((other) => other !== key);
    this.silenced = on ? [...others, key].slice(-MOST_SILENCED) : others;
    this.#write();
  }

  nextTheme(): void {
    this.#setTheme(NEXT[view.theme]);
    this.#write();
  }

  #setTheme(theme: Theme): void {
    view.theme = theme;
    if (theme === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }
}

export const preferences = new Preferences();
