import { cellAddress, type CellIssue } from '../../domain/dataset.ts';
import { isBlank, textOf } from './cell.ts';
import type { Body } from './body.ts';
import { everyPeriod, fillGroups, joinYears, readPeriods, resolveCoded, type CodedPeriods } from './coded-periods.ts';
import type { PeriodText } from './period.ts';
import type { Profile } from './profile.ts';
import { NO_DAY, type Periods } from './resolve-periods.ts';
import type { Questions, TableContext } from './table-context.ts';
import { isYearHeader } from './words.ts';

/** The periods down the side of a table, one for each body row. */
export interface DateAxis extends Periods {
  /** Columns that the periods were read from. */
  readonly columns: readonly number[];
  readonly periods: CodedPeriods;
  /** Which rows have the same time stamp, where the days carry times of day; else null. */
  readonly stamps: Int32Array | null;
  /** The latest stamp of a day stands first. */
  readonly latestFirst: boolean;
  readonly invalid: readonly CellIssue[];
  /** Header of the column that the periods stand in. */
  readonly name: string;
}

/** Asks what the periods down the side leave open. */
export function askAboutDates(axis: DateAxis, questions: Questions): void {
  if (axis.orderAsked) questions.ask('ambiguous-date-order', axis.name);
  if (axis.yearUnknown) questions.ask('year-unknown', axis.name);
  if (axis.fiscalOpen) questions.ask('fiscal-year', axis.name);
}

const FINENESS = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

/** Finds the period columns of a table and puts its rows on the calendar; null where it has none. */
export function readDateAxis(context: TableContext, body: Body, profiles: readonly Profile[]): DateAxis | null {
  const candidates = profiles.filter((profile) => profile.kind === 'date');
  const main = candidates.filter((profile) => !isYearHeader(profile.header.name))[0] ?? candidates[0];
  if (!main) return null;
  return axisOf(
    context,
    body,
    main,
    candidates.filter((one) => one !== main),
  );
}

/** A whole table in the one period that its title, corner cell, sheet or file names. */
export function snapshotAxis(context: TableContext, body: Body, period: PeriodText): DateAxis {
  const periods: CodedPeriods = { codes: new Int32Array(body.rows.length).fill(1), texts: [null, period] };
  return {
    ...resolveCoded(periods, context.around, undefined),
    periods,
    columns: [],
    stamps: null,
    latestFirst: false,
    invalid: [],
    name: context.title,
  };
}

/** The time stamps of rows that carry times of day, and which end of a day comes first. */
function stampsOf({ codes, texts }: CodedPeriods, days: Int32Array): Pick<DateAxis, 'stamps' | 'latestFirst'> {
  if (!texts.some((text) => text?.time)) return { stamps: null, latestFirst: false };
  let [rises, falls] = [0, 0];
  for (let i = 1; i < codes.length; i++) {
    if (days[i] !== days[i - 1]) continue;
    const step = (texts[codes[i]!]?.time ?? 0) - (texts[codes[i - 1]!]?.time ?? 0);
    if (step > 0) rises++;
    else if (step < 0) falls++;
  }
  return { stamps: codes, latestFirst: falls > rises };
}

function axisOf(context: TableContext, body: Body, main: Profile, others: readonly Profile[]): DateAxis {
  const read = (profile: Profile) => readPeriods(body, profile, context.periods);
  let periods = read(main);
  // W1 beside the day it begins on: the day names the year as well.
  const full =
    context.year === null
      ? others.find((other) => everyPeriod(read(other), (text) => text.year !== null && text.grain === 'day'))
      : undefined;
  if (full && everyPeriod(periods, (text) => text.year === null)) return axisOf(context, body, full, []);
  const used = [main.header.index];
  const grainOf = ({ texts }: CodedPeriods) => FINENESS.indexOf(texts.find((one) => one !== null)?.grain ?? 'day');
  for (const other of others) {
    if (grainOf(read(other)) <= grainOf(periods) || everyPeriod(periods, (text) => text.year !== null)) continue;
    periods = joinYears(periods, body, other.header, context.periods);
    used.push(other.header.index);
  }
  periods = fillGroups(periods);
  const resolved = resolveCoded(periods, context.around, context.choice.dateOrder);
  const invalid: CellIssue[] = [];
  for (let i = 0; i < body.rows.length && invalid.length < 200; i++) {
    if (resolved.days[i] !== NO_DAY) continue;
    const cell = body.sheet.at(body.rows[i]!, main.header.index);
    if (!isBlank(cell)) invalid.push({ code: 'not-a-period', cell: cellAddress(body.rows[i]!, main.header.index), raw: textOf(cell) });
  }
  return { ...resolved, periods, columns: used, ...stampsOf(periods, resolved.days), invalid, name: main.header.name };
}
