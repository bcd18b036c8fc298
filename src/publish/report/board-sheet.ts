import type { Rollup } from '../../domain/rollup.ts';
import { describe, sentenceText } from '../../messages/describe.ts';
import { at, on, serialOf, type Cell, type Look, type Sheet } from '../xlsx/cells.ts';
import * as looks from './looks.ts';
import { checklistFormulas, measuredFormulas, type RowFormulas } from './measured.ts';
import type { Paths } from './paths.ts';
import { BOARD_HEAD, columnOf, COLUMNS, type ColumnKey, type Places } from './places.ts';
import type { ReportBoard, ReportGroup, ReportInput, ReportRow, ReportWords } from './report.ts';

const WIDTHS: Partial<Record<ColumnKey, number>> = { title: 44, owner: 14, status: 11, verdict: 13, unit: 7, why: 60 };
const TEXTS: readonly ColumnKey[] = ['title', 'owner', 'status', 'verdict', 'unit', 'why'];

/** Cells by column; what is not given is left empty. */
const rowOf = (cells: Partial<Record<ColumnKey, Cell>>): (Cell | undefined)[] => COLUMNS.map((key) => cells[key]);

type Part = readonly [value: string, weight: string];

/** Weighted mean of the parts that have a figure: ranges by SUMPRODUCT, single cells one by one. */
function meanFormula(ranges: readonly Part[], cells: readonly Part[]): string | undefined {
  const above = [
    ...ranges.map(([value, weight]) => `SUMPRODUCT(${weight},${value})`),
    ...cells.map(([value, weight]) => `${weight}*N(${value})`),
  ];
  const below = [
    ...ranges.map(([value, weight]) => `SUMIF(${value},">=0",${weight})`),
    ...cells.map(([value, weight]) => `IF(ISNUMBER(${value}),${weight},0)`),
  ];
  return above.length ? `IFERROR((${above.join('+')})/(${below.join('+')}),"")` : undefined;
}

const formulaCell = (value: number | string | null, formula: string | undefined, look: Look): Cell => ({
  value,
  look,
  ...(formula === undefined ? {} : { formula }),
});

/** Progress of a roll-up, and what of it counts further up. */
function rollupCells(
  { progress, expected }: Rollup,
  formulas: { progress?: string | undefined; expected?: string | undefined },
  here: number,
) {
  const repeated = (key: ColumnKey, value: number | null, formula: string | undefined) =>
    formulaCell(value, formula && at(here, columnOf(key)), looks.percentLook);
  return {
    progress: formulaCell(progress, formulas.progress, looks.percentBold),
    expected: formulaCell(expected, formulas.expected, looks.percentBold),
    counted: repeated('progress', progress, formulas.progress),
    countedPlan: repeated('expected', expected, formulas.expected),
  } satisfies Partial<Record<ColumnKey, Cell>>;
}

function objectiveRow(group: ReportGroup, places: Places, { messages }: ReportWords): (Cell | undefined)[] {
  const { objective, depth, node, rows, children, counted } = group;
  const here = places.objective.get(objective.id)!;
  const range = (key: ColumnKey): string => `${at(here + 1, columnOf(key))}:${at(here + rows.length, columnOf(key))}`;
  const below = node.countsChildren ? children.map((id) => places.objective.get(id)!) : [];
  const formula = (key: ColumnKey) =>
    meanFormula(
      rows.length ? [[range(key), range('weight')]] : [],
      below.map((row) => [at(row, columnOf(key)), at(row, columnOf('weight'))]),
    );
  const worst = node.progress === null && !node.withoutFigure ? null : node.worst;
  return rowOf({
    title: { value: objective.title, look: { bold: true, wrap: true, indent: depth } },
    owner: { value: objective.owner },
    ...(worst ? { status: { value: messages.status[worst], look: looks.statusLook(worst) } } : {}),
    ...rollupCells(node, { progress: formula('counted'), expected: formula('countedPlan') }, here),
    weight: { value: objective.weight ?? 1, look: looks.plainLook },
    ...(counted ? {} : { alone: { value: objective.weight ?? 1, formula: at(here, columnOf('weight')), look: looks.plainLook } }),
  });
}

/** The limit of a goal to keep, as its number format says it. */
function targetCells({ keyResult, series, assessment }: ReportRow): Pick<Partial<Record<ColumnKey, Cell>>, 'target' | 'baseline'> {
  const { goal } = keyResult;
  const look = (before = '') => looks.figureLook(keyResult, series, before);
  if (goal.kind !== 'keep')
    return { baseline: { value: assessment.baseline, look: look() }, target: { value: assessment.target, look: look() } };
  const { atLeast, atMost } = goal;
  // Of a band the lower limit stands where a baseline would.
  if (atLeast !== null && atMost !== null)
    return { baseline: { value: atLeast, look: look('≥ ') }, target: { value: atMost, look: look('≤ ') } };
  return { target: { value: atLeast ?? atMost, look: look(atLeast === null ? '≤ ' : '≥ ') } };
}

function keyResultRow(row: ReportRow, depth: number, places: Places, paths: Paths, words: ReportWords): (Cell | undefined)[] {
  const { keyResult, assessment, series } = row;
  const { messages, format, report } = words;
  const here = places.keyResult.get(keyResult.id)!;
  const block = places.figures.get(keyResult.id);
  const steps = places.steps.get(keyResult.id);
  const formulas: RowFormulas = block
    ? measuredFormulas(block, here, paths, words)
    : steps === undefined
      ? {}
      : checklistFormulas(row, steps, here, words);
  const figure = looks.figureLook(keyResult, series);
  const { percentLook, plainLook, dayLook } = looks;
  const cell = (key: ColumnKey, value: number | null, look: Look): Cell => formulaCell(value, formulas[key], look);
  const { status, verdict, forecast, rollup, progress, expected, valueDay } = assessment;
  const sentence = sentenceText(describe(assessment, { unit: keyResult.unit, grain: series?.grain ?? null }, messages, format));
  const elapsed = block && (block.lines.frame.kind === 'mean' || block.lines.frame.kind === 'keep' || block.lines.frame.falling);
  const place =
    block && block.last >= block.first
      ? on(report.sheets.data, at(block.first, 0))
      : steps === undefined
        ? undefined
        : on(report.sheets.steps, at(steps, 0));
  const through = valueDay === null ? null : serialOf(valueDay);
  return rowOf({
    title: {
      value: keyResult.title,
      look: { wrap: true, indent: depth + 2, ...(place ? { color: looks.LINK } : {}) },
      ...(place ? { link: place } : {}),
    },
    owner: { value: keyResult.owner },
    status: { value: messages.status[status], look: looks.statusLook(status) },
    verdict: { value: verdict ? messages.verdict[verdict] : null },
    progress: cell('progress', progress, percentLook),
    expected: cell('expected', expected, percentLook),
    value: cell('value', assessment.value, figure),
    wanted: cell('wanted', assessment.expectedValue, figure),
    ...targetCells(row),
    unit: { value: keyResult.unit, look: looks.IN },
    chance: { value: assessment.chance, look: percentLook },
    low: { value: forecast?.p10 ?? null, look: figure },
    middle: { value: forecast?.p50 ?? null, look: figure },
    high: { value: forecast?.p90 ?? null, look: figure },
    weight: { value: keyResult.weight, look: plainLook },
    start: looks.dayCell(keyResult.start),
    due: looks.dayCell(keyResult.due),
    through: cell('through', through, dayLook),
    left: { value: assessment.periodsLeft, look: plainLook },
    // What is summed or kept over the time counts as far as the time is gone.
    ...(elapsed && rollup ? { gone: cell('gone', rollup.expected, percentLook) } : {}),
    counted: cell('counted', rollup && Math.min(1, Math.max(0, rollup.progress)), percentLook),
    countedPlan: cell('countedPlan', rollup && Math.min(1, Math.max(0, rollup.expected)), percentLook),
    why: { value: sentence, look: looks.WRAP_IN },
  });
}

/** Objectives and key results, with progress, plan and roll-up as formulas. */
export function boardSheet(board: ReportBoard, input: ReportInput, places: Places, paths: Paths, words: ReportWords): Sheet {
  const { report } = words;
  const range = (key: ColumnKey): string =>
    `${at(BOARD_HEAD + 1, columnOf(key))}:${at(Math.max(BOARD_HEAD + 1, places.last), columnOf(key))}`;
  const company = (key: ColumnKey) => meanFormula([[range(key), range('alone')]], []);
  const head = COLUMNS.map((key) => ({
    value: report.columns[key],
    look: key === 'unit' || key === 'why' ? looks.HEAD_IN : TEXTS.includes(key) ? looks.HEAD : looks.HEAD_RIGHT,
  }));
  const rows: (Cell | undefined)[][] = [
    [{ value: board.title || 'Leeway', look: looks.TITLE }],
    [
      { value: report.asOf, look: looks.BOLD },
      { value: serialOf(input.asOf), look: { ...looks.dayLook, bold: true } },
    ],
    [{ value: report.live, look: looks.NOTE }],
    [{ value: report.notLive, look: looks.NOTE }],
    head,
    rowOf({
      title: { value: report.company, look: looks.BOLD },
      ...rollupCells(board.tree.company, { progress: company('counted'), expected: company('countedPlan') }, places.company),
    }),
  ];
  for (const group of board.groups) {
    rows.push(objectiveRow(group, places, words));
    for (const row of group.rows) rows.push(keyResultRow(row, group.depth, places, paths, words));
  }
  return {
    name: report.sheets.board,
    rows,
    widths: COLUMNS.map((key) => WIDTHS[key] ?? 11),
    frozen: { rows: BOARD_HEAD, columns: 1 },
    printed: columnOf('why') + 1,
  };
}
