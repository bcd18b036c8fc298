import type { MeasureRole } from '../../domain/dataset.ts';
import { fold, isBlank, textOf, type Cell, type Sheet } from './cell.ts';
import type { Frame } from './frame.ts';
import { headerTexts } from './header.ts';
import { readPeriod, type PeriodText } from './period.ts';
import { periodOfCell, type PeriodCache } from './resolve-periods.ts';
import { parseUnit, splitUnit, type Unit } from './unit.ts';
import { isPeriodHeader, takeMeasure, takeYear } from './words.ts';
import { columnLetters } from '../../domain/dataset.ts';

/** What the header says about one column. */
export interface ColumnHeader {
  readonly index: number;
  /** All header words without the unit, unique in the table. */
  readonly name: string;
  /** The same without period and measure words; '' where nothing else is said. */
  readonly base: string;
  readonly unit: Unit | null;
  readonly period: PeriodText | null;
  readonly measure: MeasureRole;
  /** A target for a whole year: 年度目标, FY26 Target, annual budget. */
  readonly yearly: boolean;
  /** No header cell at all. */
  readonly unnamed: boolean;
}

interface Part {
  readonly text: string;
  readonly unit: Unit | null;
  readonly period: PeriodText | null;
  readonly measure: MeasureRole;
  readonly base: string;
  readonly leading: boolean;
  /** The target is one for a whole year. */
  readonly yearly: boolean;
  /** A period found at an edge of the base: believed where another column has another one. */
  readonly split?: Split;
}

interface Split {
  readonly period: PeriodText;
  readonly base: string;
}

const LONGEST_PERIOD = 14;

/** Takes a period off the beginning or the end of a header: 2026年1月得分, 'Revenue Q1 2026'. */
function splitPeriod(text: string): Split | null {
  for (let length = Math.min(text.length - 1, LONGEST_PERIOD); length >= 2; length--) {
    const [head, tail] = [text.slice(0, length), text.slice(-length)];
    const before = readPeriod(head);
    if (before && !before.weak && isWordEdge(text, length)) return { period: before, base: text.slice(length).trim() };
    const after = readPeriod(tail);
    if (after && !after.weak && isWordEdge(text, text.length - length)) return { period: after, base: text.slice(0, -length).trim() };
  }
  return null;
}

/** Latin words and numbers are not cut in two. */
const isWordEdge = (text: string, at: number): boolean => !(/[a-z0-9.]/i.test(text[at - 1] ?? '') && /[a-z0-9.]/i.test(text[at] ?? ''));

/** S12 is a week where it stands in a column of weeks; over a column it is a machine or a size. */
const unlessSensor = (period: PeriodText | null, text: string): PeriodText | null => (/^\s*s\d/i.test(text) ? null : period);

function readPart(cell: Cell, cache: PeriodCache): Part {
  const whole = unlessSensor(periodOfCell(cell, cache), textOf(cell));
  if (whole) return { text: fold(textOf(cell)), unit: null, period: whole, measure: 'value', base: '', leading: false, yearly: false };
  const { name, unit } = splitUnit(textOf(cell));
  const { base: measured, measure, leading } = takeMeasure(name);
  const period = unlessSensor(readPeriod(fold(name)), name) ?? (measure === 'value' ? null : readPeriod(fold(measured)));
  if (period) return { text: name, unit, period, measure, base: '', leading, yearly: measure === 'target' && period.grain === 'year' };
  const ofYear = measure === 'target' ? takeYear(measured) : null;
  const base = ofYear ?? measured;
  const split = splitPeriod(fold(base));
  // 年度目标 leads no name that would have to stand elsewhere.
  return {
    text: name,
    unit,
    period: null,
    measure,
    base,
    leading: leading && ofYear !== '',
    yearly: ofYear !== null,
    ...(split ? { split } : {}),
  };
}

const inYear = (part: PeriodText, { year, fiscal }: PeriodText): PeriodText => ({
  ...part,
  year,
  weak: false,
  ...(fiscal ? { fiscal } : {}),
});

/** 2025年 above 1月, or the finer of two. */
function joinPeriods(parts: readonly Part[]): PeriodText | null {
  const [first, ...rest] = parts.flatMap((part) => part.period ?? []);
  let joined = first ?? null;
  for (const period of rest) {
    if (!joined) break;
    if (period.year === null) joined = inYear(period, joined);
    else if (joined.year === null) joined = inYear(joined, period);
    else if (period.grain !== 'year') joined = period;
  }
  return joined;
}

function uniqueName(name: string, index: number, taken: Set<string>): string {
  const wanted = name === '' ? `Column ${columnLetters(index)}` : name;
  let unique = wanted;
  for (let n = 2; taken.has(unique); n++) unique = `${wanted} (${n})`;
  taken.add(unique);
  return unique;
}

function withoutRepeats(cells: readonly Cell[]): Cell[] {
  const filled = cells.filter((cell) => !isBlank(cell));
  // 年度 above 季度 above 门店 names what the header rows are.
  const named = filled.filter((cell, index) => index === filled.length - 1 || !isPeriodHeader(textOf(cell)));
  return named.filter((cell, index) => index === 0 || textOf(cell) !== textOf(named[index - 1]!));
}

/** A last header row that holds nothing but units belongs to the names above it. */
function isUnitRow(columns: readonly (readonly Cell[])[]): boolean {
  if ((columns[0]?.length ?? 0) < 2) return false;
  const last = columns.map((cells) => cells.at(-1) ?? '').filter((cell) => !isBlank(cell));
  const texts = last.map((cell) => fold(textOf(cell)));
  return texts.some(isPlainlyUnit) && texts.every((text) => parseUnit(bare(text)) !== null);
}

const bare = (text: string) => text.replace(/^[(（]|[)）]$/g, '');

/** 万元, %, kg and hours are units wherever they stand; orders and visits may as well be metrics. */
function isPlainlyUnit(text: string): boolean {
  const unit = parseUnit(bare(text));
  if (!unit) return false;
  const isMoney = unit.unit !== null && /^(%|[A-Z]{3})$/.test(unit.unit);
  const isShort = bare(text).length <= (/\p{Script=Han}/u.test(text) ? 2 : 3);
  return isMoney || isShort || unit.scale !== 1 || bare(text) !== text || /[^\p{L}]/u.test(text) || MEASURES.test(text);
}

const MEASURES =
  /^(hours?|minutes?|seconds?|days?|weeks?|months?|tons?|tonnes?|metres?|meters?|pieces?|people|persons?|stück|stunden|tage|heures|jours)$/i;

interface Draft {
  readonly parts: readonly Part[];
  readonly unit: Unit | null;
}

/** 1月得分 | 2月得分 are periods of one metric; a lone 2025年收入 is a name. */
function believeSplits(drafts: readonly Draft[]): readonly Draft[] {
  const split = drafts.flatMap(({ parts }) => parts.flatMap((part) => part.split ?? []));
  const distinct = new Set(split.map(({ period }) => JSON.stringify(period)));
  if (distinct.size < 2 || split.length < distinct.size) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    parts: draft.parts.map((part) => (part.split ? { ...part, period: part.split.period, base: part.split.base, leading: false } : part)),
  }));
}

/** 2026年销售目标 beside months is the target of a year. */
function believeYears(drafts: readonly Draft[]): readonly Draft[] {
  if (!drafts.some(({ parts }) => parts.some(({ period }) => period && period.grain !== 'year'))) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    parts: draft.parts.map(({ split, ...part }) =>
      part.measure === 'target' && split?.period.grain === 'year'
        ? { ...part, period: split.period, base: split.base, leading: false, yearly: true }
        : { ...part, ...(split ? { split } : {}) },
    ),
  }));
}

/** Reads the header cells of every column of a table. */
export function readHeaders(sheet: Sheet, frame: Frame, cache: PeriodCache): ColumnHeader[] {
  const { left, right } = frame.region;
  const cells = headerTexts(sheet, frame.headerRow, frame.headerRows, left, right);
  const unitsBelow = isUnitRow(cells);
  const read = cells.map((column) => {
    const below = unitsBelow ? (column.at(-1) ?? '') : '';
    const parts = withoutRepeats(unitsBelow ? column.slice(0, -1) : column).map((cell) => readPart(cell, cache));
    const unitBelow = isBlank(below) ? null : parseUnit(bare(fold(textOf(below))));
    return { parts, unit: unitBelow ?? parts.findLast((part) => part.unit)?.unit ?? null };
  });
  const drafts = believeSplits(believeYears(read));
  const bases = drafts.flatMap(({ parts }) => parts.map((part) => part.base));
  const taken = new Set<string>();
  return drafts.map(({ parts, unit }, offset) => {
    // 目标客户数 is a target only where 客户数 or 实际客户数 stands beside it; 实际 and 预算 likewise.
    const believed = parts.map((part) => {
      if (!part.leading || part.period) return part;
      const alike = bases.filter((base) => base.toLowerCase() === part.base.toLowerCase());
      if (alike.length < 2) return { ...part, measure: 'value' as const, base: part.text };
      // 'Target renewal rate' belongs to 'Renewal rate'.
      return { ...part, base: alike.find((base) => base !== part.base) ?? part.base };
    });
    const name = believed.map((part) => part.text).join(' ');
    return {
      index: left + offset,
      name: uniqueName(name, left + offset, taken),
      base: believed
        .map((part) => part.base)
        .filter((base) => base !== '')
        .join(' '),
      unit,
      period: joinPeriods(believed),
      measure: believed.findLast((part) => part.measure !== 'value')?.measure ?? 'value',
      yearly: believed.some((part) => part.yearly && part.measure === 'target'),
      unnamed: parts.length === 0,
    };
  });
}
