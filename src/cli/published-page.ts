import { createHash } from 'node:crypto';
import { escapeXml } from '../picture/mark.ts';
import { boardDescription, boardSummary, boardTitle } from '../publish/board-summary.ts';
import type { ViewerBoard } from '../publish/viewer-board.ts';

/**
 * Takes the summary away before any of it is seen: where the address or the reader wants another board than the published one, and where the page
 * comes out of the service worker's cache, which may hold the words of an earlier day.
 */
const GUARD =
  "{let left;try{left=sessionStorage.getItem('leeway.left-published')||navigator.serviceWorker?.controller}catch{}" +
  "if(left||location.search||/^#k\\d/.test(location.hash)){document.title='Leeway';document.getElementById('summary').remove()}}";

/** Places of the built page that are filled: each stands there exactly once. */
const PLACES = {
  language: '<html lang="en">',
  policy: 'script-src &#39;self&#39;',
  description: /<meta name="description" content="[^"]*"(?: \/)?>/,
  title: '<title>Leeway</title>',
  app: '<div id="app"></div>',
} as const;

/**
 * The built page with the board in words: what stands there before the page has started, for previews, and where no script runs. The policy of the
 * page admits the one line of script that this needs, by its hash. Throws where `html` is not the built page.
 */
export function publishedPage(html: string, board: ViewerBoard): string {
  const title = escapeXml(boardTitle(board));
  const description = escapeXml(boardDescription(board));
  const hash = createHash('sha256').update(GUARD).digest('base64');
  // What the user wrote is escaped: none of the places can stand in it.
  const parts: readonly (readonly [string | RegExp, string])[] = [
    [PLACES.policy, `${PLACES.policy} &#39;sha256-${hash}&#39;`],
    [PLACES.language, `<html lang="${board.locale}">`],
    [
      PLACES.description,
      `<meta name="description" content="${description}"><meta property="og:description" content="${description}">` +
        `<meta property="og:title" content="${title}">`,
    ],
    [PLACES.title, `<title>${title}</title>`],
    [
      PLACES.app,
      `${PLACES.app}<div id="summary" class="wrap" lang="${board.locale}">${boardSummary(board)}</div><script>${GUARD}</script>`,
    ],
  ];
  return parts.reduce((page, [place, text]) => {
    if (page.split(place).length !== 2) throw new Error(`the built page has no place for ${String(place)}`);
    return page.replace(place, () => text);
  }, html);
}
