import type { Fan } from '../../domain/assessment.ts';
import type { Id } from '../../domain/ids.ts';
import { prepare } from '../../domain/what-if.ts';
import { at, on, type Sheet } from '../xlsx/cells.ts';
import { writeWorkbook } from '../xlsx/workbook.ts';
import { boardSheet } from './board-sheet.ts';
import { dataSheet } from './data-sheet.ts';
import { notesSheet } from './notes-sheet.ts';
import { pathsOf } from './paths.ts';
import { columnOf, placesOf } from './places.ts';
import { provenanceSheet } from './provenance-sheet.ts';
import { boardOfReport, type ReportInput, type ReportRow, type ReportWords } from './report.ts';
import { stepsSheet } from './steps-sheet.ts';

/** The sheets of the report: board, figures, planned paths, steps, notes, provenance. */
export function reportSheets(input: ReportInput, words: ReportWords): readonly Sheet[] {
  const board = boardOfReport(input);
  const fans = new Map<Id, Fan>();
  const fanOf = (row: ReportRow): Fan => {
    const known = fans.get(row.keyResult.id) ?? prepare({ ...row, asOf: input.asOf }).fan();
    fans.set(row.keyResult.id, known);
    return known;
  };
  const places = placesOf(board, input, (row) => fanOf(row).length);
  const blocks = [...places.figures.values()];
  const paths = pathsOf(blocks, words, (id, key) => on(words.report.sheets.board, at(places.keyResult.get(id)!, columnOf(key))));
  return [
    boardSheet(board, input, places, paths, words),
    dataSheet(places, blocks, fanOf, words),
    paths.sheet,
    stepsSheet(board, input.asOf, words),
    notesSheet(board, input, words),
    provenanceSheet(input, words),
  ].filter((sheet) => sheet !== null);
}

/** The report as an Excel workbook (.xlsx) whose progress and roll-ups are calculated by its cells. */
export const reportWorkbook = (input: ReportInput, words: ReportWords): Uint8Array<ArrayBuffer> =>
  writeWorkbook(reportSheets(input, words));
