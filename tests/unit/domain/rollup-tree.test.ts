import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/domain/assessment.ts';
import type { Objective } from '../../../src/domain/objective.ts';
import type { Counted } from '../../../src/domain/rollup.ts';
import { rollUpTree } from '../../../src/domain/rollup-tree.ts';

const objective = (id: string, parentId: string | null, more: Partial<Objective> = {}): Objective => ({
  id,
  title: id,
  level: 'team',
  owner: '',
  parentId,
  cycleId: 'c',
  ambition: 'committed',
  ...more,
});
/** Key results as [objective, weight, progress, status]; progress null is one without a figure, undefined one that is not on the board. */
type Row = readonly [string, number, number | null | undefined, Status?];

function rolled(objectives: readonly Objective[], rows: readonly Row[]) {
  const answers = new Map<string, Counted>();
  const keyResults = rows.map(([objectiveId, weight, progress, status = 'on-track'], i) => {
    const id = `k${i}`;
    if (progress !== undefined) answers.set(id, { status, rollup: progress === null ? null : { progress, expected: 0.5 } });
    return { id, objectiveId, weight };
  });
  return rollUpTree(objectives, keyResults, (id) => answers.get(id));
}

const company = objective('company', null);
const sales = objective('sales', 'company');
const ops = objective('ops', 'company');

describe('rolling a cycle up', () => {
  const table: readonly (readonly [string, readonly Objective[], readonly Row[], Record<string, number | null>])[] = [
    [
      'own key results by weight',
      [company],
      [
        ['company', 3, 1],
        ['company', 1, 0.2],
      ],
      { company: 0.8, all: 0.8 },
    ],
    [
      'a dropped key result counts nowhere',
      [company],
      [
        ['company', 3, undefined],
        ['company', 1, 0.2],
      ],
      { company: 0.2, all: 0.2 },
    ],
    [
      'an added one counts with its weight',
      [company],
      [
        ['company', 1, 0.2],
        ['company', 1, 0],
      ],
      { company: 0.1, all: 0.1 },
    ],
    [
      'a reweighted one counts by its new weight',
      [company],
      [
        ['company', 4, 0.2],
        ['company', 1, 0.7],
      ],
      { company: 0.3, all: 0.3 },
    ],
    [
      'children stay apart beside own key results, and count in the company themselves',
      [company, sales],
      [
        ['company', 1, 0.4],
        ['sales', 1, 1],
      ],
      { company: 0.4, sales: 1, all: 0.7 },
    ],
    [
      'children count where the user says so, each with its weight',
      [
        { ...company, countsChildren: true },
        { ...sales, weight: 3 },
      ],
      [
        ['company', 1, 0.4],
        ['sales', 1, 0.8],
      ],
      { company: (0.4 + 3 * 0.8) / 4, all: 0.7 },
    ],
    [
      'children count where nothing else does',
      [company, sales, ops],
      [
        ['sales', 9, 0.2],
        ['ops', 1, 0.6],
      ],
      { company: 0.4, all: 0.4 },
    ],
    [
      'unless the user says that they do not; for the company they count all the same',
      [{ ...company, countsChildren: false }, sales],
      [['sales', 1, 0.2]],
      { company: null, all: 0.2 },
    ],
    [
      'an objective with nothing below it weighs nothing',
      [company, sales, ops],
      [['sales', 1, 0.2]],
      { company: 0.2, ops: null, all: 0.2 },
    ],
    [
      'roots make the company, by their weights',
      [{ ...company, weight: 3 }, objective('other', null)],
      [
        ['company', 1, 1],
        ['other', 1, 0],
      ],
      { all: 0.75 },
    ],
    ['a parent of another cycle is no parent here', [objective('sales', 'elsewhere')], [['sales', 1, 0.3]], { all: 0.3 }],
    [
      'progress beyond 0 and 1 is cut in the sum only',
      [company],
      [
        ['company', 1, 1.8],
        ['company', 1, -0.5],
      ],
      { company: 0.5, all: 0.5 },
    ],
  ];
  it.each(table)('%s', (_, objectives, rows, wanted) => {
    const { byObjective, company: all } = rolled(objectives, rows);
    for (const [id, progress] of Object.entries(wanted)) {
      const found = id === 'all' ? all.progress : byObjective.get(id)!.progress;
      if (progress === null) expect(found, id).toBeNull();
      else expect(found, id).toBeCloseTo(progress, 12);
    }
  });

  it('shows the worst below beside an objective, counted or not, and without a word where there is nothing', () => {
    const { byObjective } = rolled(
      [company, sales, ops],
      [
        ['company', 1, 0.9],
        ['sales', 1, 0.1, 'off-track'],
      ],
    );
    expect(byObjective.get('company')).toMatchObject({ worst: 'on-track', worstBelow: 'off-track', countsChildren: false });
    expect(byObjective.get('ops')).toMatchObject({ worst: 'no-data', worstBelow: 'no-data' });
    expect(rolled([company, ops], [['company', 1, 0.9]]).byObjective.get('company')?.worstBelow).toBe('on-track');
  });

  it('counts what has no figure all the way up', () => {
    const { byObjective, company: all } = rolled(
      [company, sales],
      [
        ['sales', 1, null, 'no-data'],
        ['sales', 1, 0.4],
      ],
    );
    expect(byObjective.get('company')).toMatchObject({ progress: 0.4, withoutFigure: 1 });
    expect(all.withoutFigure).toBe(1);
  });
});
