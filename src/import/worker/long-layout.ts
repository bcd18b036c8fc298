import type { MeasureRole } from '../../domain/dataset.ts';
import type { ColumnRole } from '../protocol.ts';
import { textOf } from './cell.ts';
import { namesRatio, readFigures } from './column-reading.ts';
import { ColumnFacts } from './column-facts.ts';
import { describeColumn } from './column-proposal.ts';
import { askAboutDates } from './date-axis.ts';
import { clockColumns, pick, textColumns } from './columns-layout.ts';
import type { Body } from './body.ts';
import { codeCells } from './coded-cells.ts';
import { readLabel, type LabelColumns } from './labels.ts';
import type { LayoutInput, LayoutOutput } from './layout.ts';
import type { Profile } from './profile.ts';
import { NO_DAY } from './resolve-periods.ts';
import { separatingColumns } from './separate.ts';
import { SeriesBuilder } from './series-builder.ts';
import { unitOfText } from './unit.ts';
import { isValueHeader, measureOf } from './words.ts';

/** Rows (as positions in the body) of one metric in one unit and measure. */
interface Group {
  readonly label: string;
  readonly unit: string;
  readonly measure: string;
  readonly at: Int32Array;
}

/** Cells of a label column in the body, as distinct texts; a table without the column says nothing in every row. */
function labelTexts(
  body: Body,
  profile: Profile | null,
  fill: boolean,
): { readonly codes: Int32Array | null; readonly texts: readonly string[] } {
  if (!profile) return { codes: null, texts: [''] };
  const { codes, cells } = codeCells(body.sheet, body.rows, profile.header.index, fill);
  return { codes, texts: cells.map(textOf) };
}

/** Groups the rows by metric, unit and measure; also the group of each row, −1 where it belongs to none. */
function groupRows(
  labels: LabelColumns & { metric: Profile },
  { body }: LayoutInput,
  days: Int32Array,
): { groups: Group[]; groupOf: Int32Array } {
  const metric = labelTexts(body, labels.metric, true);
  const [unit, measure] = [labelTexts(body, labels.unit, false), labelTexts(body, labels.measure, false)];
  const known = new Map<number, number>();
  const sizes: number[] = [];
  const firsts: number[] = [];
  const groupOf = new Int32Array(body.rows.length).fill(-1);
  for (let i = 0; i < groupOf.length; i++) {
    const name = metric.codes![i]!;
    if (days[i] === NO_DAY || name === 0) continue;
    const key = (name * unit.texts.length + (unit.codes?.[i] ?? 0)) * measure.texts.length + (measure.codes?.[i] ?? 0);
    let group = known.get(key);
    if (group === undefined) {
      known.set(key, (group = sizes.length));
      sizes.push(0);
      firsts.push(i);
    }
    groupOf[i] = group;
    sizes[group]!++;
  }
  const positions = sizes.map((size) => new Int32Array(size));
  const filled = new Int32Array(sizes.length);
  for (let i = 0; i < groupOf.length; i++) if (groupOf[i]! >= 0) positions[groupOf[i]!]![filled[groupOf[i]!]!++] = i;
  const groups = positions.map((at, group) => {
    const first = firsts[group]!;
    const textAt = (label: typeof unit) => label.texts[label.codes?.[first] ?? 0]!;
    return { label: textAt(metric), unit: textAt(unit), measure: textAt(measure), at };
  });
  return { groups, groupOf };
}

/** A row per metric and period: the metric's name stands in a column of its own, perhaps with its unit and measure. */
export function readLongLayout(
  input: LayoutInput & { axis: NonNullable<LayoutInput['axis']> },
  labels: LabelColumns & { metric: Profile },
): LayoutOutput {
  const { context, body, profiles, axis, questions } = input;
  askAboutDates(axis, questions);
  const chosen = context.choice.columns ?? {};
  const choiceOf = (profile: Profile) => (Object.hasOwn(chosen, profile.header.name) ? chosen[profile.header.name]! : {});
  const isLabel = (profile: Profile) => profile === labels.metric || profile === labels.unit || profile === labels.measure;
  const numeric = profiles.filter((profile) => {
    const role = choiceOf(profile).role;
    return role === undefined
      ? profile.kind === 'number' && !profile.label && !axis.columns.includes(profile.header.index)
      : role === 'value';
  });
  const { groups, groupOf } = groupRows(labels, input, axis.days);
  const texts = textColumns(
    body,
    profiles.filter((profile) => !isLabel(profile)),
    (profile) => choiceOf(profile).role,
  );
  // A period comes twice only within one metric and measure.
  const keyed = { name: '', column: -1, codes: groupOf, dimension: { name: '', values: groups.map((group) => group.label) } };
  const fixed = texts.filter((one) => one.forced).map((one) => one.coded);
  const free = texts.filter((one) => !one.forced).map((one) => one.coded);
  const clocks = clockColumns(body, profiles, axis);
  const apart = [keyed, ...clocks];
  const dimensions = separatingColumns(axis.stamps ?? axis.days, [...apart, ...fixed], free).filter((one) => !apart.includes(one));

  const builder = new SeriesBuilder(axis.grain);
  const facts = new Map(numeric.map((profile) => [profile, new ColumnFacts(body.rows.length)]));
  // Every metric's figures of a column stand in that column: one list serves them all.
  const longest = Math.max(0, ...groups.map(({ at }) => at.length));
  const columnLists = new Map(numeric.map((profile) => [profile, new Int32Array(longest).fill(profile.header.index)]));
  for (const group of groups) {
    const label = readLabel(group.label);
    const at = axis.latestFirst ? group.at.slice().reverse() : group.at;
    const [rows, days] = [pick(body.rows, at), pick(axis.days, at)];
    const codes = dimensions.map((one) => pick(one.codes, at));
    for (const profile of numeric) {
      const choice = choiceOf(profile);
      const generic = numeric.length === 1 || profile.header.measure !== 'value';
      const name = generic ? label.name : `${label.name} ${profile.header.base}`;
      // 完成率 and 得分 beside 目标 and 实际 are not in the metric's unit.
      const own =
        profile.header.base !== '' && (namesRatio(profile.header.base) || (numeric.length > 1 && !isValueHeader(profile.header.base)));
      const columns = columnLists.get(profile)!.subarray(0, rows.length);
      const unitOfRow = own ? profile.header.unit : (unitOfText(group.unit) ?? label.unit ?? profile.header.unit);
      const { reading, typed, unit } = readFigures(input, { unit: name, asked: name }, unitOfRow, choice, rows, columns);
      const rowMeasure: MeasureRole = group.measure === '' ? 'value' : measureOf(group.measure);
      const measure =
        choice.measure ?? [profile.header.measure, rowMeasure, label.measure, context.measure].find((one) => one !== 'value') ?? 'value';
      const accruals = context.choice.accruals ?? {};
      const accrual = Object.hasOwn(accruals, name) ? accruals[name] : choice.accrual;
      builder.add(name, measure, unit, accrual, { days, values: typed.values, rows, columns, codes });
      const fact = facts.get(profile)!;
      for (let k = 0; k < at.length; k++) fact.take(at[k]!, typed.values[k]!);
      fact.invalid.push(...typed.invalid);
      fact.unit = unit;
      fact.scale = reading.scale;
    }
  }
  const columns = profiles.map((profile) => {
    const fact = facts.get(profile);
    const isDimension = profile === labels.metric || dimensions.some((one) => one.column === profile.header.index);
    const role: ColumnRole = fact ? 'value' : axis.columns.includes(profile.header.index) ? 'date' : isDimension ? 'dimension' : 'ignored';
    const sameUnit = groups.length === 1;
    const understood = fact
      ? { unit: sameUnit ? fact.unit : null, scale: sameUnit ? fact.scale : 1, measure: profile.header.measure }
      : null;
    return describeColumn(input, profile, role, understood, fact ?? null);
  });
  return {
    columns,
    dimensions: dimensions.map((one) => one.dimension),
    data: builder.build(questions),
    dateOrder: axis.dateOrder,
    usedYear: axis.usedYear,
    timesOfDay: axis.stamps !== null || clocks.length > 0,
  };
}
