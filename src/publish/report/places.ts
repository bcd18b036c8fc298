import type { Id } from '../../domain/ids.ts';
import { linesOf, type Lines } from './lines.ts';
import type { ReportBoard, ReportInput, ReportRow } from './report.ts';

/** Columns of the board, in their order. */
export const COLUMNS = [
  'title',
  'owner',
  'status',
  'verdict',
  'progress',
  'expected',
  'value',
  'wanted',
  'baseline',
  'target',
  'unit',
  'chance',
  'low',
  'middle',
  'high',
  'why',
  // From here on what the calculation needs: it is not printed.
  'weight',
  'start',
  'due',
  'through',
  'left',
  'gone',
  'counted',
  'countedPlan',
  'alone',
] as const;
export type ColumnKey = (typeof COLUMNS)[number];
export const columnOf = (key: ColumnKey): number => COLUMNS.indexOf(key);

/** Columns of the figures. */
export const DATA = ['title', 'first', 'last', 'figure', 'reading', 'plan', 'low', 'high', 'inside', 'p10', 'p50', 'p90'] as const;
export const dataColumn = (key: (typeof DATA)[number]): number => DATA.indexOf(key);

/** Rows above the first one of each sheet's table. */
export const BOARD_HEAD = 5;
/** Row and column of the day that the board shows. */
export const AS_OF = [1, 1] as const;

/** Where the figures of a key result stand: rows from 0, `first` to `last` inclusive. */
export interface Block {
  readonly row: ReportRow;
  readonly lines: Lines;
  readonly first: number;
  /** First row that counts; none where it is after `last`. */
  readonly counting: number;
  readonly last: number;
}

/** Where everything stands in the workbook. */
export interface Places {
  readonly company: number;
  readonly objective: ReadonlyMap<Id, number>;
  readonly keyResult: ReadonlyMap<Id, number>;
  readonly figures: ReadonlyMap<Id, Block>;
  /** First row of the steps of a checklist. */
  readonly steps: ReadonlyMap<Id, number>;
  /** Last row of the board. */
  readonly last: number;
}

/** Rows of the fan follow the figures of each key result. */
export function placesOf(board: ReportBoard, { asOf }: ReportInput, fanLength: (row: ReportRow) => number): Places {
  const objective = new Map<Id, number>();
  const keyResult = new Map<Id, number>();
  const figures = new Map<Id, Block>();
  const steps = new Map<Id, number>();
  let [next, nextFigure, nextStep] = [BOARD_HEAD + 1, 1, 1];
  for (const group of board.groups) {
    objective.set(group.objective.id, next++);
    for (const row of group.rows) {
      const { id, goal } = row.keyResult;
      keyResult.set(id, next++);
      if (goal.kind === 'milestones') {
        steps.set(id, nextStep);
        nextStep += goal.milestones.length;
      }
      const lines = linesOf(row, asOf);
      if (!lines) continue;
      const last = nextFigure + lines.lines.length - 1;
      const counting = lines.lines.findIndex(({ counts }) => counts);
      figures.set(id, { row, lines, first: nextFigure, counting: counting < 0 ? last + 1 : nextFigure + counting, last });
      nextFigure = last + 1 + fanLength(row);
    }
  }
  return { company: BOARD_HEAD, objective, keyResult, figures, steps, last: next - 1 };
}
