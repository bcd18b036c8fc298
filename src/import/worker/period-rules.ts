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
  /** Mar 15 is a month or a day, and so is 26-Jan: what it is if not this; the column decides. */
  readonly other?: PeriodText;
  /** The year is a fiscal one: FY26, or both of its calendar years in FY25-26. */
  readonly fiscal?: 'one' | 'pair';
  /** Hours after midnight, where a time of day stands behind the day. */
  readonly time?: number;
  /** 1–5月: from January through this month. Beside others that are no quarter it is a running total at the end of that month. */
  readonly through?: number;
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
const month = (name: string | undefined) => MONTH_NAMES.get(name ?? '') ?? 0;

/** Number of a month by its name in lower case; 0 if it is none. */
export const monthOfName = (name: string): number => month(name);

/** 2025/26 and FY25-26: the second must follow the first. */
const follows = (first: string, second: string) => (Number(first) + 1) % 100 === Number(second) % 100;
const NAME = '([a-zé-ûäöü]{3,10})\\.?';

/** Months 1–3, 7–12 …: a quarter or a half-year where they are one; from January on they may run up to any month. */
function monthsBetween(year: number | null, first: number, last: number): PeriodText | null {
  const months = last - first + 1;
  if (first < 1 || last > 12 || months < 2 || (first > 1 && last % months !== 0)) return null;
  const [grain, part] =
    months === 3 ? (['quarter', last / 3] as const) : months === 6 ? (['half-year', last / 6] as const) : (['month', last] as const);
  const found = period(grain, year, part);
  return found && first === 1 ? { ...found, through: last } : grain === 'month' ? null : found;
}

/** Anchored and without nested repeats: each runs in linear time on the ≤ 40 characters it is given. */
const RULES: readonly Rule[] = [
  [/^(\d{3,4})[-/.年 ] ?(\d{1,2})[-/.月 ] ?(\d{1,2})[日号.]?$/, (g, r) => period('day', y(g[1], r), n(g[2]), n(g[3]))],
  [/^(\d{4})(\d{2})(\d{2})$/, (g) => period('day', n(g[1]), n(g[2]), n(g[3]), true)],
  // 1150305: the Republic's calendar without separators.
  [/^(1[0-4]\d)(\d{2})(\d{2})$/, (g) => period('day', y(g[1], true), n(g[2]), n(g[3]), true)],
  [/^(\d{4})(\d{2})$/, (g) => period('month', n(g[1]), n(g[2]), 0, true)],
  [/^(\d{4})$/, (g) => period('year', n(g[1]), 0, 0, true)],
  [/^(\d{4})\.(\d{1,2})$/, (g) => period('month', n(g[1]), n(g[2]), 0, true)],
  [/^'?(\d{2,4})年?度?(\d{1,2})月份?度?$/, (g, r) => period('month', y(g[1], r), n(g[2]))],
  [/^(\d{4})(?:[-/ ]m?|m)(\d{1,2})月?$/, (g) => period('month', n(g[1]), n(g[2]))],
  [/^(\d{3})[-/](\d{1,2})$/, (g) => period('month', y(g[1], true), n(g[2]))],
  [/^(\d{2,4})(?:年度?|财年|会计年度|财政年度)$/, (g, r) => period('year', y(g[1], r), 0)],
  // 2026E and 2025A: estimated and actual.
  [/^(\d{4})年?[aef]$/, (g) => period('year', n(g[1]), 0)],
  [/^(?:fy|cy) ?'?(\d{4}|\d{2})$/, (g) => period('year', y(g[1], false), 0)],
  // A fiscal year goes by the year it ends in, a school year by the one it begins in.
  [/^fy ?(\d{4}|\d{2})[-/](\d{4}|\d{2})$/, (g) => (follows(g[1]!, g[2]!) ? period('year', y(g[2], false), 0) : null)],
  [/^(\d{4})[-/](\d{4}|\d{2})(?:财年|会计年度|财政年度)$/, (g) => (follows(g[1]!, g[2]!) ? period('year', y(g[2], false), 0) : null)],
  [/^(\d{4})[-/](\d{4}|\d{2})(?:学年)?$/, (g) => (follows(g[1]!, g[2]!) ? period('year', n(g[1]), 0) : null)],
  [/^(\d{4})-\d{4}学年第?([12])学期$/, (g) => period('half-year', n(g[1]), n(g[2]))],
  [/^(?:fy|cy)?'?(?:(\d{2,4})年?度?)?[-/ ]?(?:第?([1-4])季度?|q([1-4]))$/, (g, r) => period('quarter', y(g[1], r), n(g[2] ?? g[3]))],
  [/^q([1-4])[-/, ]*(?:fy|cy)?'?(\d{4}|\d{2})年?$/, (g) => period('quarter', y(g[2], false), n(g[1]))],
  [/^t([1-4])[-/ ]?(\d{4})$/, (g) => period('quarter', n(g[2]), n(g[1]))],
  [/^(?:fy|cy)?'?(?:(\d{2,4})年?)?[-/ ]?h([12])$/, (g, r) => period('half-year', y(g[1], r), n(g[2]))],
  [/^h([12])[-/, ]*(?:fy|cy)?'?(\d{4}|\d{2})年?$/, (g) => period('half-year', y(g[2], false), n(g[1]))],
  [/^(?:(\d{2,4})年?度?)?([上下])半年度?$/, (g, r) => period('half-year', y(g[1], r), g[2] === '上' ? 1 : 2)],
  [/^(?:(\d{4}|\d{2}(?=[-/年]))年?)?[-/ ]?w[- ]?(\d{1,2})$/, (g) => period('week', y(g[1], false), n(g[2]))],
  [/^w[- ]?(\d{1,2})[-/, ']+(\d{4}|(?<=')\d{2})$/, (g) => period('week', y(g[2], false), n(g[1]))],
  [/^(?:(\d{2,4})年?)?第(\d{1,2})周次?$/, (g, r) => period('week', y(g[1], r), n(g[2]))],
  [/^(\d{2,4})年(\d{1,2})周$|^(\d{1,2})周$/, (g, r) => period('week', y(g[1], r), n(g[2] ?? g[3]), 0, g[2] === undefined)],
  // French weeks; S12 may be a size or a machine as well.
  [/^s(\d{2})$/, (g) => period('week', null, n(g[1]), 0, true)],
  [/^(\d{1,2})月份?$|^m(\d{1,2})$/, (g) => period('month', null, n(g[1] ?? g[2]))],
  [/^(?:(\d{2,4})年)?(\d{1,2})月?[-~至到](\d{1,2})月份?$/, (g, r) => monthsBetween(y(g[1], r), n(g[2]), n(g[3]))],
  [new RegExp(`^${NAME}-${NAME}(?:,? (\\d{4}))?$`), (g) => monthsBetween(y(g[3], false), month(g[1]), month(g[2]))],
  // Thirds and weeks of a month stand for the day they begin on.
  [/^(?:(?:(\d{2,4})年)?(\d{1,2})月)?([上中下])旬$/, (g, r) => period('day', y(g[1], r), n(g[2] ?? '0'), '上中下'.indexOf(g[3]!) * 10 + 1)],
  [/^(?:(\d{2,4})年)?(\d{1,2})月份?第?([1-5])周$/, (g, r) => period('day', y(g[1], r), n(g[2]), n(g[3]) * 7 - 6)],
  // 3号 may be the third machine.
  [/^(\d{1,2})([日号])$/, (g) => period('day', null, 0, n(g[1]), g[2] === '号')],
  [/^(\d{1,2})月(\d{1,2})[日号]?$/, (g) => period('day', null, n(g[1]), n(g[2]))],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/, (g) => period('day', y(g[3], false), n(g[1]), n(g[2]), false, true)],
  [/^([23]\d)-(\d{1,2})$/, (g, r) => period('month', y(g[1], r), n(g[2]), 0, true)],
  // 3/5 may be three of five.
  [/^(\d{1,2})[/-](\d{1,2})$/, (g) => period('day', null, n(g[1]), n(g[2]), true, true)],
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})?$/, (g) => period('day', y(g[3], false), n(g[2]), n(g[1]))],
  [/^(\d{1,2})[-/](\d{4})$/, (g) => period('month', n(g[2]), n(g[1]))],
  [/^(\d{1,2})\.(\d{4})$/, (g) => period('month', n(g[2]), n(g[1]), 0, true)],
  [
    new RegExp(`^${NAME}[-/, ']*(\\d{4}|\\d{2})$`),
    (g) => monthOrDay(period('month', y(g[2], false), month(g[1])), g[2]!.length === 2 && dayOfName(undefined, g[1], g[2])),
  ],
  [new RegExp(`^(\\d{4})[-/, ]*${NAME}$`), (g) => period('month', n(g[1]), month(g[2]))],
  [new RegExp(`^${NAME}$`), (g) => period('month', null, month(g[1]))],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[-/ ]?${NAME}(?:[-/, ]*(\\d{4}|\\d{2}))?$`),
    (g) =>
      monthOrDay(dayOfName(g[3], g[2], g[1]), g[1]!.length === 2 && g[3] === undefined && period('month', y(g[1], false), month(g[2]))),
  ],
  [new RegExp(`^${NAME}[- ](\\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(\\d{4})$`), (g) => dayOfName(g[3], g[1], g[2])],
  [new RegExp(`^${NAME}[- ](\\d)$`), (g) => dayOfName(undefined, g[1], g[2])],
];

/** Two readings of one text, the second where there is one. */
const monthOrDay = (one: PeriodText | null, other: PeriodText | null | false): PeriodText | null =>
  one && other ? { ...one, other } : (one ?? (other || null));

function dayOfName(year: string | undefined, name: string | undefined, day: string | undefined): PeriodText | null {
  const part = month(name);
  return part === 0 ? null : period('day', y(year, false), part, n(day));
}

/** The period that a tidied text (see `tidied`) is, or null. `republic` counts years from 1911. */
export function periodOf(text: string, republic: boolean): PeriodText | null {
  for (const [pattern, make] of RULES) {
    const groups = pattern.exec(text);
    const found = groups && make(groups, republic);
    if (found) return found;
  }
  return null;
}
