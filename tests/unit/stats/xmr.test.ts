import { describe, expect, it } from 'vitest';
import { findSignals, type Rule, type Signal } from '../../../src/domain/stats/run-rules.ts';
import { mean } from '../../../src/domain/stats/robust.ts';
import { limitWidth, meanMovingRange } from '../../../src/domain/stats/xmr.ts';
import { judgedSignal } from '../../../src/domain/limit-answers.ts';
import { casesOf, expectNear } from './golden.ts';

/** Limits about the mean of a series. */
function limitsOf(y: readonly number[], screen: boolean) {
  const [centre, width] = [mean(y), limitWidth(meanMovingRange([y], screen)!)];
  return { centre, lower: centre - width, upper: centre + width };
}

interface Values {
  readonly y: number[];
}

/** Names of the NHS package, in the order in which it prefers them. */
const NAMES: Record<Rule, (side: 'above' | 'below') => string> = {
  outside: (side) => (side === 'above' ? 'Above UCL' : 'Below LCL'),
  trend: (side) => `7 Point Trend (${side === 'above' ? 'Increasing' : 'Decreasing'})`,
  'two-of-three': (side) => `2 in 3 ${side === 'above' ? 'Above' : 'Below'} CL`,
  run: (side) => `7 Points ${side === 'above' ? 'Above' : 'Below'} CL`,
};

interface NhsExpected {
  readonly mean: number;
  readonly lpl: number;
  readonly upl: number;
  readonly types: string[];
  readonly point: string[];
}

/** The first rule that marks each point. */
const markedBy = (signals: readonly Signal[], count: number): (Signal | undefined)[] =>
  Array.from({ length: count }, (_, i) => signals.find(({ members }) => members.includes(i)));

describe('natural process limits and their signals agree with the NHS package', () => {
  for (const { id, input, expected, tol } of casesOf<Values & { screen: boolean; improvement?: 1 | -1 }, NhsExpected>('xmrNhs')) {
    it(id, () => {
      const { y, screen } = input;
      const limits = limitsOf(y, screen);
      expectNear([limits.centre, limits.lower, limits.upper], [expected.mean, expected.lpl, expected.upl], tol);
      const signals = findSignals(
        y.map((v) => v - limits.centre),
        limits.upper - limits.centre,
      );
      const marked = markedBy(signals, y.length);
      expect(marked.map((signal) => (signal ? NAMES[signal.rule](signal.side) : 'Common Cause'))).toEqual(expected.types);
      // The package's default is that more is better.
      const good = input.improvement === -1 ? 'below' : 'above';
      const meanings = marked.map((signal) => {
        if (!signal) return 'common_cause';
        const { meaning } = judgedSignal(signal, good, [], { kind: 'keep', atLeast: null, atMost: null });
        return meaning === 'improving' ? 'special_cause_improvement' : 'special_cause_concern';
      });
      expect(meanings).toEqual(expected.point);
    });
  }
});

describe('limits of other publishers, who round the factor differently', () => {
  for (const { id, input, expected, tol } of casesOf<Values, { mean: number; mrBar: number; unpl: number; lnpl: number; url: number }>(
    'xmrWheeler',
  )) {
    it(id, () => {
      const limits = limitsOf(input.y, false);
      const range = meanMovingRange([input.y], false)!;
      expectNear([limits.centre, range, limits.upper, limits.lower], [expected.mean, expected.mrBar, expected.unpl, expected.lnpl], tol);
      // The upper limit of the ranges: one above it is the only one that the screen would drop.
      const above = (limit: number) => input.y.slice(1).filter((v, i) => Math.abs(v - input.y[i]!) >= limit).length;
      expectNear(3.268 * range, expected.url, tol);
      expect(above(expected.url)).toBe(0);
      expect(meanMovingRange([input.y], true)).toBe(range);
    });
  }

  for (const { id, input, expected, tol } of casesOf<Values, { center: number; sigma: number; lcl: number; ucl: number }>('xmr')) {
    it(id, () => {
      const centre = mean(input.y);
      const sigma = meanMovingRange([input.y], false)! / 1.128;
      const want = [expected.center, expected.sigma, expected.lcl, expected.ucl];
      expectNear([centre, sigma, centre - 3 * sigma, centre + 3 * sigma], want, tol);
    });
  }

  for (const { id, input, expected, tol } of casesOf<Values, { mean: number; mrBar: number; ucl: number; lcl: number }>('xmrNist')) {
    it(id, () => {
      const centre = mean(input.y);
      const range = meanMovingRange([input.y], false)!;
      const width = (3 * range) / 1.128;
      const want = [expected.mean, expected.mrBar, expected.ucl, expected.lcl];
      expectNear([centre, range, centre + width, centre - width], want, tol);
    });
  }
});

/** Marks 0 and 1 at the points of one rule. */
const marksOf = (signals: readonly Signal[], rule: Rule, count: number): number[] =>
  Array.from({ length: count }, (_, i) => Number(signals.some((one) => one.rule === rule && one.members.includes(i))));

/** The package marks the point that completes a run; every member is marked on the chart, so the first mark is that many points earlier. */
const completed = (marks: readonly number[], length: number): number[] =>
  marks.map((_, i) => Number(i >= length - 1 && marks.slice(i - length + 1, i + 1).every(Boolean)));

describe('each rule on its own', () => {
  for (const { id, input, expected } of casesOf<Values, number[]>('sevenPointTrend')) {
    it(id, () => expect(completed(marksOf(findSignals(input.y, 1e9), 'trend', input.y.length), 7)).toEqual(expected));
  }
  for (const { id, input, expected } of casesOf<{ sign: number[] }, number[]>('sevenOneSide')) {
    it(id, () => expect(completed(marksOf(findSignals(input.sign, 1e9), 'run', input.sign.length), 7)).toEqual(expected));
  }
  for (const { id, input, expected } of casesOf<{ close: number[]; side: number[] }, number[]>('twoInThree')) {
    it(id, () => {
      const deviations = input.side.map((side, i) => side * (input.close[i] ? 0.9 : 0.1));
      const marks = marksOf(findSignals(deviations, 1), 'two-of-three', deviations.length);
      // The package marks the point between two near ones with them; on the chart only what is near is a member.
      expect(marks).toEqual(expected.map((mark, i) => mark * input.close[i]!));
    });
  }
});
