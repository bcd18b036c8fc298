import { analyse, type AssessInput } from './assess.ts';
import type { Status } from './assessment.ts';
import { addPeriods } from './calendar.ts';
import type { Frame } from './frame.ts';
import { goodSideOfFrame } from './good-side.ts';
import { dataOf } from './steps.ts';
import { edgeOf, withoutOpenPeriod } from './turning-edge.ts';

/** A status that values to come would bring. */
type Turned = 'on-track' | 'at-risk' | 'off-track';

/** What would change a verdict. Values are those of a single period, each of the next `periods` at the value or beyond it. */
export type TurningPoint =
  | {
      readonly kind: 'values';
      readonly status: Turned;
      readonly periods: number;
      readonly value: number;
      readonly side: 'at-least' | 'at-most';
      /** The furthest figure on that side so far where none went as far as the value; else null. */
      readonly unseen: number | null;
    }
  /** No plausible values bring it back within the periods that are left. */
  | { readonly kind: 'never'; readonly periods: number }
  /** No plausible values change it within so many periods. */
  | { readonly kind: 'steady'; readonly periods: number };
type Values = Extract<TurningPoint, { kind: 'values' }>;

/** How many coming periods are asked about: few are decisions for the next meetings, many show whether there is still a way. */
const ASKED: readonly number[] = [1, 2, 3, 4, 6, 8, 12];
const ASKED_OF_DAYS: readonly number[] = [1, 7, 14, 28];
const SOON = 3;

interface Question {
  readonly input: AssessInput;
  readonly frame: Frame;
  readonly sigma: number;
  /** All figures are whole: so are the answers. */
  readonly whole: boolean;
  /** Smallest and greatest figure so far. */
  readonly least: number;
  readonly most: number;
  readonly left: number;
}

const good = (status: Status) => status === 'on-track' || status === 'achieved';
const turnedTo: Record<Turned, (status: Status) => boolean> = {
  'on-track': good,
  'at-risk': (status) => status === 'at-risk' || status === 'off-track',
  'off-track': (status) => status === 'off-track',
};

const grainOf = ({ keyResult, series }: AssessInput) => (keyResult.goal.kind === 'manual' ? 'week' : (series?.grain ?? 'week'));

/** Periods that can still come in by the due date, counted as values to come are: after the last known figure. */
function periodsLeft(frame: Frame, input: AssessInput): number {
  if (!frame.measured) return frame.future.length;
  const last = frame.window.at(-1)!.last;
  let count = 0;
  while (count < 400 && addPeriods(last, grainOf(input), count + 1) <= frame.due) count++;
  return count;
}

/**
 * How far beyond the best figure so far the plan itself makes plausible: twice its own pace over so many periods; for amounts what an
 * average period is planned to bring, up to twice the best.
 */
function plannedReach({ goal, kind, falling, from, opening, window, future, dueStep }: Frame, periods: number, seen: number): number {
  if (goal.kind === 'keep') return 0;
  if (kind === 'level') return (2 * periods * Math.abs(goal.target - from)) / dueStep;
  const all = Math.max(1, window.length + future.length);
  const amount = kind === 'mean' ? goal.target : (goal.target - (falling ? 0 : opening)) / all;
  return Math.min(Math.abs(amount - seen), Math.abs(seen));
}

/** Where to look: from beyond the one end of what was seen to beyond the other, by as much as it ever moved or as the plan asks. */
function rangeOf({ input, frame, least, most, sigma }: Question, status: Turned, side: 1 | -1, periods: number) {
  const range = Math.max(most - least, 4 * sigma, Math.abs(most) * 1e-6, Number.MIN_VALUE);
  // What was never below nothing will not be, nor a share above one.
  const floor = least >= 0 ? 0 : -Infinity;
  const ceiling = input.keyResult.unit === '%' && most <= 1 && least >= 0 ? 1 : Infinity;
  const place = (value: number) => Math.min(ceiling, Math.max(floor, value));
  const [seen, worst] = side > 0 ? [most, least] : [least, most];
  const { goal } = frame;
  const middle = goal.kind === 'keep' && goal.atLeast !== null && goal.atMost !== null ? (goal.atLeast + goal.atMost) / 2 : null;
  const beyond = (far: number) => place(seen + side * far);
  // Of a band the middle is best: further is out again on the other side.
  if (middle !== null && status === 'on-track') return { from: place(worst - side * range), seen, ends: [middle] };
  const from = middle ?? place(worst - side * range);
  const far = status === 'on-track' ? Math.max(range, plannedReach(frame, periods, seen)) : range;
  return { from, seen, ends: [...new Set([far, range, 0].map(beyond))] };
}

/** What each of the next periods must bring for a status, towards one side, for as many periods as are worth asking about. */
function* answersOf(question: Question, status: Turned, side: 1 | -1): Generator<void, Values[]> {
  const { input, least, most, sigma, left, whole } = question;
  const points: Values[] = [];
  for (const periods of grainOf(input) === 'day' ? ASKED_OF_DAYS : ASKED) {
    // The way back may be easier if it takes longer; of a fall, one that was seen before is enough.
    const enough = points.length > 0 && (periods > SOON || (status !== 'on-track' && points.at(-1)!.unseen === null));
    if (periods > left || enough) break;
    const { from, seen, ends } = rangeOf(question, status, side, periods);
    const value = yield* edgeOf({ input, periods, from, ends, keeps: turnedTo[status], sigma, whole });
    if (value === null) continue;
    const unseen = side > 0 ? value > most : value < least;
    points.push({ kind: 'values', status, periods, value, side: side > 0 ? 'at-least' : 'at-most', unseen: unseen ? seen : null });
  }
  return points;
}

/** The soonest way back, and the easiest where it is easier by more than a trifle. */
function* wayBack(question: Question, side: 1 | -1): Generator<void, TurningPoint[]> {
  const [soonest, ...later] = yield* answersOf(question, 'on-track', side);
  if (!soonest) return [{ kind: 'never', periods: question.left }];
  const easier = (best: Values, one: Values) => (side * (best.value - one.value) > question.sigma / 4 ? one : best);
  return [...new Set([soonest, later.reduce(easier, soonest)])];
}

/** Sides of the good: one, or for a band to keep within both. */
function sidesOf(frame: Frame, level: number): { better: 1 | -1; worse: readonly (1 | -1)[] } {
  const { goal } = frame;
  if (goal.kind === 'keep' && goal.atLeast !== null && goal.atMost !== null)
    return { better: level < (goal.atLeast + goal.atMost) / 2 ? 1 : -1, worse: [-1, 1] };
  const better = goodSideOfFrame(frame);
  return { better, worse: [better > 0 ? -1 : 1] };
}

function questionOf(input: AssessInput, frame: Frame, sigma: number): Question {
  const { keyResult, series } = input;
  // As they came in: a mean over several periods is not what the next period brings.
  const raw =
    series && keyResult.goal.kind !== 'manual'
      ? dataOf(series, frame.whole.start, frame.whole.opening)
      : [...frame.history, ...frame.window];
  const values = raw.filter(({ last }) => last <= frame.asOf).map(({ value }) => value);
  return {
    input,
    frame,
    sigma,
    whole: values.every(Number.isInteger),
    least: Math.min(...values),
    most: Math.max(...values),
    left: periodsLeft(frame, input),
  };
}

/**
 * What would change the verdict, by asking the engine itself with values to come. A generator, since it asks some dozens of times: it
 * yields before each, so that a page can answer in between; its result is complete at the end. Empty where nothing can change (the time is
 * over, the total is reached) or nothing can be asked (too few figures, checklists).
 */
export function* turningPoints(given: AssessInput): Generator<void, TurningPoint[]> {
  const input = withoutOpenPeriod(given);
  const { assessment, frame, outlook } = analyse(input);
  const { status } = assessment;
  if (!frame || !outlook || (status === 'achieved' && frame.kind === 'total')) return [];
  const question = questionOf(input, frame, outlook.sigma);
  if (question.left < 1) return [];
  const { better, worse } = sidesOf(frame, outlook.levelNow);
  const points: TurningPoint[] = good(status) ? [] : yield* wayBack(question, better);
  const worsened: readonly Turned[] = good(status) ? ['at-risk', 'off-track'] : status === 'at-risk' ? ['off-track'] : [];
  const before = points.length;
  for (const side of worse) {
    for (const turned of worsened) {
      const ways = yield* answersOf(question, turned, side);
      // A fall that was seen before tells more than one that never was.
      const way = ways.find(({ unseen }) => unseen === null) ?? ways[0];
      if (way) points.push(way);
    }
  }
  if (worsened.length && points.length === before) points.push({ kind: 'steady', periods: Math.min(SOON, question.left) });
  return points;
}
