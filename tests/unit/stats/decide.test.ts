import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUTS, MIN_POINTS } from '../../../src/domain/stats/constants.ts';
import {
  decide,
  isOffTrack,
  replay,
  type DriftFacts,
  type QuestionKind,
  type ReviewState,
  type Situation,
} from '../../../src/domain/stats/decide.ts';

const QUIET: DriftFacts = {
  pBehind: 0.2,
  pLevel: 0.2,
  pDrift: 0.2,
  pBehind0: 0.4,
  pAhead: 0.1,
  pReversed: 0,
  pShift: 0,
  pStall: 0,
  off: 0.3,
  pace: 1,
};
const MIDWAY: Situation = { kind: 'level', n: 8, elapsed: 0.6, chance: 0.3, latestBehind: false, previous: null };
const answer = (facts: Partial<DriftFacts>, situation: Partial<Situation> = {}) => {
  const { status, verdict } = decide({ ...QUIET, ...facts }, { ...MIDWAY, ...situation });
  return `${status}: ${verdict}`;
};
const { once, now, confirm, release } = CUTS.level;

describe('from facts to a verdict, the first rule that holds', () => {
  const cases: readonly (readonly [why: string, facts: Partial<DriftFacts>, situation: Partial<Situation>, expected: string])[] = [
    ['nothing special', {}, {}, 'on-track: on-plan'],
    ['a bad last reading', {}, { latestBehind: true }, 'on-track: volatile'],
    ['surely ahead', { pAhead: 0.96 }, { latestBehind: true }, 'on-track: ahead'],
    ['not surely ahead', { pAhead: 0.94 }, {}, 'on-track: on-plan'],
    ['perhaps behind', { pBehind: 0.66 }, {}, 'at-risk: watch'],
    ['perhaps behind, and ahead with its wandering', { pBehind: 0.66, pAhead: 0.99 }, {}, 'at-risk: watch'],
    ['its level is behind, but it wanders', { pLevel: 0.96 }, {}, 'at-risk: watch'],
    ['too late to arrive', {}, { chance: 0.09 }, 'at-risk: unlikely'],
    ['too late, but in the first half', {}, { chance: 0.09, elapsed: 0.49 }, 'on-track: on-plan'],
    ['too late, on few figures', {}, { chance: 0.09, n: 5 }, 'on-track: on-plan'],
    ['too late, and perhaps behind', { pBehind: 0.7 }, { chance: 0.05 }, 'at-risk: unlikely'],
    ['surely behind', { pBehind: 0.85 }, {}, 'off-track: behind'],
    ['surely behind on two figures', { pBehind: 0.99 }, { n: 2 }, 'at-risk: watch'],
    ['surely behind, yet likely to arrive', { pBehind: 0.95 }, { chance: 0.51 }, 'at-risk: watch'],
    ['surely behind, half likely to arrive', { pBehind: 0.95 }, { chance: 0.5 }, 'off-track: behind'],
    ['it turned back', { pBehind: 0.9, pReversed: 0.31 }, {}, 'off-track: reversed'],
    ['it turned back, hardly', { pBehind: 0.9, pReversed: 0.29 }, {}, 'off-track: behind'],
    ['it fell on a date', { pBehind: 0.9, pShift: 0.39, pReversed: 0.35 }, {}, 'off-track: level-shift'],
    ['it rather turned back', { pBehind: 0.9, pShift: 0.39, pReversed: 0.5 }, {}, 'off-track: reversed'],
    ['a total at the cut of levels', { pBehind: 0.9 }, { kind: 'total' }, 'at-risk: watch'],
    ['a total over its cut', { pBehind: 0.95 }, { kind: 'total' }, 'off-track: behind'],
    [
      'a limit that is broken, however likely it holds at the end',
      { pBehind: 0.85, pLevel: null },
      { kind: 'keep', chance: 0.9 },
      'off-track: behind',
    ],
    ['a limit never is too late', { pLevel: null, pAhead: null }, { kind: 'keep', chance: 0.01 }, 'on-track: on-plan'],
  ];
  for (const [why, facts, situation, expected] of cases) it(why, () => expect(answer(facts, situation)).toBe(expected));
});

describe('off track with a memory of the last review', () => {
  const was = (pBehind: number, off: boolean): ReviewState => ({ pBehind, off });
  const cases: readonly (readonly [why: string, pBehind: number, previous: ReviewState | null, expected: boolean])[] = [
    ['over the cut at once', once, null, true],
    ['just under it', once - 1e-9, null, false],
    ['twice running over the lower one', now, was(confirm, false), true],
    ['the last time just under', now, was(confirm - 1e-9, false), false],
    ['this time just under', now - 1e-9, was(confirm, false), false],
    ['stays while it is not released', release, was(0.2, true), true],
    ['is released', release - 1e-9, was(0.99, true), false],
    ['between, and was not off', release, was(0.7, false), false],
  ];
  for (const [why, pBehind, previous, expected] of cases) {
    it(why, () => {
      expect(isOffTrack(pBehind, 'level', MIN_POINTS, previous)).toBe(expected);
      expect(isOffTrack(pBehind, 'level', MIN_POINTS - 1, previous)).toBe(false);
    });
  }

  it('cuts are in order for every kind of goal', () => {
    for (const cut of Object.values(CUTS)) {
      expect(cut.once).toBeGreaterThan(cut.now);
      expect(cut.now).toBeGreaterThanOrEqual(cut.confirm);
      expect(cut.confirm).toBeGreaterThan(cut.release);
    }
  });
});

describe('replayed out of the data', () => {
  it('the state is that of every review in turn, with fewer of them asked', () => {
    const probability = fc.option(fc.oneof(fc.double({ min: 0.6, max: 1, noNaN: true }), fc.constantFrom(once, now, confirm, release)), {
      freq: 12,
    });
    const reviews = fc.array(fc.tuple(probability, fc.integer({ min: 1, max: 8 })), { maxLength: 20 });
    const kinds = fc.constantFrom<QuestionKind>('level', 'total', 'keep');
    fc.assert(
      fc.property(reviews, kinds, (all, kind) => {
        let state: ReviewState | null = null;
        for (const [pBehind, n] of all) state = pBehind === null ? null : { pBehind, off: isOffTrack(pBehind, kind, n, state) };
        const got = replay(
          all.length,
          kind,
          (i) => all[i]![0],
          (i) => all[i]![1],
        );
        expect(got).toEqual(state);
      }),
      { numRuns: 2000 },
    );
  });

  it('asks for one review only where that settles it', () => {
    const asked: number[] = [];
    const at = (values: readonly number[]) => (i: number) => {
      asked.push(i);
      return values[i]!;
    };
    replay(4, 'level', at([0.9, 0.9, 0.9, 0.1]), () => 8);
    expect(asked).toEqual([3]);
    expect(replay(0, 'level', at([]), () => 8)).toBeNull();
  });
});
