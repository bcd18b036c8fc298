import type { MeasureRole } from '../../domain/dataset.ts';
import type { QuestionCode, TableChoice } from '../protocol.ts';
import type { Sheet } from './cell.ts';
import type { CellKinds } from './kinds.ts';
import { fiscalStartIn, fiscalYearIn, type FiscalYear } from './fiscal.ts';
import type { Frame } from './frame.ts';
import { periodIn, yearIn, type PeriodText } from './period.ts';
import type { Around, PeriodCache } from './resolve-periods.ts';
import { announcedUnit, type Unit } from './unit.ts';
import { measureOf, metricOfTitle, takeMeasure } from './words.ts';

/** What stands around a table and decides what its cells leave open. */
export interface TableContext {
  readonly sheet: Sheet;
  readonly frame: Frame;
  readonly title: string;
  readonly kinds: CellKinds;
  readonly periods: PeriodCache;
  readonly delimiter: string | null;
  readonly choice: TableChoice;
  readonly year: { readonly value: number; readonly from: 'title' | 'sheet' | 'file' | 'choice' } | null;
  readonly period: PeriodText | null;
  /** What the lines, the sheet's name and the file's name add to periods that are written in part. */
  readonly around: Around;
  /** Unit announced for the whole table (单位：万元). */
  readonly unit: Unit | null;
  /** Measure that the sheet's name announces. */
  readonly measure: MeasureRole;
  /** Name of the metric where the table itself names none. */
  readonly metric: string;
}

/** Questions of one table, each asked once. */
export class Questions {
  private readonly asked = new Map<string, { code: QuestionCode; column?: string }>();
  ask(code: QuestionCode, column?: string): void {
    const key = `${code} ${column ?? ''}`;
    if (!this.asked.has(key)) this.asked.set(key, column === undefined ? { code } : { code, column });
  }
  get list(): { code: QuestionCode; column?: string }[] {
    return [...this.asked.values()];
  }
}

const stem = (file: string) => file.replace(/\.[^.]{1,5}$/, '');

type Year = NonNullable<TableContext['year']> & { readonly fiscal: FiscalYear | null };

function findYear(choice: TableChoice, lines: readonly string[], sheet: string, file: string): Year | null {
  if (choice.year !== undefined) return { value: choice.year, from: 'choice', fiscal: null };
  const places = [...lines.map((line) => [line, 'title'] as const), [sheet, 'sheet'] as const, [stem(file), 'file'] as const];
  for (const [line, from] of places) {
    const fiscal = fiscalYearIn(line);
    const value = fiscal?.year ?? yearIn(line);
    if (value !== null) return { value, from, fiscal };
  }
  return null;
}

const isDefaultSheetName = (name: string) => /^(sheet|工作表|tabelle|feuil|hoja)\s?\d*$/i.test(name.trim());

/** Gathers what title lines, sheet name and file name say about a table. */
export function readContext(
  base: { sheet: Sheet; frame: Frame; kinds: CellKinds; periods: PeriodCache; delimiter: string | null },
  choice: TableChoice,
  file: string,
): TableContext {
  const { sheet, frame } = base;
  const title = frame.lines.find((line) => !/^(单位|單位|unit)\s*[:：]/i.test(line)) ?? '';
  const period = [title, sheet.name, stem(file)].map(periodIn).find((one) => one !== null) ?? null;
  const found = findYear(choice, frame.lines, sheet.name, file);
  const fiscalStart = [...frame.lines, sheet.name, stem(file)].map(fiscalStartIn).find((month) => month !== null) ?? null;
  const sheetWord = isDefaultSheetName(sheet.name) ? '' : metricOfTitle(takeMeasure(sheet.name).base);
  return {
    ...base,
    title,
    choice,
    year: found && { value: found.value, from: found.from },
    period,
    around: {
      year: found?.value ?? null,
      month: period?.grain === 'month' ? period.part : null,
      fiscal: found?.fiscal ?? null,
      fiscalStart,
    },
    unit: frame.lines.map(announcedUnit).find((unit) => unit !== null) ?? null,
    measure: measureOf(sheet.name) === 'value' ? measureOf(title) : measureOf(sheet.name),
    metric: metricOfTitle(title) || sheetWord || metricOfTitle(takeMeasure(stem(file)).base) || stem(file),
  };
}
