/** Where a curve begins or ends; `gap` is the height of the free strip that it takes to the right, where there is one. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
  readonly gap: number | null;
}

export interface CurveEnds {
  readonly key: string;
  readonly a: Anchor;
  readonly b: Anchor;
  readonly note: string;
}

/** One drawn curve, and where its note stands: beside its middle. */
export interface Curve {
  readonly key: string;
  readonly path: string;
  readonly note: string;
  readonly x: number;
  readonly y: number;
}

/** Curves keep this far from each other, and notes from each other's middle. */
const LANE = 7;
const NOTE = 58;
const BEND = 14;

const heightOf = ({ y, gap }: Anchor) => gap ?? y;
const startOf = ({ x, y, gap }: Anchor) => (gap === null ? `M${x} ${y}` : `M${x} ${y}V${gap}`);
const endOf = ({ x, y, gap }: Anchor) => `H${x}${gap === null ? '' : `V${y}`}`;

/** Lays curves out beside each other at the right, from `right` to the left, the notes never over one another. */
export function lanes(ends: readonly CurveEnds[], right: number): readonly Curve[] {
  const top = ({ a, b }: CurveEnds) => Math.min(heightOf(a), heightOf(b));
  let below = -Infinity;
  return [...ends]
    .sort((one, other) => top(one) - top(other))
    .map(({ key, a, b, note }, i) => {
      const x = right - (i % 6) * LANE;
      const [upper, lower] = heightOf(a) <= heightOf(b) ? [a, b] : [b, a];
      const [from, to] = [heightOf(upper), heightOf(lower)];
      const bend = Math.min(BEND, (to - from) / 2);
      const path = `${startOf(upper)}H${x - bend}Q${x} ${from} ${x} ${from + bend}V${to - bend}Q${x} ${to} ${x - bend} ${to}${endOf(lower)}`;
      const y = Math.max((from + to) / 2, below + NOTE);
      if (note) below = y;
      return { key, path, note, x: right, y };
    });
}
