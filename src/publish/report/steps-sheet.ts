import type { EpochDay } from '../../domain/calendar.ts';
import { at, fixed, on, type Cell, type Sheet } from '../xlsx/cells.ts';
import { dayCell, HEAD, plainLook, textCell } from './looks.ts';
import { AS_OF } from './places.ts';
import type { ReportBoard, ReportWords } from './report.ts';

/** Every step of every checklist; whether it is done, or due, follows from its dates and the day of the report. */
export function stepsSheet(board: ReportBoard, asOf: EpochDay, { report }: ReportWords): Sheet | null {
  const { columns } = report;
  const head = [report.step.title, columns.weight, columns.due, report.step.doneOn, report.step.done, report.step.dueBy, columns.title];
  const rows: (Cell | undefined)[][] = [head.map((text) => textCell(text, HEAD))];
  const day = on(report.sheets.board, fixed(...AS_OF));
  for (const { keyResult } of board.groups.flatMap((group) => group.rows)) {
    if (keyResult.goal.kind !== 'milestones') continue;
    const all = keyResult.goal.milestones;
    const weighted = all.some(({ weight }) => weight > 0);
    for (const { title, weight, due, doneOn } of all) {
      const here = rows.length;
      const [known, last] = [doneOn !== null && doneOn <= asOf ? doneOn : null, due ?? keyResult.due];
      rows.push([
        textCell(title),
        // A list without weights counts heads.
        { value: weighted ? Math.max(0, weight) : 1, look: plainLook },
        dayCell(last),
        dayCell(known),
        { value: known === null ? 0 : 1, formula: `IF(AND(ISNUMBER(${at(here, 3)}),${at(here, 3)}<=${day}),1,0)` },
        { value: last <= asOf ? 1 : 0, formula: `IF(${at(here, 2)}<=${day},1,0)` },
        textCell(keyResult.title),
      ]);
    }
  }
  return rows.length > 1
    ? { name: report.sheets.steps, rows, widths: [44, 10, 12, 12, 10, 10, 44], frozen: { rows: 1, columns: 1 }, filter: true }
    : null;
}
