import { simplified } from './chinese.ts';
import { fiscalMark } from './fiscal.ts';
import { periodOf, type PeriodText } from './period-rules.ts';
import { chineseNumbers, tidied } from './period-spelling.ts';

export type { PeriodText } from './period-rules.ts';

const LONGEST = 40;

/** Hours after midnight that are written behind a day; 0 where none are. */
function timeOfDay(raw: string): number {
  const found = /[\sT日午,](\d{1,2})[:：点點时時](\d{2})?(?:[:：分](\d{2}))?.{0,12}$/i.exec(raw);
  if (!found) return 0;
  const afternoon = Number(found[1]) < 12 && /下午|\dp\.?m|\d p\.?m/i.test(raw) ? 12 : 0;
  return Number(found[1]) + afternoon + Number(found[2] ?? 0) / 60 + Number(found[3] ?? 0) / 3600;
}

/** Reads one text as a period, or null. Weekday names and times of day are passed over. */
export function readPeriod(raw: string): PeriodText | null {
  if (raw.length === 0 || raw.length > LONGEST) return null;
  const first = raw.charCodeAt(0);
  // Most texts that are no period begin with neither a digit nor a letter that a period can begin with.
  if ((first < 33 || (first > 57 && first < 65)) && raw.trim() === raw) return null;
  const text = tidied(raw);
  if (text === '' || (text.charCodeAt(0) < 48 && text[0] !== "'")) return null;
  const era = /^(?:中华)?民国/.exec(text);
  const found = era ? periodOf(text.slice(era[0].length).trim(), true) : periodOf(text, false);
  const time = found?.grain === 'day' && raw.length > 9 ? timeOfDay(raw) : 0;
  const fiscal = found === null || found.year === null ? null : fiscalMark(text);
  return found && (time > 0 || fiscal) ? { ...found, ...(time > 0 ? { time } : {}), ...(fiscal ? { fiscal } : {}) } : found;
}

/** The one year that a title, a sheet name or a file name speaks of; null if none or several. */
export function yearIn(line: string): number | null {
  const text = simplified(line.normalize('NFKC'));
  const found = (pattern: RegExp) => Array.from(text.matchAll(pattern), (match) => Number(match[1] ?? match[2]));
  let years = [...found(/(?<!\d)(19[5-9]\d|20\d\d)(?!\d)/g), ...found(/(?<!\d)((?:19[5-9]|20\d)\d)(?:0[1-9]|1[0-2])(?!\d)/g)];
  if (years.length === 0) years = found(/民国\s?(\d{2,3})(?!\d)|(?<!\d)(1[0-4]\d)(?=\s?年)/g).map((year) => year + 1911);
  if (years.length === 0)
    years = found(/\b[FC]Y ?'?(\d\d)(?![\d/-])|(?<!\d)([2-4]\d)(?=年(?:度|\d{1,2}月|第|[上下]半))/gi).map((year) => year + 2000);
  return new Set(years).size === 1 ? years[0]! : null;
}

/** The one period that a title names (2026年3月门店经营指标 → March 2026), or null. */
export function periodIn(line: string): PeriodText | null {
  const text = chineseNumbers(simplified(line.normalize('NFKC').toLowerCase()).replace(/(?<=\d) (?=[年月季周])|(?<=[年月第]) (?=\d)/g, ''));
  const shapes = [
    /(?:民国)?\d{2,4}年 ?\d{1,2}月(?:\d{1,2}日)?(?!\d|[-~至])/,
    /(?<!\d)\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/,
    /(?<!\d)\d{4}[-/.]\d{1,2}(?![-/.\d])/,
    /(?:民国)?\d{2,4}年?度? ?第?[1-4]季度?/,
    /(?<!\d)\d{4}年? ?q[1-4]/,
    /\bq[1-4][ -]?(?:fy ?)?(?:\d{4}|\d{2})\b/,
    /\d{2,4}年 ?[上下]半年/,
    /\bh[12] \d{4}/,
    /\d{4}年? ?第 ?\d{1,2} ?周/,
    /(?<!\d)\d{4}-w\d{1,2}/,
    /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{4}/,
    /(?<!\d)20\d{4}(?!\d)/,
    /(?<!\d)20\d\d年?度?(?![-~至]?\d)/,
  ];
  for (const shape of shapes) {
    const match = shape.exec(text);
    const found = match && readPeriod(match[0]);
    if (found && !found.open) return found;
  }
  return null;
}
