import { escapeXml } from '../picture/mark.ts';
import { boardSummary, boardTitle, unsignedLine } from './board-summary.ts';
import type { ViewerBoard } from './viewer-board.ts';

/** Places of the template that are filled: each stands there exactly once. */
export const MARKERS = {
  language: '<html lang="en">',
  title: '<title>Leeway</title>',
  summary: '<!--leeway-summary-->',
  data: '<script type="application/json" id="leeway-board"></script>',
} as const;

/** JSON that may stand inside of a script element: nothing in it can end the element or begin a comment. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * The board as one HTML file that needs nothing else: template (`viewer.html` of the build) with the data and a summary for where no script runs.
 * The same board and template give the same bytes. Throws where the template is not one.
 */
export function singleFile(template: string, board: ViewerBoard): string {
  const fill = (html: string, marker: string, text: string): string => {
    if (html.split(marker).length !== 2) throw new Error('this is not the template of a board');
    return html.replace(marker, () => text);
  };
  // What the user wrote comes last, so that no marker is ever looked for in it.
  const parts: readonly (readonly [string, string])[] = [
    [MARKERS.language, `<html lang="${board.locale}">`],
    [MARKERS.title, `<title>${escapeXml(boardTitle(board))}</title>`],
    [MARKERS.summary, boardSummary(board) + unsignedLine(board)],
    [MARKERS.data, MARKERS.data.replace('></', () => `>${scriptJson(board)}</`)],
  ];
  return parts.reduce((html, [marker, text]) => fill(html, marker, text), template);
}
