import { addMonths, civilOf, dayOf, daysInMonth, type EpochDay } from './calendar.ts';
import type { Cycle } from './objective.ts';

/** A due date in a sentence, with its place. */
export interface DueDate {
  readonly start: number;
  readonly end: number;
  readonly day: EpochDay;
}

export interface DateContext {
  readonly today: EpochDay;
  readonly cycle: Cycle | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const NUMERALS = '一二三四';
const BY = String.raw`(?:(?:,\s?)?(?:\b(?:due|deadline)\b\s?:?\s?)?(?:\b(?:by|before|until|no later than)\s)?(?:the\s)?|(?:,\s?)?(?:截止|截至|截止日期|到期日?)\s?(?:到|至|于|於)?\s?:?\s?|[在于於]\s?)`;
const BEFORE = '(?:之前|以前|前)?';

/** The first such day from the beginning of the cycle on, or from today where there is no cycle. */
function nextDay(month: number, day: number, { today, cycle }: DateContext): EpochDay | null {
  const from = cycle?.start ?? today;
  const { year } = civilOf(from);
  for (const y of [year, year + 1]) {
    const last = daysInMonth(y, month);
    if (day > last && !(month === 2 && day === 29)) return null;
    const candidate = dayOf(y, month, Math.min(day || last, last));
    if (candidate >= from) return candidate;
  }
  return null;
}

function onDay(year: string | undefined, month: number, day: number, context: DateContext): EpochDay | null {
  if (month < 1 || month > 12 || day > 31) return null;
  if (year === undefined) return nextDay(month, day, context);
  const last = daysInMonth(Number(year), month);
  return day > last ? null : dayOf(Number(year), month, day || last);
}

/** Day 0 of a month means its last. */
const MONTH_END = 0;
const monthNamed = (name = '') => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
const quarterNamed = (name = '') => (NUMERALS.includes(name) ? NUMERALS.indexOf(name) + 1 : Number(name));

type Reader = (parts: readonly (string | undefined)[], context: DateContext) => EpochDay | null;

/** The last day of the period that runs now. */
function runningEnd(months: number, { today, cycle }: DateContext): EpochDay {
  const { year, month } = civilOf(cycle && today < cycle.start ? cycle.start : today);
  return addMonths(dayOf(year, month - ((month - 1) % months), 1), months) - 1;
}

/** Ways to write a due date, the more telling first. */
const WRITTEN: readonly (readonly [string, Reader])[] = [
  [
    String.raw`(?<!\d)(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)[日号號]?${BEFORE}`,
    ([y, m, d], at) => onDay(y, Number(m), Number(d), at),
  ],
  [String.raw`(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号號]?${BEFORE}`, ([y, m, d], at) => onDay(y, Number(m), Number(d), at)],
  [String.raw`(?:(\d{4})年)?(?<!\d)(\d{1,2})月(?:底|末)${BEFORE}`, ([y, m], at) => onDay(y, Number(m), MONTH_END, at)],
  [
    String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?\b${MONTH}\b\.?,?(?:\s(\d{4}))?`,
    ([d, m, y], at) => onDay(y, monthNamed(m), Number(d), at),
  ],
  [String.raw`\b${MONTH}\b\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s(\d{4}))?`, ([m, d, y], at) => onDay(y, monthNamed(m), Number(d), at)],
  [String.raw`\bend of\s${MONTH}\b(?:,?\s(\d{4}))?`, ([m, y], at) => onDay(y, monthNamed(m), MONTH_END, at)],
  [
    String.raw`(?:\b(?:end of|by)\s|(?:(\d{4})年?)?)\bQ([1-4])(?:,?\s(\d{4})\b|\s?(?:末|底|结束|結束)${BEFORE}|\send\b|前)`,
    ([y, q, later], at) => onDay(y ?? later, Number(q) * 3, MONTH_END, at),
  ],
  [String.raw`\b(?:end of|by)\s(?:the\s)?Q([1-4])\b`, ([q], at) => onDay(undefined, Number(q) * 3, MONTH_END, at)],
  [
    String.raw`(?:(\d{4})年)?第?([一二三四1-4])季度?(?:末|底|结束|結束|前)${BEFORE}`,
    ([y, q], at) => onDay(y, quarterNamed(q) * 3, MONTH_END, at),
  ],
  [
    String.raw`(?:本|这个|當|当)?季度?(?:末|底)${BEFORE}|\bend of (?:the |this )?quarter\b|\bquarter end\b`,
    (_parts, at) => runningEnd(3, at),
  ],
  [String.raw`(?:本|今)?年(?:末|底)${BEFORE}|\bend of (?:the |this )?year\b|\byear[- ]end\b`, (_parts, at) => runningEnd(12, at)],
  [String.raw`(?:本|这个|這個|當|当)?月(?:末|底)${BEFORE}|\bend of (?:the |this )?month\b`, (_parts, at) => runningEnd(1, at)],
];
const FORMS = WRITTEN.map(([source, read]) => ({ pattern: new RegExp(`${BY}(?:${source})`, 'iu'), read }));

/** The due date that a half-width sentence names, or null. A date without a year is the next one in the cycle. */
export function findDue(sentence: string, context: DateContext): DueDate | null {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(sentence);
    const day = match && read(match.slice(1), context);
    if (match && day !== null) return { start: match.index, end: match.index + match[0].length, day };
  }
  return null;
}
