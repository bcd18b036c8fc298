import { version } from '../../package.json';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import { isOnBoard } from '../domain/goal-on.ts';
import type { Id } from '../domain/ids.ts';
import type { Workspace } from '../domain/workspace.ts';
import { csvOf } from '../messages/csv.ts';
import { boardMarkdown } from '../publish/report/board-markdown.ts';
import { boardTable } from '../publish/report/board-table.ts';
import type { ReportInput, ReportWords } from '../publish/report/report.ts';
import { reportWorkbook } from '../publish/report/report-workbook.ts';
import { assessOne } from './assessments.svelte.ts';
import { language } from './i18n.svelte.ts';
import { view } from './view.svelte.ts';

/** Words of reports; fetched on the first one. */
async function wordsOfReport(): Promise<ReportWords> {
  await language.need('report', 'cycle');
  const { messages, format } = language;
  return { report: language.group('report'), revisions: language.group('cycle').revisions, messages, format };
}

function inputOf(workspace: Workspace, datasets: ReadonlyMap<Id, Dataset>, asOf: EpochDay): ReportInput {
  const objectives = new Set(workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId).map(({ id }) => id));
  const rows = workspace.keyResults
    .filter((keyResult) => objectives.has(keyResult.objectiveId) && isOnBoard(keyResult, asOf))
    .map((keyResult) => assessOne(keyResult, workspace, datasets, asOf));
  return { workspace, datasets, asOf, madeOn: view.today, version, rows };
}

export type ReportKind = 'xlsx' | 'csv' | 'md';

const TYPES: Record<ReportKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  md: 'text/markdown',
};

/** A report of a board as it stood on a day, in the language of the page. */
export async function makeReport(
  kind: ReportKind,
  workspace: Workspace,
  datasets: ReadonlyMap<Id, Dataset>,
  asOf: EpochDay,
): Promise<Blob> {
  const words = await wordsOfReport();
  const input = inputOf(workspace, datasets, asOf);
  const content =
    kind === 'xlsx' ? reportWorkbook(input, words) : kind === 'csv' ? csvOf(boardTable(input, words)) : boardMarkdown(input, words);
  return new Blob([content], { type: TYPES[kind] });
}
