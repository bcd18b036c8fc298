import type { EpochDay } from '../../domain/calendar.ts';
import { decisionsUntil } from '../../domain/decisions.ts';
import { revisionList } from '../../domain/revision-list.ts';
import { approverText, changeText, reasonText } from '../../messages/revision-text.ts';
import type { Cell, Sheet } from '../xlsx/cells.ts';
import { dayCell, figureLook, HEAD, textCell, WRAP } from './looks.ts';
import type { ReportBoard, ReportInput, ReportWords } from './report.ts';

interface Note {
  readonly day: EpochDay;
  readonly cells: readonly (Cell | undefined)[];
}

/** What people said, changed and decided up to the day of the report, in the order of time. */
export function notesSheet(board: ReportBoard, { workspace, asOf }: ReportInput, words: ReportWords): Sheet {
  const { report, revisions, messages, format } = words;
  const { note } = report;
  const inCycle = new Set(board.groups.map(({ objective }) => objective.id));
  const keyResults = workspace.keyResults.filter(({ objectiveId }) => inCycle.has(objectiveId));
  const notes: Note[] = [];
  for (const keyResult of keyResults)
    for (const { day, note: text, value, confidence, by } of keyResult.checkIns)
      if (day <= asOf)
        notes.push({
          day,
          cells: [
            textCell(note.checkIn),
            textCell(keyResult.title),
            textCell(text, WRAP),
            { value, look: figureLook(keyResult, null) },
            { value: confidence },
            textCell(by ?? ''),
          ],
        });
  for (const entry of revisionList(keyResults, asOf)) {
    const what = [changeText(entry, revisions, format, messages), reasonText(entry, revisions)].filter(Boolean).join(' · ');
    const cells = [textCell(note.revision), textCell(entry.keyResult.title), textCell(what, WRAP), undefined, undefined];
    notes.push({ day: entry.day, cells: [...cells, textCell(approverText(entry, revisions))] });
  }
  const meetings = (workspace.meetings ?? []).filter(({ cycleId }) => cycleId === workspace.activeCycleId);
  for (const { decidedOn, subject, decision } of decisionsUntil(meetings, asOf))
    notes.push({
      day: decidedOn,
      cells: [
        textCell(note.decision),
        textCell(subject.title),
        textCell(decision.text, WRAP),
        undefined,
        undefined,
        textCell(decision.owner),
        dayCell(decision.due),
        textCell(note.outcome[decision.outcome]),
      ],
    });
  const { columns } = report;
  const head = [note.day, note.kind, columns.title, note.text, columns.value, note.confidence, note.by, columns.due, note.answer];
  const rows = notes.sort((a, b) => a.day - b.day).map(({ day, cells }) => [dayCell(day), ...cells]);
  return {
    name: report.sheets.notes,
    rows: [head.map((text) => textCell(text, HEAD)), ...rows],
    widths: [12, 14, 44, 70, 12, 12, 16, 12, 14],
    frozen: { rows: 1, columns: 0 },
    filter: true,
  };
}
