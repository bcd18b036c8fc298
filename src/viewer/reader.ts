import { viewer as en } from '../messages/en/viewer.ts';
import { createFormat, type Format } from '../messages/format.ts';
import { LOCALES, type Locale } from '../messages/locale.ts';
import { viewer as zhCN } from '../messages/zh-CN/viewer.ts';
import { viewer as zhTW } from '../messages/zh-TW/viewer.ts';
import type { Said, ViewerBoard, ViewerKeyResult } from '../publish/viewer-board.ts';

const WORDS = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };

/** The board in the language that its reader chose. */
export interface Reader {
  readonly board: ViewerBoard;
  readonly locale: Locale;
  readonly words: typeof en;
  readonly format: Format;
  readonly said: (said: Said) => string;
}

export function readerOf(board: ViewerBoard, locale: Locale): Reader {
  const place = LOCALES.indexOf(locale);
  return {
    board,
    locale,
    words: WORDS[locale],
    format: createFormat(locale),
    said: (said) => (typeof said === 'string' ? said : (said[place] ?? '')),
  };
}

type Shares = Pick<ViewerKeyResult, 'progress' | 'expected'>;

/** Progress and plan in words, for those who do not see the bar. */
export const progressText = ({ progress, expected }: Shares, { words, format }: Reader): string =>
  progress === null ? words.unknown : words.progress(format.percent(progress), expected === null ? null : format.percent(expected));
