import { readFile } from 'node:fs/promises';
import { read, utils } from 'xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { assessKeyResult } from '../../../src/domain/assess.ts';
import type { Assessment } from '../../../src/domain/assessment.ts';
import { buildSeries } from '../../../src/domain/build-series.ts';
import { dayOf } from '../../../src/domain/calendar.ts';
import { parseDocument } from '../../../src/storage/decode.ts';
import type { LoadedDocument } from '../../../src/storage/document.ts';
import { EXAMPLE_LOCALES, exampleOf } from '../../fixtures/example/example.ts';

const SEEN_ON = dayOf(2026, 8, 28);
const published = (name: string) => readFile(new URL(`../../../public/${name}`, import.meta.url));

function opened(text: string): LoadedDocument {
  const document = parseDocument(text);
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  return document.value;
}

function assessmentsOf({ workspace, datasets }: LoadedDocument): Map<string, Assessment> {
  const assessed = workspace.keyResults.map((keyResult): [string, Assessment] => {
    const metric = workspace.metrics.find(({ id }) => id === keyResult.link?.metricId);
    const built =
      metric &&
      buildSeries(
        datasets.find(({ id }) => id === metric.datasetId)!,
        metric,
      );
    if (built && !built.ok) throw new Error(`${keyResult.id}: ${built.error.code}`);
    return [keyResult.id, assessKeyResult({ keyResult, series: built?.value ?? null, asOf: SEEN_ON })];
  });
  return new Map(assessed);
}

const judgement = ({ status, verdict, stale }: Assessment) => [status, verdict, stale ? 'old data' : ''].filter(Boolean).join(', ');

/** What the board of the example says on 28 August 2026, in every language. */
const judgements = {
  'kr-customers': 'off-track, behind',
  'kr-website': 'on-track, on-plan',
  'kr-trial': 'on-track, volatile',
  'kr-gmv': 'on-track, ahead',
  'kr-livestreams': 'too-early',
  // Given up on 3 August: it is not on the board any more.
  'kr-promotions': 'too-early, old data',
  'kr-satisfaction': 'on-track, on-plan',
  'kr-returns': 'off-track, behind',
  'kr-renewal': 'on-track, on-plan',
  'kr-response': 'off-track, level-shift',
  'kr-spareParts': 'on-track, on-plan, old data',
  'kr-supply': 'at-risk, unlikely',
  'kr-waste': 'achieved',
  'kr-utilisation': 'at-risk, watch',
  'kr-firstPass': 'on-track, on-plan',
  'kr-onboarding': 'off-track, reversed',
  'kr-remoteStart': 'on-track, on-plan',
};

describe.each(EXAMPLE_LOCALES)('the example company in %s', (locale) => {
  let text: string;
  let document: LoadedDocument;
  let made: Awaited<ReturnType<typeof exampleOf>>;
  beforeAll(async () => {
    text = (await published(`example-${locale}.json`)).toString('utf8');
    document = opened(text);
    made = await exampleOf(locale);
  });

  it('names each verdict of the engine, the same in every language', () => {
    const assessed = assessmentsOf(document);
    expect(Object.fromEntries([...assessed].map(([id, assessment]) => [id, judgement(assessment)]))).toEqual(judgements);
  });

  it('is what the script writes today', () => {
    expect(made.json).toBe(text);
  });

  it('has the workbook that the script writes today', async () => {
    const cellsOf = (bytes: Uint8Array) => {
      const { SheetNames, Sheets } = read(bytes, { cellNF: true });
      return SheetNames.map((name) => [name, utils.sheet_to_json(Sheets[name]!, { header: 1 }), Sheets[name]!['!merges']]);
    };
    expect(cellsOf(made.workbook)).toEqual(cellsOf(await published(`example-${locale}.xlsx`)));
  });

  it('is small, and every figure of a KPI leads to its cell of the workbook', async () => {
    expect(Buffer.byteLength(text)).toBeLessThan(150_000);
    const { Sheets } = read(await published(`example-${locale}.xlsx`));
    for (const { source, columns } of document.datasets)
      for (const column of columns)
        for (const [i, value] of column.values.entries()) {
          const cell = Sheets[source.sheet]![utils.encode_cell({ r: column.rows[i]!, c: column.columns[i]! })];
          const written: unknown = cell?.v;
          if (Number.isNaN(value)) expect(written).toBeUndefined();
          else expect([value, value / 1_000, value / 10_000].some((one) => Math.abs(one - Number(written)) < 1e-9)).toBe(true);
        }
  });
});

it('shows every verdict that there is', () => {
  const said = new Set(Object.values(judgements).flatMap((one) => one.split(', ')));
  const verdicts = ['ahead', 'on-plan', 'volatile', 'watch', 'behind', 'level-shift', 'reversed', 'unlikely'];
  expect([...said]).toEqual(expect.arrayContaining([...verdicts, 'achieved', 'too-early', 'old data']));
});
