import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../../src/domain/apply-command.ts';
import type { Dataset } from '../../../../src/domain/dataset.ts';
import { metricSeries } from '../../../../src/domain/metric-series.ts';
import { planRefresh, type RefreshAnswers, type RefreshPlan } from '../../../../src/domain/refresh-plan.ts';
import type { Workspace } from '../../../../src/domain/workspace.ts';
import { boardOf, headerOf, kpi, monthName, report, type Table } from './files.ts';

const KEEP: RefreshAnswers = { columns: {}, absent: 'keep' };
const datasetOf = (datasets: readonly Dataset[]) => (id: string) => datasets.find((one) => one.id === id);

const plan = (board: Workspace, older: readonly Dataset[], newer: Dataset, answers: Partial<RefreshAnswers> = {}) =>
  planRefresh({ workspace: board, datasetOf: datasetOf(older) }, older.at(-1)!.id, newer, { ...KEEP, ...answers });

function apply(board: Workspace, newer: Dataset, { refreshed, replaces }: RefreshPlan): Workspace {
  const sources = [{ id: newer.id, info: newer.source, header: headerOf(newer) }];
  const applied = applyCommand(board, { kind: 'import', sources, metrics: refreshed.map(({ after }) => after), replaces });
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
}
const seriesOf = (board: Workspace, datasets: readonly Dataset[], at = 0) => {
  const series = metricSeries(board.metrics[at]!, datasetOf(datasets));
  return series.ok ? series.value.points.map(({ day, value }) => [monthName(day), value]) : series.error.code;
};

describe('a newer file of the same kind', () => {
  const old = report('old', { Orders: [10, 20, 30], Refunds: [1, 2, 3] });
  const board = boardOf(old);

  it('brings new periods, says what it restates and from which cell to which, and takes the place of the old one', () => {
    const newer = report('new', { Refunds: [1, 2, 3, 4], Orders: [10, 21, 30, 40] });
    const update = plan(board, [old], newer);
    const [orders, refunds] = update.refreshed;
    expect(orders!.added.map(({ day, value }) => [monthName(day), value])).toEqual([['2026-04', 40]]);
    expect(orders!.restated.map(({ was, now }) => [monthName(now.day), was.value, now.value, was.cells, now.cells])).toEqual([
      ['2026-02', 20, 21, [{ dataset: 'old', row: 2, column: 1 }], [{ dataset: 'new', row: 2, column: 2 }]],
    ]);
    expect([refunds!.restated, refunds!.absent, update.unread, update.missing]).toEqual([[], [], [], []]);
    expect(update.replaces).toEqual(['old']);
    const applied = apply(board, newer, update);
    expect(applied.sources.map(({ id }) => id)).toEqual(['new']);
    expect(applied.metrics.map(({ datasetId, also }) => [datasetId, also])).toEqual([
      ['new', undefined],
      ['new', undefined],
    ]);
  });

  it('that holds one month only stands beside the old one, whose periods stay', () => {
    const april = report('new', { Orders: [40], Refunds: [4] }, { from: 3 });
    const update = plan(board, [old], april);
    expect(update.refreshed[0]!.absent.map(({ day }) => monthName(day))).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(update.replaces).toEqual([]);
    const applied = apply(board, april, update);
    expect(seriesOf(applied, [old, april])).toEqual([
      ['2026-01', 10],
      ['2026-02', 20],
      ['2026-03', 30],
      ['2026-04', 40],
    ]);
  });

  it('drops what it lacks only where a person says so', () => {
    const rolling = report('new', { Orders: [30, 40], Refunds: [3, 4] }, { from: 2 });
    const update = plan(board, [old], rolling, { absent: 'drop' });
    expect(update.replaces).toEqual(['old']);
    expect(seriesOf(apply(board, rolling, update), [rolling])).toEqual([
      ['2026-03', 30],
      ['2026-04', 40],
    ]);
  });

  it('that corrects an earlier month puts the corrected one in its place', () => {
    const april = report('april', { Orders: [40], Refunds: [4] }, { from: 3 });
    const two = apply(board, april, plan(board, [old], april));
    const again = report('again', { Orders: [44], Refunds: [4] }, { from: 3 });
    const update = plan(two, [old, april], again);
    expect(update.refreshed[0]!.restated).toHaveLength(1);
    expect(update.replaces).toEqual(['april']);
    expect(apply(two, again, update).metrics[0]).toMatchObject({ datasetId: 'again', also: [{ datasetId: 'old' }] });
  });

  it('with a renamed column gets a proposal by name, which a person can turn down', () => {
    const newer = report('new', { 'Orders (total)': [10, 20, 30, 40], Refunds: [1, 2, 3, 4] });
    const update = plan(board, [old], newer);
    expect(update.missing).toEqual([{ name: 'Orders', now: 'Orders (total)', choices: ['Orders (total)'] }]);
    expect(update.refreshed[0]).toMatchObject({ after: { name: 'Orders', column: 'Orders (total)' }, restated: [] });
    const refused = plan(board, [old], newer, { columns: { Orders: null } });
    expect(refused.unread).toMatchObject([{ why: 'missing-column', name: 'Orders' }]);
    expect(refused.replaces, 'Orders still reads the old file').toEqual([]);
    expect(seriesOf(apply(board, newer, refused), [old, newer])).toHaveLength(3);
  });

  it('never takes a column that another KPI reads for the missing one', () => {
    const newer = report('new', { Refunds: [1, 2, 3, 4] });
    expect(plan(board, [old], newer).missing).toEqual([{ name: 'Orders', now: null, choices: [] }]);
  });

  it('without the rows of a KPI leaves it as it was and says so', () => {
    const split: Workspace = { ...board, metrics: [kpi('m1', 'Orders', 'old'), kpi('m2', 'Refunds', 'old')] };
    const newer = report('new', { Orders: [10, 20, 30, 40], Refunds: [null, null, null, null] });
    const update = plan(split, [old], newer);
    expect(update.unread).toMatchObject([{ why: 'missing-rows', metric: { id: 'm2' } }]);
    expect(apply(split, newer, update).metrics.find(({ id }) => id === 'm2')).toEqual(split.metrics[1]);
  });

  it('takes a KPI along that has no figure in either', () => {
    const blank = report('old', { Orders: [10, 20], Notes: [null, null] });
    const newer = report('new', { Orders: [10, 20, 30], Notes: [null, null, null] });
    const update = plan(boardOf(blank), [blank], newer);
    expect([update.unread, update.empty.map(({ datasetId }) => datasetId), update.replaces]).toEqual([[], ['new'], ['old']]);
  });

  it('read again changes nothing', () => {
    const same = report('new', { Orders: [10, 20, 30 + 1e-12], Refunds: [1, 2, 3] });
    const update = plan(board, [old], same);
    for (const { added, restated, absent } of update.refreshed) expect([added, restated, absent]).toEqual([[], [], []]);
  });
});

describe('whatever two files hold', () => {
  const figures = fc.array(fc.option(fc.integer({ min: -99, max: 99 })), { minLength: 1, maxLength: 12 });
  const tables = fc.record({ figures, from: fc.integer({ min: 0, max: 12 }) });
  const hasFigure = (table: Table) => Object.values(table).some((column) => column.some((figure) => figure !== null));

  it('every period of both stays, the newer one wins, and nothing is lost that was not listed', () => {
    fc.assert(
      fc.property(tables, tables, (a, b) => {
        fc.pre(hasFigure({ a: a.figures }) && hasFigure({ b: b.figures }));
        const older = report('old', { Orders: a.figures }, a);
        const newer = report('new', { Orders: b.figures }, b);
        const board = boardOf(older);
        const update = plan(board, [older], newer);
        const applied = apply(board, newer, update);
        const before = new Map(seriesOf(board, [older]) as [string, number][]);
        const alone = new Map(seriesOf(boardOf(newer), [newer]) as [string, number][]);
        const kept = [older, newer].filter(({ id }) => applied.sources.some((source) => source.id === id));
        const after = seriesOf(applied, kept) as [string, number][];
        expect(new Map(after)).toEqual(new Map([...before, ...alone]));
        expect(after).toHaveLength(new Set([...before.keys(), ...alone.keys()]).size);
        const { added, restated, absent } = update.refreshed[0]!;
        expect(added.length + before.size).toBe(after.length);
        expect(absent.length).toBe(before.size - [...before.keys()].filter((month) => alone.has(month)).length);
        expect(restated.every(({ was, now }) => was.value !== now.value)).toBe(true);
      }),
    );
  });

  it('a file against itself has no difference and is not kept twice', () => {
    fc.assert(
      fc.property(tables, (a) => {
        fc.pre(hasFigure({ a: a.figures }));
        const older = report('old', { Orders: a.figures }, a);
        const update = plan(boardOf(older), [older], report('new', { Orders: a.figures }, a));
        expect(update.refreshed.flatMap(({ added, restated, absent }) => [...added, ...restated, ...absent])).toEqual([]);
        expect(update.replaces).toEqual(['old']);
      }),
    );
  });
});
