import { civilOf } from '../../domain/calendar.ts';
import type { MeasureRole } from '../../domain/dataset.ts';
import type { ColumnRole } from '../protocol.ts';
import { textOf, type Cell } from './cell.ts';
import { filledDown } from './body.ts';
import { everyPeriod } from './coded-periods.ts';
import { codeCells } from './coded-cells.ts';
import { namesRatio, readFigures } from './column-reading.ts';
import { ColumnFacts } from './column-facts.ts';
import { describeColumn } from './column-proposal.ts';
import { findLabelColumns, readLabel } from './labels.ts';
import type { LayoutInput, LayoutOutput } from './layout.ts';
import type { PeriodText } from './period.ts';
import type { Profile } from './profile.ts';
import { NO_DAY, NOTHING_AROUND, resolvePeriods } from './resolve-periods.ts';
import { codeColumn, type Coded } from './separate.ts';
import { SeriesBuilder } from './series-builder.ts';
import { isRemarkHeader, measureOf } from './words.ts';
import { unitOfText } from './unit.ts';
import { yearOfTarget, yearTargetsAmong } from './year-targets.ts';

/** Columns that belong to one metric and measure: 目标 of each quarter, 实际 of each quarter. */
interface Group {
  readonly base: string;
  readonly measure: MeasureRole;
  readonly profiles: Profile[];
  readonly days: number[];
}

function groupColumns(periodColumns: readonly Profile[], days: Int32Array): Group[] {
  const groups = new Map<string, Group>();
  periodColumns.forEach((profile, i) => {
    if (days[i] === NO_DAY) return;
    const { base, measure } = profile.header;
    const key = JSON.stringify([base, measure]);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { base, measure, profiles: [], days: [] }));
    group.profiles.push(profile);
    group.days.push(days[i]!);
  });
  return [...groups.values()];
}

const choiceFor = (input: LayoutInput, name: string) => {
  const own = input.context.choice.columns ?? {};
  return Object.hasOwn(own, name) ? own[name]! : {};
};

/** Dimensions of the rows: text columns but remarks; identifiers only where the others do not tell the rows apart. */
function rowDimensions(input: LayoutInput, texts: readonly Profile[], labels: ReadonlySet<Profile | null>): Coded[] {
  const cellsOf = (profile: Profile, last: boolean) => codeCells(input.body.sheet, input.body.rows, profile.header.index, !last);
  const usable = texts.filter((profile) => {
    const role = choiceFor(input, profile.header.name).role;
    return role === undefined ? !labels.has(profile) && !isRemarkHeader(profile.header.name) && profile.filled > 0 : role === 'dimension';
  });
  const rightmost = Math.max(...texts.map((profile) => profile.header.index));
  const coded = usable.map((profile) => ({
    profile,
    coded: codeColumn(profile.header.name, profile.header.index, cellsOf(profile, profile.header.index === rightmost)),
  }));
  const plain = coded
    .filter(({ profile }) => !profile.label || choiceFor(input, profile.header.name).role === 'dimension')
    .map((one) => one.coded);
  if (labels.size > 1) return plain;
  const keys = new Set(Array.from(input.body.rows, (_, i) => plain.map((one) => one.codes[i]).join()));
  return keys.size === input.body.rows.length ? plain : coded.map((one) => one.coded);
}

/** Months down the side with years across the top: the row's month in the column's year. */
function crossDay(text: PeriodText | null, yearDay: number): number {
  if (!text || yearDay === NO_DAY) return NO_DAY;
  return resolvePeriods([{ ...text, year: civilOf(yearDay).year }], NOTHING_AROUND, undefined).days[0]!;
}

/** Periods across: a row per series. With periods down the side as well, one series runs over all rows. */
export function readWideLayout(input: LayoutInput): LayoutOutput {
  const { context, body, profiles, questions, axis } = input;
  const roleChosen = (profile: Profile) => choiceFor(input, profile.header.name).role;
  const yearTargets = yearTargetsAmong(profiles).filter((profile) => roleChosen(profile) !== 'ignored');
  const across = profiles.filter(
    (profile) =>
      profile.header.period !== null && profile.kind !== 'text' && roleChosen(profile) !== 'ignored' && !yearTargets.includes(profile),
  );
  const isCross = axis !== null && everyPeriod(axis.periods, (text) => text.year === null && text.grain !== 'year');
  const periods = resolvePeriods(
    across.map((profile) => profile.header.period),
    context.around,
    context.choice.dateOrder,
  );
  if (periods.yearUnknown) questions.ask('year-unknown');
  if (periods.orderAsked) questions.ask('ambiguous-date-order');
  if (periods.fiscalOpen) questions.ask('fiscal-year');
  const groups = groupColumns(across, periods.days);
  const texts = profiles.filter(
    (profile) => profile.header.period === null && (profile.kind === 'text' || roleChosen(profile) === 'dimension'),
  );
  const cells = new Map(texts.map((profile) => [profile, filledDown(body, profile.header.index, false)]));
  const labels = findLabelColumns(
    texts.filter((profile) => roleChosen(profile) === undefined),
    (profile) => cells.get(profile)!,
  );
  const dimensions = rowDimensions(input, texts, new Set([labels.metric, labels.unit, labels.measure].filter((one) => one !== null)));
  const grain = isCross ? axis.grain : periods.grain;
  const builder = new SeriesBuilder(grain);
  const years = new SeriesBuilder('year');
  const facts = new Map([...across, ...yearTargets].map((profile) => [profile, new ColumnFacts(body.rows.length)]));

  for (let i = 0; i < body.rows.length; i++) {
    const row = body.rows[i]!;
    const labelOf = (profile: Profile | null): Cell => (profile ? (cells.get(profile)![i] ?? '') : '');
    const label = labels.metric ? readLabel(labelOf(labels.metric)) : null;
    const unitCell = labels.unit ? unitOfText(textOf(labelOf(labels.unit))) : null;
    const rowMeasure = labels.measure ? measureOf(textOf(labelOf(labels.measure))) : 'value';
    for (const profile of yearTargets) {
      const name = [label?.name ?? '', profile.header.base].filter((part) => part !== '').join(' ') || context.metric;
      const choice = choiceFor(input, profile.header.name);
      const columns = Int32Array.of(profile.header.index);
      const own = profile.header.unit ?? unitCell ?? label?.unit ?? null;
      const { reading, typed, unit } = readFigures(input, { unit: name, asked: name }, own, choice, Int32Array.of(row), columns);
      const fact = facts.get(profile)!;
      fact.take(i, typed.values[0]!);
      const isShared = i === 0 || (fact.unit === unit && fact.scale === reading.scale);
      [fact.unit, fact.scale] = isShared ? [unit, reading.scale] : [null, 1];
      fact.invalid.push(...typed.invalid);
      years.add(name, 'target', unit, choice.accrual, {
        days: Int32Array.of(yearOfTarget(profile, context, periods.days)),
        values: typed.values,
        rows: Int32Array.of(row),
        columns,
        codes: dimensions.map((one) => Int32Array.of(one.codes[i]!)),
      });
    }
    for (const group of groups) {
      const first = group.profiles[0]!;
      const name = [label?.name ?? '', group.base].filter((part) => part !== '').join(' ') || context.metric;
      const choice = choiceFor(input, first.header.name);
      const measure =
        choice.measure ?? [group.measure, rowMeasure, label?.measure ?? 'value', context.measure].find((one) => one !== 'value') ?? 'value';
      const columns = Int32Array.from(group.profiles, (profile) => profile.header.index);
      const rows = new Int32Array(columns.length).fill(row);
      const own = namesRatio(group.base) ? first.header.unit : (unitCell ?? label?.unit ?? first.header.unit);
      const { reading, typed, unit } = readFigures(input, { unit: name, asked: name }, own, choice, rows, columns);
      group.profiles.forEach((profile, k) => {
        const fact = facts.get(profile)!;
        fact.take(i, typed.values[k]!);
        // A column of periods has a unit of its own only where all its rows share it.
        const isShared = i === 0 || (fact.unit === unit && fact.scale === reading.scale);
        fact.unit = isShared ? unit : null;
        fact.scale = isShared ? reading.scale : 1;
      });
      typed.invalid.forEach((issue, at) => facts.get(group.profiles[typed.invalidAt[at]!]!)!.invalid.push(issue));
      const days = Int32Array.from(group.profiles, (profile, k) =>
        isCross ? crossDay(axis.periods.texts[axis.periods.codes[i]!]!, periods.days[across.indexOf(profile)]!) : group.days[k]!,
      );
      const dated = <T extends Int32Array | Float64Array>(list: T): T => list.filter((_, k) => days[k] !== NO_DAY) as T;
      const accruals = context.choice.accruals ?? {};
      const accrual =
        choice.accrual ?? (Object.hasOwn(accruals, name) ? accruals[name] : periods.running && unit !== '%' ? 'cumulative' : undefined);
      const kept = dated(days);
      builder.add(name, measure, unit, accrual, {
        days: kept,
        values: dated(typed.values),
        rows: new Int32Array(kept.length).fill(row),
        columns: dated(columns),
        codes: dimensions.map((one) => new Int32Array(kept.length).fill(one.codes[i]!)),
      });
    }
  }

  const columns = profiles.map((profile) => {
    const fact = facts.get(profile);
    const isDimension = dimensions.some((one) => one.column === profile.header.index) || profile === labels.metric;
    const role: ColumnRole = fact
      ? 'value'
      : isCross && axis.columns.includes(profile.header.index)
        ? 'date'
        : isDimension
          ? 'dimension'
          : 'ignored';
    const understood = fact ? { unit: fact.unit, scale: fact.scale, measure: profile.header.measure } : null;
    return describeColumn(input, profile, role, understood, fact ?? null);
  });
  return {
    columns,
    dimensions: dimensions.map((one) => one.dimension),
    data: [...builder.build(questions), ...years.build(questions)],
    dateOrder: periods.dateOrder,
    usedYear: periods.usedYear,
  };
}
