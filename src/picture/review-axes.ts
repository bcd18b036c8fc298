import { addMonths, civilOf, dayOf, type EpochDay } from '../domain/calendar.ts';
import type { DriftPicture } from './drift-picture.ts';

const STEPS = [1, 2, 2.5, 5, 10];

/** Round values inside a range, about `count` of them. */
export function roundTicks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count);
  if (!(rough > 0) || !Number.isFinite(rough)) return [low];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((one) => one * power).find((one) => one >= rough * 0.999) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(high / step + 1e-9) - first + 1) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** First days of months inside a time, at most about eight of them. */
export function monthTicks(from: EpochDay, to: EpochDay): EpochDay[] {
  const { year, month } = civilOf(from);
  const all: EpochDay[] = [];
  for (let day = dayOf(year, month, 1); day <= to; day = addMonths(day, 1)) if (day >= from) all.push(day);
  const every = Math.ceil(all.length / 8);
  return all.filter((_, i) => i % every === 0);
}

/** Values that must be in sight: what was, what is wanted, and where it probably ends. */
export function rangeOf({ actual, plan, limits, fan }: DriftPicture): { low: number; high: number } {
  const end = fan.at(-1);
  const values = [
    ...actual.map(({ value }) => value),
    ...plan.now.map(({ value }) => value),
    ...plan.otherBound.map(({ value }) => value),
    ...limits.flat().flatMap(({ low, high }) => [low, high]),
    ...(end ? [end.p10, end.p90] : []),
  ];
  if (!values.length) return { low: 0, high: 1 };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const air = (high - low || Math.abs(high) || 1) * 0.06;
  return { low: low - air, high: high + air };
}

/** Signs that Chinese letters write as wide as high, also among others. */
const FULL = /[·“”‘’…—→≥≤×※]/;
const NARROW = /[ ijl.,:;'|!]/;
const SLIM = /[frtI()[\]\-/]/;
const WIDE = /[%mwMW@]/;

/** Width of one sign in a sans serif of size 1, rather too much than too little: fonts differ. */
function signWidth(sign: string): number {
  if (sign > '\u2e80' || FULL.test(sign)) return 1;
  if (NARROW.test(sign)) return 0.34;
  if (SLIM.test(sign)) return 0.44;
  if (WIDE.test(sign)) return 0.95;
  return sign >= 'A' && sign <= 'Z' ? 0.7 : 0.6;
}

/** Width of a text in a sans serif of this size. */
export const widthOf = (text: string, size: number): number => [...text].reduce((sum, sign) => sum + signWidth(sign) * size, 0);

/** Labels at the right that would lie on each other are moved apart, in their order. */
export function apart(wanted: readonly number[], gap: number): number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  const placed = [...wanted];
  let last = -Infinity;
  for (const { y, i } of order) {
    placed[i] = last = Math.max(y, last + gap);
  }
  return placed;
}
