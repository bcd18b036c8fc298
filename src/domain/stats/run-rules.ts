/**
 * Special causes on an XmR chart, by the four rules of NHS England ('Making data count'; NHSRplotthedots): one point outside the limits,
 * seven points rising or falling, two of three near the same limit, seven points on one side. Every member of a pattern is marked. Assumes
 * roughly independent values in the order of time; deviations and width in one unit, whichever.
 */
export type Rule = 'outside' | 'trend' | 'two-of-three' | 'run';

export interface Signal {
  readonly rule: Rule;
  /** Side of the centre line; for a trend the way it goes. */
  readonly side: 'above' | 'below';
  /** Indices of the members, consecutive patterns joined. */
  readonly members: readonly number[];
}

const RUN = 7;
/** Near: beyond two thirds of the way from centre to limit, but not outside. */
const NEAR = 2 / 3;

type Sign = -1 | 0 | 1;
const signOf = (v: number): Sign => (v > 0 ? 1 : v < 0 ? -1 : 0);

/** Marks stretches of at least `length` equal, non-zero signs with that sign. `extend`: a stretch of steps ends on the point before it. */
function stretches(signs: readonly Sign[], length: number, extend: number): Int8Array {
  const marks = new Int8Array(signs.length + extend);
  let from = 0;
  for (let i = 0; i <= signs.length; i++) {
    if (i < signs.length && signs[i] === signs[from]) continue;
    if (signs[from] && i - from >= length) marks.fill(signs[from]!, from, i + extend);
    from = i;
  }
  return marks;
}

function nearPairs(near: readonly Sign[]): Int8Array {
  const marks = new Int8Array(near.length);
  for (let i = 2; i < near.length; i++) {
    for (const sign of [1, -1] as const) {
      const members = [i - 2, i - 1, i].filter((j) => near[j] === sign);
      if (members.length >= 2) for (const j of members) marks[j] = sign;
    }
  }
  return marks;
}

function toSignals(rule: Rule, marks: Int8Array): Signal[] {
  const signals: Signal[] = [];
  let members: number[] = [];
  for (let i = 0; i <= marks.length; i++) {
    if (i < marks.length && marks[i] && (!members.length || marks[i] === marks[i - 1])) {
      members.push(i);
      continue;
    }
    if (members.length) signals.push({ rule, side: marks[members[0]!]! > 0 ? 'above' : 'below', members });
    members = i < marks.length && marks[i] ? [i] : [];
  }
  return signals;
}

/** Signals of deviations from the centre line, whose limits are `width` away, in the order of the rules. A width of 0 has no near zone. */
export function findSignals(deviations: ArrayLike<number>, width: number): Signal[] {
  const y = Array.from(deviations);
  const outside = y.map((v) => (Math.abs(v) > width ? signOf(v) : 0));
  const near = y.map((v, i): Sign => (!outside[i] && Math.abs(v) > NEAR * width ? signOf(v) : 0));
  const steps = y.slice(1).map((v, i) => signOf(v - y[i]!));
  return [
    ...toSignals('outside', Int8Array.from(outside)),
    ...toSignals('trend', y.length ? stretches(steps, RUN - 1, 1) : new Int8Array(0)),
    ...toSignals('two-of-three', nearPairs(near)),
    ...toSignals('run', stretches(y.map(signOf), RUN, 0)),
  ];
}
