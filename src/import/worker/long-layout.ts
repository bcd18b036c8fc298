import type { CellIssue, MeasureRole } from '../../domain/dataset.ts';
import type { ColumnRole } from '../protocol.ts';
import { textOf } from './cell.ts';
import { namesRatio, readFigures } from './column-reading.ts';
import { describeColumn } from './column-proposal.ts';
import { askAboutDates } from './date-axis.ts';
import { pick, textColumns } from './columns-layout.ts';
import { filledDown } from './body.ts';
import { readLabel, type LabelColumns } from './labels.ts';
import type { LayoutInput, LayoutOutput } from './layout.ts';
import type { Profile } from './profile.ts';
import { NO_DAY } from './resolve-periods.ts';
import { codeColumn, separatingColumns } from './separate.ts';
import { SeriesBuilder } from './series-builder.ts';
import { unitOfText } from './unit.ts';
import { isValueHeader, measureOf } from './words.ts';

/** Rows (as positions in the body) of one metric in one unit and measure. */
interface Group {
  readonly label: string;
  readonly unit: string;
  readonly measure: string;
  readonly at: number[];
}

function groupRows(labels: LabelColumns & { metric: Profile }, input: LayoutInput, days: Int32Array): Group[] {
  const { body } = input;
  const texts = (profile: Profile | null, fill: boolean) => (profile ? filledDown(body, profile.header.index, fill).map(textOf) : null);
  const metric = texts(labels.metric, true)!;
  const [unit, measure] = [texts(labels.unit, false), texts(labels.measure, false)];
  const groups = new Map<string, Group>();
  for (let i = 0; i < body.rows.length; i++) {
    if (days[i] === NO_DAY || metric[i] === '') continue;
    // Without units and measures beside it the name itself is the key: joining texts for every row is slow.
    const key = unit || measure ? `${metric[i]}\n${unit?.[i] ?? ''}\n${measure?.[i] ?? ''}` : metric[i]!;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { label: metric[i]!, unit: unit?.[i] ?? '', measure: measure?.[i] ?? '', at: [] }));
    group.at.push(i);
  }
  return [...groups.values()];
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
  const groups = groupRows(labels, input, axis.days);
  const texts = textColumns(
    body,
    profiles.filter((profile) => !isLabel(profile)),
    (profile) => choiceOf(profile).role,
  );
  // A period comes twice only within one metric and measure.
  const groupCodes = new Int32Array(body.rows.length).fill(-1);
  groups.forEach((group, g) => {
    for (const i of group.at) groupCodes[i] = g;
  });
  const keyed = { ...codeColumn('', -1, []), codes: groupCodes, dimension: { name: '', values: groups.map((group) => group.label) } };
  const fixed = texts.filter((one) => one.forced).map((one) => one.coded);
  const free = texts.filter((one) => !one.forced).map((one) => one.coded);
  const dimensions = separatingColumns(axis.days, [keyed, ...fixed], free).filter((one) => one !== keyed);

  const builder = new SeriesBuilder(axis.grain);
  const facts = new Map(
    numeric.map((profile) => [
      profile,
      {
        values: new Float64Array(body.rows.length).fill(NaN),
        missing: 0,
        invalid: [] as CellIssue[],
        unit: null as string | null,
        scale: 1,
      },
    ]),
  );
  for (const group of groups) {
    const label = readLabel(group.label);
    const at = Int32Array.from(group.at);
    const [rows, days] = [pick(body.rows, at), pick(axis.days, at)];
    const codes = dimensions.map((one) => pick(one.codes, at));
    for (const profile of numeric) {
      const choice = choiceOf(profile);
      const generic = numeric.length === 1 || profile.header.measure !== 'value';
      const name = generic ? label.name : `${label.name} ${profile.header.base}`;
      // 完成率 and 得分 beside 目标 and 实际 are not in the metric's unit.
      const own =
        profile.header.base !== '' && (namesRatio(profile.header.base) || (numeric.length > 1 && !isValueHeader(profile.header.base)));
      const columns = new Int32Array(rows.length).fill(profile.header.index);
      const unitOfRow = own ? profile.header.unit : (unitOfText(group.unit) ?? label.unit ?? profile.header.unit);
      const { reading, typed, unit } = readFigures(input, { unit: name, asked: name }, unitOfRow, choice, rows, columns);
      const rowMeasure: MeasureRole = group.measure === '' ? 'value' : measureOf(group.measure);
      const measure =
        choice.measure ?? [profile.header.measure, rowMeasure, label.measure, context.measure].find((one) => one !== 'value') ?? 'value';
      const accruals = context.choice.accruals ?? {};
      const accrual = Object.hasOwn(accruals, name) ? accruals[name] : choice.accrual;
      builder.add(name, measure, unit, accrual, { days, values: typed.values, rows, columns, codes });
      const fact = facts.get(profile)!;
      for (let k = 0; k < at.length; k++) fact.values[at[k]!] = typed.values[k]!;
      fact.missing += typed.missing;
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
  };
}
