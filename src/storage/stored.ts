import type { LoadError } from '../domain/errors.ts';
import type { LoadedDocument } from './document.ts';

/** What stood in the browser's storage. `raw` is what could not be read, as it was stored, for a download. */
export type Stored =
  | { readonly kind: 'empty' }
  | { readonly kind: 'document'; readonly document: LoadedDocument }
  /** Written by a newer version of the page; `document` is what this one understands of it, null where that is nothing. */
  | { readonly kind: 'newer'; readonly document: LoadedDocument | null; readonly raw: unknown }
  | { readonly kind: 'unreadable'; readonly error: LoadError; readonly raw: unknown }
  | { readonly kind: 'unavailable' };

/**
 * `conflict`: another tab has saved since; `newer`: what is stored is a newer version's; nothing was written. `failed`: quota, private mode.
 */
export interface SaveError {
  readonly code: 'conflict' | 'newer' | 'failed' | 'unavailable';
  /** Name of the browser's error, such as QuotaExceededError. */
  readonly detail?: string;
}
