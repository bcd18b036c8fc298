import { boardToTry, NOTHING_TRIED, type TrialRow } from '../../src/domain/board-trial.ts';
import { buildSeries } from '../../src/domain/build-series.ts';
import type { Goal, KeyResult } from '../../src/domain/objective.ts';
import { swingsOf } from '../../src/domain/tornado.ts';
import type { Trial } from '../../src/domain/trial.ts';
import { prepare } from '../../src/domain/what-if.ts';
import { boardOf } from './board.ts';
import { rounded, summaryOf } from './summary.ts';
import { benchWhatIfPage } from './what-if-page.ts';

/** Positions that a slider is dragged through. */
const POSITIONS = 40;
const WARM_UP = 20;
const SLIDERS = 40;

const movedBy = (goal: Goal, share: number): Goal => {
  if (goal.kind === 'keep') return { ...goal, atLeast: (goal.atLeast ?? 0) * (1 + 0.1 * share) };
  return goal.kind === 'milestones' ? goal : { ...goal, target: goal.target + 0.5 * share * (goal.target - goal.baseline) };
};

/** The levers of the page; `share` runs from −1 to 1 over the slider. */
const LEVERS: readonly (readonly [string, (keyResult: KeyResult, share: number) => Trial])[] = [
  ['target', ({ goal }, share) => ({ goal: movedBy(goal, share) })],
  ['pace', (_, share) => ({ pace: 1 + share })],
  ['target and pace', ({ goal }, share) => ({ goal: movedBy(goal, share), pace: 1 + share / 2 })],
  ['due date', ({ due }, share) => ({ due: Math.round(due + 45 * (1 + share)) })],
  [
    'next two values',
    ({ goal }, share) => {
      const target = goal.kind === 'reach' ? goal.target : 95;
      return { nextValues: [target * (1 + 0.1 * share), target * (1 + 0.2 * share)] };
    },
  ],
];

/** A board of so many key results, ready to be played with. */
function playground(keyResults: number) {
  const { workspace, dataset, asOf } = boardOf({ objectives: keyResults / 5, keyResults, grain: 'week', points: 260, since: 26 });
  const preparing: number[] = [];
  const rows = workspace.keyResults.map((keyResult): TrialRow => {
    const metric = workspace.metrics.find(({ id }) => id === keyResult.link?.metricId)!;
    const series = buildSeries(dataset, metric);
    if (!series.ok) throw new Error(`${metric.name}: ${series.error.code}`);
    const since = performance.now();
    const prepared = prepare({ keyResult, series: series.value, asOf });
    preparing.push(performance.now() - since);
    return { keyResult, prepared, events: [], added: false };
  });
  return { workspace, rows, play: boardToTry(workspace.objectives, rows), preparing };
}

/** Frames while sliders move: the trial, every objective and the company with it, and what moves the company most. */
function dragged(
  { workspace, rows, play }: ReturnType<typeof playground>,
  trialOf: (keyResult: KeyResult, share: number) => Trial,
  sliders: number,
): number[] {
  const times: number[] = [];
  for (const { keyResult } of rows.slice(0, sliders)) {
    for (let i = 0; i < POSITIONS; i++) {
      const adjustment = { keyResultId: keyResult.id, ...trialOf(keyResult, (2 * i) / (POSITIONS - 1) - 1) };
      const since = performance.now();
      const outcome = play({ ...NOTHING_TRIED, adjustments: new Map([[keyResult.id, adjustment]]) });
      swingsOf(outcome, workspace.objectives, null);
      times.push(performance.now() - since);
    }
  }
  return times;
}

const line = (name: string, times: readonly number[]) => {
  const { median, p95, max } = summaryOf(times);
  console.log(`    ${name.padEnd(28)}${`${rounded(median)} / ${rounded(p95)} / ${rounded(max)}`.padStart(26)}`);
};

export async function benchWhatIf(): Promise<void> {
  console.log('What-if, script of one slider frame on boards with 260 weeks a key result, 26 of them since the start, ms:');
  console.log(`median / p95 / worst of ${POSITIONS} positions on each of ${SLIDERS} sliders; 16 ms is a frame at 60 Hz`);
  for (const keyResults of [50, 200, 1_000]) {
    const board = playground(keyResults);
    console.log(`  ${keyResults} key results`);
    line('prepare one', board.preparing.slice(WARM_UP));
    for (const [name, trialOf] of LEVERS) {
      dragged(board, trialOf, 3);
      line(name, dragged(board, trialOf, SLIDERS));
    }
  }
  await benchWhatIfPage();
}
