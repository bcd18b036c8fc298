import { periodStart } from '../../domain/calendar.ts';
import { cellAddress, type CellIssue, type DataColumn, type MeasureRole } from '../../domain/dataset.ts';
import type { ColumnProposal, ColumnRole } from '../protocol.ts';
import { guessAccrual } from './accrual.ts';
import { textOf } from './cell.ts';
import type { Body } from './body.ts';
import { codeCells } from './coded-cells.ts';
import { namesRatio, readFigures } from './column-reading.ts';
import { ColumnFacts } from './column-facts.ts';
import { describeColumn } from './column-proposal.ts';
import { askAboutDates, type DateAxis } from './date-axis.ts';
import type { LayoutInput, LayoutOutput } from './layout.ts';
import type { Profile } from './profile.ts';
import { NO_DAY } from './resolve-periods.ts';
import { codeColumn, repeatedPositions, separatingColumns, type Coded } from './separate.ts';
import type { TypedFigures } from './typed-column.ts';
import { isRemarkHeader, isTotalHeader } from './words.ts';
import { onePerYear } from './year-targets.ts';

/** Rows that stand on the calendar, as positions in the body. */
function datedRows(days: Int32Array): Int32Array {
  let count = 0;
  for (const day of days) if (day !== NO_DAY) count++;
  if (count === days.length) return Int32Array.from(days.keys());
  const at = new Int32Array(count);
  let next = 0;
  days.forEach((day, i) => {
    if (day !== NO_DAY) at[next++] = i;
  });
  return at;
}

/** The values at the positions `at`; the list itself where these are all. */
export function pick(from: Int32Array, at: Int32Array): Int32Array {
  if (at.length === from.length && (at.length === 0 || at[0] === 0)) return from;
  const picked = new Int32Array(at.length);
  for (let i = 0; i < at.length; i++) picked[i] = from[at[i]!]!;
  return picked;
}

/** A column named 合计 or total whose figures are the sums of the others. */
function addsOthersUp(name: string, own: TypedFigures, others: readonly TypedFigures[]): boolean {
  if (!isTotalHeader(name)) return false;
  if (others.length < 2) return false;
  let [agree, checked] = [0, 0];
  for (let i = 0; i < own.values.length && checked < 200; i++) {
    const total = own.values[i]!;
    const sum = others.reduce((all, one) => all + (one.values[i] || 0), 0);
    if (Number.isNaN(total)) continue;
    checked++;
    if (Math.abs(sum - total) <= Math.max(1e-6, Math.abs(total) * 0.005)) agree++;
  }
  return checked > 0 && agree >= checked * 0.8;
}

/** Codes the text columns that may separate series, filling down what is merged or written once for a group. */
export function textColumns(
  body: Body,
  profiles: readonly Profile[],
  chosen: (profile: Profile) => ColumnRole | undefined,
): { coded: Coded; forced: boolean }[] {
  const texts = profiles.filter((profile) => {
    const role = chosen(profile);
    if (role !== undefined) return role === 'dimension';
    return profile.kind === 'text' && !profile.clock && !isRemarkHeader(profile.header.name) && !profile.header.unnamed;
  });
  return texts.map((profile, index) => ({
    coded: codeColumn(
      profile.header.name,
      profile.header.index,
      codeCells(body.sheet, body.rows, profile.header.index, index < texts.length - 1),
    ),
    forced: chosen(profile) === 'dimension',
  }));
}

/** Columns of times of day beside days: several rows of a day are told apart by them, and are no series of their own. */
export function clockColumns(body: Body, profiles: readonly Profile[], axis: DateAxis): Coded[] {
  if (axis.grain !== 'day') return [];
  return profiles
    .filter((profile) => profile.kind === 'text' && profile.clock)
    .map(({ header }) => codeColumn(header.name, header.index, codeCells(body.sheet, body.rows, header.index, false)));
}

const MOST_REPEATS = 50;

/** A period that comes twice although nothing tells the rows apart. */
function repeatIssue(input: LayoutInput, column: number, row: number): CellIssue {
  return { code: 'duplicate-period', cell: cellAddress(row, column), raw: textOf(input.context.sheet.at(row, column)) };
}

interface Named {
  readonly name: string;
  readonly measure: MeasureRole;
}

/** Name and measure of each value column; what comes twice is numbered. */
function nameColumns(input: LayoutInput, values: readonly Profile[]): Named[] {
  const taken = new Set<string>();
  // 销售额 beside 目标: the only metric that is named is the one that is meant.
  const bases = new Set(
    values.filter(({ header }) => !header.unnamed && header.base !== '' && !namesRatio(header.base)).map(({ header }) => header.base),
  );
  const unnamedMetric = bases.size === 1 ? [...bases][0]! : input.context.metric;
  return values.map(({ header }) => {
    const choice = input.context.choice.columns?.[header.name] ?? {};
    const measure = choice.measure ?? (header.measure === 'value' ? input.context.measure : header.measure);
    const wanted = header.unnamed ? header.name : header.base === '' ? unnamedMetric : header.base;
    let name = wanted;
    for (let n = 2; taken.has(`${measure} ${name}`); n++) name = `${wanted} (${n})`;
    taken.add(`${measure} ${name}`);
    return { name, measure };
  });
}

/** A column of targets for whole years, in the places where they stand first. */
function inYears(column: DataColumn, at: Int32Array): DataColumn {
  const taken = (list: Int32Array) => at.map((i) => list[i]!);
  return {
    ...column,
    grain: 'year',
    days: taken(column.days).map((day) => periodStart(day, 'year')),
    values: Float64Array.from(at, (i) => column.values[i]!),
    rows: taken(column.rows),
    columns: taken(column.columns),
    codes: column.codes.map(taken),
  };
}

/** A row per period (or, with the one period in the title, a row per thing measured): each column of figures is a metric. */
export function readColumnsLayout(input: LayoutInput & { axis: DateAxis }): LayoutOutput {
  const { context, body, profiles, questions, axis } = input;
  const own = context.choice.columns ?? {};
  const choiceOf = (profile: Profile) => (Object.hasOwn(own, profile.header.name) ? own[profile.header.name]! : {});
  askAboutDates(axis, questions);
  // The last row of a day is its latest.
  const at = axis.latestFirst ? datedRows(axis.days).reverse() : datedRows(axis.days);
  const rows = pick(body.rows, at);
  const days = pick(axis.days, at);
  const numeric = profiles.filter((profile) => {
    const role = choiceOf(profile).role;
    if (role !== undefined) return role === 'value';
    return profile.kind === 'number' && !profile.label && !axis.columns.includes(profile.header.index);
  });
  const texts = textColumns(body, profiles, (profile) => choiceOf(profile).role);
  const narrowed = texts.map(({ coded, forced }) => ({ forced, coded: { ...coded, codes: pick(coded.codes, at) } }));
  const fixed = narrowed.filter((one) => one.forced).map((one) => one.coded);
  const clocks = clockColumns(body, profiles, axis).map((one) => ({ ...one, codes: pick(one.codes, at) }));
  const isTimed = axis.stamps !== null || clocks.length > 0;
  const dimensions = separatingColumns(
    axis.stamps ? pick(axis.stamps, at) : days,
    [...clocks, ...fixed],
    narrowed.filter((one) => !one.forced).map((one) => one.coded),
  ).filter((one) => !clocks.includes(one));

  const [dateColumn] = axis.columns;
  const repeats =
    dateColumn === undefined || isTimed
      ? []
      : repeatedPositions(days, dimensions, MOST_REPEATS).map((i) => repeatIssue(input, dateColumn, rows[i]!));
  const described = { ...input, axis: { ...axis, invalid: [...axis.invalid, ...repeats] } };

  const named = nameColumns(input, numeric);
  const typed = numeric.map((profile) => {
    const { header } = profile;
    const columns = new Int32Array(rows.length).fill(header.index);
    const names = { unit: header.base || header.name, asked: header.name, spans: profile.clock };
    const { reading, typed: figures, unit } = readFigures(input, names, header.unit, choiceOf(profile), rows, columns);
    return { profile, reading, figures, unit, columns };
  });

  const data: DataColumn[] = [];
  const proposals = new Map<number, ColumnProposal>();
  typed.forEach(({ profile, reading, figures, unit, columns }, index) => {
    const { name, measure } = named[index]!;
    const choice = choiceOf(profile);
    const others = typed.filter((one) => one.profile !== profile && one.unit !== '%').map((one) => one.figures);
    const isSum = choice.role === undefined && addsOthersUp(profile.header.base, figures, others);
    const understood = { unit, scale: reading.scale, measure };
    const facts = new ColumnFacts(body.rows.length);
    for (let i = 0; i < at.length; i++) facts.take(at[i]!, figures.values[i]!);
    facts.invalid.push(...figures.invalid);
    proposals.set(profile.header.index, describeColumn(described, profile, isSum ? 'ignored' : 'value', understood, facts));
    if (isSum || figures.figures === 0) return;
    const guess = guessAccrual(
      profile.header.base === '' ? name : profile.header.name,
      unit,
      axis.grain,
      days,
      dimensions.length ? new Float64Array() : figures.values,
    );
    const isRunning = axis.running && guess.accrual !== 'ratio';
    const accrual = choice.accrual ?? (isRunning ? 'cumulative' : guess.accrual);
    const accrualCertain = choice.accrual !== undefined || isRunning || guess.certain;
    if (!accrualCertain) questions.ask('accrual-uncertain', profile.header.name);
    const codes = dimensions.map((one) => one.codes);
    const all = {
      name,
      role: measure,
      unit,
      grain: axis.grain,
      accrual,
      accrualCertain,
      days,
      values: figures.values,
      rows,
      columns,
      codes,
    };
    const yearly = profile.header.yearly && measure === 'target' && axis.grain !== 'year' ? onePerYear(days, figures.values, codes) : null;
    data.push(yearly ? inYears(all, yearly) : all);
  });

  return {
    columns: profiles.map(
      (profile) =>
        proposals.get(profile.header.index) ?? describeColumn(described, profile, roleOf(profile, axis.columns, dimensions), null, null),
    ),
    dimensions: dimensions.map((one) => one.dimension),
    data,
    dateOrder: axis.dateOrder,
    usedYear: axis.usedYear,
    timesOfDay: isTimed,
  };
}

function roleOf(profile: Profile, dates: readonly number[], dimensions: readonly Coded[]): ColumnRole {
  if (dates.includes(profile.header.index)) return 'date';
  return dimensions.some((one) => one.column === profile.header.index) ? 'dimension' : 'ignored';
}
