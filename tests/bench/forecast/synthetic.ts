import { noiseOf, type Noise } from '../drift/noise.ts';
import { randomFrom } from '../random.ts';

/** A simulated KPI: readings known, and those after. */
export interface SyntheticWindow {
  readonly known: readonly number[];
  readonly after: readonly number[];
  readonly season: 0;
}

const NOISES: readonly Noise[] = [
  { kind: 'white' },
  { kind: 't4' },
  { kind: 'outliers' },
  { kind: 'skewed' },
  { kind: 'ar', phi: 0.5 },
  { kind: 'level', step: 0.3, reading: 0.8 },
  { kind: 'level', step: 1, reading: 0.1 },
];
export const HORIZONS = 6;

/** Levels about a straight line of a slope near nothing to half a standard deviation a period, in each kind of noise. */
export function syntheticWindows(length: number, count: number, seed: number): SyntheticWindow[] {
  const random = randomFrom(seed + 1000 * length);
  return Array.from({ length: count }, (_, k): SyntheticWindow => {
    const slope = random.uniform() < 0.5 ? 0 : 0.25 * random.normal();
    const scatter = noiseOf(NOISES[k % NOISES.length]!, length + HORIZONS, 0, random);
    const y = scatter.map((e, i) => 50 + slope * i + e);
    return { known: y.slice(0, length), after: y.slice(length), season: 0 };
  });
}
