import { metricSeries } from '../../domain/metric-series.ts';
import { sourcesOf } from '../../domain/metric-sources.ts';
import { traceSources } from '../../domain/lineage.ts';
import type { Cell, Sheet } from '../xlsx/cells.ts';
import { dayCell, HEAD, NOTE, textCell } from './looks.ts';
import type { ReportInput, ReportWords } from './report.ts';

/** Where every figure comes from: file, sheet, column and cells of each KPI, one line per file. */
export function provenanceSheet({ workspace, datasets, rows, madeOn, version }: ReportInput, { report, format }: ReportWords): Sheet {
  const { origin } = report;
  const head = [origin.kpi, origin.serves, origin.file, origin.sheet, origin.column, origin.cells, origin.figures, origin.from, origin.to];
  const lines: (Cell | undefined)[][] = [];
  for (const metric of workspace.metrics) {
    const serves = rows.filter(({ keyResult }) => keyResult.link?.metricId === metric.id).map(({ keyResult }) => keyResult.title);
    const series = metricSeries(metric, (id) => datasets.get(id));
    const points = series.ok ? series.value.points : [];
    const traced = new Map(traceSources(points, datasets).map((one) => [one.dataset.id, one]));
    for (const { datasetId, column } of sourcesOf(metric)) {
      const source = workspace.sources.find(({ id }) => id === datasetId)?.info ?? datasets.get(datasetId)?.source;
      const found = traced.get(datasetId);
      lines.push([
        textCell(metric.name),
        textCell(serves.join(' / ')),
        textCell(source?.file ?? ''),
        textCell(source?.sheet ?? ''),
        textCell(column),
        textCell(found?.range ?? ''),
        { value: found?.cells ?? null },
        dayCell(points[0]?.day ?? null),
        dayCell(points.at(-1)?.day ?? null),
        dayCell(source?.importedOn ?? null),
        textCell(source?.fingerprint ?? ''),
        { value: source?.size ?? null, look: { format: '#,##0' } },
      ]);
    }
  }
  return {
    name: report.sheets.origin,
    rows: [
      [...head, origin.imported, origin.fingerprint, origin.size].map((text) => textCell(text, HEAD)),
      ...lines,
      [],
      [textCell(origin.madeBy(version, format.dayYear(madeOn)), NOTE)],
    ],
    widths: [30, 44, 30, 16, 20, 14, 10, 12, 12, 12, 16, 12],
    frozen: { rows: 1, columns: 1 },
  };
}
