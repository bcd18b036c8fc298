import { cellAddress, type CellIssue } from '../../domain/dataset.ts';
import { isBlank, textOf, type Cell } from './cell.ts';
import { filledDown, type Body } from './body.ts';
import type { PeriodText } from './period.ts';
import type { Profile } from './profile.ts';
import { joinYear, NO_DAY, periodOfCell, resolvePeriods, type Periods } from './resolve-periods.ts';
import type { Questions, TableContext } from './table-context.ts';
import { isPeriodHeader, isYearHeader } from './words.ts';

/** The periods down the side of a table, one for each body row. */
export interface DateAxis extends Periods {
  /** Columns that the periods were read from. */
  readonly columns: readonly number[];
  readonly texts: readonly (PeriodText | null)[];
  readonly invalid: readonly CellIssue[];
  /** Header of the column that the periods stand in. */
  readonly name: string;
}

/** Asks what the periods down the side leave open. */
export function askAboutDates(axis: DateAxis, questions: Questions): void {
  if (axis.orderAsked) questions.ask('ambiguous-date-order', axis.name);
  if (axis.yearUnknown) questions.ask('year-unknown', axis.name);
}

/** Excel serials shown as plain numbers under a header such as 日期. */
function serialPeriod(cell: Cell): Cell {
  if (typeof cell === 'string' || cell.kind !== 'number' || cell.value < 30_000 || cell.value > 70_000) return cell;
  return { kind: 'date', day: Math.floor(cell.value) - 25_569, format: '' };
}

function readColumn(context: TableContext, body: Body, profile: Profile): (PeriodText | null)[] {
  const cells = filledDown(body, profile.header.index, false);
  const serials = isPeriodHeader(profile.header.name);
  return cells.map((cell) => {
    const text = profile.monthNumbers && !isBlank(cell) ? `${Number(textOf(cell))}月` : serials ? serialPeriod(cell) : cell;
    return periodOfCell(text, context.periods);
  });
}

const FINENESS = ['day', 'week', 'month', 'quarter', 'half-year', 'year'];

/** Blank periods under a filled one, in rows that have figures, belong to the group above (a date written once for several regions). */
function fillGroups(texts: readonly (PeriodText | null)[], body: Body, column: number): (PeriodText | null)[] {
  let last: PeriodText | null = null;
  return texts.map((text, i) => {
    if (text) last = text;
    return text ?? (isBlank(body.sheet.rows[body.rows[i]!]?.[column] ?? '') ? last : null);
  });
}

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
  const texts = Array.from(body.rows, () => period);
  return { ...resolvePeriods(texts, context.around, undefined), texts, columns: [], invalid: [], name: context.title };
}

function axisOf(context: TableContext, body: Body, main: Profile, others: readonly Profile[]): DateAxis {
  let texts = readColumn(context, body, main);
  // W1 beside the day it begins on: the day names the year as well.
  const full =
    context.year === null
      ? others.find((other) =>
          readColumn(context, body, other).every((text) => text === null || (text.year !== null && text.grain === 'day')),
        )
      : undefined;
  if (full && texts.every((text) => text?.year == null)) return axisOf(context, body, full, []);
  const used = [main.header.index];
  const grainAt = (list: readonly (PeriodText | null)[]) => FINENESS.indexOf(list.find((one) => one !== null)?.grain ?? 'day');
  for (const other of others) {
    const years = readColumn(context, body, other);
    if (grainAt(years) <= grainAt(texts)) continue;
    if (!texts.some((text) => text?.year === null)) continue;
    texts = texts.map((text, i) => joinYear(text, body.sheet.rows[body.rows[i]!]?.[other.header.index] ?? '', context.periods) ?? text);
    used.push(other.header.index);
  }
  texts = fillGroups(texts, body, main.header.index);
  const periods = resolvePeriods(texts, context.around, context.choice.dateOrder);
  const invalid: CellIssue[] = [];
  for (let i = 0; i < texts.length && invalid.length < 200; i++) {
    const cell = body.sheet.rows[body.rows[i]!]?.[main.header.index] ?? '';
    if (periods.days[i] === NO_DAY && !isBlank(cell))
      invalid.push({ code: 'not-a-period', cell: cellAddress(body.rows[i]!, main.header.index), raw: textOf(cell) });
  }
  return { ...periods, texts, columns: used, invalid, name: main.header.name };
}
