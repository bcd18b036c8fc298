import type { Fan } from '../../domain/assessment.ts';
import type { Goal } from '../../domain/objective.ts';
import { at, on, type Cell, type Sheet } from '../xlsx/cells.ts';
import { dayCell, figureLook, HEAD, HEAD_RIGHT, LINK, textCell } from './looks.ts';
import type { Line } from './lines.ts';
import { columnOf, DATA, dataColumn, type Block, type Places } from './places.ts';
import type { ReportRow, ReportWords } from './report.ts';

const FIGURE = dataColumn('figure');
const READING = dataColumn('reading');
const cellsOf = (column: number, from: number, to: number) => `${at(from, column)}:${at(to, column)}`;

/** How a reading comes about from the figures beside and above it. */
function readingFormula({ lines: { frame }, row, counting, first }: Block, here: number, { counts }: Line): string | undefined {
  const own = at(here, FIGURE);
  if (frame.kind === 'total') {
    if (!counts) return undefined;
    const before = here === counting ? (frame.whole.opening ? String(frame.whole.opening) : '') : at(here - 1, READING);
    return before ? `${before}+${own}` : own;
  }
  if (frame.kind === 'mean') return counts ? `AVERAGE(${cellsOf(FIGURE, counting, here)})` : undefined;
  if (frame.smooth === 1) return own;
  const from = here - frame.smooth + 1;
  return row.series && from >= first ? `AVERAGE(${cellsOf(FIGURE, from, here)})` : undefined;
}

const isBand = (goal: Goal) => goal.kind === 'keep' && goal.atLeast !== null && goal.atMost !== null;

/** A bound of today is the one on the board, so that changing it there is felt here. */
function boundCell(value: number | null, line: Line, boardTarget: string, goal: Goal, look: Cell['look']): Cell | undefined {
  if (value === null) return undefined;
  const live = goal.kind === 'keep' && line.today && !isBand(goal);
  return { value, look: look!, ...(live ? { formula: boardTarget } : {}) };
}

function insideFormula(here: number, { low, high }: Line): string {
  const reading = at(here, READING);
  const tests = [
    low === null ? '' : `${reading}>=${at(here, dataColumn('low'))}`,
    high === null ? '' : `${reading}<=${at(here, dataColumn('high'))}`,
  ].filter(Boolean);
  return tests.length ? `IF(AND(${tests.join(',')}),1,0)` : '1';
}

/** Every figure of every key result that reads some, then its forecast: what the charts draw. */
export function dataSheet(places: Places, blocks: readonly Block[], fanOf: (row: ReportRow) => Fan, { report }: ReportWords): Sheet {
  const head = DATA.map((key, i) => textCell(report.data[key], i < 3 ? HEAD : HEAD_RIGHT));
  const rows: (Cell | undefined)[][] = [head];
  for (const block of blocks) {
    const { keyResult, series } = block.row;
    const look = figureLook(keyResult, series);
    const boardRow = places.keyResult.get(keyResult.id)!;
    const name = textCell(keyResult.title);
    const linked: Cell = { ...name, look: { color: LINK }, link: on(report.sheets.board, at(boardRow, 0)) };
    const target = on(report.sheets.board, at(boardRow, columnOf('target')));
    const figure = (value: number | null): Cell | undefined => (value === null ? undefined : { value, look });
    for (const line of block.lines.lines) {
      const here = rows.length;
      const formula = readingFormula(block, here, line);
      rows.push([
        here === block.first ? linked : name,
        dayCell(line.first),
        dayCell(line.last),
        figure(line.figure),
        line.reading === null ? undefined : { value: line.reading, look, ...(formula ? { formula } : {}) },
        figure(line.plan),
        boundCell(line.low, line, target, keyResult.goal, look),
        boundCell(line.high, line, target, keyResult.goal, look),
        line.inside === null ? undefined : { value: line.inside ? 1 : 0, formula: insideFormula(here, line) },
      ]);
    }
    for (const { day, p10, p50, p90 } of fanOf(block.row))
      rows.push([name, dayCell(day), dayCell(day), ...Array<undefined>(6).fill(undefined), figure(p10), figure(p50), figure(p90)]);
  }
  return {
    name: report.sheets.data,
    rows,
    widths: [44, 12, 12, ...Array<number>(9).fill(13)],
    frozen: { rows: 1, columns: 1 },
    filter: true,
  };
}
