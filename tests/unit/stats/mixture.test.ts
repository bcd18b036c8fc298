import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condense, mixtureCdf, mixtureMean, transform, type Mixture } from '../../../src/domain/stats/mixture.ts';
import { mixtureQuantiles } from '../../../src/domain/stats/mixture-quantiles.ts';

const sumOf = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);
/** Mean and variance of a mixture of t with more than two degrees of freedom. */
function momentsOf(parts: Mixture) {
  const total = sumOf(parts.map(({ weight }) => weight));
  const mean = sumOf(parts.map((p) => p.weight * p.mean)) / total;
  const variance = sumOf(parts.map((p) => p.weight * ((p.mean - mean) ** 2 + (p.sd ** 2 * p.df) / (p.df - 2)))) / total;
  return { total, mean, variance };
}

const part = (scales: readonly number[]) =>
  fc.record({
    weight: fc.integer({ min: 1, max: 1000 }),
    mean: fc.integer({ min: -3000, max: 3000 }).map((v) => v / 1000),
    sd: fc.constantFrom(...scales),
    df: fc.constantFrom(3, 4, 5),
  });
const mixture = (scales: readonly number[], minLength = 1, maxLength = 150) =>
  fc.array(part(scales), { minLength, maxLength }).map((parts): Mixture => {
    const total = sumOf(parts.map(({ weight }) => weight));
    return parts.map((p) => ({ ...p, weight: p.weight / total }));
  });

const USUAL = [0.1, 0.2, 0.35, 0.5, 0.51, 0.8, 1, 1.1, 1.4];
const EXTREME = [1e-9, 1e-7, 1e-3, 0.5, 1, 1e3, 1e6];

describe('a condensed mixture', () => {
  it('keeps mean and variance', () => {
    fc.assert(
      fc.property(mixture([...USUAL, ...EXTREME], 9), (parts) => {
        const [before, after] = [momentsOf(parts), momentsOf(condense(parts))];
        expect(after.total).toBeCloseTo(1, 12);
        expect(Math.abs(after.mean - before.mean)).toBeLessThan(1e-9 * Math.sqrt(before.variance));
        expect(after.variance / before.variance).toBeCloseTo(1, 9);
      }),
      { numRuns: 300 },
    );
  });

  it('moves hardly a probability', () => {
    const moved = (parts: Mixture) => {
      const condensed = condense(parts);
      const places = Array.from({ length: 161 }, (_, i) => (i - 80) / 16);
      return Math.max(...places.map((place) => Math.abs(mixtureCdf(parts, place) - mixtureCdf(condensed, place))));
    };
    // Of as many parts as a verdict rests on, less than one in a hundred; of a few far apart, one in twenty-five.
    fc.assert(
      fc.property(mixture(USUAL, 80, 200), (parts) => {
        expect(moved(parts)).toBeLessThan(0.01);
      }),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(mixture(USUAL, 9, 80), (parts) => {
        expect(moved(parts)).toBeLessThan(1 / 25);
      }),
      { numRuns: 100 },
    );
  });

  it('has far fewer parts where many are alike, as those of neighbouring change dates are', () => {
    const alike: Mixture = Array.from({ length: 300 }, (_, i) => ({ weight: 1 / 300, mean: (i % 100) / 50, sd: 1 + (i % 7) / 50, df: 5 }));
    expect(condense(alike).length).toBeLessThan(75);
  });

  it('never makes one of parts whose scales differ by orders of magnitude', () => {
    const ten = (mean: number, sd: number, share: number): Mixture =>
      Array.from({ length: 10 }, () => ({ weight: share / 10, mean, sd, df: 3 }));
    for (let power = 3; power <= 9; power += 0.03) {
      for (let mean = -0.5; mean <= 0.5; mean += 0.05) {
        const small = condense([...ten(0, 1, 0.7), ...ten(mean, 10 ** -power, 0.3)]);
        expect(small).toHaveLength(2);
        expect(Math.min(...small.map(({ sd }) => sd))).toBeLessThan(0.01);
      }
    }
  });
});

describe('quantiles', () => {
  const probabilities = [0.001, 0.1, 0.5, 0.9, 0.999];

  it('are where the distribution function says, ascending, at every scale', () => {
    fc.assert(
      fc.property(mixture([...USUAL, ...EXTREME], 1, 40), fc.constantFrom(1e-200, 1e-6, 1, 1e6, 1e100), (parts, unit) => {
        const scaled = transform(parts, unit, 0);
        const values = mixtureQuantiles(scaled, probabilities);
        values.forEach((value, i) => {
          expect(Number.isFinite(value)).toBe(true);
          if (i) expect(value).toBeGreaterThanOrEqual(values[i - 1]!);
          // A narrow part is a step: the function jumps over the probability within the precision of the value.
          const slack = 1e-7 * Math.abs(value) + Number.MIN_VALUE;
          expect(mixtureCdf(scaled, value - slack)).toBeLessThan(probabilities[i]! + 1e-6);
          expect(mixtureCdf(scaled, value + slack)).toBeGreaterThan(probabilities[i]! - 1e-6);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of one known value are that value', () => {
    for (const value of [0, 5, -1e300, 1e-300]) {
      for (const q of mixtureQuantiles([{ weight: 1, mean: value, sd: 0, df: 3 }], probabilities)) {
        expect(Math.abs(q - value)).toBeLessThanOrEqual(1e-7 * Math.abs(value) + 1e-300);
      }
    }
  });
});

describe('a moved and scaled mixture', () => {
  it('has the moved and scaled mean and probabilities, mirrored too', () => {
    fc.assert(
      fc.property(mixture(USUAL, 1, 20), fc.constantFrom(-3, 0.5, 40), fc.integer({ min: -9, max: 9 }), (parts, factor, offset) => {
        const moved = transform(parts, factor, offset);
        expect(mixtureMean(moved)).toBeCloseTo(offset + factor * mixtureMean(parts), 9);
        const p = mixtureCdf(parts, 0.4);
        expect(mixtureCdf(moved, offset + factor * 0.4)).toBeCloseTo(factor > 0 ? p : 1 - p, 9);
      }),
    );
  });
});
