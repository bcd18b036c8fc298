import type { Id } from '../../domain/ids.ts';
import { isReplanned } from '../../domain/frame.ts';
import { at, fixed, on, serialOf, type Cell, type Sheet } from '../xlsx/cells.ts';
import { dayLook, figureLook, HEAD, textCell } from './looks.ts';
import { isStraight } from './lines.ts';
import type { Block } from './places.ts';
import type { ReportWords } from './report.ts';

/** Planned paths with corners: phased ones, and those that began anew with a revision. */
export interface Paths {
  readonly sheet: Sheet | null;
  /** Formula for the planned value on a day (an address or expression); null where the path is a straight line from start to due date. */
  readonly valueAt: (id: Id, day: string) => string | null;
}

interface Corner {
  readonly day: number;
  readonly value: number;
}

/** Corners on the line on which periods end a day after their last. */
function cornersOf({ lines: { frame } }: Block): Corner[] {
  const { goal, start, due, from, measured } = frame;
  if (goal.kind === 'keep') return [];
  const end = measured ? 0 : 1;
  const last = due + end;
  const steps = goal.plan.kind === 'phased' && goal.target !== from ? goal.plan.steps : [];
  const between = steps.map(({ day, value }) => ({ day: day + end, value })).filter(({ day }) => day > start && day < last);
  return [{ day: start, value: from }, ...between.sort((a, b) => a.day - b.day), { day: last, value: goal.target }];
}

/**
 * The sheet of paths, and how the board asks it. `cellOf` is the address of a figure of a key result on the board, so that a path ends at the
 * target and due date that stand there.
 */
export function pathsOf(
  blocks: readonly Block[],
  { report }: ReportWords,
  cellOf: (id: Id, key: 'baseline' | 'target' | 'start' | 'due') => string,
): Paths {
  const name = report.sheets.paths;
  const rows: (Cell | undefined)[][] = [[report.columns.title, report.path.day, report.path.value].map((text) => textCell(text, HEAD))];
  const ranges = new Map<Id, readonly [number, number]>();
  for (const block of blocks) {
    const { row, lines } = block;
    const { keyResult, series } = row;
    const { frame } = lines;
    const corners = frame.kind === 'level' || frame.kind === 'total' ? cornersOf(block) : [];
    if (!corners.length || frame.falling || isStraight(lines, row)) continue;
    const first = rows.length;
    corners.forEach(({ day, value }, i) => {
      const begins = i === 0 && !isReplanned(frame);
      const ends = i === corners.length - 1;
      const plus = frame.measured ? '' : '+1';
      const dayFormula = begins
        ? cellOf(keyResult.id, 'start')
        : ends && frame.due === keyResult.due
          ? `${cellOf(keyResult.id, 'due')}${plus}`
          : undefined;
      const valueFormula = ends
        ? cellOf(keyResult.id, 'target')
        : begins && keyResult.goal.kind === 'reach' && value === keyResult.goal.baseline
          ? cellOf(keyResult.id, 'baseline')
          : undefined;
      rows.push([
        textCell(keyResult.title),
        { value: serialOf(day), look: dayLook, ...(dayFormula ? { formula: dayFormula } : {}) },
        { value, look: figureLook(keyResult, series), ...(valueFormula ? { formula: valueFormula } : {}) },
      ]);
    });
    ranges.set(keyResult.id, [first, rows.length - 1]);
  }
  return {
    sheet: rows.length > 1 ? { name, rows, widths: [44, 14, 14], frozen: { rows: 1, columns: 1 } } : null,
    valueAt: (id, day) => {
      const range = ranges.get(id);
      if (!range) return null;
      const [first, last] = range;
      const cells = (column: number, from: number, to: number) => `${on(name, fixed(from, column))}:${fixed(to, column)}`;
      const [days, values] = [cells(1, first, last), cells(2, first, last)];
      const [start, due, target] = [on(name, at(first, 1)), on(name, at(last, 1)), on(name, at(last, 2))];
      const i = `MATCH(MAX(${day},${start}),${days},1)`;
      const [d, v] = [`INDEX(${days},${i})`, `INDEX(${values},${i})`];
      const [nextD, nextV] = [`INDEX(${days},${i}+1)`, `INDEX(${values},${i}+1)`];
      return `IF(${day}>=${due},${target},${v}+(${nextV}-${v})*(MAX(${day},${start})-${d})/(${nextD}-${d}))`;
    },
  };
}
