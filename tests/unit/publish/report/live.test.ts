import { readFileSync } from 'node:fs';
import type { WorkBook } from 'xlsx';
import { describe, expect, test } from 'vitest';
import type { Goal, KeyResult, Objective, Plan } from '../../../../src/domain/objective.ts';
import type { Series } from '../../../../src/domain/series.ts';
import { emptyWorkspace } from '../../../../src/domain/workspace.ts';
import { decodeDocument } from '../../../../src/storage/decode.ts';
import { day, keyResult, reach, series, wobble } from '../../domain/assess/builders.ts';
import { objective } from '../../domain/what-if/boards.ts';
import { bookOf, reportOf, reportOfFiles } from './books.ts';
import { evaluator } from './evaluate.ts';

/** Calculates every formula anew and compares it with the value that stands beside it, which the engine gave. */
function expectSame(book: WorkBook): number {
  const calculate = evaluator(book);
  let count = 0;
  for (const sheet of book.SheetNames)
    for (const [address, cell] of Object.entries(book.Sheets[sheet]!)) {
      if (!cell?.f) continue;
      const [live, cached] = [calculate(sheet, address), cell.v ?? ''];
      const place = `${sheet}!${address}: ${cell.f}`;
      if (typeof cached === 'number') expect(live, place).toBeCloseTo(cached, 9);
      else expect(live, place).toBe(cached);
      count++;
    }
  return count;
}

test('the cells of the example calculate what the page shows, on its day and on others', () => {
  const decoded = decodeDocument(JSON.parse(readFileSync('public/example-en.json', 'utf8')));
  if (!decoded.ok) throw new Error(decoded.error.code);
  const { workspace, datasets } = decoded.value;
  for (const asOf of ['2026-08-28', '2026-08-05', '2026-06-20', '2026-10-02'])
    expect(expectSame(bookOf(reportOfFiles(workspace, datasets, day(asOf))))).toBeGreaterThan(100);
});

const rising = series(
  Array.from({ length: 20 }, (_, i) => 36 + 0.5 * i + 0.3 * wobble(i)),
  { first: '2026-04-12' },
);
const weekly = series(
  Array.from({ length: 21 }, (_, i) => 20 + wobble(i)),
  { first: '2026-04-06', accrual: 'flow' },
);
const ratio = series(
  Array.from({ length: 20 }, (_, i) => 0.9 + 0.02 * wobble(i)),
  { first: '2026-04-06', accrual: 'ratio' },
);
const running = series(
  Array.from({ length: 8 }, (_, i) => 100 * (i + 1)),
  { first: '2026-01-01', grain: 'month', accrual: 'cumulative' },
);
const phased: Plan = {
  kind: 'phased',
  steps: [
    { day: day('2026-08-01'), value: 41.5 },
    { day: day('2026-09-01'), value: 46 },
  ],
};
const keep = (atLeast: number | null, atMost: number | null): Goal => ({ kind: 'keep', atLeast, atMost });
const before = (on: string, goal: Goal) => ({ id: on, day: day(on), reason: '', approver: '', before: { goal, due: day('2026-09-30') } });
const share = { kind: 'share-inside' } as const;
const kinds: readonly (readonly [string, KeyResult, Series | null])[] = [
  ['a level', keyResult(reach(41, 50)), rising],
  ['a level that falls', keyResult(reach(50, 41)), rising],
  ['no way at all', keyResult(reach(41, 41)), rising],
  ['a level on a phased plan', keyResult({ ...reach(41, 50), plan: phased } as Goal), rising],
  ['a level since a revision', keyResult(reach(41, 60), { kind: 'latest' }, { revisions: [before('2026-08-03', reach(41, 50))] }), rising],
  ['a mean of three', keyResult(reach(41, 50), { kind: 'rolling-mean', periods: 3 }), rising],
  ['a total with an open period', keyResult(reach(0, 300), { kind: 'sum' }), weekly],
  ['a total on a phased plan', keyResult({ ...reach(0, 300), plan: phased } as Goal, { kind: 'sum' }), weekly],
  ['a total since a revision', keyResult(reach(0, 400), { kind: 'sum' }, { revisions: [before('2026-08-03', reach(0, 300))] }), weekly],
  ['costs that may add up to less', keyResult(reach(300, 250), { kind: 'sum' }), weekly],
  ['a running total', keyResult(reach(600, 900), { kind: 'latest' }), running],
  ['a mean', keyResult(reach(0.9, 0.95), { kind: 'mean' }), ratio],
  ['a level kept above', keyResult(keep(0.89, null), share), ratio],
  ['a level kept in a band', keyResult(keep(0.89, 0.91), share), ratio],
  ['a limit that was moved', keyResult(keep(0.89, null), share, { revisions: [before('2026-08-03', keep(0.91, null))] }), ratio],
  ['no figures', keyResult(reach(0, 10)), null],
  [
    'figures before the start only',
    keyResult(reach(41, 50), { kind: 'latest' }, { start: day('2026-08-25'), due: day('2026-12-31') }),
    rising,
  ],
  ['a total that has not begun', keyResult(reach(0, 50), { kind: 'sum' }, { start: day('2026-09-25'), due: day('2026-12-31') }), weekly],
  [
    'steps',
    keyResult({
      kind: 'milestones',
      milestones: [
        { id: 'a', title: 'A', weight: 3, due: day('2026-08-01'), doneOn: day('2026-08-04') },
        { id: 'b', title: 'B', weight: 1, due: null, doneOn: null },
      ],
    }),
    null,
  ],
  [
    'check-ins',
    keyResult(
      { kind: 'manual', baseline: 0, target: 10, stretch: null, plan: { kind: 'linear' } },
      { kind: 'latest' },
      {
        link: null,
        checkIns: [{ id: 'c', day: day('2026-08-10'), value: 4, confidence: 5, note: '' }],
      },
    ),
    null,
  ],
];

function boardOf(objectives: readonly Objective[], rows: readonly (readonly [KeyResult, Series | null])[], asOf = day('2026-08-28')) {
  const all = new Map(rows.map(([one, data]) => [one.id, data]));
  const workspace = { ...emptyWorkspace, activeCycleId: 'c1', objectives, keyResults: rows.map(([one]) => one) };
  return reportOf(workspace, asOf, ({ id }) => all.get(id) ?? null);
}

describe('every kind of goal calculates in its cells what the engine says', () => {
  test.each(kinds)('%s', (_, one, data) => {
    for (const asOf of ['2026-08-28', '2026-08-30', '2026-10-05'])
      expectSame(bookOf(boardOf([objective('o1')], [[{ ...one, weight: 2 }, data]], day(asOf))));
  });
});

const tree = () => {
  const objectives = [
    objective('top', { countsChildren: true }),
    objective('left', { parentId: 'top', weight: 3 }),
    objective('right', { parentId: 'top' }),
    objective('under', { parentId: 'right', countsChildren: false }),
    objective('deep', { parentId: 'under', weight: 2 }),
    objective('empty'),
  ];
  const at = (objectiveId: string, weight: number, i: number) =>
    [{ ...kinds[i]![1], id: `${objectiveId}${i}`, title: `${objectiveId}${i}`, objectiveId, weight }, kinds[i]![2]] as const;
  return boardOf(objectives, [
    at('top', 2, 0),
    at('top', 1, 15),
    at('left', 1, 6),
    at('left', 4, 12),
    at('under', 1, 18),
    at('deep', 1, 3),
  ]);
};

test('parents count their children, and the whole counts nobody twice', () => {
  expect(expectSame(bookOf(tree()))).toBeGreaterThan(100);
});

test('a figure, a weight or a target that is changed in the workbook moves progress up to the whole board', () => {
  const book = bookOf(tree());
  const board = book.Sheets['Board']!;
  const figures = book.Sheets['Figures']!;
  const find = (sheet: typeof board, text: string, last = false) => {
    const rows = Object.keys(sheet).filter((address) => /^A\d+$/.test(address) && sheet[address].v === text);
    return Number((last ? rows.at(-1)! : rows[0]!).slice(1));
  };
  const [whole, top, level] = [`E${find(board, 'Whole board')}`, `E${find(board, 'top')}`, find(board, 'top0')];
  const value = () => {
    const calculate = evaluator(book);
    return [whole, top, `E${level}`].map((address) => Number(calculate('Board', address)));
  };
  const before = value();
  // The last figure of the level that is not a forecast.
  const rows = Object.keys(figures).filter((address) => /^D\d+$/.test(address) && figures[`A${address.slice(1)}`].v === 'top0');
  figures[rows.at(-1)!].v += 1;
  const more = value();
  expect(more[2]! - before[2]!).toBeCloseTo(1 / 9, 9);
  expect(more[1]).toBeGreaterThan(before[1]!);
  expect(more[0]).toBeGreaterThan(before[0]!);
  board[`J${level}`].v = 60;
  expect(value()[2]).toBeLessThan(more[2]!);
  const lighter = value()[1]!;
  board[`Q${level}`].v = 20;
  expect(value()[1]).not.toBeCloseTo(lighter, 3);
});
