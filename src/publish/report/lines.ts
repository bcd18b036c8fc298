import type { EpochDay } from '../../domain/calendar.ts';
import { frameOf, isReplanned, type Frame } from '../../domain/frame.ts';
import { eraOf } from '../../domain/goal-eras.ts';
import { isInsideThen } from '../../domain/kept.ts';
import { limitsOf } from '../../domain/limits.ts';
import { dataOf, type Datum } from '../../domain/steps.ts';
import type { ReportRow } from './report.ts';

/** How many figures before the start are listed: as many as the chart shows. */
const HISTORY = 60;

/** One figure of a key result. */
export interface Line {
  readonly first: EpochDay;
  readonly last: EpochDay;
  /** The figure itself; of a running total the amount of its period. */
  readonly figure: number;
  /** What the key result reads by then: the figure, the sum or mean so far, or the mean of the last periods. Null where nothing counts yet. */
  readonly reading: number | null;
  readonly counts: boolean;
  readonly plan: number | null;
  /** Usual limits of the figure, or of a goal to keep its bounds at that time. */
  readonly low: number | null;
  readonly high: number | null;
  /** The bounds are those of today's goal. */
  readonly today: boolean;
  readonly inside: boolean | null;
}

/** The figures of a key result with what they are read by. */
export interface Lines {
  readonly frame: Frame;
  readonly lines: readonly Line[];
  /** The period that is not over counts so far as it goes. */
  readonly open: boolean;
}

const boundsAt = (frame: Frame, datum: Datum) => {
  const { goal, keptBefore, measured } = frame;
  const place = keptBefore ? eraOf(keptBefore, datum, measured) : -1;
  const earlier = place >= 0 && place < keptBefore!.length - 1 ? keptBefore![place]!.goal : null;
  const then = earlier?.kind === 'keep' ? earlier : goal;
  return then.kind === 'keep' ? { low: then.atLeast, high: then.atMost, today: earlier === null } : null;
};

/** Figures before smoothing, where there are any. */
function rawOf(frame: Frame, { keyResult, series }: ReportRow): readonly Datum[] {
  const whole = [...frame.whole.history, ...frame.whole.window];
  if (frame.smooth === 1 || !series) return whole;
  const newest = whole.at(-1)?.last ?? -Infinity;
  return dataOf(series, keyResult.start, frame.whole.opening).filter(({ value, last }) => Number.isFinite(value) && last <= newest);
}

/** Null where the key result reads no figures. */
export function linesOf(row: ReportRow, asOf: EpochDay): Lines | null {
  const { keyResult, series } = row;
  const frame = frameOf({ keyResult, series, asOf });
  if (!frame) return null;
  const { whole, partial, kind, goal } = frame;
  const open = kind === 'total' && partial !== null;
  const counting = open ? [...whole.window, partial] : whole.window;
  const read = new Map([...whole.history, ...whole.window].map((datum) => [datum.last, datum.value]));
  const firstCounting = counting[0]?.first ?? Infinity;
  const raw = [...rawOf(frame, row), ...(open ? [partial] : [])];
  const history = raw.filter(({ first }) => first < firstCounting).length;
  const limits = kind === 'total' ? null : limitsOf({ keyResult, series, asOf });
  const limitAt = new Map(
    limits?.segments.flatMap(({ begin, end }) => limits.points.slice(begin, end).map((point) => [point.last, point])) ?? [],
  );
  let [sum, n] = [whole.opening, 0];
  const lines = raw.slice(Math.max(0, history - HISTORY)).map((datum): Line => {
    const { first, last, at, value } = datum;
    const counts = first >= firstCounting;
    if (counts) [sum, n] = [sum + value, n + 1];
    const soFar = counts ? (kind === 'total' ? sum : (sum - whole.opening) / n) : null;
    const reading = kind === 'total' || kind === 'mean' ? soFar : (read.get(last) ?? null);
    const bounds = boundsAt(frame, datum);
    const limit = limitAt.get(last);
    const planned =
      counts && goal.kind !== 'keep' && !frame.falling && at >= frame.start
        ? kind === 'mean'
          ? goal.target
          : frame.from + (goal.target - frame.from) * frame.shareAt(open && datum === partial ? asOf + 1 : at)
        : null;
    return {
      first,
      last,
      figure: value,
      reading,
      counts,
      plan: planned,
      low: bounds ? bounds.low : (limit?.lower ?? null),
      high: bounds ? bounds.high : (limit?.upper ?? null),
      today: bounds?.today ?? false,
      inside: bounds && counts && reading !== null ? isInsideThen(frame, { ...datum, value: reading }) : null,
    };
  });
  return { frame, lines, open };
}

/** The path is a straight line from baseline and start to target and due date, so that these four say it all. */
export const isStraight = ({ frame }: Lines, { keyResult }: ReportRow): boolean =>
  !isReplanned(frame) && frame.goal.kind !== 'keep' && frame.goal.plan.kind === 'linear' && frame.due === keyResult.due;
