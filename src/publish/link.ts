import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import { err, type Result } from '../domain/result.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { LoadedDocument } from '../storage/document.ts';
import { deflateBoard, inflateBoard, OF_FILE, type LinkOptions } from './deflated-board.ts';
import { bytesOf, fragmentOf, MOST_CHARACTERS, MOST_CHARACTERS_IN_FILE, PLAIN } from './fragment.ts';

/** The whole board as the fragment of an address: `#k1.<base62(deflate-raw(packed JSON))>.<crc32>`. */
export const packBoard = (workspace: Workspace, datasets: readonly Dataset[], options: LinkOptions): string =>
  fragmentOf(PLAIN, deflateBoard(workspace, datasets, options));

/** Opens a fragment made by packBoard. Whatever was cut off, changed or made up is refused; nothing else is ever shown in its place. */
export function openLink(fragment: string): Result<LoadedDocument, LoadError> {
  const bytes = bytesOf(PLAIN, fragment);
  return bytes.ok ? inflateBoard(bytes.value) : bytes;
}

/** Opens the fragment that a board saved as one HTML file carries: as openLink, but as large as a file may be. */
export function openSaved(fragment: string): Result<LoadedDocument, LoadError> {
  const bytes = bytesOf(PLAIN, fragment, MOST_CHARACTERS_IN_FILE);
  const opened = bytes.ok ? inflateBoard(bytes.value, OF_FILE) : bytes;
  // No link was sent: it is the file that is damaged.
  return opened.ok || !/-link$/.test(opened.error.code) ? opened : err({ code: 'invalid' });
}

/** Longest address of which a page still opens the board: room for the page's own part of it. */
const MOST = MOST_CHARACTERS - 500;

/** How far a link of this many characters gets: mail and chat programs cut long ones, and no page opens one beyond its cap. */
export function linkMeter(length: number): 'good' | 'may-break' | 'too-long' | 'no-link' {
  if (length <= 2_000) return 'good';
  if (length <= 4_000) return 'may-break';
  return length <= MOST ? 'too-long' : 'no-link';
}
