import { simplified } from './chinese.ts';

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 十一 → 11 before 月, 季, 周, 号 and 日, and 二〇二六 before 年; other uses stay words. */
export function chineseNumbers(text: string): string {
  return text
    .replace(/[〇零一二三四五六七八九]{4}(?=年)/, (year) =>
      Array.from(year, (digit) => CHINESE_DIGITS.indexOf(digit.replace('零', '〇'))).join(''),
    )
    .replace(/元月/, '1月')
    .replace(/[一二三四五六七八九十]{1,3}(?=个?[月季周日号学])/g, (word) => {
      const at = word.indexOf('十');
      if (at < 0) return word.length === 1 ? String(CHINESE_DIGITS.indexOf(word)) : word;
      const tens = at === 0 ? 1 : CHINESE_DIGITS.indexOf(word[0]!);
      const ones = at === word.length - 1 ? 0 : CHINESE_DIGITS.indexOf(word.at(-1)!);
      return String(tens * 10 + ones);
    });
}

const WEEKDAYS =
  'mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const TIDY: readonly (readonly [RegExp, string])[] = [
  [/[’‘`]/g, "'"],
  [/[–—~～〜－]/g, '-'],
  // 2026 年 3 月: blanks beside Chinese characters separate nothing.
  [/ (?=\p{Script=Han})|(?<=\p{Script=Han}) /gu, ''],
  // Times of day and weekdays say nothing that a day does not.
  [
    /(?<=\d日?)(?:t|[上下]午| |, ?|(?<=日))\d{1,2}[:点时](?:\d{2}分?)?(?::\d{2}(?:[.,]\d+)?秒?)?(?: ?[ap]\.?m\.?)?(?:z|[+-]\d{2}:?\d{2})?$/,
    '',
  ],
  [/ ?\(?(?:星期|周|礼拜)[一二三四五六日天]\)?$| ?\([一二三四五六日]\)$/, ''],
  [new RegExp(`^(?:${WEEKDAYS}|mo|di|mi|do|fr|sa|so)[a-z]{0,6}[.,]* (?=\\d|[a-z]+\\.? \\d)|[ ,(]+(?:${WEEKDAYS})[a-z]{0,6}\\.?\\)?$`), ''],
  [/^(?:week (?:of|ending|commencing|beginning)|w\/[ce]|wc|we) ?(?=\d)/, ''],
  // The end of a month is a figure of the month.
  [/^(?:(?:end|fin)(?: of| de)?|ende|eom|mitte|anfang)[ -](?=[a-zäé])/, ''],
  [/(?<=月)(?:末|底|月末|月底)$/, ''],
  [/^(?:公元|西元)/, ''],
  [/^fiscal (?:year )?(?=\d)/, 'fy'],
  // 第12周(3.16-3.22) and 2026/3/16-2026/3/22 go by the week and by the first day.
  [/(?<=周)\(.*\)$/, ''],
  [/^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}) ?- ?\d[-/.\d]*$/, '$1'],
  [/^(\d{1,2})[./](\d{1,2})-\d{1,2}[./]\d{1,2}$/, '$1月$2日'],
  [/^(\d{1,2}月\d{1,2}日?)[-至到]\d{1,2}(?:月\d{1,2})?日?$/, '$1'],
  // Quarters, half-years and weeks in words and in other tongues.
  [/\b(?:first|1st|1er|1re)(?= (?:q|h|t|s))/, '1'],
  [/\b(?:second|2nd|2e|2nde)(?= (?:q|h|t|s))/, '2'],
  [/\b(?:third|3rd|3e)(?= (?:q|t))/, '3'],
  [/\b(?:fourth|4th|4e)(?= (?:q|t))/, '4'],
  [/\b([1-4])\.? ?(?:quarter|quartal|trimestre|qtr|q)(?![a-z])/, 'q$1 '],
  [/\b(?:quarter|quartal|trimestre|qtr)\.? ?([1-4])/, 'q$1'],
  [/\b([12])\.? ?(?:half|halbjahr|semestre)(?: year)?/, 'h$1 '],
  [/\b(?:half|halbjahr|semestre|hy) ?([12])/, 'h$1'],
  [/\b(\d{1,2})\. ?(?:kw|woche)\b/, 'w$1 '],
  [/(?<![a-z])(?:week|wk|cw|kw|woche|semaine|sem)\.?(?=[- ]?\d)/, 'w'],
];

/** Days, months and years in digits: nothing to tidy. */
const PLAIN = /^\d{1,4}(?:([-/.])\d{1,2}(?:\1\d{1,4})?)?$/;

/** One spelling for the many that a period can have: Simplified, lower case, digits, q for quarters, w for weeks, no weekday, no time of day. */
export function tidied(raw: string): string {
  // 1H26 is a half-year, 1h30 an hour and a half.
  const cased = raw.normalize('NFKC').replace(/\b([12]) ?H(?=[-/ ']*\d{2}|\s*$)/, 'h$1 ');
  let text = simplified(cased.toLowerCase().replace(/\s+/g, ' ').trim());
  if (PLAIN.test(text)) return text;
  for (const [pattern, instead] of TIDY) text = text.replace(pattern, instead);
  return chineseNumbers(text).trim();
}
