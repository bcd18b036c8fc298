import { progressMark, statusMark } from '../picture/status-mark.ts';
import type { ViewerObjective } from '../publish/viewer-board.ts';
import { linkTo } from './board-page.ts';
import { drawn, element as el } from './element.ts';
import { progressText, type Reader } from './reader.ts';

function nodeOf(objective: ViewerObjective, reader: Reader): HTMLElement {
  const { board, said, words } = reader;
  const titles = new Map(board.objectives.map(({ id, title }) => [id, title]));
  const own = board.keyResults.filter((one) => one.objective === objective.id);
  const below = board.objectives.filter(({ parent }) => parent === objective.id);
  return el(
    'li',
    {},
    el(
      'details',
      { open: board.keyResults.length <= 40 || below.length > 0 },
      el(
        'summary',
        {},
        drawn(statusMark(objective.worst)),
        el('b', {}, objective.title),
        el(
          'span',
          { class: 'quiet' },
          [said(objective.level), objective.owner, said(board.status[objective.worst])].filter(Boolean).join(' · '),
        ),
        objective.progress === null
          ? null
          : drawn(progressMark(objective.progress, objective.expected, objective.worst, progressText(objective, reader))),
      ),
      ...objective.aligned.flatMap(({ to, note }) =>
        titles.has(to) ? [el('p', { class: 'quiet aligned' }, words.alignedWith(titles.get(to)!, note))] : [],
      ),
      own.length
        ? el(
            'ul',
            { class: 'own' },
            ...own.map((one) =>
              el('li', {}, drawn(statusMark(one.status)), ' ', linkTo(one), el('span', { class: 'quiet' }, ` ${said(one.verdict)}`)),
            ),
          )
        : null,
      below.length ? el('ul', { class: 'below' }, ...below.map((child) => nodeOf(child, reader))) : null,
    ),
  );
}

/** The cascade of objectives: what serves what, and where it is worst. */
export function mapPage(reader: Reader): readonly HTMLElement[] {
  const { board, words, said } = reader;
  const roots = board.objectives.filter(({ parent }) => parent === null);
  return [
    el('header', {}, el('h1', {}, words.map), el('p', { class: 'sub' }, el('span', {}, said(board.headline)))),
    el('section', { class: 'map' }, el('ul', {}, ...roots.map((root) => nodeOf(root, reader)))),
  ];
}
