import { readFile } from 'node:fs/promises';
import { read, utils } from 'xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf, isoOf } from '../../../src/domain/calendar.ts';
import { readOkrList } from '../../../src/domain/okr-list.ts';
import { emptyWorkspace } from '../../../src/domain/workspace.ts';
import { planImport, type ImportPlan } from '../../../src/state/import-plan.ts';
import { NO_CORRECTIONS, plainTables } from '../../../src/import/recipes.ts';
import { linkContext } from '../../../src/ui/okr/link-context.ts';
import { cycleOfList, proposalsOfList } from '../../../src/ui/okr/okr-list-proposal.ts';
import { correctProposals, firstProblem } from '../../../src/ui/okr/okr-proposal.ts';
import { okrsOf } from '../../../src/ui/okr/okrs-of.ts';
import { templateOf } from '../../fixtures/template/template.ts';
import { TEMPLATE_LOCALES, templateWords } from '../../fixtures/template/words.ts';
import { read as readProposal } from './spreadsheets.ts';

const published = (locale: string) => readFile(new URL(`../../../public/template-${locale}.xlsx`, import.meta.url));
const TODAY = dayOf(2026, 9, 3);

/** What the page would add to an empty board if nothing were corrected. */
async function accepted(locale: string) {
  const proposal = await readProposal(new Uint8Array(await published(locale)), { name: `template-${locale}.xlsx`, locale });
  const reading = { proposal, plain: plainTables(proposal), corrections: NO_CORRECTIONS };
  const board = { workspace: emptyWorkspace, datasets: new Map() };
  const plan: ImportPlan = planImport(board, { file: new Blob(), name: proposal.file.name }, reading, {}, TODAY);
  const listed = readOkrList(proposal.okr!, { today: TODAY, cycle: null });
  const cycle = cycleOfList(listed, emptyWorkspace, TODAY, (year, quarter) => `${year} Q${quarter}`);
  const proposals = correctProposals(
    proposalsOfList(listed, emptyWorkspace, cycle),
    {},
    linkContext(plan.workspace.metrics, plan.datasets, cycle),
  );
  const okrs = okrsOf(proposals, { workspace: emptyWorkspace, cycle, today: TODAY, untitled: '?' });
  return { proposal, plan, cycle, problem: firstProblem(proposals, okrs), ...okrs };
}

describe.each(TEMPLATE_LOCALES)('the template in %s', (locale) => {
  const words = templateWords[locale];
  let taken: Awaited<ReturnType<typeof accepted>>;
  beforeAll(async () => {
    taken = await accepted(locale);
  });

  it('is what the script writes today', async () => {
    const cellsOf = (bytes: Uint8Array) => {
      const { SheetNames, Sheets } = read(bytes, { cellNF: true });
      return SheetNames.map((name) => [
        name,
        utils.sheet_to_json(Sheets[name]!, { header: 1 }),
        utils.sheet_to_json(Sheets[name]!, { header: 1, raw: false }),
      ]);
    };
    expect(cellsOf(templateOf(locale))).toEqual(cellsOf(await published(locale)));
  });

  it('leaves nothing open: no question, no bad cell, no key result without a figure', () => {
    expect(taken.proposal.tables.flatMap(({ questions }) => questions)).toEqual([]);
    expect([
      ...taken.proposal.issues,
      ...taken.proposal.tables.flatMap(({ columns }) => columns.flatMap(({ invalid }) => invalid)),
    ]).toEqual([]);
    expect(taken.problem).toBeNull();
  });

  it('brings its KPIs', () => {
    const [customers, , conversion, satisfaction, delivery] = words.kpis.map((name) => name.replace(/[ （(]*(家|天|days)[）)]$/, ''));
    expect(taken.plan.workspace.metrics.map(({ name, unit, accrual }) => [name, unit, accrual])).toEqual([
      [customers, locale === 'en' ? null : '家', 'flow'],
      [conversion, '%', 'ratio'],
      [satisfaction, '%', 'ratio'],
      [delivery, locale === 'en' ? 'days' : '天', 'ratio'],
    ]);
  });

  it('brings its objectives, one below the other', () => {
    const [first, second] = words.objectives.map((title) => title.replace(/^O\d /, ''));
    const [above] = taken.objectives;
    expect(taken.objectives.map(({ title, level, ambition, parentId }) => [title, level, ambition, parentId])).toEqual([
      [first, 'company', 'committed', null],
      [second, 'department', 'aspirational', above!.id],
    ]);
    expect([taken.cycle.name, isoOf(taken.cycle.start), isoOf(taken.cycle.end)]).toEqual(['2026Q3', '2026-07-01', '2026-09-30']);
  });

  it('brings its key results with their KPIs, readings and plan', () => {
    const nameOf = (id: string | undefined) => taken.plan.workspace.metrics.findIndex((metric) => metric.id === id);
    expect(
      taken.keyResults.map(({ title, weight, due, link, owner }) => [
        title,
        weight,
        isoOf(due),
        nameOf(link?.metricId),
        link?.reading.kind,
        owner,
      ]),
    ).toEqual([
      [words.keyResults[0]![0], 40, '2026-09-30', 0, 'sum', words.keyResults[0]![3]],
      [words.keyResults[1]![0], 40, '2026-09-30', 1, 'latest', words.keyResults[1]![3]],
      [words.keyResults[2]![0], 20, '2026-09-30', -1, undefined, words.keyResults[2]![3]],
      [words.keyResults[3]![0], 50, '2026-09-30', 3, 'latest', words.keyResults[3]![3]],
      [words.keyResults[4]![0], 50, '2026-09-30', 2, 'latest', words.keyResults[4]![3]],
    ]);
    expect(taken.keyResults.map(({ goal }) => goal)).toMatchObject([
      {
        kind: 'reach',
        baseline: 0,
        target: 220,
        plan: {
          kind: 'phased',
          steps: [
            { day: dayOf(2026, 7, 31), value: 70 },
            { day: dayOf(2026, 8, 31), value: 143 },
          ],
        },
      },
      { kind: 'reach', baseline: 0.032, target: 0.045, plan: { kind: 'linear' } },
      { kind: 'milestones' },
      { kind: 'reach', baseline: 21, target: 14 },
      { kind: 'keep', atLeast: 0.9, atMost: null },
    ]);
  });
});
