import { isBoardLink } from './is-board-link.ts';

const DATA = /<script type="application\/json" id="leeway-board">([^]*?)<\/script>/;

/** The fragment that a board saved as one HTML file carries; null where the text is no such file. Nothing else of the file is read. */
export function linkInFile(html: string): string | null {
  try {
    const board: unknown = JSON.parse(DATA.exec(html)?.[1] ?? 'null');
    const link = typeof board === 'object' && board !== null && 'link' in board ? board.link : null;
    return typeof link === 'string' && isBoardLink(link) ? link : null;
  } catch {
    return null;
  }
}
