import { settled, type Connection } from './connection.ts';

/** Remembers, beyond the page, that a write found no room. */
const KEY = 'leeway-torn-log';
/** What is written and taken away again: more than the four megabytes that Chromium gathers in one log. */
const [PIECES, PIECE_BYTES] = [120, 50_000];
/** Pieces of a transaction. */
const AT_ONCE = 10;

export interface TornLog {
  readonly isTorn: boolean;
  /** A write failed: the log may end in a torn entry. */
  tear(): void;
  /** Begins a new log where the old one is torn; throws where there is still no room. */
  mend(connection: Connection): Promise<void>;
}

/**
 * Chromium keeps IndexedDB in a log. A write that finds the disk full leaves a torn entry at its end, and whatever is written behind that can be
 * read until the browser starts again: then everything is thrown away as damaged (seen in Chromium 156). So before anything else is written so
 * much is written and taken away again that the log is folded into a table and another begins. Elsewhere this does no harm.
 */
export function watchLog(): TornLog {
  let torn = false;
  try {
    torn = localStorage.getItem(KEY) !== null;
  } catch {
    // Without storage there is nothing to remember.
  }
  const remember = (isTorn: boolean) => {
    torn = isTorn;
    try {
      if (isTorn) localStorage.setItem(KEY, '1');
      else localStorage.removeItem(KEY);
    } catch {
      // Known to this page all the same.
    }
  };
  return {
    get isTorn() {
      return torn;
    },
    tear: () => remember(true),
    async mend(connection) {
      if (!torn) return;
      // Chance, because browsers pack what repeats itself.
      const piece = crypto.getRandomValues(new Uint8Array(PIECE_BYTES));
      for (let done = 0; done < PIECES; done += AT_ONCE) {
        const store = await connection.begin('readwrite');
        for (let i = 0; i < AT_ONCE; i++) {
          piece[i] = done;
          store.put(piece, KEY);
        }
        await settled(store.transaction);
      }
      const store = await connection.begin('readwrite');
      store.delete(KEY);
      await settled(store.transaction);
      remember(false);
    },
  };
}
