import { createFormat } from '../messages/format.ts';
import { LOCALES } from '../messages/locale.ts';
import { viewer as en } from '../messages/en/viewer.ts';
import { viewer as zhCN } from '../messages/zh-CN/viewer.ts';
import { viewer as zhTW } from '../messages/zh-TW/viewer.ts';
import { escapeXml, svgText } from '../picture/mark.ts';
import { progressMark, statusMark } from '../picture/status-mark.ts';
import type { Said, ViewerBoard, ViewerKeyResult } from './viewer-board.ts';

const WORDS = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** What the sender's language says and how it writes figures. */
function senderOf({ locale }: ViewerBoard) {
  const said = (one: Said) => (typeof one === 'string' ? one : (one[LOCALES.indexOf(locale)] ?? ''));
  return { words: WORDS[locale], format: createFormat(locale), said };
}

/** Name of the page that shows the board. */
export function boardTitle(board: ViewerBoard): string {
  const { words, format } = senderOf(board);
  return words.title(board.title, format.dayYear(board.day));
}

/** The finding in one sentence and how many key results stand how: what a preview in a chat has room for. */
export function boardDescription(board: ViewerBoard): string {
  const { said } = senderOf(board);
  return [said(board.headline), ...board.counts.map(({ word, count }) => `${said(word)} ${count}`)].join(' · ');
}

/** That a copy proves nothing, as HTML. */
export function unsignedLine(board: ViewerBoard): string {
  const { words, format } = senderOf(board);
  return `<p>${escapeXml(words.unsigned(format.dayYear(board.day)))}</p>`;
}

/** What is shown where no script runs, as HTML: every key result with its status, in the language of the sender. */
export function boardSummary(board: ViewerBoard): string {
  const { words, format, said } = senderOf(board);
  const text = (one: Said) => escapeXml(said(one));
  const lineOf = (one: ViewerKeyResult) => {
    const figures = [said(one.value), said(one.target)].filter(Boolean).join(' / ');
    const share =
      one.progress === null
        ? null
        : words.progress(format.percent(one.progress), one.expected === null ? null : format.percent(one.expected));
    return (
      `<li>${svgText(statusMark(one.status))} <b>${escapeXml(one.title)}</b> · ${text(board.status[one.status])}` +
      `${figures ? ` · ${escapeXml(figures)}` : ''}` +
      `${share === null ? '' : ` ${svgText(progressMark(one.progress, one.expected, one.status, share))}`}</li>`
    );
  };
  const rows = board.objectives.map(({ id, title }) => {
    const own = board.keyResults.filter(({ objective }) => objective === id).map(lineOf);
    return `<h2>${escapeXml(title)}</h2>${own.length ? `<ul>${own.join('')}</ul>` : ''}`;
  });
  const counts = board.counts.map(({ word, count }) => `${text(word)} ${count}`).join(' · ');
  return (
    `<p>${escapeXml([board.title, words.asOf(format.dayYear(board.day))].filter(Boolean).join(' · '))}</p><h1>${text(board.headline)}</h1>` +
    `<p>${board.sub.map(text).join(' · ')}</p><p>${counts}</p>${rows.join('')}`
  );
}
