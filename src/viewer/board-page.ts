import { progressMark, statusMark } from '../picture/status-mark.ts';
import type { ViewerKeyResult, ViewerObjective } from '../publish/viewer-board.ts';
import { drawn, element as el } from './element.ts';
import { progressText, type Reader } from './reader.ts';

export const linkTo = ({ id, title }: ViewerKeyResult): HTMLElement => el('a', { href: `#/k/${encodeURIComponent(id)}` }, title);

function headOf({ board, said }: Reader): HTMLElement {
  return el(
    'header',
    {},
    el('h1', {}, said(board.headline)),
    el('p', { class: 'sub' }, ...board.sub.map((part) => el('span', {}, said(part)))),
    el(
      'ul',
      { class: 'counts' },
      ...board.counts.map(({ status, word, count }) =>
        el('li', {}, drawn(statusMark(status)), ` ${said(word)} `, el('b', {}, String(count))),
      ),
    ),
  );
}

/** What needs attention, each with the sentence that says why. */
function attentionOf({ board, words, said }: Reader): HTMLElement | null {
  const byId = new Map(board.keyResults.map((one) => [one.id, one]));
  const worst = board.attention.flatMap((id) => byId.get(id) ?? []);
  if (!worst.length) return null;
  return el(
    'section',
    { 'aria-labelledby': 'attention' },
    el('h2', { id: 'attention' }, words.attention),
    el(
      'ul',
      { class: 'attention' },
      ...worst.map((one) =>
        el(
          'li',
          {},
          drawn(statusMark(one.status)),
          el('div', {}, el('h3', {}, linkTo(one)), el('p', {}, el('b', {}, said(one.lead)), said(one.rest))),
        ),
      ),
    ),
  );
}

function objectiveRow(objective: ViewerObjective, reader: Reader): HTMLElement {
  const { board, said } = reader;
  const bar =
    objective.progress === null
      ? null
      : drawn(progressMark(objective.progress, objective.expected, objective.worst, progressText(objective, reader)));
  return el(
    'tr',
    { class: `objective depth-${Math.min(4, objective.depth)}` },
    el('th', { scope: 'row' }, el('span', { class: 'level' }, said(objective.level)), ' ', objective.title),
    el('td', { class: 'verdict' }, drawn(statusMark(objective.worst)), ` ${said(board.status[objective.worst])}`),
    el('td', {}, bar),
    el('td', { colspan: 4 }),
    el('td', { class: 'owner' }, objective.owner),
  );
}

function keyResultRow(one: ViewerKeyResult, depth: number, reader: Reader): HTMLElement {
  const { said, words } = reader;
  const cell = (name: string, label: string, text: string) => el('td', { class: name, 'data-label': label }, text);
  return el(
    'tr',
    { class: `row depth-${Math.min(4, depth)}` },
    el('th', { scope: 'row' }, linkTo(one)),
    el('td', { class: 'verdict' }, drawn(statusMark(one.status)), ` ${said(one.verdict)}`),
    el('td', {}, one.progress === null ? null : drawn(progressMark(one.progress, one.expected, one.status, progressText(one, reader)))),
    cell('num', words.columns.value, said(one.value)),
    cell('num', words.columns.target, said(one.target)),
    cell('num', words.columns.chance, said(one.chance)),
    cell('num', words.columns.due, said(one.due)),
    cell('owner', words.columns.owner, one.owner),
  );
}

function tableOf(reader: Reader): HTMLElement {
  const { board, words } = reader;
  const { columns } = words;
  const heads = [
    columns.keyResult,
    columns.verdict,
    columns.progress,
    columns.value,
    columns.target,
    columns.chance,
    columns.due,
    columns.owner,
  ];
  return el(
    'section',
    { 'aria-labelledby': 'table' },
    el('h2', { id: 'table' }, words.table),
    el('p', { class: 'quiet' }, words.tick),
    el(
      'table',
      { 'aria-labelledby': 'table' },
      el('thead', {}, el('tr', {}, ...heads.map((head, i) => el('th', { scope: 'col', class: i > 2 && i < 7 ? 'num' : '' }, head)))),
      el(
        'tbody',
        {},
        ...board.objectives.flatMap((objective) => [
          objectiveRow(objective, reader),
          ...board.keyResults.filter((one) => one.objective === objective.id).map((one) => keyResultRow(one, objective.depth, reader)),
        ]),
      ),
    ),
  );
}

/** The whole board: the finding, what needs attention, then everything. */
export const boardPage = (reader: Reader): readonly (HTMLElement | null)[] => [headOf(reader), attentionOf(reader), tableOf(reader)];
