import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/domain/assessment.ts';
import { assessKeyResult } from '../../../../src/domain/assess.ts';
import { assessOn } from '../../../../src/domain/assess-on.ts';
import type { Closing } from '../../../../src/domain/closing.ts';
import { isOnBoard, keyResultOn } from '../../../../src/domain/goal-on.ts';
import type { Goal, KeyResult, Objective } from '../../../../src/domain/objective.ts';
import { gradeOf, scoreOf, scoreSheet, withScore } from '../../../../src/domain/score.ts';
import { day, keepAtLeast, keyResult, reach, series } from '../assess/builders.ts';

const END = day('2026-10-05');
const empty = assessKeyResult({ keyResult: keyResult(reach(0, 1)), series: null, asOf: END });
const standing = (id: string, progress: number | null, more: Partial<KeyResult> = {}) => ({
  keyResult: keyResult(more.goal ?? reach(0, 100), undefined, { id, ...more }),
  assessment: { ...empty, progress } satisfies Assessment,
});
const objective = (id: string, more: Partial<Objective> = {}): Objective => ({
  id,
  title: id,
  level: 'team',
  owner: '',
  parentId: null,
  cycleId: 'c1',
  ambition: 'committed',
  ...more,
});

describe('the grade of a score', () => {
  it.each([
    [1, 'committed', 'good'],
    [0.996, 'committed', 'good'],
    [0.99, 'committed', 'middling'],
    [0.7, 'committed', 'middling'],
    [0.69, 'committed', 'poor'],
    [0.7, 'aspirational', 'good'],
    [0.695, 'aspirational', 'good'],
    [0.69, 'aspirational', 'middling'],
    [0.4, 'aspirational', 'middling'],
    [0.39, 'aspirational', 'poor'],
    [0, 'aspirational', 'poor'],
  ] as const)('%d of a %s objective is %s', (score, ambition, grade) => expect(gradeOf(score, ambition)).toBe(grade));
});

describe('the score that the figures give', () => {
  it.each([
    [0.643, 0.64],
    [1.2, 1],
    [-0.3, 0],
    [null, null],
  ])('progress %s scores %s', (progress, score) => expect(scoreOf({ progress })).toBe(score));

  it.each([
    // Ten weekly figures in the quarter.
    ['a path', reach(0, 100), [8, 16, 24, 32, 40, 48, 56, 64, 72, 80], 0.8],
    ['a path downwards that went on too far', reach(100, 50), [95, 90, 80, 70, 60, 55, 50, 45, 40, 40], 1],
    ['a goal to keep, as the share of weeks inside', keepAtLeast(10), [9, 12, 12, 12, 12, 12, 12, 12, 9, 12], 0.8],
    [
      'steps, by their weight',
      {
        kind: 'milestones',
        milestones: [
          { id: 'd1', title: 'a', weight: 3, due: null, doneOn: day('2026-08-01') },
          { id: 'd2', title: 'b', weight: 1, due: null, doneOn: null },
        ],
      } satisfies Goal,
      [],
      0.75,
    ],
    ['nothing, where no figure came in', reach(0, 100), [], null],
  ] as const)('of %s', (_, goal, figures, score) => {
    const row = keyResult(goal);
    expect(scoreOf(assessOn({ keyResult: row, series: series(figures), asOf: END }))).toBe(score);
  });
});

describe('the scores of a cycle', () => {
  const closing = (scores: Closing['scores']): Closing => ({ day: END, note: '', scores });

  it('are rolled up by weight; what has none is counted apart', () => {
    const sheet = scoreSheet([standing('a', 0.5, { weight: 3 }), standing('b', 1), standing('c', null)], [objective('o1')], undefined);
    expect(sheet.byObjective.get('o1')).toEqual({ score: 0.63, grade: 'poor', open: 1 });
    expect(sheet.company).toEqual({ score: 0.63, open: 1 });
  });

  it('count a child where its parent counts children, by its weight', () => {
    const objectives = [
      objective('o1', { countsChildren: true }),
      objective('o2', { parentId: 'o1', weight: 3, ambition: 'aspirational' }),
    ];
    const sheet = scoreSheet([standing('a', 1), standing('b', 0.6, { objectiveId: 'o2' })], objectives, undefined);
    expect(sheet.byObjective.get('o2')).toEqual({ score: 0.6, grade: 'middling', open: 0 });
    expect(sheet.byObjective.get('o1')?.score).toBe(0.7);
  });

  it('people may say otherwise, also where the figures say nothing', () => {
    const scores = [
      { keyResultId: 'a', score: 0.9, note: 'late, but whole', afterwards: 'done' },
      { keyResultId: 'b', score: 0.3, note: '', afterwards: 'stop' },
    ] as const;
    const sheet = scoreSheet([standing('a', 0.5), standing('b', null), standing('c', 0.2)], [objective('o1')], closing(scores));
    expect(sheet.lines.map(({ computed, score, overridden, afterwards }) => [computed, score, overridden, afterwards])).toEqual([
      [0.5, 0.9, true, 'done'],
      [null, 0.3, true, 'stop'],
      [0.2, 0.2, false, 'carry'],
    ]);
    expect(sheet.company.open).toBe(0);
  });

  it('propose that what is reached is done, and that the rest goes on', () => {
    const sheet = scoreSheet(
      [standing('a', 1.1), standing('b', 0.9), standing('c', 1, { goal: keepAtLeast(1) }), standing('d', null)],
      [objective('o1')],
      undefined,
    );
    expect(sheet.lines.map(({ afterwards, chosen }) => [afterwards, chosen])).toEqual([
      ['done', false],
      ['carry', false],
      ['carry', false],
      ['carry', false],
    ]);
  });

  it('leave out what was given up, count what came in its place, and weigh as on that day', () => {
    const ruling = { day: day('2026-08-15'), reason: 'x', approver: '' };
    const goal = reach(0, 100);
    const all: KeyResult[] = [
      keyResult(goal, undefined, { id: 'old', dropped: ruling }),
      keyResult(goal, undefined, { id: 'new', added: ruling, replaces: 'old' }),
      keyResult(goal, undefined, {
        id: 'light',
        weight: 1,
        revisions: [{ id: 'v1', ...ruling, before: { goal, due: day('2026-09-30'), weight: 9 } }],
      }),
    ];
    const at = (asOf: number) =>
      scoreSheet(
        all
          .filter((one) => isOnBoard(one, asOf))
          .map((one) => ({ keyResult: keyResultOn(one, asOf), assessment: { ...empty, progress: one.id === 'light' ? 0 : 1 } })),
        [objective('o1')],
        undefined,
      );
    expect(at(END).lines.map(({ keyResult: { id } }) => id)).toEqual(['new', 'light']);
    expect(at(END).company.score).toBe(0.5);
    expect(at(day('2026-08-01')).company.score).toBe(0.1);
  });

  it('what is said of one key result leaves the others as they were', () => {
    const [a, b] = scoreSheet([standing('a', 0.5), standing('b', 0.5)], [objective('o1')], undefined).lines;
    const first = withScore(undefined, END, a!, { score: 0.8 });
    const line = scoreSheet([standing('a', 0.5)], [objective('o1')], first).lines[0]!;
    const both = withScore(withScore(first, END, b!, { afterwards: 'stop' }), END + 1, line, { note: 'why' });
    expect(both).toEqual({
      day: END + 1,
      note: '',
      scores: [
        { keyResultId: 'b', score: null, note: '', afterwards: 'stop' },
        { keyResultId: 'a', score: 0.8, note: 'why', afterwards: 'carry' },
      ],
    });
  });
});
