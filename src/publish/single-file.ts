import { createFormat } from '../messages/format.ts';
import { LOCALES, type Locale } from '../messages/locale.ts';
import { viewer as en } from '../messages/en/viewer.ts';
import { viewer as zhCN } from '../messages/zh-CN/viewer.ts';
import { viewer as zhTW } from '../messages/zh-TW/viewer.ts';
import { escapeXml, svgText } from '../picture/mark.ts';
import { progressMark, statusMark } from '../picture/status-mark.ts';
import type { Said, ViewerBoard } from './viewer-board.ts';

const WORDS = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

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

const saidIn = (locale: Locale) => (said: Said) => (typeof said === 'string' ? said : (said[LOCALES.indexOf(locale)] ?? ''));

/** What a preview shows that runs no script: every key result with its status, in the language of the sender. */
function summaryOf(board: ViewerBoard): string {
  const { locale, title, day, headline, sub, counts, objectives, keyResults, status } = board;
  const words = WORDS[locale];
  const format = createFormat(locale);
  const in_ = saidIn(locale);
  const text = (said: Said) => escapeXml(in_(said));
  const rows = objectives.map((objective) => {
    const own = keyResults
      .filter((one) => one.objective === objective.id)
      .map((one) => {
        const figures = [in_(one.value), in_(one.target)].filter(Boolean).join(' / ');
        const share =
          one.progress === null
            ? null
            : words.progress(format.percent(one.progress), one.expected === null ? null : format.percent(one.expected));
        return (
          `<li>${svgText(statusMark(one.status))} <b>${escapeXml(one.title)}</b>: ${text(status[one.status])}` +
          `${figures ? `, ${escapeXml(figures)}` : ''}` +
          `${share === null ? '' : ` ${svgText(progressMark(one.progress, one.expected, one.status, share))}`}</li>`
        );
      });
    return `<h2>${escapeXml(objective.title)}</h2>${own.length ? `<ul>${own.join('')}</ul>` : ''}`;
  });
  const said = counts.map(({ word, count }) => `${text(word)} ${count}`).join(', ');
  return (
    `<p>${escapeXml([title, words.asOf(format.dayYear(day))].filter(Boolean).join(' · '))}</p><h1>${text(headline)}</h1>` +
    `<p>${sub.map(text).join(' · ')}</p><p>${said}</p>${rows.join('')}<p>${escapeXml(words.unsigned(format.dayYear(day)))}</p>`
  );
}

/**
 * The board as one HTML file that needs nothing else: template (`viewer.html` of the build) with the data and a summary for where no script runs.
 * The same board and template give the same bytes. Throws where the template is not one.
 */
export function singleFile(template: string, board: ViewerBoard): string {
  const { locale, title, day } = board;
  const fill = (html: string, marker: string, text: string): string => {
    if (html.split(marker).length !== 2) throw new Error('this is not the template of a board');
    return html.replace(marker, () => text);
  };
  const name = WORDS[locale].title(title, createFormat(locale).dayYear(day));
  // What the user wrote comes last, so that no marker is ever looked for in it.
  const parts: readonly (readonly [string, string])[] = [
    [MARKERS.language, `<html lang="${locale}">`],
    [MARKERS.title, `<title>${escapeXml(name)}</title>`],
    [MARKERS.summary, summaryOf(board)],
    [MARKERS.data, MARKERS.data.replace('></', () => `>${scriptJson(board)}</`)],
  ];
  return parts.reduce((html, [marker, text]) => fill(html, marker, text), template);
}
