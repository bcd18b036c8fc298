const KEY = 'leeway.exported';
const DAY = 86_400_000;
/** Days with edits after which a copy outside of the browser is recommended. */
const REMIND_AFTER = 14;

interface Noted {
  /** Instants as ISO 8601 text; null = never. */
  readonly at: string | null;
  /** The first edit that is in no exported file. */
  readonly editedSince: string | null;
  /** When the reader wished not to be reminded for now. */
  readonly dismissed: string | null;
}

const NOTHING: Noted = { at: null, editedSince: null, dismissed: null };

function read(): Noted {
  try {
    const noted: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    const instant = (field: keyof Noted) => {
      const value: unknown = (noted as Record<string, unknown> | null)?.[field];
      return typeof value === 'string' && Number.isFinite(Date.parse(value)) ? value : null;
    };
    return { at: instant('at'), editedSince: instant('editedSince'), dismissed: instant('dismissed') };
  } catch {
    return NOTHING;
  }
}

const daysBetween = (from: string, to: string): number => Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY));

/** When the reader's own board was last saved as a file, outside of this browser. */
class Exported {
  #noted = $state.raw<Noted>(read());

  #note(change: Partial<Noted>): void {
    this.#noted = { ...this.#noted, ...change };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.#noted));
    } catch {
      // Not noted then: the reminder comes a little early.
    }
  }

  /** Days since the last export; null = never. */
  daysAgo(now: string): number | null {
    return this.#noted.at === null ? null : daysBetween(this.#noted.at, now);
  }

  /** Whether a line on the board should remind of it. */
  isDue(now: string): boolean {
    const { editedSince, dismissed } = this.#noted;
    const isLong = (since: string | null) => since !== null && daysBetween(since, now) >= REMIND_AFTER;
    return isLong(editedSince) && (dismissed === null || isLong(dismissed));
  }

  /** The board was saved as a file, or opened from one. */
  done(now = new Date().toISOString()): void {
    this.#note({ at: now, editedSince: null, dismissed: null });
  }

  edited(now: string): void {
    if (this.#noted.editedSince === null) this.#note({ editedSince: now });
  }

  dismiss(now = new Date().toISOString()): void {
    this.#note({ dismissed: now });
  }
}

export const exported = new Exported();
