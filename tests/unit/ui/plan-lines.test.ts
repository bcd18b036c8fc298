import { describe, expect, it } from 'vitest';
import type { Goal, KeyResult } from '../../../src/domain/objective.ts';
import { chartNotes } from '../../../src/picture/chart-notes.ts';
import { planLines, plannedValues } from '../../../src/picture/plan-lines.ts';
import { day, keyResult, reach, series } from '../domain/assess/builders.ts';

const START = day('2026-07-01');
const DUE = day('2026-09-30');
const band = (atLeast: number, atMost: number): Goal => ({ kind: 'keep', atLeast, atMost });
const revised = (on: number, goal: Goal, due = DUE) => ({ id: `v${on}`, day: on, reason: '', approver: '', before: { goal, due } });
const lines = (goal: Goal, revisions: KeyResult['revisions'], asOf = DUE) => planLines(keyResult(goal, undefined, { revisions }), asOf);

describe('the planned paths on the chart', () => {
  it('without a revision is the plan from start to due date', () => {
    expect(lines(reach(0, 91), [])).toEqual({
      now: [
        { day: START, value: 0 },
        { day: DUE, value: 91 },
      ],
      otherBound: [],
      earlier: [],
      abandoned: [],
      earlierTargets: [],
    });
  });

  it('is the old plan up to its revision and the new one from then on; the old target stays visible', () => {
    const at = START + 30;
    const { now, earlier, abandoned, earlierTargets } = lines(reach(0, 182), [revised(at, reach(0, 91))]);
    expect(earlier).toEqual([
      [
        { day: START, value: 0 },
        { day: at, value: 30 },
      ],
    ]);
    expect(abandoned).toEqual([
      [
        { day: at, value: 30 },
        { day: DUE, value: 91 },
      ],
    ]);
    expect(now).toEqual([
      { day: at, value: 60 },
      { day: DUE, value: 182 },
    ]);
    expect(earlierTargets).toEqual([91]);
  });

  it('does not know a revision before its day, and names at most two old targets, the newest first', () => {
    const revisions = [revised(START + 10, reach(0, 91)), revised(START + 20, reach(0, 100)), revised(START + 30, reach(0, 110))];
    expect(lines(reach(0, 182), revisions).earlierTargets).toEqual([110, 100]);
    expect(lines(reach(0, 182), revisions, START + 15).earlierTargets).toEqual([91]);
    expect(lines(reach(0, 182), revisions, START + 5).earlier).toEqual([]);
  });

  it('that was to end before the revision stays at its target until then', () => {
    const { earlier, abandoned } = lines(reach(0, 60), [revised(START + 50, reach(0, 40), START + 40)]);
    expect(earlier[0]).toEqual([
      { day: START, value: 0 },
      { day: START + 40, value: 40 },
      { day: START + 50, value: 40 },
    ]);
    expect(abandoned).toEqual([]);
  });

  it('of a band has both bounds; a bound that stays is no old target', () => {
    const { now, otherBound, earlierTargets } = lines(band(20, 26), [revised(START + 9, band(20, 24))]);
    expect([now.map(({ value }) => value), otherBound.map(({ value }) => value), earlierTargets]).toEqual([[20, 20], [26, 26], [24]]);
  });
});

describe('numbers on the chart', () => {
  it('count notes and revisions together by day, up to the day that is shown', () => {
    const checkIn = (id: string, on: number, note: string) => ({ id, day: on, value: null, confidence: null, note });
    const one = keyResult(reach(0, 1), undefined, {
      checkIns: [checkIn('n1', START + 20, 'later'), checkIn('n2', START + 1, 'first'), checkIn('n3', START + 2, '')],
      revisions: [revised(START + 10, reach(0, 2))],
    });
    const numbered = chartNotes(one, START + 15).map(({ kind, id, number }) => [number, kind, id]);
    expect(numbered).toEqual([
      [1, 'check-in', 'n2'],
      [2, 'revision', `v${START + 10}`],
    ]);
  });

  it('goes on from where the figures stood, once there are any; the old plan stays where it was', () => {
    // Wednesdays on the way to 182: 84 on 12 August.
    const figures = series(Array.from({ length: 8 }, (_, i) => 14 * (i + 1)));
    const at = day('2026-08-12');
    const one = keyResult(reach(0, 300), undefined, { revisions: [revised(at, reach(0, 182))] });
    const { now, earlier, abandoned } = planLines(one, DUE, figures);
    expect(now[0]!.day).toBe(at);
    expect(now[0]!.value).toBeCloseTo(84, 6);
    expect(now.at(-1)).toEqual({ day: DUE, value: 300 });
    expect(earlier[0]!.at(-1)).toEqual({ day: at, value: 84 });
    expect(abandoned[0]!.at(-1)).toEqual({ day: DUE, value: 182 });
    const planned = plannedValues(one, DUE, figures);
    expect(planned(at, at)).toBeCloseTo(84, 6);
    expect(planned(at + 7, at + 7)).toBeCloseTo(84 + ((300 - 84) * 7) / 49, 6);
  });
});
