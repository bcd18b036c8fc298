import { addPeriods, GRAINS, type EpochDay, type Grain } from '../domain/calendar.ts';
import { ACCRUALS, type DataColumn } from '../domain/dataset.ts';
import { day, flag, nullable, oneOf, record, text, type Codec, type Shelf } from './packing.ts';

/** Significant digits that a figure keeps where it is no short decimal number: far more than a chart or a verdict can tell apart. */
const DIGITS = 9;

/** Powers of ten to multiply with, the shortest numbers first: 12,000,000 is written as 12 (× 10⁻⁶), 0.831 as 831 (× 10³). */
const LEAST_EXPONENT = -9;
const MOST_EXPONENT = 12;

const scaled = (value: number, exponent: number) => Math.round(exponent >= 0 ? value * 10 ** exponent : value / 10 ** -exponent);
const unscaled = (whole: number, exponent: number) => (exponent >= 0 ? whole / 10 ** exponent : whole * 10 ** -exponent);

function exponentFor(values: readonly number[]): number {
  const largest = Math.max(...values.map(Math.abs), Number.MIN_VALUE);
  for (let exponent = LEAST_EXPONENT; exponent < MOST_EXPONENT; exponent++) {
    if (values.every((value) => unscaled(scaled(value, exponent), exponent) === value)) return exponent;
    if (largest * 10 ** exponent >= 10 ** DIGITS) return exponent;
  }
  return MOST_EXPONENT;
}

/** Numbers as their steps from one to the next, equal steps counted: 3, 4, 5, 6 → [3, 1, 1, 3]. */
function pack(numbers: readonly number[]): number[] {
  const runs: number[] = [];
  numbers.forEach((number, index) => {
    const step = number - (numbers[index - 1] ?? 0);
    if (runs.at(-2) === step) runs[runs.length - 1]! += 1;
    else runs.push(step, 1);
  });
  return runs;
}

function unpack(packed: unknown, shelf: Shelf): number[] {
  const numbers: number[] = [];
  if (!Array.isArray(packed)) return numbers;
  let current = 0;
  for (let i = 0; i + 1 < packed.length; i += 2) {
    const [step, times] = [Number(packed[i]), Number(packed[i + 1])];
    for (let n = 0; n < times && shelf.room > 0; n++, shelf.room--) numbers.push((current += step));
  }
  return numbers;
}

const runs: Codec<readonly number[]> = { pack, unpack };

/** Plain steps: figures rarely repeat their step, so that counting would only lengthen them. */
const steps: Codec<readonly number[]> = {
  pack: (numbers) => numbers.map((number, index) => number - (numbers[index - 1] ?? 0)),
  unpack(packed) {
    let current = 0;
    return Array.isArray(packed) ? packed.map((step) => (current += Number(step))) : [];
  },
};

/** Periods since the first day, or null where the days are no whole periods apart (levels measured on any day). */
function periodsSince(first: EpochDay, days: readonly EpochDay[], grain: Grain): number[] | null {
  const counts: number[] = [];
  let count = 0;
  for (const each of days) {
    while (addPeriods(first, grain, count) < each) count++;
    if (addPeriods(first, grain, count) !== each) return null;
    counts.push(count);
  }
  return counts;
}

/** How days are counted: one by one, or in periods from a first day, or (levels measured at a period's end) from the day after it. */
const BY_DAY = 0;
const BY_PERIOD = 1;
const BY_PERIOD_END = 2;

function packDays(days: readonly EpochDay[], grain: Grain): { mode: number; offsets: readonly number[] } {
  const first = days[0] ?? 0;
  const periods = periodsSince(first, days, grain);
  if (periods) return { mode: BY_PERIOD, offsets: periods };
  const after = days.map((each) => each + 1);
  const ends = periodsSince(first + 1, after, grain);
  return ends ? { mode: BY_PERIOD_END, offsets: ends } : { mode: BY_DAY, offsets: days.map((each) => each - first) };
}

function dayAt(first: EpochDay, offset: number, mode: unknown, grain: Grain | undefined): EpochDay {
  if (grain === undefined || mode === BY_DAY) return first + offset;
  return mode === BY_PERIOD ? addPeriods(first, grain, offset) : addPeriods(first + 1, grain, offset) - 1;
}

const head = record<Pick<DataColumn, 'name' | 'role' | 'unit' | 'grain' | 'accrual' | 'accrualCertain'> & { first: EpochDay }>({
  name: text,
  role: oneOf(['actual', 'target', 'value']),
  unit: nullable(text),
  grain: oneOf(GRAINS),
  accrual: oneOf(ACCRUALS),
  accrualCertain: flag,
  first: day,
});

/** A column without dimensions whose figures are in order of time: [head, how days are counted, days, exponent, figures, rows, columns]. */
export const column: Codec<DataColumn> = {
  pack(value, shelf) {
    const days = packDays([...value.days], value.grain);
    const figures = [...value.values];
    const exponent = exponentFor(figures);
    const whole = figures.map((each) => scaled(each, exponent));
    return [
      head.pack({ ...value, first: value.days[0] ?? 0 }, shelf),
      days.mode,
      runs.pack(days.offsets, shelf),
      exponent,
      steps.pack(whole, shelf),
      runs.pack([...value.rows], shelf),
      runs.pack([...value.columns], shelf),
    ];
  },
  unpack(packed, shelf) {
    if (!Array.isArray(packed)) return null;
    const { first = 0, ...rest } = (head.unpack(packed[0], shelf) ?? {}) as Partial<DataColumn> & { first?: EpochDay };
    return {
      ...rest,
      days: unpack(packed[2], shelf).map((offset) => dayAt(first, offset, packed[1], rest.grain)),
      values: (steps.unpack(packed[4], shelf) as number[]).map((whole) => unscaled(whole, Number(packed[3]))),
      rows: unpack(packed[5], shelf),
      columns: unpack(packed[6], shelf),
      codes: [],
    };
  },
};
