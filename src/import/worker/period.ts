import { daysInMonth, type Grain } from '../../domain/calendar.ts';

/** A period as one cell says it, before the column decides what the cell leaves open. */
export interface PeriodText {
  readonly grain: Grain;
  /** Null where the cell names none (3月, 第9周). */
  readonly year: number | null;
  /** Month of a day (0 where only the day is written: 5日) or month, else number of the quarter, half-year or ISO week; 0 for a year. */
  readonly part: number;
  /** Day of the month, 0 for coarser periods. */
  readonly day: number;
  /** 05/03/2026: `part` and `day` may be the other way round; the column decides. */
  readonly open: boolean;
  /** Digits that may as well be a figure (2025, 202503, 2025.10): believed where the column agrees. */
  readonly weak: boolean;
}

const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar janvier janv enero ene',
    'feb february februar février févr fevrier febrero',
    'mar march märz mär mrz mars marzo',
    'apr april avril avr abril abr',
    'may mai mayo',
    'jun june juni juin junio',
    'jul july juli juillet juil julio',
    'aug august août aout agosto ago',
    'sep sept september septembre septiembre',
    'oct october oktober okt octobre octubre',
    'nov november novembre noviembre',
    'dec december dezember dez décembre déc decembre diciembre dic',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 十一 → 11 before 月, 季, 周 and 日; other uses stay words. */
function chineseNumbers(text: string): string {
  return text.replace(/[一二三四五六七八九十]{1,3}(?=个?[月季周週日])/g, (word) => {
    const at = word.indexOf('十');
    if (at < 0) return word.length === 1 ? String(CHINESE_DIGITS.indexOf(word)) : word;
    const tens = at === 0 ? 1 : CHINESE_DIGITS.indexOf(word[0]!);
    const ones = at === word.length - 1 ? 0 : CHINESE_DIGITS.indexOf(word.at(-1)!);
    return String(tens * 10 + ones);
  });
}

const period = (grain: Grain, year: number | null, part: number, day = 0, weak = false, open = false): PeriodText | null => {
  if (year !== null && (year < 1900 || year > 2199)) return null;
  const most: Record<Grain, number> = { day: 12, month: 12, week: 53, quarter: 4, 'half-year': 2, year: 0 };
  if (open)
    return part >= 1 && day >= 1 && part <= 31 && day <= 31 && (part <= 12 || day <= 12) ? { grain, year, part, day, open, weak } : null;
  if (part < (grain === 'year' || grain === 'day' ? 0 : 1) || part > most[grain]) return null;
  if (grain === 'day' && part === 0) return day >= 1 && day <= 31 ? { grain, year, part, day, open, weak } : null;
  if (grain === 'day' && (day < 1 || day > daysInMonth(year ?? 2024, part))) return null;
  return { grain, year, part, day, open, weak };
};

/** Year as written: 2026, '26, 26, 民國115 and three-digit years of the Republic. */
function yearOf(text: string, republic: boolean): number {
  const value = Number(text);
  if (republic || (text.length === 3 && value >= 90)) return value + 1911;
  return text.length <= 2 ? 2000 + value - (value >= 70 ? 100 : 0) : value;
}

type Rule = readonly [RegExp, (groups: readonly (string | undefined)[], republic: boolean) => PeriodText | null];
const n = (text: string | undefined) => Number(text);
const y = (text: string | undefined, republic: boolean) => (text === undefined || text === '' ? null : yearOf(text, republic));
const TIME = '(?:[t ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[ap]m)?(?:z|[+-]\\d{2}:?\\d{2})?)?';
const month = (name: string | undefined) => MONTH_NAMES.get(name ?? '') ?? 0;

/** Anchored and without nested repeats: each runs in linear time on the ≤ 40 characters it is given. */
const RULES: readonly Rule[] = [
  [new RegExp(`^(\\d{3,4})[-/.年 ] ?(\\d{1,2})[-/.月 ] ?(\\d{1,2})日?号?${TIME}$`), (g, r) => period('day', y(g[1], r), n(g[2]), n(g[3]))],
  [/^(\d{4})(\d{2})(\d{2})$/, (g) => period('day', n(g[1]), n(g[2]), n(g[3]), true)],
  [/^(\d{4})(\d{2})$/, (g) => period('month', n(g[1]), n(g[2]), 0, true)],
  [/^(\d{4})$/, (g) => period('year', n(g[1]), 0, 0, true)],
  [/^(\d{4})\.(\d{1,2})$/, (g) => period('month', n(g[1]), n(g[2]), 0, true)],
  [/^(\d{2,4})年 ?度?(\d{1,2})月份?度?$/, (g, r) => period('month', y(g[1], r), n(g[2]))],
  [/^(\d{4})[-/ ]m?(\d{1,2})月?$/, (g) => period('month', n(g[1]), n(g[2]))],
  [/^(\d{4})m(\d{1,2})$/, (g) => period('month', n(g[1]), n(g[2]))],
  [/^(\d{3})[-/](\d{1,2})$/, (g) => period('month', y(g[1], true), n(g[2]))],
  [/^(\d{2,4})(?:年度?|财年|財年|会计年度)$/, (g, r) => period('year', y(g[1], r), 0)],
  [/^(?:fy|cy) ?'?(\d{2}|\d{4})$/, (g) => period('year', y(g[1], false), 0)],
  [
    /^(?:(\d{2,4})年?度?)?[-/ ]?(?:第?([1-4])季度?|([1-4])季|q([1-4])|([1-4])q)$/,
    (g, r) => period('quarter', y(g[1], r), n(g[2] ?? g[3] ?? g[4] ?? g[5])),
  ],
  [/^(?:q([1-4])|([1-4])q)[-/ ]?(?:fy|cy)?'?(\d{4}|\d{2})$/, (g) => period('quarter', y(g[3], false), n(g[1] ?? g[2]))],
  [/^(?:fy|cy)'?(\d{4}|\d{2})[-/ ]?q([1-4])$/, (g) => period('quarter', y(g[1], false), n(g[2]))],
  [/^(?:(\d{2,4})年?)?[-/ ]?h([12])$/, (g, r) => period('half-year', y(g[1], r), n(g[2]))],
  [/^h([12])[-/ ]?'?(\d{4}|\d{2})$/, (g) => period('half-year', y(g[2], false), n(g[1]))],
  [/^(?:(\d{2,4})年?度?)? ?([上下])半年度?$/, (g, r) => period('half-year', y(g[1], r), g[2] === '上' ? 1 : 2)],
  [/^(?:(\d{4})年?)?[-/ ]?(?:w|wk|week|cw|kw)[- ]?(\d{1,2})$/, (g) => period('week', y(g[1], false), n(g[2]))],
  [/^(?:w|wk|week|cw|kw)[- ]?(\d{1,2})[-/, ]+(\d{4})$/, (g) => period('week', n(g[2]), n(g[1]))],
  [/^(?:(\d{2,4})年?)? ?第 ?(\d{1,2}) ?[周週](?:次)?$/, (g, r) => period('week', y(g[1], r), n(g[2]))],
  [/^(\d{1,2})月份?$/, (g) => period('month', null, n(g[1]))],
  [/^(\d{1,2})日$/, (g) => period('day', null, 0, n(g[1]))],
  [/^(\d{1,2})月(\d{1,2})[日号]?$/, (g) => period('day', null, n(g[1]), n(g[2]))],
  [new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})${TIME}$`), (g) => period('day', y(g[3], false), n(g[1]), n(g[2]), false, true)],
  [new RegExp(`^(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4}|\\d{2})${TIME}$`), (g) => period('day', y(g[3], false), n(g[2]), n(g[1]))],
  [/^(\d{1,2})[-/](\d{4})$/, (g) => period('month', n(g[2]), n(g[1]))],
  [/^([a-zé-ûäöü]{3,10})\.?[-/, ']*(\d{4}|\d{2})$/, (g) => period('month', y(g[2], false), month(g[1]))],
  [/^(\d{4})[-/, ]*([a-zé-ûäöü]{3,10})\.?$/, (g) => period('month', n(g[1]), month(g[2]))],
  [/^([a-zé-ûäöü]{3,10})\.?$/, (g) => period('month', null, month(g[1]))],
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/ ]([a-zé-ûäöü]{3,10})\.?[-/, ]+(\d{4}|\d{2})$/,
    (g) => period('day', y(g[3], false), month(g[2]), n(g[1])),
  ],
  [/^([a-zé-ûäöü]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/, (g) => period('day', n(g[3]), month(g[1]), n(g[2]))],
];

const LONGEST = 40;

/** Reads one text as a period, or null. Weekday names and times of day are passed over. */
export function readPeriod(raw: string): PeriodText | null {
  if (raw.length === 0 || raw.length > LONGEST) return null;
  const first = raw.charCodeAt(0);
  // Most texts that are no period begin with neither a digit nor a letter that a period can begin with.
  if (first < 33 || (first > 57 && first < 65)) return raw.trim() === raw || raw.trim() === '' ? null : readPeriod(raw.trim());
  let text = raw.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  text = text.replace(/ ?\(?(星期|周|週)[一二三四五六日天]\)?$/, '').replace(/^week (?:of|ending|commencing) /, '');
  let republic = false;
  if (/^(民国|民國)/.test(text)) [republic, text] = [true, text.slice(2).trim()];
  text = chineseNumbers(text);
  for (const [pattern, make] of RULES) {
    const groups = pattern.exec(text);
    const found = groups && make(groups, republic);
    if (found) return found;
  }
  return null;
}

/** The one year that a title, a sheet name or a file name speaks of; null if none or several. */
export function yearIn(line: string): number | null {
  const text = line.normalize('NFKC');
  const years = new Set<number>();
  for (const match of text.matchAll(/(?<!\d)(19[5-9]\d|20\d\d)(?!\d)/g)) years.add(Number(match[1]));
  for (const match of text.matchAll(/(?<!\d)((?:19[5-9]|20\d)\d)(?:0[1-9]|1[0-2])(?!\d)/g)) years.add(Number(match[1]));
  if (years.size === 0)
    for (const match of text.matchAll(/(?:民国|民國)\s?(\d{2,3})(?!\d)|(?<!\d)(1[0-4]\d)(?=年)/g))
      years.add(Number(match[1] ?? match[2]) + 1911);
  return years.size === 1 ? [...years][0]! : null;
}

/** The one period that a title names (2026年3月门店经营指标 → March 2026), or null. */
export function periodIn(line: string): PeriodText | null {
  const text = chineseNumbers(line.normalize('NFKC').toLowerCase());
  const shapes = [
    /\d{2,4}年 ?\d{1,2}月(?:\d{1,2}日)?/,
    /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
    /(?<!\d)\d{4}[-/.]\d{1,2}(?![-/.\d])/,
    /\d{2,4}年?度? ?第?[1-4]季度/,
    /(?<!\d)\d{4}年? ?q[1-4]/,
    /q[1-4][ -]?\d{4}/,
    /\d{2,4}年 ?[上下]半年/,
    /\d{4}年? ?第 ?\d{1,2} ?[周週]/,
    /(?<!\d)\d{4}-w\d{1,2}/,
    /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}/,
    /(?<!\d)20\d{4}(?!\d)/,
    /(?<!\d)20\d\d年?度?/,
  ];
  for (const shape of shapes) {
    const match = shape.exec(text);
    const found = match && readPeriod(match[0]);
    if (found && !found.open) return found;
  }
  return null;
}
