import { read, type WorkBook } from 'xlsx';
import { assessOn } from '../../../../src/domain/assess-on.ts';
import type { EpochDay } from '../../../../src/domain/calendar.ts';
import type { Dataset } from '../../../../src/domain/dataset.ts';
import { isOnBoard, keyResultOn } from '../../../../src/domain/goal-on.ts';
import { metricSeries } from '../../../../src/domain/metric-series.ts';
import type { KeyResult } from '../../../../src/domain/objective.ts';
import type { Series } from '../../../../src/domain/series.ts';
import type { Workspace } from '../../../../src/domain/workspace.ts';
import { messages as en } from '../../../../src/messages/en.ts';
import { cycle } from '../../../../src/messages/en/cycle.ts';
import { report } from '../../../../src/messages/en/report.ts';
import { createFormat } from '../../../../src/messages/format.ts';
import type { ReportInput, ReportWords } from '../../../../src/publish/report/report.ts';
import { reportWorkbook } from '../../../../src/publish/report/report-workbook.ts';

export const words: ReportWords = { report, revisions: cycle.revisions, messages: en, format: createFormat('en') };

/** A report of a board; `seriesOf` stands for the files. */
export function reportOf(
  workspace: Workspace,
  asOf: EpochDay,
  seriesOf: (keyResult: KeyResult) => Series | null,
  datasets: ReadonlyMap<string, Dataset> = new Map(),
): ReportInput {
  const inCycle = new Set(workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId).map(({ id }) => id));
  const rows = workspace.keyResults
    .filter((keyResult) => inCycle.has(keyResult.objectiveId) && isOnBoard(keyResult, asOf))
    .map((keyResult) => {
      const series = seriesOf(keyResult);
      const events = (workspace.events ?? []).filter(({ metricId }) => metricId === keyResult.link?.metricId);
      return { keyResult: keyResultOn(keyResult, asOf), series, events, assessment: assessOn({ keyResult, series, events, asOf }) };
    });
  return { workspace, datasets, asOf, madeOn: asOf, version: '0', rows };
}

/** A report of a board as it is stored, with its files. */
export function reportOfFiles(workspace: Workspace, datasets: readonly Dataset[], asOf: EpochDay): ReportInput {
  const byId = new Map(datasets.map((dataset) => [dataset.id, dataset]));
  const seriesOf = ({ link, goal }: KeyResult): Series | null => {
    const metric = workspace.metrics.find(({ id }) => id === link?.metricId);
    if (!metric || goal.kind === 'manual' || goal.kind === 'milestones') return null;
    const series = metricSeries(metric, (id) => byId.get(id));
    return series.ok ? series.value : null;
  };
  return reportOf(workspace, asOf, seriesOf, byId);
}

/** The workbook as another program reads it. */
export const bookOf = (input: ReportInput): WorkBook => read(reportWorkbook(input, words), { cellFormula: true, cellNF: true });
