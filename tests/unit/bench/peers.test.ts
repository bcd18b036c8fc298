import { describe, expect, it } from 'vitest';
import { acf } from '../../bench/peers/acf.ts';
import { cusumArl } from '../../bench/peers/cusum-arl.ts';
import { cusum } from '../../bench/peers/cusum.ts';
import { ewma } from '../../bench/peers/ewma.ts';
import { grubbsCritical, grubbsOf } from '../../bench/peers/grubbs.ts';
import { mannKendall } from '../../bench/peers/mann-kendall.ts';
import { nelson } from '../../bench/peers/nelson.ts';
import { theilSen } from '../../bench/peers/theil-sen.ts';
import { westernElectric } from '../../bench/peers/western-electric.ts';
import { mean } from '../../../src/domain/stats/robust.ts';
import { meanMovingRange } from '../../../src/domain/stats/xmr.ts';
import { casesOf, expectNear } from '../stats/golden.ts';

interface Values {
  readonly y: number[];
}

describe('the statistics that the bench sets beside the verdict agree with their publishers', () => {
  for (const { id, input, expected } of casesOf<Values, { western: (number | number[])[]; nelson1to6: (number | number[])[] }>(
    'westernElectricAndNelson',
  )) {
    it(id, () => {
      const { y } = input;
      const sigma = meanMovingRange([y], false)! / 1.1283791670955126;
      const z = y.map((v) => (v - mean(y)) / sigma);
      // The package counts points from 1.
      const pointsOf = (rules: (i: number) => readonly number[]) =>
        rules(0).map((_, rule) => y.flatMap((_value, i) => (rules(i)[rule] ? [i + 1] : [])));
      expect(pointsOf((i) => westernElectric(z, i))).toEqual(expected.western.map((points) => [points].flat()));
      expect(pointsOf((i) => nelson(z, i))).toEqual(expected.nelson1to6.map((points) => [points].flat()));
    });
  }

  it('each zone rule on the shortest pattern that it is about, on its own side', () => {
    const last = (rules: (z: number[], i: number) => readonly number[], z: number[]) => rules(z, z.length - 1);
    expect(last(westernElectric, [0, -3.1])).toEqual([-1, 0, 0, 0]);
    expect(last(westernElectric, [2.1, -0.5, 2.1])).toEqual([0, 1, 0, 0]);
    expect(last(westernElectric, [2.1, 0.5, -2.1])).toEqual([0, 0, 0, 0]);
    expect(last(westernElectric, [-1.1, -1.1, 1.1, -1.1, -1.1])).toEqual([0, 0, -1, 0]);
    expect(last(nelson, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6])).toEqual([0, 0, 1, 0, 0, 0]);
    expect(last(nelson, [0.2, 0.1, 0.3, 0.4, 0.5, 0.6])).toEqual([0, 0, 0, 0, 0, 0]);
    const upAndDown = Array.from({ length: 14 }, (_, i) => (i % 2 ? 0.1 : -0.1));
    expect(last(nelson, upAndDown)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(last(nelson, upAndDown.slice(1))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  for (const { id, input, expected, tol } of casesOf<
    Values & { lambda: number; start: number; sigma: number; L: number },
    { ewma: number[]; ucl: number; lcl: number }
  >('ewma')) {
    it(id, () => {
      const { y, lambda, start, sigma, L } = input;
      const chart = ewma(y, lambda, start, sigma, L);
      expectNear(chart.values, expected.ewma, tol);
      // The handbook rounds the factor of the limits to .4201.
      expectNear([chart.upper, chart.lower], [expected.ucl, expected.lcl], 1e-3);
    });
  }

  for (const { id, input, expected, tol } of casesOf<
    Values & { target: number; k: number; h: number },
    { hi: number[]; lo: number[]; firstSignal: number }
  >('cusum')) {
    it(id, () => {
      const { high, low } = cusum(input.y, input.target, input.k);
      expectNear(high, expected.hi, tol);
      expectNear(low, expected.lo, tol);
      expect(high.findIndex((sum, i) => Math.max(sum, low[i]!) > input.h) + 1).toBe(expected.firstSignal);
    });
  }

  for (const { id, input, expected, tol } of casesOf<{ k: number; h: number[]; mu: number[] }, number[]>('cusumArl')) {
    it(id, () => {
      const lengths = input.h.map((h, i) => cusumArl(input.k, h, input.mu[i]!));
      expectNear(lengths, expected, tol);
      // Both sides of a chart in control: 168 for h = 4 and 465 for h = 5 (Montgomery's table).
      expect(Math.round(lengths[0]! / 2)).toBe(168);
      expect(Math.round(lengths[3]! / 2)).toBe(465);
    });
  }

  for (const { id, input, expected, tol } of casesOf<Values & { alpha: number }, { G: number; critical: number }>('grubbsMax')) {
    it(id, () => {
      expectNear([grubbsOf(input.y), grubbsCritical(input.y.length, input.alpha)], [expected.G, expected.critical], tol);
    });
  }

  for (const { id, input, expected, tol } of casesOf<
    Values,
    { S: number; var: number; z: number; p: number; tau: number; theilSen: number }
  >('mannKendallTheilSen')) {
    it(id, () => {
      const { S, variance, z, p, tau } = mannKendall(input.y);
      const want = [expected.S, expected.var, expected.z, expected.p, expected.tau, expected.theilSen];
      expectNear([S, variance, z, p, tau, theilSen(input.y)], want, tol);
    });
  }

  for (const { id, input, expected, tol } of casesOf<Values & { lags: number }, number[]>('acf')) {
    it(id, () => expectNear(acf(input.y, input.lags), expected, tol));
  }
});
