import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dampedMean, fitDamped } from '../../../src/domain/stats/damped.ts';
import { fitForecaster, landing, landingSum, type Forecaster } from '../../../src/domain/stats/forecast.ts';
import { fitShrunkDrift } from '../../../src/domain/stats/shrunk-drift.ts';
import { smooth, smoothingSteps } from '../../../src/domain/stats/smoothing.ts';
import { fitTheta, thetaMean } from '../../../src/domain/stats/theta.ts';
import { figures } from './arbitraries.ts';

const vector = (values: readonly number[]) => Float64Array.from(values);
const weekly = (n: number) => Float64Array.from({ length: n }, (_, i) => i + 1);
const line = (n: number, from: number, slope: number) => vector(Array.from({ length: n }, (_, i) => from + slope * (i + 1)));
const sumOf = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0);

/** Sum of squared one-step errors of exponential smoothing from a first level, reading by reading. */
function run(y: readonly number[], alpha: number, first: number) {
  let [level, sse] = [first, 0];
  for (const v of y) {
    sse += (v - level) ** 2;
    level += alpha * (v - level);
  }
  return { level, sse };
}

/** The parabola of the error in the first level, through three points, has its least here. */
function bestFirst(y: readonly number[], alpha: number): number {
  const [low, middle, high] = [-1, 0, 1].map((first) => run(y, alpha, first).sse) as [number, number, number];
  return (low - high) / 2 / (low - 2 * middle + high);
}

describe('simple exponential smoothing', () => {
  it('starts from the level that leaves the least error', () => {
    fc.assert(
      fc.property(figures(3, 20), fc.constantFrom(0.04, 0.3, 0.8, 1), (y, alpha) => {
        const want = run(y, alpha, bestFirst(y, alpha));
        const got = smooth(vector(y), smoothingSteps(weekly(y.length)), alpha);
        expect(got.level).toBeCloseTo(want.level, 8);
        expect(got.sse).toBeCloseTo(want.sse, 7);
      }),
    );
  });

  it('takes a gap for as many readings of the same figure, three at most', () => {
    // From the level of the first reading alone, so that the start is no matter: l₀ fits a single figure exactly.
    const after = (gap: number) =>
      smooth(vector([0, 0, 0, 0, 0, 0, 0, 0, 10, 10]), smoothingSteps(vector([1, 2, 3, 4, 5, 6, 7, 8, 9, 9 + gap])), 0.2);
    expect([...smoothingSteps(vector([1, 3, 4, 9, 9.5]))]).toEqual([2, 1, 3, 1, 1]);
    expect(after(2).level).toBeGreaterThan(after(1).level);
    expect(after(5).level).toBe(after(3).level);
  });
});

describe('the shrunken drift', () => {
  /** Its formulas written out for readings one step apart. */
  function brute(y: readonly number[], floor: number) {
    const n = y.length;
    const steps = y.slice(1).map((v, i) => v - y[i]!);
    const md = (y[n - 1]! - y[0]!) / (n - 1);
    const variance = sumOf(steps.map((s) => (s - md) ** 2)) / (n - 2);
    const t2 = ((n - 1) * md ** 2) / variance;
    const weight = n < 4 ? 0 : t2 / (t2 + 6);
    const middle = (n + 1) / 2;
    const slope = sumOf(y.map((v, i) => (i + 1 - middle) * v)) / sumOf(y.map((_, i) => (i + 1 - middle) ** 2));
    const drift = (weight * (slope + md)) / 2;
    const flat = y.map((v, i) => v - drift * (i + 1 - n));
    const fits = Array.from({ length: 25 }, (_, i) => {
      const alpha = 0.04 * (i + 1);
      const { level, sse } = run(flat, alpha, bestFirst(flat, alpha));
      const total = sse + (n - 2) * floor ** 2;
      return {
        alpha,
        level,
        sigma2: (total / (n - 2)) * (n < 8 ? 1.21 : 1),
        crit: n * Math.log(total) - 2 * Math.log(alpha * Math.sqrt(1.02 - alpha)),
      };
    });
    return { drift, weight, ...fits.reduce((best, fit) => (fit.crit < best.crit ? fit : best)) };
  }

  it('follows its formulas', () => {
    fc.assert(
      fc.property(figures(4, 30), (y) => {
        fc.pre(new Set(y.slice(1).map((v, i) => v - y[i]!)).size > 2);
        const got = fitShrunkDrift(vector(y), weekly(y.length), 0.05, 1)!;
        const want = brute(y, 0.05);
        expect(got.drift).toBeCloseTo(want.drift, 8);
        expect(got.weight).toBeCloseTo(want.weight, 8);
        expect(got.alpha).toBeCloseTo(want.alpha, 10);
        expect(got.level).toBeCloseTo(want.level, 6);
        expect(got.sigma2 / want.sigma2).toBeCloseTo(1, 6);
      }),
    );
  });

  it('believes a straight line wholly, noise without a way hardly', () => {
    const straight = fitShrunkDrift(line(12, 5, 2), weekly(12), 1e-3, 1)!;
    expect(straight).toMatchObject({ n: 12, df: 3 });
    expect([straight.drift, straight.weight, straight.level]).toEqual([expect.closeTo(2, 9), expect.closeTo(1, 9), expect.closeTo(29, 9)]);
    expect(straight.sigma2).toBeCloseTo(1e-6, 12);
    const noise = fitShrunkDrift(vector([1, -1, 1, -1, 1, -1, 1, -1, 1]), weekly(9), 1e-3, 1)!;
    expect(noise.weight).toBe(0);
    expect(noise.alpha).toBeLessThan(0.3);
  });

  it('needs three readings, and a drift four; the tails lighten with the history', () => {
    expect(fitShrunkDrift(line(2, 0, 1), weekly(2), 0.1, 1)).toBeNull();
    expect(fitShrunkDrift(line(3, 0, 1), weekly(3), 0.1, 1)).toMatchObject({ drift: 0, df: 1 });
    expect([24, 48].map((n) => fitShrunkDrift(line(n, 0, 1), weekly(n), 0.1, 1)!.df)).toEqual([4, 5]);
  });
});

describe('Theta', () => {
  it('goes on from a straight line with half its slope, from the line itself', () => {
    const n = 10;
    const theta = fitTheta(line(n, 5, 2), weekly(n), smoothingSteps(weekly(n)));
    // α = 1: the level is the last reading, the lead none.
    expect([1, 5].map((h) => thetaMean(theta, h))).toEqual([25 + 1, 25 + 5].map((v) => expect.closeTo(v, 9)));
  });
});

describe('the damped trend', () => {
  /** Every parameter of the grid, gaps walked through step by step. */
  function brute(y: readonly number[], steps: readonly number[], horizon: number) {
    const first = Math.min(y.length - 1, 8);
    const start = (y[first]! - y[0]!) / sumOf(steps.slice(0, first));
    let best = { sse: Infinity, mean: NaN };
    for (const phi of [0.8, 0.9, 0.98]) {
      for (const alpha of [0.1, 0.25, 0.4, 0.6, 0.8, 0.99]) {
        for (const beta of [0.05, 0.15, 0.35]) {
          let [level, trend, sse] = [y[0]!, start, 0];
          const walk = (count: number) => {
            for (let k = 0; k < count; k++) {
              trend *= phi;
              level += trend;
            }
          };
          for (let i = 1; i < y.length; i++) {
            walk(steps[i - 1]!);
            const e = y[i]! - level;
            sse += e * e;
            level += alpha * e;
            trend += alpha * beta * e;
          }
          walk(horizon);
          if (sse < best.sse) best = { sse, mean: level };
        }
      }
    }
    return best.mean;
  }

  it('is the best of its grid, walked through step by step, gaps too', () => {
    fc.assert(
      fc.property(
        figures(3, 20),
        fc.array(fc.constantFrom(1, 1, 2, 3), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 1, max: 12 }),
        (y, gaps, h) => {
          expect(dampedMean(fitDamped(vector(y), vector(gaps)), h)).toBeCloseTo(brute(y, gaps, h), 7);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('comes to rest at level + trend · φ/(1 − φ)', () => {
    expect(dampedMean({ level: 10, trend: 2, phi: 0.8 }, 400)).toBeCloseTo(18, 9);
    expect(dampedMean({ level: 10, trend: 2, phi: 0.8 }, 1)).toBeCloseTo(11.6, 12);
  });
});

describe('the mean of the three', () => {
  it('is the shrunken drift alone below nine readings, and a third each from sixteen on', () => {
    const y = [3, 5, 4, 6, 5, 8, 7, 8, 9, 8, 10, 12, 11, 12, 14, 13];
    const forecasts = (n: number) => {
      const [own, t] = [vector(y.slice(0, n)), weekly(n)];
      const steps = smoothingSteps(t);
      const { level, drift } = fitShrunkDrift(own, t, 0.1, 1)!;
      const got = landing(fitForecaster(own, t, 0.1, 1)!, 3).mean;
      return { got, own: level + 3 * drift, theta: thetaMean(fitTheta(own, t, steps), 3), damped: dampedMean(fitDamped(own, steps), 3) };
    };
    const few = forecasts(8);
    expect(few.got).toBeCloseTo(few.own, 12);
    const many = forecasts(16);
    expect(many.got).toBeCloseTo((many.own + many.theta + many.damped) / 3, 12);
    const some = forecasts(12);
    expect(some.got).toBeCloseTo((4 * some.own + some.theta + some.damped) / 6, 12);
  });

  it('spreads as the shocks of a local level add up', () => {
    const f: Forecaster = { n: 20, level: 5, drift: 0, weight: 0, alpha: 0.4, sigma2: 4, df: 3, share: 0, theta: null, damped: null };
    // What the ranges are drawn in by where α is .4; a drift that is believed half adds .31.
    const STILL = 0.785 + 0.04;
    // A shock moves its own reading by 1 and each later one by α; further ahead, 2% more variance a step.
    const effect = (shock: number, reading: number) => (reading === shock ? 1 : reading > shock ? 0.4 : 0);
    const variance = (weights: readonly number[]) => sumOf(weights.map((_, k) => sumOf(weights.map((w, j) => w * effect(k, j))) ** 2));
    for (const h of [1, 2, 7]) {
      const one = Array.from({ length: h }, (_, j) => Number(j === h - 1));
      expect(landing(f, h).sd).toBeCloseTo(2 * STILL * Math.sqrt(variance(one) * (1 + 0.02 * (h - 1))), 10);
    }
    const weights = [1, 0.5, 2];
    const sum = landingSum(f, [1, 2, 3], weights);
    expect(sum.mean).toBeCloseTo(5 * 3.5, 10);
    expect(sum.sd).toBeCloseTo(2 * STILL * Math.sqrt(variance(weights) * 1.04), 10);
    // A drift that is believed half: the error of its estimate grows with the square of the way.
    const drifting = { ...f, drift: 1, weight: 0.5 };
    const error = 0.5 * (0.16 / 19 + 12 / (20 * 399));
    expect(landing(drifting, 1).sd).toBeCloseTo(2 * (STILL + 0.31) * Math.sqrt(1 + error), 10);
    expect(landing(drifting, 3).mean).toBe(8);
  });

  it('moves with the unit, the zero and the sign of the figures', () => {
    fc.assert(
      fc.property(figures(3, 30), fc.constantFrom(-1, 0.01, 300), fc.integer({ min: -50, max: 50 }), (y, factor, shift) => {
        const t = weekly(y.length);
        const plain = landing(fitForecaster(vector(y), t, 0.05, 1)!, 4);
        const moved = landing(fitForecaster(vector(y.map((v) => shift * factor + factor * v)), t, 0.05 * Math.abs(factor), 1)!, 4);
        expect(moved.mean / factor - shift).toBeCloseTo(plain.mean, 6);
        expect(moved.sd / Math.abs(factor)).toBeCloseTo(plain.sd, 6);
        const later = landing(
          fitForecaster(
            vector(y),
            t.map((v) => v + 40),
            0.05,
            1,
          )!,
          4,
        );
        expect(later.mean).toBeCloseTo(plain.mean, 6);
      }),
    );
  });
});
