import { isoOf } from '../../domain/calendar.ts';
import { describe, sentenceText } from '../../messages/describe.ts';
import { boardOfReport, type ReportInput, type ReportWords } from './report.ts';

/** The board as a table with one row per key result: figures are numbers, shares fractions, days ISO dates. */
export function boardTable(input: ReportInput, { report, messages, format }: ReportWords): (string | number | null)[][] {
  const { columns } = report;
  const head = [
    report.objective,
    report.level,
    report.data.title,
    columns.owner,
    columns.status,
    columns.verdict,
    columns.progress,
    columns.expected,
    columns.value,
    columns.wanted,
    columns.baseline,
    columns.target,
    columns.unit,
    columns.chance,
    columns.low,
    columns.middle,
    columns.high,
    columns.weight,
    columns.start,
    columns.due,
    columns.through,
    columns.why,
  ];
  const rows = boardOfReport(input).groups.flatMap(({ objective, rows: own }) =>
    own.map(({ keyResult, assessment: a, series }) => [
      objective.title,
      messages.okr.levels[objective.level],
      keyResult.title,
      keyResult.owner,
      messages.status[a.status],
      a.verdict ? messages.verdict[a.verdict] : '',
      a.progress,
      a.expected,
      a.value,
      a.expectedValue,
      a.baseline,
      a.target,
      keyResult.unit ?? '',
      a.chance,
      a.forecast?.p10 ?? null,
      a.forecast?.p50 ?? null,
      a.forecast?.p90 ?? null,
      keyResult.weight,
      isoOf(keyResult.start),
      isoOf(keyResult.due),
      a.valueDay === null ? '' : isoOf(a.valueDay),
      sentenceText(describe(a, { unit: keyResult.unit, grain: series?.grain ?? null }, messages, format)),
    ]),
  );
  return [head, ...rows];
}
