import { assessKeyResult, type AssessInput } from '../../src/domain/assess.ts';
import { buildSeries } from '../../src/domain/build-series.ts';
import { alternate } from './alternate.ts';
import { boardOf, type Board } from './board.ts';
import { KINDS, sampleOf, type Kind } from './key-results.ts';
import { middleAndRange, rounded, summaryOf } from './summary.ts';

const SIZES = [13, 26, 60, 260];
/** Readings of a quarter of weeks. */
const QUARTER = 13;
const SAMPLES = 40;
const ROUNDS = 9;
const BOARD_ROUNDS = 5;

function inputsOf(kind: Kind, points: number, since: number): AssessInput[] {
  return Array.from({ length: SAMPLES }, (_, i) => {
    const { keyResult, accrual, days, values, asOf } = sampleOf({ kind, grain: 'week', points, since, seed: i + 1 });
    const series = { grain: 'week', accrual, unit: null, points: days.map((day, p) => ({ day, value: values[p]!, cells: [] })) } as const;
    return { keyResult, series, asOf };
  });
}

/** Median over the rounds for each key result, in milliseconds. */
async function timesOf(inputs: readonly AssessInput[]): Promise<number[]> {
  const times = await alternate(
    inputs.map((input, i) => ({ name: `key result ${i}`, run: () => assessKeyResult(input) })),
    ROUNDS,
  );
  return times.map((runs) => summaryOf(runs).median);
}

async function table(title: string, sinceOf: (points: number) => number): Promise<void> {
  console.log(`  ${title}`);
  console.log(`    ${'points'.padEnd(8)}${KINDS.map((kind) => kind.padStart(26)).join('')}`);
  for (const points of SIZES) {
    const cells: string[] = [];
    for (const kind of KINDS) {
      const { median, p95, max } = summaryOf(await timesOf(inputsOf(kind, points, sinceOf(points))));
      cells.push(`${rounded(median)} / ${rounded(p95)} / ${rounded(max)}`.padStart(26));
    }
    console.log(`    ${String(points).padEnd(8)}${cells.join('')}`);
  }
}

function seriesOfBoard({ workspace, dataset }: Board) {
  return workspace.metrics.map((metric) => {
    const series = buildSeries(dataset, metric);
    if (!series.ok) throw new Error(`${metric.name}: ${series.error.code}`);
    return series.value;
  });
}

async function wholeBoard(): Promise<void> {
  const board = boardOf({ objectives: 40, keyResults: 200, grain: 'week', points: 260, since: 26 });
  const series = seriesOfBoard(board);
  const [building, judging] = await alternate(
    [
      { name: 'series', run: () => seriesOfBoard(board) },
      {
        name: 'verdicts',
        run: () => board.workspace.keyResults.map((keyResult, i) => assessKeyResult({ keyResult, series: series[i]!, asOf: board.asOf })),
      },
    ],
    BOARD_ROUNDS,
    1,
  );
  console.log(`  A board of 200 key results × 260 weeks, 26 of them since the start: median (min–max) of ${BOARD_ROUNDS} runs`);
  console.log(`    series out of the table  ${middleAndRange(summaryOf(building!)).padStart(20)} ms`);
  console.log(`    all verdicts             ${middleAndRange(summaryOf(judging!)).padStart(20)} ms`);
}

export async function benchVerdict(): Promise<void> {
  console.log(`Verdict of one key result with the replay of past reviews, ms: median / p95 / worst of ${SAMPLES} key results,`);
  console.log(`each the median of ${ROUNDS} runs in turn`);
  await table('all points since the start', (points) => points);
  await table('a quarter of weeks since the start, the rest before it', (points) => Math.min(points, QUARTER));
  await wholeBoard();
}
