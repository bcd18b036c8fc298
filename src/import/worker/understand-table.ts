import type { OkrProposal, TableChoice, TableProposal } from '../protocol.ts';
import { fold, type Sheet } from './cell.ts';
import { readBody, sampledDown, type Body } from './body.ts';
import { readHeaders, type ColumnHeader } from './column-header.ts';
import { readColumnsLayout } from './columns-layout.ts';
import { describeColumn } from './column-proposal.ts';
import { everyPeriod } from './coded-periods.ts';
import { readDateAxis, snapshotAxis, type DateAxis } from './date-axis.ts';
import { decideDecimal } from './decimal.ts';
import { chooseFrame } from './choose-frame.ts';
import type { Frame } from './frame.ts';
import { previewOf, spanOf } from './table-summary.ts';
import type { CellKinds } from './kinds.ts';
import { findLabelColumns, type LabelColumns } from './labels.ts';
import type { LayoutInput, LayoutOutput } from './layout.ts';
import { profileColumn, type Profile } from './profile.ts';
import { Questions, readContext } from './table-context.ts';
import { FigureReader } from './figure-reader.ts';
import { finishColumns } from './finish-column.ts';
import { isMetricHeader, isPeriodHeader, isValueHeader } from './words.ts';
import type { PeriodCache } from './resolve-periods.ts';

/** Everything about a file that its tables share. */
export interface FileFacts {
  readonly name: string;
  readonly delimiter: string | null;
  readonly kinds: CellKinds;
  readonly periods: PeriodCache;
}

type Layout = TableProposal['layout'];

/** Whether the periods stand in the header. */
function periodsGoAcross(profiles: readonly Profile[], axis: DateAxis | null): boolean {
  const across = profiles.filter((profile) => profile.header.period !== null && (profile.kind === 'number' || profile.kind === 'blank'));
  const isCross = across.length === 2 && axis !== null && everyPeriod(axis.periods, (text) => text.year === null);
  return across.length >= 3 || (across.length >= 1 && !axis) || isCross;
}

/** A row per period, or a row per metric and period. */
function decideLayout(profiles: readonly Profile[], axis: DateAxis | null, labels: LabelColumns, questions: Questions): Layout {
  if (!axis || !labels.metric) return 'columns';
  const figures = profiles.filter((profile) => profile.kind === 'number' && !profile.label && !axis.columns.includes(profile.header.index));
  const generic = figures.filter((profile) => isValueHeader(profile.header.base) || profile.header.base === '' || labels.unit !== null);
  if (figures.length === 0 || generic.length === 0) return 'columns';
  if (figures.length - generic.length > 2) questions.ask('layout-uncertain');
  return 'long';
}

const NO_DATA: Pick<LayoutOutput, 'dimensions' | 'data' | 'dateOrder' | 'usedYear'> = {
  dimensions: [],
  data: [],
  dateOrder: null,
  usedYear: false,
};

/** Most tables have a row for each period: what reads the others is fetched when one comes. */
async function readLayout(input: LayoutInput, layout: Layout, labels: LabelColumns): Promise<LayoutOutput> {
  if (layout === 'wide') return (await import('./wide-layout.ts')).readWideLayout(input);
  if (layout === 'long' && input.axis && labels.metric) {
    const { readLongLayout } = await import('./long-layout.ts');
    return readLongLayout({ ...input, axis: input.axis }, { ...labels, metric: labels.metric });
  }
  if (input.axis) return readColumnsLayout({ ...input, axis: input.axis });
  return { ...NO_DATA, columns: input.profiles.map((profile) => describeColumn(input, profile, 'ignored', null, null)) };
}

/** Columns left of the first figures: where words such as 合计 stand. */
function labelColumns(sheet: Sheet, frame: Frame, headers: readonly ColumnHeader[], kinds: CellKinds): number[] {
  const columns: number[] = [];
  for (const header of headers) {
    if (header.period) break;
    let [numbers, filled] = [0, 0];
    const from = frame.headerRow + frame.headerRows;
    for (let row = from; row <= Math.min(frame.region.bottom, from + 40); row++) {
      const kind = kinds.of(sheet.at(row, header.index));
      if (kind === 'number') numbers++;
      if (kind !== 'blank' && kind !== 'mark') filled++;
    }
    if (numbers * 2 > filled && columns.length > 0 && !isPeriodHeader(header.name)) break;
    columns.push(header.index);
  }
  return columns;
}

/** The OKR list that a table is; null for every other. Key results stand in each of them. */
async function readOkrs(body: Body, headers: readonly ColumnHeader[]): Promise<OkrProposal | null> {
  if (!headers.some((header) => /kr|key ?res|关键|關鍵/i.test(fold(header.name)))) return null;
  const { isOkrList, readOkrList } = await import('./okr.ts');
  return isOkrList(headers) ? readOkrList(body, headers) : null;
}

/** Understands one table: headers, periods, layout, figures, and what must be asked. */
export async function understandTable(
  sheet: Sheet,
  found: Frame,
  key: string,
  choice: TableChoice,
  file: FileFacts,
): Promise<{ table: TableProposal; okr: OkrProposal | null }> {
  const frame = chooseFrame(sheet, found, choice, file.kinds);
  const questions = new Questions();
  const context = readContext({ sheet, frame, kinds: file.kinds, periods: file.periods, delimiter: file.delimiter }, choice, file.name);
  const headers = readHeaders(sheet, frame, file.periods);
  // Among metrics 'Total orders' is one of them, whatever it adds up.
  const sums = !headers.some((header) => isMetricHeader(header.name));
  const body = readBody(sheet, frame, labelColumns(sheet, frame, headers, file.kinds), sums);
  const profiles = headers.map((header, index) => applyRole(profileColumn(sheet, body.rows, header, file.kinds, index === 0), choice));
  const figureColumns = profiles.filter((profile) => profile.kind === 'number').map((profile) => profile.header.index);
  const { decimal, openColumns } = decideDecimal(sheet, body.rows, figureColumns, file.delimiter, choice.decimal);
  for (const column of openColumns) questions.ask('decimal-ambiguous', headers.find((header) => header.index === column)!.name);
  const corner = profiles.find((profile) => profile.kind === 'text')?.header.period ?? null;
  const snapshot = context.period ?? corner;
  const dates = readDateAxis(context, body, profiles);
  const texts = profiles.filter((profile) => profile.kind === 'text');
  const guessed = findLabelColumns(texts, (profile) => sampledDown(body, profile.header.index));
  // Who says that the table is long says that its words name metrics.
  const labels =
    choice.layout === 'long' && !guessed.metric ? { ...guessed, metric: texts.find((profile) => !profile.label) ?? null } : guessed;
  const isWide = choice.layout === undefined ? periodsGoAcross(profiles, dates) : choice.layout === 'wide';
  const axis = dates ?? (snapshot && !isWide ? snapshotAxis(context, body, snapshot) : null);
  const layout = choice.layout ?? (isWide ? 'wide' : decideLayout(profiles, axis, labels, questions));
  const input: LayoutInput = { context, body, profiles, decimal, reader: new FigureReader(decimal), questions, axis };
  const okr = await readOkrs(body, headers);
  const read = okr
    ? { ...NO_DATA, columns: profiles.map((profile) => describeColumn(input, profile, 'ignored', null, null)) }
    : await readLayout(input, layout, labels);
  const table: TableProposal = {
    key,
    sheet: sheet.name,
    hidden: sheet.hidden,
    region: frame.region,
    title: context.title,
    headerRow: frame.headerRow,
    headerRows: frame.headerRows,
    layout,
    decimal,
    dateOrder: read.dateOrder,
    year: read.usedYear ? context.year : null,
    ...(read.timesOfDay ? { timesOfDay: true as const } : {}),
    columns: read.columns,
    excluded: body.excluded,
    questions: read.data.length > 0 ? questions.list : [],
    preview: previewOf(sheet),
    dimensions: read.dimensions,
    rows: body.rows.length,
    span: spanOf(read.data),
    data: finishColumns(sheet, read.data),
  };
  return { table, okr };
}

/** A person's role for a column goes before what its cells look like. */
function applyRole(profile: Profile, choice: TableChoice): Profile {
  const own = choice.columns ?? {};
  const role = Object.hasOwn(own, profile.header.name) ? own[profile.header.name]!.role : undefined;
  if (role === undefined) return profile;
  if (role === 'date') return { ...profile, kind: 'date', label: false };
  if (role === 'value') return { ...profile, kind: 'number', label: false };
  return { ...profile, kind: 'text', label: role === 'ignored' };
}
