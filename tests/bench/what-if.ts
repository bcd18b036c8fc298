import type { Assessment } from '../../src/domain/assessment.ts';
import { buildSeries } from '../../src/domain/build-series.ts';
import type { Goal, KeyResult } from '../../src/domain/objective.ts';
import { rollUp } from '../../src/domain/rollup.ts';
import type { Trial } from '../../src/domain/trial.ts';
import { prepare, type Prepared } from '../../src/domain/what-if.ts';
import { boardOf } from './board.ts';
import { rounded, summaryOf } from './summary.ts';

/** Positions that a slider is dragged through. */
const POSITIONS = 40;
const WARM_UP = 20;

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

interface Row {
  readonly keyResult: KeyResult;
  readonly prepared: Prepared;
  readonly siblings: readonly KeyResult[];
}

/** One frame while a slider moves: the trial, then its objective and the whole board rolled up with it. */
function frame(row: Row, trial: Trial, all: readonly KeyResult[], now: ReadonlyMap<string, Assessment>): number {
  const then = row.prepared.whatIf(trial);
  const changed = { ...row.prepared.assessment, rollup: then.rollup };
  const assessmentOf = (id: string) => (id === row.keyResult.id ? changed : now.get(id));
  return (rollUp(row.siblings, assessmentOf).progress ?? 0) + (rollUp(all, assessmentOf).progress ?? 0);
}

function dragged(rows: readonly Row[], trialOf: (keyResult: KeyResult, share: number) => Trial, positions: number): number[] {
  const all = rows.map(({ keyResult }) => keyResult);
  const now = new Map(rows.map(({ keyResult, prepared }) => [keyResult.id, prepared.assessment]));
  const times: number[] = [];
  for (const row of rows) {
    for (let i = 0; i < positions; i++) {
      const since = performance.now();
      frame(row, trialOf(row.keyResult, (2 * i) / (positions - 1) - 1), all, now);
      times.push(performance.now() - since);
    }
  }
  return times;
}

const line = (name: string, times: readonly number[]) => {
  const { median, p95, max } = summaryOf(times);
  console.log(`    ${name.padEnd(28)}${`${rounded(median)} / ${rounded(p95)} / ${rounded(max)}`.padStart(26)}`);
};

export function benchWhatIf(): void {
  const { workspace, dataset, asOf } = boardOf({ objectives: 40, keyResults: 200, grain: 'week', points: 260, since: 26 });
  const preparing: number[] = [];
  const rows = workspace.keyResults.map((keyResult): Row => {
    const metric = workspace.metrics.find(({ id }) => id === keyResult.link?.metricId)!;
    const series = buildSeries(dataset, metric);
    if (!series.ok) throw new Error(`${metric.name}: ${series.error.code}`);
    const since = performance.now();
    const prepared = prepare({ keyResult, series: series.value, asOf });
    preparing.push(performance.now() - since);
    return { keyResult, prepared, siblings: workspace.keyResults.filter(({ objectiveId }) => objectiveId === keyResult.objectiveId) };
  });
  console.log('What-if on a board of 200 key results × 260 weeks, 26 of them since the start: script of one slider frame, ms:');
  console.log(`median / p95 / worst of ${POSITIONS} positions on each of the 200 sliders; 16 ms is a frame at 60 Hz`);
  line('prepare, once per page', preparing.slice(WARM_UP));
  for (const [name, trialOf] of LEVERS) {
    dragged(rows.slice(0, WARM_UP), trialOf, 5);
    line(name, dragged(rows, trialOf, POSITIONS));
  }
}
