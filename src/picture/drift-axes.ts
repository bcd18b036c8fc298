import { addMonths, civilOf, dayOf, type EpochDay } from '../domain/calendar.ts';
import type { DayValue, DriftPicture, DriftWords } from './drift-picture.ts';
import { roundTicks, widthOf } from './review-axes.ts';

/** Below this width in pixels marks and letters are smaller, and words stand above their figures. */
export const NARROW = 480;
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** First days of months between two days, at most so many; several months apart they begin with the year. */
export function monthTicks(from: EpochDay, to: EpochDay, most = 12): EpochDay[] {
  const months = (to - from) / 30.4;
  const step = MONTH_STEPS.find((one) => months / one <= most) ?? Math.ceil(months / most / 12) * 12;
  const ticks: EpochDay[] = [];
  const { year, month } = civilOf(from);
  for (let day = dayOf(year, step >= 12 ? 1 : month - ((month - 1) % step), 1); day <= to; day = addMonths(day, step))
    if (day >= from) ticks.push(day);
  return ticks;
}

/** Everything that must be in sight. A wild 95% range must not flatten the figures: of the fan it is the 80% range, and that with measure. */
function extent({ fan, actual, history, plan, limits }: DriftPicture, trial: DayValue | null): [number, number] {
  const near = [...actual, ...history, ...plan.now].map(({ value }) => value);
  const lines = [plan.otherBound, ...plan.earlier, ...plan.abandoned].flat().map(({ value }) => value);
  const values = [
    ...near,
    ...lines,
    ...limits.flat().flatMap(({ low, high }) => [low, high]),
    ...fan.map(({ p50 }) => p50),
    ...(trial ? [trial.value] : []),
  ];
  if (!values.length) return [0, 1];
  let [low, high] = [Math.min(...values), Math.max(...values)];
  if (fan.length && near.length) {
    const [lowest, highest] = [Math.min(...near), Math.max(...near)];
    const room = 1.2 * (highest - lowest || Math.abs(highest) || 1);
    low = Math.min(low, Math.max(lowest - room, Math.min(...fan.map(({ p10 }) => p10))));
    high = Math.max(high, Math.min(highest + room, Math.max(...fan.map(({ p90 }) => p90))));
  }
  return high > low ? [low, high] : [low - (Math.abs(low) || 1) * 0.1, high + (Math.abs(high) || 1) * 0.1];
}

/** Ticks with a round one below and above everything. */
function valueTicks([low, high]: readonly [number, number]): readonly number[] {
  const inside = roundTicks(low, high, 6);
  const step = inside.length > 1 ? inside[1]! - inside[0]! : high - low;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Where everything stands in the chart, in pixels. */
export interface Axes {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly narrow: boolean;
  readonly font: number;
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly x: (day: EpochDay) => number;
  readonly y: (value: number) => number;
  readonly days: readonly Tick[];
  readonly values: readonly Tick[];
}

/** The axes of a drift chart of this size. `room` is kept free at the right, for the words at the ends of the lines; what is tried is in sight. */
export function driftAxes(
  picture: DriftPicture,
  words: Pick<DriftWords, 'day' | 'value'>,
  { width, height }: Size,
  room: number,
  trial: DayValue | null = null,
): Axes {
  const narrow = width < NARROW;
  const font = narrow ? 11 : 12;
  const from = Math.min(picture.history[0]?.day ?? picture.start, picture.start);
  const to = Math.max(picture.due, picture.actual.at(-1)?.day ?? picture.due, trial?.day ?? picture.due, from + 1);
  const ticks = valueTicks(extent(picture, trial));
  const shown = ticks.map((value) => words.value(value));
  const left = Math.ceil(8 + Math.max(...shown.map((text) => widthOf(text, font))));
  const right = Math.max(left + 60, width - room);
  const [top, bottom] = [24, height - font - 12];
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const x = (day: EpochDay) => left + ((day - from) / (to - from)) * (right - left);
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  const widest = Math.max(...monthTicks(from, to).map((day) => widthOf(words.day(day), font)), 20);
  const days = monthTicks(from, to, Math.max(2, Math.min(12, Math.floor((right - left) / (widest + 10)))));
  return {
    left,
    right,
    top,
    bottom,
    narrow,
    font,
    from,
    to,
    x,
    y,
    days: days.map((day) => ({ at: x(day), text: words.day(day) })),
    values: ticks.map((value, i) => ({ at: y(value), text: shown[i]! })),
  };
}
