import './viewer.css';
import './board.css';
import './details.css';
import './small-and-paper.css';
import { chooseLocale, localeNames, LOCALES, type Locale } from '../messages/locale.ts';
import { viewer as en } from '../messages/en/viewer.ts';
import { viewer as zhCN } from '../messages/zh-CN/viewer.ts';
import { viewer as zhTW } from '../messages/zh-TW/viewer.ts';
import type { ViewerBoard } from '../publish/viewer-board.ts';
import { boardPage } from './board-page.ts';
import { element as el } from './element.ts';
import { keyResultPage } from './key-result-page.ts';
import { mapPage } from './map-page.ts';
import { readerOf, type Reader } from './reader.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

const root = document.documentElement;
let theme: Theme = 'auto';

function choice<Value extends string>(
  label: string,
  now: Value,
  all: readonly (readonly [Value, string])[],
  choose: (value: Value) => void,
) {
  const change = ({ target }: Event) => choose((target as HTMLSelectElement).value as Value);
  return el(
    'select',
    { 'aria-label': label, change },
    ...all.map(([value, name]) => el('option', { value, selected: value === now }, name)),
  );
}

function barOf({ board, words, format, locale }: Reader, redraw: (locale: Locale) => void): HTMLElement {
  const { hash } = location;
  const page = (href: string, name: string, here: boolean) => el('a', { href, ...(here ? { 'aria-current': 'page' } : {}) }, name);
  const pick = (chosen: Theme) => {
    theme = chosen;
    if (chosen === 'auto') delete root.dataset['theme'];
    else root.dataset['theme'] = chosen;
  };
  return el(
    'header',
    { class: 'top' },
    el('p', {}, el('b', {}, board.title || 'Leeway'), ` ${words.asOf(format.dayYear(board.day))}`),
    el(
      'nav',
      { 'aria-label': words.pages },
      page('#/', words.board, hash === '' || hash === '#/'),
      page('#/map', words.map, hash === '#/map'),
    ),
    el(
      'div',
      { class: 'choices' },
      choice(
        words.language,
        locale,
        LOCALES.map((one) => [one, localeNames[one]] as const),
        redraw,
      ),
      choice(
        words.theme.label,
        theme,
        THEMES.map((one) => [one, words.theme[one]] as const),
        pick,
      ),
    ),
  );
}

function pageOf(reader: Reader, width: number): readonly (HTMLElement | null)[] {
  const { hash } = location;
  if (hash === '#/map') return mapPage(reader);
  if (!hash.startsWith('#/k/')) return boardPage(reader);
  const one = reader.board.keyResults.find(({ id }) => `#/k/${encodeURIComponent(id)}` === hash);
  return one ? keyResultPage(one, reader, width) : [el('header', {}, el('h1', {}, reader.words.notFound))];
}

function start(board: ViewerBoard, place: HTMLElement): void {
  let reader = readerOf(board, LOCALES.includes(board.locale) ? board.locale : 'en');
  const widthNow = () => Math.max(280, Math.min(960, root.clientWidth - 32));
  let width = 0;
  const draw = () => {
    width = widthNow();
    const { words, format, locale } = reader;
    root.lang = locale;
    document.title = words.title(board.title, format.dayYear(board.day));
    const shown = pageOf(reader, width).filter((part) => part !== null);
    const main = el('main', { tabindex: -1 }, ...shown);
    place.replaceChildren(barOf(reader, speak), main, el('footer', {}, el('p', {}, words.unsigned(format.dayYear(board.day)))));
    return main;
  };
  const speak = (locale: Locale) => {
    reader = readerOf(board, locale);
    draw();
    place.querySelector('select')?.focus();
  };
  addEventListener('hashchange', () => {
    draw().focus({ preventScroll: true });
    scrollTo(0, 0);
  });
  addEventListener('resize', () => {
    if (widthNow() !== width && location.hash.startsWith('#/k/')) draw();
  });
  // On paper stands everything: the board, then each key result with its chart.
  addEventListener('beforeprint', () => {
    if (location.hash.startsWith('#/k/') || location.hash === '#/map') return;
    const details = board.keyResults.map((one) =>
      el('article', { class: 'paper' }, ...keyResultPage(one, reader, 660).filter((part) => part !== null)),
    );
    place.querySelector('main')?.append(...details);
  });
  addEventListener('afterprint', () => void draw());
  draw();
}

/** What is said where there is no board: nothing is guessed. */
function tell(what: 'empty' | 'broken', place: HTMLElement): void {
  const locale = chooseLocale(navigator.languages);
  root.lang = locale;
  place.replaceChildren(el('main', {}, el('h1', {}, { en, 'zh-CN': zhCN, 'zh-TW': zhTW }[locale][what])));
}

const place = document.getElementById('leeway')!;
const text = document.getElementById('leeway-board')?.textContent ?? '';
let board: ViewerBoard | null = null;
try {
  const read = text && (JSON.parse(text) as ViewerBoard);
  if (read && read.version === 1) board = read;
} catch {
  // What is shown then says so.
}
if (board) start(board, place);
else tell(text ? 'broken' : 'empty', place);
