import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitNoise, wanderOf, type Noise, type Segment } from '../../../src/domain/stats/noise.ts';
import { winsorise } from '../../../src/domain/stats/winsorise.ts';
import { randomFrom } from '../../bench/random.ts';
import { metricOf, wandering } from './dense.ts';
import { figures, readingTimes } from './arbitraries.ts';

/** −2 ln of the restricted likelihood and σ² of one model by generalised least squares with the whole covariance matrix. */
function brute(segments: readonly Segment[], model: Noise['models'][number], floor: number) {
  let [rss, logDet, df] = [0, 0, 0];
  for (const { y: raw, t, slope } of segments) {
    // Measured from the first reading: the same fit and the same determinant, with smaller figures.
    const y = winsorise(raw, t).map((v, _i, all) => v - all[0]!);
    const { inner, logDet: logV } = metricOf(wandering(t, model, model.start, t[0]!).readings);
    const one = y.map(() => 1);
    const time = t.map((v) => v - t[0]!);
    const [a, b, c] = [inner(one, one), inner(one, time), inner(time, time)];
    const [u, v] = [inner(one, y), inner(time, y)];
    const det = slope ? a * c - b * b : a;
    const explained = slope ? (c * u * u - 2 * b * u * v + a * v * v) / det : (u * u) / a;
    rss += inner(y, y) - explained;
    logDet += logV + Math.log(det);
    df += y.length - (slope ? 2 : 1);
  }
  const sigma2 = (rss + df * floor ** 2) / df;
  return { sigma2, crit: df * Math.log(sigma2) + logDet + model.cost, df };
}

const segment = fc
  .tuple(figures(4, 14), fc.boolean())
  .chain(([y, slope]) => readingTimes(y.length).map((t): Segment => ({ y: Float64Array.from(y), t, slope })));

describe('how noisy a KPI is and how much it wanders', () => {
  it('is weighed as by generalised least squares with the whole covariance matrix', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 2 }), (segments) => {
        const noise = fitNoise(segments, 0.05, 1)!;
        const fits = noise.models.map((model) => brute(segments, model, 0.05));
        const best = Math.min(...fits.map(({ crit }) => crit));
        const total = fits.reduce((sum, { crit }) => sum + Math.exp((best - crit) / 2), 0);
        noise.models.forEach(({ weight, sigma2 }, i) => {
          expect(sigma2 / fits[i]!.sigma2).toBeCloseTo(1, 6);
          expect(weight).toBeCloseTo(Math.exp((best - fits[i]!.crit) / 2) / total, 6);
        });
        expect(noise.df).toBe(fits[0]!.df);
      }),
      { numRuns: 100 },
    );
  });

  it('does not depend on the unit, the sign, the zero or the first day', () => {
    fc.assert(
      fc.property(
        segment,
        fc.constantFrom(-1, 1e-3, 250),
        fc.integer({ min: -900, max: 900 }),
        fc.integer({ min: -90, max: 90 }),
        (one, factor, shift, days) => {
          const moved = { ...one, y: one.y.map((v) => shift * factor + factor * v), t: one.t.map((v) => v + days) };
          const [plain, other] = [fitNoise([one], 0.05, 1)!, fitNoise([moved], 0.05 * Math.abs(factor), 1)!];
          expect(wanderOf(other)).toBeCloseTo(wanderOf(plain), 5);
          plain.models.forEach(({ sigma2 }, i) => expect(other.models[i]!.sigma2 / factor ** 2 / sigma2).toBeCloseTo(1, 5));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('calls readings that jump about noise, and a walk wandering', () => {
    const t = Float64Array.from({ length: 40 }, (_, i) => i);
    const jumps = t.map(randomFrom(1).normal);
    let sum = 0;
    const walk = jumps.map((v) => (sum += v));
    expect(wanderOf(fitNoise([{ y: jumps, t, slope: false }], 0.01, 1)!)).toBeLessThan(0.35);
    expect(wanderOf(fitNoise([{ y: walk, t, slope: false }], 0.01, 1)!)).toBeGreaterThan(0.6);
  });

  it('asks for a degree of freedom', () => {
    const readings = (n: number) => ({ y: new Float64Array(n), t: Float64Array.from({ length: n }, (_, i) => i), slope: true });
    expect(fitNoise([readings(2), readings(1)], 0.01, 1)).toBeNull();
    expect(fitNoise([readings(3)], 0.01, 1)!.df).toBe(1);
    expect(fitNoise([readings(3)], 0.01, 1.5)!.models[0]!.sigma2).toBeCloseTo(1.5e-4, 12);
  });
});
