import { isoOf, periodKey } from '../domain/calendar.ts';
import { cellAddress, type DataColumn, type Dimension } from '../domain/dataset.ts';
import type { Region } from '../domain/cell-range.ts';
import type { ImportProposal, OkrProposal, TableProposal } from '../import/protocol.ts';

/** One series as `leeway inspect` prints it. */
interface PrintedSeries {
  readonly name: string;
  readonly measure: string;
  readonly dimensions: Record<string, string>;
  readonly unit: string | null;
  readonly grain: string;
  readonly accrual: string;
  points: { period: string | null; start: string | null; value: number | null; cell: string }[];
}

const rangeOf = ({ top, left, bottom, right }: Region) => `${cellAddress(top, left)}:${cellAddress(bottom, right)}`;

function dimensionsOf(dimensions: readonly Dimension[], codes: readonly Int32Array[], point: number): Record<string, string> {
  // A dimension may be called __proto__: entries define it as a plain property.
  return Object.fromEntries(
    dimensions.flatMap((dimension, k): [string, string][] => {
      const value = dimension.values[codes[k]![point]!];
      return value === undefined ? [] : [[dimension.name, value]];
    }),
  );
}

/** Cuts a column into one series for each combination of dimension values. Without a year no period can be named. */
function seriesOf(column: DataColumn, dimensions: readonly Dimension[], yearKnown: boolean): { series: PrintedSeries; first: number }[] {
  const found = new Map<string, { series: PrintedSeries; first: number }>();
  for (let i = 0; i < column.days.length; i++) {
    const key = column.codes.map((codes) => codes[i]).join();
    let one = found.get(key);
    if (!one) {
      const { name, role, unit, grain, accrual } = column;
      const series: PrintedSeries = {
        name,
        measure: role,
        dimensions: dimensionsOf(dimensions, column.codes, i),
        unit,
        grain,
        accrual,
        points: [],
      };
      found.set(key, (one = { series, first: column.rows[i]! * 20_000 + column.columns[i]! }));
    }
    const value = column.values[i]!;
    one.series.points.push({
      period: yearKnown ? periodKey(column.days[i]!, column.grain) : null,
      start: yearKnown ? isoOf(column.days[i]!) : null,
      value: Number.isNaN(value) ? null : value,
      cell: cellAddress(column.rows[i]!, column.columns[i]!),
    });
  }
  return [...found.values()].filter(({ series }) => series.points.some((point) => point.value !== null));
}

/** Figures of several times of a day as one: their sum, the last of them, or their mean; in the cell of the last, or of the first that counts. */
function onePerDay({ points, accrual }: PrintedSeries): PrintedSeries['points'] {
  const days = new Map<string | null, PrintedSeries['points']>();
  for (const point of points) {
    const day = days.get(point.period);
    if (day) day.push(point);
    else days.set(point.period, [point]);
  }
  return [...days.values()].map((day) => {
    const known = day.filter(({ value }) => value !== null);
    if (known.length === 0) return day[0]!;
    if (accrual === 'level' || accrual === 'cumulative') return known.at(-1)!;
    const sum = known.reduce((all, { value }) => all + value!, 0);
    return { ...known[0]!, value: Number((accrual === 'flow' ? sum : sum / known.length).toPrecision(15)) };
  });
}

function printTable(table: TableProposal) {
  const yearKnown = !table.questions.some((question) => question.code === 'year-unknown');
  const series = table.data.flatMap((column) => seriesOf(column, table.dimensions, yearKnown));
  for (const { series: one } of series) if (table.timesOfDay) one.points = onePerDay(one);
  for (const { series: one } of series) if (yearKnown) one.points.sort((a, b) => (a.start! < b.start! ? -1 : a.start! > b.start! ? 1 : 0));
  return {
    sheet: table.sheet,
    hidden: table.hidden,
    range: rangeOf(table.region),
    title: table.title,
    headerRows: table.headerRows,
    layout: table.layout,
    columns: table.columns.map(({ name, kind, role, measure, unit, scale, missing, invalid }) => ({
      name,
      kind,
      role,
      ...(measure === null ? {} : { measure }),
      unit,
      scale,
      missing,
      invalid: invalid.map(({ code, cell, raw }) => ({ code, cell, raw })),
    })),
    series: series.sort((a, b) => a.first - b.first).map((one) => one.series),
    excluded: table.excluded.map(({ row, why }) => ({ row: row + 1, why })),
    questions: table.questions,
  };
}

/** What the list names; the rest of its rows is for the page. */
const printOkr = ({ objectives, keyResults }: OkrProposal) => ({
  objectives: objectives.map(({ title }) => ({ title })),
  keyResults: keyResults.map(({ row: _row, ...named }) => named),
});

/** The output of `leeway inspect`: the contract is command-line.md. */
export function inspection(proposal: ImportProposal) {
  const { name, format, encoding, delimiter } = proposal.file;
  return {
    leeway: 1,
    file: { name, format, encoding, delimiter },
    tables: proposal.tables.map(printTable),
    ...(proposal.okr ? { okr: printOkr(proposal.okr) } : {}),
    issues: proposal.issues,
  };
}
