import { describe, expect, it } from 'vitest';
import { historyLevel } from '../../../../src/domain/baseline.ts';
import { limitsOf } from '../../../../src/domain/limits.ts';
import type { Goal, KeyResult, Revision } from '../../../../src/domain/objective.ts';
import { day, keepAtLeast, keyResult, reach, series, wobble } from './builders.ts';

const keepAtMost = (atMost: number): Goal => ({ kind: 'keep', atLeast: null, atMost });
const band = (atLeast: number, atMost: number): Goal => ({ kind: 'keep', atLeast, atMost });
const revised = (on: string, before: Goal, due = '2026-09-30'): Revision => ({
  id: `v-${on}`,
  day: day(on),
  reason: 'price rise',
  approver: '',
  before: { goal: before, due: day(due) },
});

/** Limits of weekly levels from `first` on, as of the end of the quarter. */
function limits(values: readonly number[], goal: Goal, more: Partial<KeyResult> = {}, first = '2026-07-08') {
  const input = { keyResult: keyResult(goal, undefined, more), series: series(values, { first }), asOf: day('2026-12-31') };
  const made = limitsOf(input);
  if (!made) throw new Error('no limits');
  return made;
}
const round = (v: number) => Math.round(v * 100) / 100;

describe('limits of published figures', () => {
  it("are those of the NHS package ('Deviations from Excel defaults': 4.6, 1.94, -0.72), one jump left out", () => {
    const { points, signals, variation, provisional } = limits([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], keepAtLeast(0), {
      due: day('2026-12-31'),
    });
    const { upper, centre, lower } = points[0]!;
    expect([upper, centre, lower].map(round)).toEqual([4.6, 1.94, -0.72]);
    expect(signals).toEqual([{ rule: 'outside', side: 'above', members: [4], meaning: 'improving' }]);
    // The chart answers for the newest figure: the jump is long over.
    expect(variation).toEqual({ kind: 'common' });
    expect(provisional).toBe(false);
  });
});

describe('a revision of the goal', () => {
  const history = Array.from({ length: 8 }, (_, i) => 50 + wobble(i));
  // To 19 August on the old plan (50 → 70), from then on the new one: from the 61 of that day to 90, with twice the noise.
  const since = Array.from({ length: 12 }, (_, i) =>
    i < 7 ? 50 + ((i + 1) * 20) / 13 + wobble(i + 8) : 61 + ((i - 6) * 29) / 6 + 2 * wobble(i + 8),
  );
  const goal = reach(50, 90);
  const at = { first: '2026-05-13', revisions: [revised('2026-08-20', reach(50, 70))] };
  const rebased = () => limits([...history, ...since], goal, { revisions: at.revisions }, at.first);

  it('begins new limits: the old ones stay about the old plan, the new ones follow the new plan', () => {
    const { points, segments } = rebased();
    const plan = (i: number, target: number) => 50 + ((target - 50) * (points[i]!.day - day('2026-07-01'))) / 91;
    expect(segments.map(({ begin, end, borrowed }) => [begin, end, borrowed])).toEqual([
      [0, 15, false],
      [15, 20, false],
    ]);
    expect(points[14]!.centre).toBeCloseTo(plan(14, 70), 9);
    const { level } = historyLevel(
      points.slice(0, 15).map(({ last, value }) => ({ first: last, last, at: last, value })),
      'week',
    )!;
    const share = (points[15]!.day - day('2026-08-20')) / (day('2026-09-30') - day('2026-08-20'));
    expect(points[15]!.centre).toBeCloseTo(level + (90 - level) * share, 9);
  });

  it('takes no moving range across the break: what changed with the plan makes no limits wider', () => {
    const { segments } = rebased();
    const [old, young] = segments as [(typeof segments)[0], (typeof segments)[0]];
    const alone = limits([...history, ...since.slice(0, 7)], reach(50, 70), {}, at.first);
    expect(old.width).toBeCloseTo(alone.segments[0]!.width, 9);
    expect(young.width).toBeGreaterThan(old.width);
    expect(rebased().signals).toEqual([]);
    // Without the revision the same figures are far from the one plan that is left.
    expect(limits([...history, ...since], goal, {}, at.first).signals).not.toEqual([]);
  });

  it('is provisional until 13 figures are there, and goes on with the old width until there are five', () => {
    const { segments, provisional, figures } = rebased();
    expect([segments[1]!.provisional, provisional, figures]).toEqual([true, true, 5]);
    const young = limits([...history, ...since.slice(0, 9)], goal, { revisions: at.revisions }, at.first);
    expect(young.segments[1]).toMatchObject({ borrowed: true, provisional: true, basis: 15 });
    expect(young.segments[1]!.width).toBe(young.segments[0]!.width);
    expect(young.segments[0]!.provisional).toBe(false);
  });

  it('of a kept level goes on with the old centre too, then finds its own', () => {
    const values = Array.from({ length: 16 }, (_, i) => (i < 8 ? 10 : 20) + wobble(i));
    const of = (count: number) =>
      limits(values.slice(0, count), keepAtLeast(19), { revisions: [revised('2026-08-27', keepAtLeast(9))], due: day('2026-12-31') });
    expect(of(10).points[9]!.centre).toBe(of(10).points[0]!.centre);
    expect(of(16).points[15]!.centre).toBeCloseTo(20, 0);
    expect(of(16).points[0]!.centre).toBeCloseTo(10, 0);
    expect([of(16).assurance, of(16).signals.filter(({ rule }) => rule === 'run')]).toEqual(['hit-and-miss', []]);
  });

  it.each([
    ['only the date until which it is kept', [revised('2026-08-27', keepAtLeast(9), '2026-08-31')]],
    ['on the first day', [revised('2026-07-01', keepAtLeast(3))]],
    ['in the future', [revised('2027-01-04', keepAtLeast(3))]],
  ])('changes nothing where it is %s', (_, revisions) => {
    const values = Array.from({ length: 13 }, (_day, i) => 10 + wobble(i));
    const made = limits(values, keepAtLeast(9), { revisions });
    expect(made.points).toEqual(limits(values, keepAtLeast(9)).points);
    expect(made.segments).toHaveLength(1);
  });

  it('made twice on one day counts once, with its outcome', () => {
    const revisions = [revised('2026-08-20', reach(50, 70)), revised('2026-08-20', reach(50, 200))];
    const made = limits([...history, ...since], goal, { revisions }, at.first);
    expect(made.points).toEqual(rebased().points);
  });
});

describe('limits locked at a day', () => {
  // Eight quiet weeks about 10, then eight about 14.
  const values = Array.from({ length: 16 }, (_, i) => (i < 8 ? 10 : 14) + 0.5 * wobble(i));
  const more = { due: day('2026-12-31') };
  const locked = { ...more, limitsLockedOn: day('2026-08-26') };

  it('are made by the figures up to that day, and judge the later ones', () => {
    const { points, segments, variation } = limits(values, keepAtLeast(9), locked);
    const before = limits(values.slice(0, 8), keepAtLeast(9), more);
    expect(points[15]!.upper).toBeCloseTo(before.points[0]!.upper, 12);
    expect(points[15]!.lower).toBeCloseTo(before.points[0]!.lower, 12);
    expect(segments[0]).toMatchObject({ lockedOn: day('2026-08-26'), basis: 8, provisional: true });
    expect(variation).toEqual({ kind: 'improving', rule: 'outside', side: 'above', count: 8 });
    expect(limits(values, keepAtLeast(9), more).points[15]!.centre).toBeCloseTo(12, 0);
  });

  it('do not move with figures that come later, or that are restated', () => {
    const restated = values.map((value, i) => (i > 11 ? value + 30 : value));
    const at = (figures: readonly number[]) => limits(figures, keepAtLeast(9), locked).points[0]!;
    expect(at(restated)).toEqual(at(values));
    expect(at(values.slice(0, 9))).toEqual(at(values));
  });

  it('keep the width about a plan that goes on', () => {
    const rising = Array.from({ length: 12 }, (_, i) => 50 + ((i + 1) * 20) / 13 + (i < 6 ? 1 : 4) * wobble(i));
    const { segments, points } = limits(rising, reach(50, 70), { limitsLockedOn: day('2026-08-12') });
    expect(segments[0]!.width).toBeCloseTo(limits(rising.slice(0, 6), reach(50, 70)).segments[0]!.width, 12);
    expect(points[11]!.centre).toBeCloseTo(50 + (20 * 84) / 91, 9);
  });

  it('cannot be locked on fewer than five figures: every figure counts then', () => {
    const early = { ...more, limitsLockedOn: day('2026-07-29') };
    const made = limits(values, keepAtLeast(9), early);
    expect(made.segments[0]!.lockedOn).toBeNull();
    expect(made.points).toEqual(limits(values, keepAtLeast(9), more).points);
  });

  it('were not locked on a day before', () => {
    const asked = (on: string) =>
      limitsOf({ keyResult: keyResult(keepAtLeast(9), undefined, locked), series: series(values), asOf: day(on) })!.segments[0]!;
    expect([asked('2026-08-25').lockedOn, asked('2026-08-26').lockedOn]).toEqual([null, day('2026-08-26')]);
  });

  it('end with the next revision', () => {
    const both = { ...locked, revisions: [revised('2026-09-03', keepAtLeast(9))] };
    const { segments, points } = limits(values, keepAtLeast(13), both);
    expect(segments.map(({ lockedOn }) => lockedOn)).toEqual([day('2026-08-26'), null]);
    expect(points[15]!.centre).toBeCloseTo(14, 0);
  });
});

describe('variation and assurance', () => {
  const calm = (level: number, count = 14) => Array.from({ length: count }, (_, i) => level + wobble(i));
  const rises = [...calm(50), 50, 51, 52, 53, 54, 55, 56, 57];
  const falls = [...calm(50), 50, 49, 48, 47, 46, 45, 44, 43];
  const answers = (values: readonly number[], goal: Goal) => {
    const { variation, assurance } = limits(values, goal, { due: day('2027-06-30') }, '2026-06-03');
    return [variation?.kind, variation && 'side' in variation ? variation.side : null, assurance];
  };

  it.each([
    ['at least, usual', calm(50), keepAtLeast(40), 'common', null, 'consistently-meets'],
    ['at least, usual about its limit', calm(50), keepAtLeast(50), 'common', null, 'hit-and-miss'],
    ['at least, usual below its limit', calm(50), keepAtLeast(60), 'common', null, 'consistently-fails'],
    ['at least, risen', rises, keepAtLeast(40), 'improving', 'above', 'consistently-meets'],
    ['at least, fallen', falls, keepAtLeast(40), 'concerning', 'below', 'consistently-meets'],
    ['at most, risen', rises, keepAtMost(70), 'concerning', 'above', 'consistently-meets'],
    ['at most, fallen', falls, keepAtMost(70), 'improving', 'below', 'consistently-meets'],
    ['at most, usual above its limit', calm(50), keepAtMost(40), 'common', null, 'consistently-fails'],
    ['band, usual', calm(50), band(40, 60), 'common', null, 'consistently-meets'],
    ['band, too narrow', calm(50), band(49.5, 50.5), 'common', null, 'hit-and-miss'],
    ['band, below', calm(50), band(60, 70), 'common', null, 'consistently-fails'],
    ['band, above', calm(50), band(30, 40), 'common', null, 'consistently-fails'],
    ['band, risen within it', rises, band(30, 70), 'changed', 'above', 'consistently-meets'],
    ['band, risen out of it, as its limits could not know', rises, band(30, 56), 'concerning', 'above', 'consistently-meets'],
    ['to be reached upwards, fallen', falls, reach(50, 50.5), 'concerning', 'below', null],
    ['to be reached downwards, fallen', falls, reach(50, 49.5), 'improving', 'below', null],
  ] as const)('%s', (_, values, goal, kind, side, assurance) => expect(answers(values, goal)).toEqual([kind, side, assurance]));

  it('bounds are inclusive: always exactly 100% meets at least 100%', () => {
    const always = Array.from({ length: 8 }, () => 1);
    expect(answers(always, keepAtLeast(1))).toEqual(['common', null, 'consistently-meets']);
    expect(answers(always, band(1, 1))).toEqual(['common', null, 'consistently-meets']);
  });

  it('every member of a pattern is marked, with the name of its rule', () => {
    const { signals } = limits(rises, keepAtLeast(40), { due: day('2027-06-30') }, '2026-06-03');
    const trend = signals.find(({ rule }) => rule === 'trend')!;
    // From the first figure of the climb (51) or the one that it starts at to the last.
    expect(trend.members.slice(-8)).toEqual([14, 15, 16, 17, 18, 19, 20, 21]);
    expect(trend.meaning).toBe('improving');
  });
});

describe('few figures', () => {
  it.each([0, 1, 2, 4])('%i figures make no limits and no signals, and the count is told', (count) => {
    const made = limits([50, 900, 51, 52, 53].slice(0, count), reach(50, 70));
    expect(made).toMatchObject({ points: [], segments: [], signals: [], variation: null, figures: count });
  });

  it('five make provisional ones, thirteen firm ones', () => {
    const of = (count: number) =>
      limits(
        Array.from({ length: count }, (_, i) => 50 + wobble(i)),
        keepAtLeast(40),
      );
    expect([of(5).provisional, of(12).provisional, of(13).provisional]).toEqual([true, true, false]);
  });

  it('a constant series has limits without width and no signal, whatever rounding leaves over', () => {
    const { segments, signals, variation } = limits(
      Array.from({ length: 12 }, () => 0.1 + 0.2),
      keepAtLeast(0.2),
    );
    expect([segments[0]!.width, signals, variation]).toEqual([0, [], { kind: 'common' }]);
    const onPlan = Array.from({ length: 12 }, (_, i) => 50 + (20 * (7 * (i + 1))) / 91);
    expect(limits(onPlan, reach(50, 70)).signals).toEqual([]);
  });

  it('mostly equal ones do not all lie outside because of one jump', () => {
    const accidents = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0];
    const { signals } = limits(accidents, { kind: 'keep', atLeast: null, atMost: 2 });
    expect(signals.map(({ rule, members }) => [rule, members])).toEqual([['outside', [6]]]);
  });

  it('a period that is not over is judged by nobody', () => {
    const flow = series([10, 11, 9, 10, 11, 10, 9, 1], { first: '2026-07-06', accrual: 'flow' });
    const asked = (asOf: string) => limitsOf({ keyResult: keyResult(keepAtLeast(8)), series: flow, asOf: day(asOf) })!;
    expect(asked('2026-08-26').points).toHaveLength(7);
    expect(asked('2026-08-26').variation).toEqual({ kind: 'common' });
    expect(asked('2026-08-30').variation).toEqual({ kind: 'concerning', rule: 'outside', side: 'below', count: 1 });
  });

  it('milestones have none', () => {
    const steps = keyResult({ kind: 'milestones', milestones: [] });
    expect(limitsOf({ keyResult: steps, series: null, asOf: day('2026-08-01') })).toBeNull();
  });
});
