import { analyse, type AssessInput } from './assess.ts';
import type { Status } from './assessment.ts';
import { displayStep } from './display-step.ts';

/** Which value of the coming periods is the edge of a promise about the status. */
interface EdgeQuestion {
  readonly input: AssessInput;
  readonly periods: number;
  /** Where the promise is not kept. */
  readonly from: number;
  /** Where it may be: the first that keeps it is taken. */
  readonly ends: readonly number[];
  readonly keeps: (status: Status) => boolean;
  /** Noise in the unit of the key result; answers are no finer than they need be. */
  readonly sigma: number;
  /** Only whole figures are answers. */
  readonly whole: boolean;
}

/** The status if each of the next periods brought this value. */
export const statusAfter = (input: AssessInput, value: number, periods: number): Status =>
  analyse({ ...withoutOpenPeriod(input), adjustment: { nextValues: Array.from({ length: periods }, () => value) } }).assessment.status;

/** Values to come begin with the period that is not over: what it has brought so far is not its figure yet. */
export function withoutOpenPeriod(input: AssessInput): AssessInput {
  const { frame } = analyse(input);
  const open = frame?.partial;
  if (!open || !input.series) return input;
  return { ...input, series: { ...input.series, points: input.series.points.filter(({ day }) => day < open.first) } };
}

/**
 * The least that each of the next `periods` must bring (towards `to`) for the promised status: a scan finds the last stretch that keeps the
 * promise right up to `to`, bisection its edge, then the edge is moved onto figures as they are written and asked again. One step worse
 * than the answer does not keep the promise.
 */
export function* edgeOf({ input, sigma, whole, periods, from, ends, keeps }: EdgeQuestion): Generator<void, number | null> {
  const { unit } = input.keyResult;
  const asked = new Map<number, boolean>();
  const promised = function* (value: number): Generator<void, boolean> {
    const known = asked.get(value);
    if (known !== undefined) return known;
    yield;
    const answer = keeps(statusAfter(input, value, periods));
    asked.set(value, answer);
    return answer;
  };
  let to: number | null = null;
  for (const end of ends) if (to === null && end !== from && (yield* promised(end))) to = end;
  if (to === null || (yield* promised(from))) return null;
  const SCAN = 6;
  let [bad, kept] = [from, to];
  for (let i = SCAN - 1; i > 0; i--) {
    const value = from + ((to - from) * i) / SCAN;
    if (!(yield* promised(value))) {
      bad = value;
      break;
    }
    kept = value;
  }
  let step = displayStep(kept, unit, sigma, whole);
  while (Math.abs(kept - bad) > step / 2) {
    const middle = (kept + bad) / 2;
    if (middle === kept || middle === bad) break;
    if (yield* promised(middle)) kept = middle;
    else bad = middle;
    step = displayStep(kept, unit, sigma, whole);
  }
  const towards = Math.sign(to - from);
  const onGrid = (count: number) => Number((count * step).toPrecision(12));
  let count = towards > 0 ? Math.ceil(kept / step - 1e-9) : Math.floor(kept / step + 1e-9);
  for (let i = 0; i < 3 && !(yield* promised(onGrid(count))); i++) count += towards;
  for (let i = 0; i < 3 && (yield* promised(onGrid(count - towards))); i++) count -= towards;
  if (!(yield* promised(onGrid(count))) || (yield* promised(onGrid(count - towards)))) return null;
  return onGrid(count);
}
