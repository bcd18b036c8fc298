import { fold, textOf, type Sheet } from './cell.ts';
import { simplified } from './chinese.ts';
import { spanOfName } from './clock.ts';
import type { ColumnHeader } from './column-header.ts';
import type { CellKinds } from './kinds.ts';
import { isIdentifier } from './number.ts';
import { readPeriod } from './period.ts';
import { isIdentifierHeader, isMonthHeader, isPeriodHeader, isSerialHeader, isWeightHeader } from './words.ts';

/** What the cells of a column are, judged on a sample of its rows. */
export interface Profile {
  readonly header: ColumnHeader;
  readonly kind: 'date' | 'number' | 'text' | 'blank';
  /** Digits of a column such as 月份 that stand for months 1–12. */
  readonly monthNumbers: boolean;
  /** Row numbers or identifiers: digits that count nothing. */
  readonly label: boolean;
  /** Most cells are written like 1:30: spans in a column of figures, else times of day. */
  readonly clock: boolean;
  readonly filled: number;
}

const MOST_ROWS = 600;
/** Shares of the filled cells that must agree. */
const DATE_SHARE = 0.6;
const NUMBER_SHARE = 0.6;

function isRowNumbers(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.every((text, index) => Number(text) === Number(texts[0]) + index) && Number(texts[0]) <= 1;
}

/** The days from 1982 to 2091 as a workbook holds them; in a text they are figures. */
const isSerial = (text: string): boolean => /^[3-6]\d{4}(\.\d+)?$/.test(text);

/** Weak digits (2025, 202503, 2025.10, a serial) are periods under a header that says so, or rising down the first column. */
function weakPeriods(texts: readonly string[], header: ColumnHeader, first: boolean, serials: boolean): boolean {
  if (serials && isPeriodHeader(header.name) && texts.every(isSerial)) return true;
  if (texts.length === 0 || !texts.every((text) => readPeriod(text) !== null)) return false;
  if (isPeriodHeader(header.name)) return true;
  const counted = texts.map((text) => Number(/^\d+/.exec(text)?.[0]));
  return first && texts.length > 1 && counted.every((count, index) => index === 0 || count > counted[index - 1]!);
}

/** Whether cells such as 1:30 under a header are spans: 时长 is one, 班次时间 is a time of day, and 'time' is one where no cell is written like 08:00. */
function namesSpans(header: ColumnHeader, texts: readonly string[]): boolean {
  if (header.unit !== null)
    return /^(h|hrs?|hours?|mins?|minutes?|s|secs?|seconds?|小时|小時|时|時|分|分钟|分鐘|秒)$/i.test(header.unit.unit ?? '');
  const said = spanOfName(simplified(fold(header.name).toLowerCase()));
  return said === 'span' || (said === 'open' && !texts.some((text) => /^(0[1-9]|1\d|2[0-3]):/.test(text)));
}

/** Judges one column. `rows` are body rows; `first` whether it is the leftmost one. */
export function profileColumn(sheet: Sheet, rows: Int32Array, header: ColumnHeader, kinds: CellKinds, first: boolean): Profile {
  const step = Math.max(1, Math.floor(rows.length / MOST_ROWS));
  const counts = { blank: 0, number: 0, year: 0, period: 0, mark: 0, clock: 0, text: 0 };
  const texts: string[] = [];
  let [identifiers, figures] = [0, 0];
  for (let i = 0; i < rows.length; i += step) {
    const cell = sheet.at(rows[i]!, header.index);
    const kind = kinds.of(cell);
    counts[kind]++;
    if (kind === 'blank' || kind === 'mark') continue;
    const text = textOf(cell).trim();
    texts.push(text);
    if (typeof cell !== 'string') figures++;
    if (kind === 'text' && isIdentifier(text)) identifiers++;
  }
  const filled = texts.length;
  const numbers = counts.number + counts.year + (header.period ? counts.clock : 0);
  const make = (kind: Profile['kind'], label = false, monthNumbers = false): Profile => ({
    header,
    kind,
    label,
    monthNumbers,
    clock: counts.clock * 2 > filled,
    filled,
  });
  if (filled === 0) return make('blank');
  if (header.period === null) {
    if (counts.period / filled >= DATE_SHARE) return make('date');
    if (weakPeriods(texts, header, first, figures === texts.length)) return make('date');
    if (isMonthHeader(header.name) && texts.every((text) => /^(0?[1-9]|1[0-2])$/.test(text))) return make('date', false, true);
  }
  if ((counts.clock + numbers) / filled >= NUMBER_SHARE && counts.clock > 0 && namesSpans(header, texts)) return make('number');
  if (identifiers / filled > 0.2) return make('text', true);
  const integers = () => texts.every((text) => /^\d+$/.test(text));
  if (header.period === null && numbers === filled && (isSerialHeader(header.name) || isIdentifierHeader(header.name)) && integers())
    return make('number', true);
  if (header.unnamed && first && numbers === filled && isRowNumbers(texts)) return make('number', true);
  return make(numbers / filled >= NUMBER_SHARE ? 'number' : 'text', isIdentifierHeader(header.name) || isWeightHeader(header.name));
}
