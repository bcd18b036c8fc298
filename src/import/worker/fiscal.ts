import { simplified } from './chinese.ts';
import { monthOfName, type PeriodText } from './period-rules.ts';

/** What a title, a sheet or a file says about the fiscal year that a table covers. It goes by the calendar year it ends in. */
export interface FiscalYear {
  readonly year: number;
  /** FY25-26: both calendar years are named. */
  readonly pair: boolean;
}

const LONGEST = 200;
const NAMED = /财年|会计年度|财政年度/;
const FULL = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
const plain = (line: string) => simplified(line.slice(0, LONGEST).normalize('NFKC').toLowerCase()).replace(/[–—~～至到]| to /g, '-');

/** Whether a tidied period text counts fiscal years, and whether it names both of their calendar years. */
export function fiscalMark(text: string): 'one' | 'pair' | null {
  if (!/(?<![a-z])fy/.test(text) && !NAMED.test(text)) return null;
  return /\d{2}[-/]\d{2}/.test(text) ? 'pair' : 'one';
}

/** Headers over fiscal years: 财年, FY. */
export const isFiscalHeader = (name: string): boolean => /^(fy|fiscal year|财年|会计年度|财政年度)$/.test(plain(name).trim());

/** The fiscal year that a line names: FY26, FY2025-26, 2026财年, or April 2025 – March 2026. */
export function fiscalYearIn(line: string): FiscalYear | null {
  const text = plain(line);
  const run = /(20\d\d)[年./-](\d{1,2})月? ?- ?(20\d\d)[年./-](\d{1,2})/.exec(text);
  if (run && Number(run[3]) === Number(run[1]) + 1 && Number(run[2]) > 1 && Number(run[4]) % 12 === Number(run[2]) - 1)
    return { year: Number(run[3]), pair: true };
  const named = /([a-z]{3,9}) (20\d\d) ?- ?([a-z]{3,9}) (20\d\d)/.exec(text);
  if (
    named &&
    monthOfName(named[1]!) > 1 &&
    monthOfName(named[3]!) === monthOfName(named[1]!) - 1 &&
    Number(named[4]) === Number(named[2]) + 1
  )
    return { year: Number(named[4]), pair: true };
  const found =
    /(?<![a-z])(?:fy|fiscal(?: year)?) ?'?(\d{4}|\d{2})(?: ?[-/] ?(\d{4}|\d{2}))?(?!\d)/.exec(text) ??
    /(?<!\d)(\d{4}|\d{2})(?:[-/](\d{4}|\d{2}))? ?(?:财年|会计年度|财政年度)/.exec(text);
  if (!found) return null;
  const [first, second] = [FULL(found[1]!), found[2] === undefined ? null : FULL(found[2])];
  return second === first + 1 ? { year: second, pair: true } : { year: first, pair: false };
}

const month = (text: string | undefined): number => (text === undefined ? 0 : /^\d/.test(text) ? Number(text) : monthOfName(text));

/** The month that the fiscal year begins in, where a line says so: 'FY starts April', 财年自4月起, April – March, year ended 31 March. */
export function fiscalStartIn(line: string): number | null {
  const text = plain(line);
  const run =
    /(?<![a-z])([a-z]{3,9}|\d{1,2})月?(?: 20\d\d)?(?:1日)? ?- ?(?:20\d\d年?)?(?:次年|翌年|隔年)?([a-z]{3,9}|\d{1,2})(?:月|\b)/.exec(text);
  const [first, last] = [month(run?.[1]), month(run?.[2])];
  if (first >= 1 && first <= 12 && (first + 10) % 12 === last - 1 && (/[a-z]{3}|月/.test(run![0]) || NAMED.test(text))) return first;
  if (!/fiscal|financial year|(?<![a-z])fy|year[- ]end/.test(text) && !NAMED.test(text)) return null;
  const begins =
    /(?:start|begin)\w* (?:in |on |from )?(?:\d{1,2}(?:st)? (?:of )?)?([a-z]{3,9})/.exec(text) ??
    /(\d{1,2})月(?:1日)?(?:起|开始|始)/.exec(text);
  if (begins && month(begins[1]) > 0) return month(begins[1]);
  const ends =
    /(?:end(?:s|ed|ing)?|fye) (?:in |on )?(?:\d{1,2}(?:st)? (?:of )?)?([a-z]{3,9})/.exec(text) ??
    /(\d{1,2})月(?:31日|30日|底|末)?(?:结束|截止|止)/.exec(text);
  return ends && month(ends[1]) > 0 ? (month(ends[1]) % 12) + 1 : null;
}

/** Months as they follow each other, with the fiscal year each is said to be in. */
type Run = readonly { readonly year: number; readonly part: number }[];

/** The month that fiscal years begin in, as a run of months shows it: it wraps within a year, or the year changes in it. Null where it does not. */
function startOf(run: Run): number | null {
  const steps = run.slice(1).map(({ part }, i) => (part - run[i]!.part + 12) % 12);
  const cells = steps.filter((step) => step === 11).length > steps.filter((step) => step === 1).length ? run.toReversed() : run;
  for (let i = 1; i < cells.length; i++) {
    const [before, now] = [cells[i - 1]!, cells[i]!];
    if (now.year === before.year + 1 && (now.part - before.part + 12) % 12 === 1) return now.part;
  }
  const first = cells[0];
  if (!first) return null;
  const wraps = cells.some((cell, i) => i > 0 && cell.year === cells[i - 1]!.year && cell.part < cells[i - 1]!.part);
  return wraps || (first.part === 1 && cells.length > 1) ? first.part : null;
}

/** Periods in calendar years. */
export interface Placed {
  readonly cells: readonly (PeriodText | null)[];
  /** Nothing says when the fiscal years begin: they were taken for calendar years. */
  readonly open: boolean;
  /** The year found around the cells was used. */
  readonly used: boolean;
}

/** A quarter or half-year of a fiscal year that begins in `start`, on the calendar; null where it is none there. */
function shifted(cell: PeriodText, year: number, start: number): PeriodText | null {
  const length = cell.grain === 'quarter' ? 3 : 6;
  if ((start - 1) % length !== 0) return null;
  const many = 12 / length;
  const at = cell.part - 1 + (start - 1) / length;
  return { ...cell, year: year - (start > 1 ? 1 : 0) + Math.floor(at / many), part: (at % many) + 1 };
}

/**
 * Puts periods of fiscal years into calendar years: where the year begins in April, April to December belong to the calendar year before
 * the one it is named after. `around` is the fiscal year of periods that name none.
 */
export function placeFiscal(cells: readonly (PeriodText | null)[], around: FiscalYear | null, declared: number | null): Placed {
  const yearOf = (cell: PeriodText) => (cell.fiscal ? cell.year : cell.year === null ? (around?.year ?? null) : null);
  if (!cells.some((cell) => cell && yearOf(cell) !== null)) return { cells, open: false, used: false };
  const run = cells.flatMap((cell) => {
    const year = cell && cell.part > 0 && (cell.grain === 'month' || (cell.grain === 'day' && !cell.open)) ? yearOf(cell) : null;
    return year === null ? [] : [{ year, part: cell!.part }];
  });
  const start = declared ?? startOf(run.filter((one, i) => i === 0 || one.part !== run[i - 1]!.part || one.year !== run[i - 1]!.year));
  let [open, used] = [false, false];
  const placed = cells.map((cell) => {
    const year = cell && yearOf(cell);
    if (!cell || year === null) return cell;
    if (cell.year === null) used = true;
    const isPart = cell.grain === 'quarter' || cell.grain === 'half-year';
    const found =
      cell.grain === 'year'
        ? start === 1 || cell.fiscal === 'pair'
          ? { ...cell, year }
          : null
        : start === null || cell.grain === 'week'
          ? null
          : isPart
            ? shifted(cell, year, start)
            : { ...cell, year: start > 1 && cell.part >= start ? year - 1 : year };
    if (!found) open = true;
    return found ?? { ...cell, year };
  });
  return { cells: placed, open, used };
}
