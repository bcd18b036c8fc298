import { driftMarks } from '../picture/drift-marks.ts';
import { statusMark } from '../picture/status-mark.ts';
import type { DriftPicture } from '../picture/drift-picture.ts';
import type { ViewerKeyResult } from '../publish/viewer-board.ts';
import { drawn, element as el } from './element.ts';
import type { Reader } from './reader.ts';

/** Colours of the page, so that the chart follows light and dark by itself. */
const INK = {
  ink: 'var(--ink)',
  ink2: 'var(--ink-2)',
  ink3: 'var(--ink-3)',
  line: 'var(--line)',
  strong: 'var(--strong)',
  accent: 'var(--accent)',
  surface: 'var(--surface)',
  on: 'var(--on)',
  risk: 'var(--risk)',
};

function chartOf(picture: DriftPicture, { title, unit, lead, rest }: ViewerKeyResult, reader: Reader, width: number): HTMLElement {
  const { words, format, said } = reader;
  const svg = driftMarks({
    picture,
    words: {
      today: format.day(picture.today),
      target: words.target,
      median: words.medianWord,
      whatIf: words.whatIf,
      earlierTarget: words.earlierTarget,
      locked: words.locked,
      value: (value) => format.about(value, unit),
      day: format.month,
    },
    size: { width, height: width < 480 ? 260 : 360 },
    ink: INK,
    label: `${title}. ${said(lead)}${said(rest)}`,
  });
  return el('section', {}, el('h2', {}, words.chart), el('figure', {}, drawn(svg)), el('p', { class: 'quiet' }, words.chartNote));
}

function stepsOf({ steps }: ViewerKeyResult, { words, format }: Reader): HTMLElement | null {
  if (!steps.length) return null;
  return el(
    'section',
    {},
    el('h2', {}, words.steps),
    el(
      'ul',
      { class: 'lines' },
      ...steps.map(({ title, done, due }) =>
        el(
          'li',
          {},
          drawn(statusMark(done ? 'achieved' : 'too-early')),
          ` ${title}`,
          el('span', { class: 'quiet' }, ` ${done ? words.done : words.open}${due === null ? '' : ` · ${format.dayYear(due)}`}`),
        ),
      ),
    ),
  );
}

function notesOf({ notes }: ViewerKeyResult, { words, format, said }: Reader): HTMLElement | null {
  if (!notes.length) return null;
  return el(
    'section',
    {},
    el('h2', {}, words.notes),
    el(
      'ul',
      { class: 'lines' },
      ...notes.map(({ number, day, text, by }) =>
        el(
          'li',
          {},
          el('span', { class: 'quiet' }, `${number === null ? '' : `${number} · `}${format.dayYear(day)}${by ? ` · ${by}` : ''}`),
          el('p', {}, said(text)),
        ),
      ),
    ),
  );
}

/** One key result: the sentence, its chart, its facts, and what was written about it. */
export function keyResultPage(one: ViewerKeyResult, reader: Reader, width: number): readonly (HTMLElement | null)[] {
  const { words, said, board, format } = reader;
  const objective = board.objectives.find(({ id }) => id === one.objective);
  const facts = [
    {
      term: words.columns.progress,
      figure: [
        one.progress === null ? '' : format.percent(one.progress),
        one.expected === null ? '' : words.planned(format.percent(one.expected)),
      ]
        .filter(Boolean)
        .join(' · '),
    },
    ...one.facts.map(({ term, figure }) => ({ term: said(term), figure: said(figure) })),
    { term: words.columns.due, figure: said(one.due) },
    { term: words.columns.owner, figure: one.owner },
  ].filter(({ figure }) => figure);
  return [
    el(
      'header',
      {},
      el('p', { class: 'quiet' }, objective?.title ?? ''),
      el('h1', {}, one.title),
      el('p', { class: 'verdict' }, drawn(statusMark(one.status)), ` ${said(one.verdict)}`),
      el('p', { class: 'sentence' }, el('b', {}, said(one.lead)), said(one.rest)),
    ),
    one.picture && chartOf(one.picture, one, reader, width),
    el(
      'section',
      {},
      el('h2', {}, words.facts),
      el('dl', {}, ...facts.map(({ term, figure }) => el('div', {}, el('dt', {}, term), el('dd', {}, figure)))),
    ),
    stepsOf(one, reader),
    notesOf(one, reader),
  ];
}
