import { addMonths, civilOf, dayOf, dayOfIsoWeek, daysInMonth, periodStart, weekdayOf, type Grain } from '../../domain/calendar.ts';
import type { DateOrder } from '../protocol.ts';
import { fold, type Cell } from './cell.ts';
import { placeFiscal, type FiscalYear } from './fiscal.ts';
import { readPeriod, type PeriodText } from './period.ts';

/** Stands in a list of days where the cell names no period. */
export const NO_DAY = -2147483648;

/** What stands around the cells and fills what they leave out. */
export interface Around {
  readonly year: number | null;
  /** Month that the title, the sheet or the file names: for 1日, 2日 … */
  readonly month: number | null;
  /** The year is a fiscal one. */
  readonly fiscal?: FiscalYear | null;
  /** Month that fiscal years begin in, where something says so. */
  readonly fiscalStart?: number | null;
}

export const NOTHING_AROUND: Around = { year: null, month: null };

/** A column or row of periods, as first days, and what was open about it. */
export interface Periods {
  readonly days: Int32Array;
  readonly grain: Grain;
  readonly dateOrder: DateOrder | null;
  readonly orderAsked: boolean;
  /** Some cells name no year, and none was found around them. */
  readonly yearUnknown: boolean;
  /** The year found around the cells was used. */
  readonly usedYear: boolean;
  /** Fiscal years were taken for calendar years. */
  readonly fiscalOpen: boolean;
  /** The periods are 1–2月, 1–3月, 1–4月 …: their figures are running totals. */
  readonly running: boolean;
}

export type PeriodCache = Map<string, PeriodText | null>;

/** 2026-03-05 14:00, 2026/3/5 14:00:30 and 2026-03-05T14:00:00Z. */
const STAMP = /^(\d{4}([-/])\d{1,2}\2\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?Z?$/;

/** Reads a cell as a period. True dates are days; figures of a workbook (2025, 202503) are weak. */
export function periodOfCell(cell: Cell, cache: PeriodCache): PeriodText | null {
  if (typeof cell === 'string') {
    if (cell === '') return null;
    // Stamps differ from row to row, their days do not.
    const stamp = cell.length > 12 && cell.length < 24 ? STAMP.exec(cell) : null;
    if (stamp) {
      const day = periodOfCell(stamp[1]!, cache);
      const time = Number(stamp[3]) + Number(stamp[4]) / 60 + Number(stamp[5] ?? 0) / 3600;
      return day && time > 0 ? { ...day, time } : day;
    }
    let found = cache.get(cell);
    if (found === undefined) cache.set(cell, (found = readPeriod(cell)));
    return found;
  }
  if (cell.kind === 'date') {
    const { year, month, day } = civilOf(cell.day);
    return { grain: 'day', year, part: month, day, open: false, weak: false, ...(cell.time ? { time: cell.time } : {}) };
  }
  return cell.kind === 'number' && Number.isInteger(cell.value) && cell.value > 0 ? periodOfCell(String(cell.value), cache) : null;
}

/** Year written in place of the missing one where nothing names it: such days must not be used before a person has answered. */
const PLACEHOLDER_YEAR = 1970;

function dayOfPeriod(period: PeriodText, year: number, monthFirst: boolean): number {
  switch (period.grain) {
    case 'day': {
      const [month, day] = period.open && !monthFirst ? [period.day, period.part] : [period.part, period.day];
      return month > 12 || day > daysInMonth(year, month) ? NO_DAY : dayOf(year, month, day);
    }
    case 'week':
      return dayOfIsoWeek(year, period.part);
    case 'month':
      return dayOf(year, period.part, 1);
    case 'quarter':
      return dayOf(year, period.part * 3 - 2, 1);
    case 'half-year':
      return dayOf(year, period.part * 6 - 5, 1);
    case 'year':
      return dayOf(year, 1, 1);
  }
}

interface Order {
  readonly monthFirst: boolean;
  readonly asked: boolean;
}

/** Regularity of a run of days: the share of steps that equal the most frequent one (months count as equal steps). */
function isRegularByDay(days: readonly number[]): boolean {
  const steps = new Set(days.slice(1).map((day, index) => day - days[index]!));
  return steps.size <= 1;
}

function decideOrder(periods: readonly PeriodText[], chosen: DateOrder | undefined): Order {
  if (chosen) return { monthFirst: chosen === 'mdy', asked: false };
  if (periods.some((period) => period.part > 12)) return { monthFirst: false, asked: false };
  if (periods.some((period) => period.day > 12)) return { monthFirst: true, asked: false };
  const distinct = [...new Map(periods.map((period) => [`${period.year}/${period.part}/${period.day}`, period])).values()];
  if (distinct.every((period) => period.part === period.day)) return { monthFirst: true, asked: false };
  // Twelve or more days of which one part never passes 12: a long daily run would have shown a 13.
  if (distinct.length > 2) {
    const asMonths = distinct.map((period) => dayOfPeriod(period, period.year ?? PLACEHOLDER_YEAR, true));
    const asDays = distinct.map((period) => dayOfPeriod(period, period.year ?? PLACEHOLDER_YEAR, false));
    const weekly = (days: readonly number[]) => isRegularByDay(days) && Math.abs(days[1]! - days[0]!) === 7;
    if (weekly(asMonths) !== weekly(asDays)) return { monthFirst: weekly(asMonths), asked: false };
  }
  return { monthFirst: false, asked: true };
}

const GRAIN_SIZE: Record<Grain, number> = { day: 0, week: 1, month: 2, quarter: 3, 'half-year': 4, year: 5 };

/** Days that are all the first or all the last of a month, or all one weekday a week apart, stand for the months, quarters, years or weeks. */
export function coarsen(days: Int32Array): Grain {
  const distinct = [...new Set(days)].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  if (distinct.length < 2) return 'day';
  const firsts = distinct.every((day) => civilOf(day).day === 1);
  const lasts = distinct.every((day) => civilOf(day + 1).day === 1);
  if (firsts || lasts) {
    const starts = distinct.map((day) => periodStart(day, 'month'));
    const every = (months: number) => starts.every((start, index) => index === 0 || start >= addMonths(starts[index - 1]!, months));
    const aligned = (grain: Grain) =>
      starts.every((start) => (lasts ? addMonths(start, 1) : start) === periodStart(lasts ? addMonths(start, 1) : start, grain));
    if (distinct.length >= 3 && every(12) && aligned('year')) return 'year';
    if (distinct.length >= 3 && every(3) && aligned('quarter')) return 'quarter';
    return 'month';
  }
  const weekdays = new Set(distinct.map(weekdayOf));
  if (distinct.length >= 3 && weekdays.size === 1) return 'week';
  return 'day';
}

/** 11月, 12月, 1月, 2月: one run of months that begins again once and repeats none. */
function runsOverYearEnd(cells: readonly PeriodText[]): boolean {
  const marks: number[] = [];
  for (const cell of cells) {
    const mark = cell.part * 32 + cell.day;
    if (cell.year === null && marks.at(-1) !== mark) marks.push(mark);
    if (marks.length > 400) return false;
  }
  const falls = marks.filter((mark, index) => index > 0 && mark < marks[index - 1]!).length;
  return falls === 1 && new Set(marks).size === marks.length;
}

/** Mean distance of neighbours in units of their one grain, Infinity where they have several. */
function meanStep(cells: readonly PeriodText[]): number {
  const [first] = cells;
  if (!first || cells.some((cell) => cell.grain !== first.grain)) return Infinity;
  const days = cells.map((cell) => dayOfPeriod(cell, cell.year ?? PLACEHOLDER_YEAR, false));
  const size = first.grain === 'day' ? 1 : 30;
  return days.slice(1).reduce((sum, day, i) => sum + Math.abs(day - days[i]!) / size, 0) / days.length;
}

/** Mar 15, Mar 16 are days, Mar 25, Apr 25 months: the reading in which the cells stand closer together. */
function settleNames(cells: readonly (PeriodText | null)[]): readonly (PeriodText | null)[] {
  if (!cells.some((cell) => cell?.other)) return cells;
  const others = cells.map((cell) => cell?.other ?? cell);
  const known = (list: readonly (PeriodText | null)[]) => list.filter((cell) => cell !== null);
  return meanStep(known(others)) < meanStep(known(cells)) ? others : cells;
}

/** Puts a column (or header row) of period cells on the calendar. `weights`: how often each of them stands there. */
export function resolvePeriods(
  written: readonly (PeriodText | null)[],
  around: Around,
  order: DateOrder | undefined,
  weights?: ArrayLike<number>,
): Periods {
  const { year } = around;
  const running = written.some((cell) => cell?.through !== undefined && cell.grain === 'month');
  const placed = placeFiscal(written, around.fiscal ?? null, around.fiscalStart ?? null);
  const settled = settleNames(placed.cells);
  const cells = running
    ? settled.map((cell): PeriodText | null => (cell?.through ? { ...cell, grain: 'month', part: cell.through } : cell))
    : settled;
  const found = cells.filter((cell) => cell !== null);
  const open = found.filter((cell) => cell.open);
  const { monthFirst, asked } = open.length ? decideOrder(open, order) : { monthFirst: false, asked: false };
  const counts = new Map<Grain, number>();
  cells.forEach((cell, index) => {
    if (cell) counts.set(cell.grain, (counts.get(cell.grain) ?? 0) + (weights?.[index] ?? 1));
  });
  let grain: Grain = 'day';
  let most = 0;
  for (const [candidate, count] of counts)
    if (count > most || (count === most && GRAIN_SIZE[candidate] < GRAIN_SIZE[grain])) [grain, most] = [candidate, count];
  const days = new Int32Array(cells.length).fill(NO_DAY);
  let [yearUnknown, usedYear, carried, before] = [false, placed.used, 0, -1];
  let lastYear: number | null = null;
  const runsOn = runsOverYearEnd(found);
  cells.forEach((cell, index) => {
    if (!cell || cell.grain !== grain) return;
    let own = cell.year;
    if (own === null) {
      const at = cell.part * 32 + cell.day;
      if (runsOn && at < before) carried++;
      before = at;
      own = (lastYear ?? year ?? PLACEHOLDER_YEAR) + (lastYear === null ? carried : 0);
      if (lastYear === null && year === null) yearUnknown = true;
      else usedYear = true;
    } else if (grain !== 'day') lastYear = own;
    const isBareDay = cell.grain === 'day' && cell.part === 0;
    if (isBareDay && around.month === null) yearUnknown = true;
    days[index] = dayOfPeriod(isBareDay ? { ...cell, part: around.month ?? 1 } : cell, own, monthFirst);
  });
  if (grain === 'day') {
    grain = coarsen(days);
    if (grain !== 'day') for (let i = 0; i < days.length; i++) if (days[i] !== NO_DAY) days[i] = periodStart(days[i]!, grain);
  }
  const dateOrder: DateOrder | null = open.length
    ? monthFirst
      ? 'mdy'
      : 'dmy'
    : found.some((cell) => cell.grain === 'day')
      ? 'ymd'
      : null;
  return { days, grain, dateOrder, orderAsked: asked, yearUnknown, usedYear, fiscalOpen: placed.open, running };
}

/** Year and part in two columns (2024 | 第一季度): the first fills the year that the second lacks. */
export function joinYear(part: PeriodText | null, yearCell: Cell, fiscal: boolean, cache: PeriodCache): PeriodText | null {
  if (!part || part.year !== null) return part;
  const year = periodOfCell(typeof yearCell === 'string' ? fold(yearCell) : yearCell, cache);
  if (year?.year == null) return null;
  return { ...part, year: year.year, ...(fiscal || year.fiscal ? { fiscal: year.fiscal ?? 'one' } : {}) };
}
