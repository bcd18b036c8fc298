import { isBlank, textOf, type Cell } from './cell.ts';
import { codeCells } from './coded-cells.ts';
import type { Body } from './body.ts';
import type { ColumnHeader } from './column-header.ts';
import { isFiscalHeader } from './fiscal.ts';
import type { PeriodText } from './period.ts';
import { joinYear, NO_DAY, periodOfCell, resolvePeriods, type Around, type PeriodCache, type Periods } from './resolve-periods.ts';
import type { Profile } from './profile.ts';
import { isPeriodHeader } from './words.ts';
import type { DateOrder } from '../protocol.ts';

/** Periods of many rows by the distinct ones among them: row i holds `texts[codes[i]]`, null where it names no period. Code 0 is blank. */
export interface CodedPeriods {
  readonly codes: Int32Array;
  readonly texts: readonly (PeriodText | null)[];
}

/** Excel serials shown as plain numbers under a header such as 日期. */
function serialPeriod(cell: Cell): Cell {
  if (typeof cell === 'string' || cell.kind !== 'number' || cell.value < 30_000 || cell.value > 70_000) return cell;
  return { kind: 'date', day: Math.floor(cell.value) - 25_569, format: '' };
}

/** The periods that a column of a table names. */
export function readPeriods(body: Body, profile: Profile, cache: PeriodCache): CodedPeriods {
  const { codes, cells } = codeCells(body.sheet, body.rows, profile.header.index, false);
  const serials = isPeriodHeader(profile.header.name);
  const fiscal = isFiscalHeader(profile.header.name);
  const texts = cells.map((cell) => {
    const text = profile.monthNumbers && !isBlank(cell) ? `${Number(textOf(cell))}月` : serials ? serialPeriod(cell) : cell;
    const read = periodOfCell(text, cache);
    return fiscal && read?.grain === 'year' && !read.fiscal ? { ...read, fiscal: 'one' as const } : read;
  });
  return { codes, texts };
}

/** Whether every period that is named fulfils a condition. */
export const everyPeriod = ({ texts }: CodedPeriods, holds: (text: PeriodText) => boolean): boolean =>
  texts.every((text) => text === null || holds(text));

/** Blank periods under a filled one, in rows that have figures, belong to the group above (a date written once for several regions). */
export function fillGroups({ codes, texts }: CodedPeriods): CodedPeriods {
  if (!codes.includes(0)) return { codes, texts };
  let last = 0;
  return {
    texts,
    codes: codes.map((code) => {
      if (texts[code] !== null) last = code;
      return code === 0 ? last : code;
    }),
  };
}

/** Year and part in two columns (2024 | 第一季度): the second fills the year that the first lacks. */
export function joinYears(parts: CodedPeriods, body: Body, { index: column, name }: ColumnHeader, cache: PeriodCache): CodedPeriods {
  const years = codeCells(body.sheet, body.rows, column, false);
  const texts: (PeriodText | null)[] = [null];
  const known = new Map<number, number>();
  const codes = parts.codes.map((code, i) => {
    if (code === 0) return 0;
    const key = code * years.cells.length + years.codes[i]!;
    let joined = known.get(key);
    if (joined === undefined) {
      const part = parts.texts[code]!;
      joined = texts.push(joinYear(part, years.cells[years.codes[i]!]!, isFiscalHeader(name), cache) ?? part) - 1;
      known.set(key, joined);
    }
    return joined;
  });
  return { codes, texts };
}

/** Puts coded periods on the calendar. Where all of them name their year, each distinct one is looked at once. */
export function resolveCoded({ codes, texts }: CodedPeriods, around: Around, order: DateOrder | undefined): Periods {
  if (texts.some((text) => text !== null && (text.year === null || (text.grain === 'day' && text.part === 0))))
    return resolvePeriods(
      Array.from(codes, (code) => texts[code]!),
      around,
      order,
    );
  const counts = new Float64Array(texts.length);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]!++;
  const used = texts.map((text, code) => (counts[code] ? text : null));
  const distinct = resolvePeriods(used, around, order, counts);
  return { ...distinct, days: codes.map((code) => distinct.days[code] ?? NO_DAY) };
}
