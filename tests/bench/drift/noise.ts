import type { Random } from '../random.ts';

/** How the readings of a KPI scatter about their level; each kind has a standard deviation near 1. */
export type Noise =
  | { readonly kind: 'white' }
  /** Student's t with 4 degrees of freedom. */
  | { readonly kind: 't4' }
  /** One reading in twenty is five times as far off. */
  | { readonly kind: 'outliers' }
  /** Exponential: rare large values on one side. */
  | { readonly kind: 'skewed' }
  /** A deviation that dies out by φ a period. */
  | { readonly kind: 'ar'; readonly phi: number }
  /** The level itself moves by `step` a period; `reading` is the noise about it. */
  | { readonly kind: 'level'; readonly step: number; readonly reading: number }
  /** Scatters more and more. */
  | { readonly kind: 'growing' };

function t4({ normal }: Random): number {
  let squares = 0;
  for (let i = 0; i < 4; i++) squares += normal() ** 2;
  return normal() / Math.sqrt(squares / 4) / Math.SQRT2;
}

function autoregressive(phi: number, count: number, { normal }: Random): number[] {
  let deviation = normal();
  return Array.from({ length: count }, () => (deviation = phi * deviation + Math.sqrt(1 - phi * phi) * normal()));
}

/** A level that wanders from period to period and is 0 just before reading `start`. */
function wandering(step: number, reading: number, count: number, start: number, { normal }: Random): number[] {
  const levels: number[] = [];
  for (let i = 0; i < count; i++) levels.push((levels[i - 1] ?? 0) + step * normal());
  const origin = levels[start - 1] ?? 0;
  return levels.map((level) => level - origin + reading * normal());
}

/** Noise of `count` readings in a row, of which `start` lie before the key result begins. */
export function noiseOf(noise: Noise, count: number, start: number, random: Random): number[] {
  const { normal, uniform } = random;
  const each = (value: (i: number) => number) => Array.from({ length: count }, (_, i) => value(i));
  switch (noise.kind) {
    case 'white':
      return each(() => normal());
    case 't4':
      return each(() => t4(random));
    case 'outliers':
      return each(() => normal() * (uniform() < 0.05 ? 5 : 1));
    case 'skewed':
      return each(() => -Math.log(1 - uniform()) - 1);
    case 'ar':
      return autoregressive(noise.phi, count, random);
    case 'level':
      return wandering(noise.step, noise.reading, count, start, random);
    case 'growing':
      return each((i) => normal() * (0.6 + (0.8 * i) / count));
  }
}
