import { addMonths, civilOf, dayOf, daysInMonth, parseIso, type EpochDay } from './calendar.ts';
import { findDue, type DateContext } from './okr-text-date.ts';

/** First and last day that a text such as '2026Q3' or '9月' stands for. */
export interface NamedPeriod {
  readonly start: EpochDay;
  readonly end: EpochDay;
}

/** Which of two numbers is the day in 05/03/2026, as a whole column says; null where no cell tells. */
export type DayOrder = 'dmy' | 'mdy' | null;

const NUMERALS = '一二三四';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TO = String.raw`\s?(?:-|–|—|~|至|到|to)\s?`;
const DATE = String.raw`(\d{3,4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?`;
const YEAR = String.raw`(?:(?:民国|民國)?(\d{3,4})\s?(?:年度?)?)?\s?-?\s?`;

const fold = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** 115年 of the Republic is 2026. */
const yearOf = (written: string | undefined, year: number): number =>
  written === undefined ? year : written.length === 3 ? Number(written) + 1911 : Number(written);

function months(year: number, first: number, count: number): NamedPeriod | null {
  if (first < 1 || first + count > 13 || year < 1900 || year > 2199) return null;
  const start = dayOf(year, first, 1);
  return { start, end: addMonths(start, count) - 1 };
}

function dateOf(year: number, month: number, day: number): EpochDay | null {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dayOf(year, month, day) : null;
}

type Reader = (parts: readonly (string | undefined)[], year: number) => NamedPeriod | null;
const quarter = (digit: string) => (NUMERALS.includes(digit) ? NUMERALS.indexOf(digit) + 1 : Number(digit));
const half = (word: string) => (word === '2' || word === '下' ? 7 : 1);

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(`^${DATE}${TO}${DATE}$`),
    ([y, m, d, y2, m2, d2], year) => {
      const start = dateOf(yearOf(y, year), Number(m), Number(d));
      const end = dateOf(yearOf(y2, year), Number(m2), Number(d2));
      return start !== null && end !== null && start < end ? { start, end } : null;
    },
  ],
  [
    new RegExp(`^${YEAR}(\\d{1,2})月?${TO}(\\d{1,2})月$`),
    ([y, from, to], year) => months(yearOf(y, year), Number(from), Number(to) - Number(from) + 1),
  ],
  [new RegExp(`^${YEAR}(?:q|第)?([一二三四1-4])(?:季度?|q)$`), ([y, q], year) => months(yearOf(y, year), quarter(q!) * 3 - 2, 3)],
  [new RegExp(`^${YEAR}q([1-4])$`), ([y, q], year) => months(yearOf(y, year), Number(q) * 3 - 2, 3)],
  [/^q([1-4])[-\s/]*(?:fy)?(\d{4})$/, ([q, y], year) => months(yearOf(y, year), Number(q) * 3 - 2, 3)],
  [new RegExp(`^${YEAR}(?:h([12])|([上下])半年)$`), ([y, h, word], year) => months(yearOf(y, year), half(h ?? word!), 6)],
  [/^h([12])[-\s/]*(\d{4})$/, ([h, y], year) => months(yearOf(y, year), half(h!), 6)],
  [/^(\d{3,4})[-/.年]\s?(\d{1,2})月?(?:份|底|末)?$/, ([y, m], year) => months(yearOf(y, year), Number(m), 1)],
  [/^(\d{1,2})月(?:份|底|末)?$/, ([m], year) => months(year, Number(m), 1)],
  [
    /^(?:end of )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,?\s?(\d{4})?$/,
    ([m, y], year) => months(yearOf(y, year), MONTHS.indexOf(m!) + 1, 1),
  ],
  [/^(?:fy)?\s?(\d{4})(?:年度?|财年|財年)?$|^(?:民国|民國)?(\d{3})年度?$/, ([y, r], year) => months(yearOf(y ?? r, year), 1, 12)],
  [/^(?:全年|年度|full year)$/, (_parts, year) => months(year, 1, 12)],
];

/** The period that a whole text names; one without a year lies in `year`. */
export function periodNamed(text: string, year: number): NamedPeriod | null {
  const folded = fold(text).replace(/(?:末|底|前|结束|結束| end)$/, '');
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(folded);
    const period = match && read(match.slice(1), year);
    if (period) return period;
  }
  return null;
}

const SHORT_DATE = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** Whether the days or the months go first, as far as any date of the column tells. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  for (const text of texts) {
    const [, first, second] = SHORT_DATE.exec(fold(text)) ?? [];
    if (Number(first) > 12) return 'dmy';
    if (Number(second) > 12) return 'mdy';
  }
  return null;
}

/** Days of a workbook are counted from 30 December 1899; a cell that lost its format shows the count. */
const SERIAL = /^[34567]\d{4}$/;
const SERIAL_OF_1970 = 25_569;

/**
 * The day of a cell in a column of dates: a date, a serial number, or the end (where `edge` says so, the start) of a period. Where neither
 * order of 05/03/2026 is told, the one inside the cycle is taken.
 */
export function dayNamed(text: string, edge: 'start' | 'end', order: DayOrder, context: DateContext): EpochDay | null {
  const folded = fold(text).replace(/[\s(]*(?:星期|周|週)[一二三四五六日天]\)?$/, '');
  const iso = parseIso(folded);
  if (iso !== null) return iso;
  if (SERIAL.test(folded)) return Number(folded) - SERIAL_OF_1970;
  const written = new RegExp(`^${DATE}`).exec(folded);
  if (written) return dateOf(yearOf(written[1], 0), Number(written[2]), Number(written[3]));
  const short = SHORT_DATE.exec(folded);
  if (short) {
    const [first, second, year] = [Number(short[1]), Number(short[2]), Number(short[3])];
    const [dmy, mdy] = [dateOf(year, second, first), dateOf(year, first, second)];
    if (order) return order === 'dmy' ? dmy : mdy;
    const { cycle } = context;
    const inside = (day: EpochDay | null) => day !== null && cycle !== null && day >= cycle.start && day <= cycle.end;
    return inside(mdy) && !inside(dmy) ? mdy : dmy;
  }
  const { year } = civilOf(context.cycle?.start ?? context.today);
  return periodNamed(folded, year)?.[edge] ?? findDue(folded, context)?.day ?? null;
}
