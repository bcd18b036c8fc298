import type { Swing } from '../../domain/tornado.ts';
import type { Format } from '../../messages/format.ts';

/** One scale for all bars: a change as a share of the width, from the worst to the best that is drawn. */
export function swingScale(swings: readonly Swing[]): (value: number) => number {
  const left = Math.max(0.001, ...swings.map(({ bad, tried }) => -Math.min(bad, tried)));
  const right = Math.max(0.001, ...swings.map(({ good, tried }) => Math.max(good, tried)));
  return (value) => (value + left) / (left + right);
}

/** A share as points with its sign. */
export function pointsOf(share: number, f: Format): string {
  const rounded = Number((share * 100).toFixed(1));
  return `${rounded > 0 ? '+' : ''}${f.number(rounded || 0)}`;
}
