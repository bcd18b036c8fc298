import type { Status } from '../domain/assessment.ts';
import { isoOf, type EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import { rollUpTree } from '../domain/rollup-tree.ts';
import { countByStatus, type CountKey } from '../domain/status-count.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Locale } from '../messages/locale.ts';
import { assessBoard } from '../picture/assess-board.ts';
import type { Assessed } from '../picture/assessed.ts';
import { groupsOf, needsAttention } from '../picture/board-model.ts';
import { packBoard } from './link.ts';
import { runAtOnce, type Steps } from '../storage/steps.ts';
import type { Said, ViewerBoard, ViewerKeyResult, ViewerObjective } from './viewer-board.ts';
import { sayIn, viewerKeyResult, type AllMessages, type Say } from './viewer-key-result.ts';

const COUNTS: readonly (readonly [CountKey, Status])[] = [
  ['off', 'off-track'],
  ['risk', 'at-risk'],
  ['on', 'on-track'],
  ['open', 'too-early'],
];
const STATUSES: readonly Status[] = ['no-data', 'too-early', 'on-track', 'at-risk', 'off-track', 'achieved', 'missed'];

/** What stands below the headline: the cycle and how far it is, progress of the whole, and how old the figures are. */
function subOf({ cycles, activeCycleId, objectives }: Workspace, rows: readonly Assessed[], asOf: EpochDay, say: Say): readonly Said[] {
  const cycle = cycles.find(({ id }) => id === activeCycleId);
  const byId = new Map(rows.map(({ keyResult, assessment }) => [keyResult.id, assessment]));
  const { company } = rollUpTree(
    objectives.filter(({ cycleId }) => cycleId === activeCycleId),
    rows.map(({ keyResult }) => keyResult),
    (id) => byId.get(id),
  );
  const newest = Math.max(...rows.map(({ assessment }) => assessment.valueDay ?? -Infinity));
  const elapsed = cycle ? Math.min(1, Math.max(0, (asOf - cycle.start + 1) / (cycle.end - cycle.start + 1))) : 0;
  return [
    cycle?.name ?? '',
    cycle ? say((t, f) => t.board.elapsed(f.percent(elapsed), Math.max(0, cycle.end - asOf))) : '',
    company.progress === null || company.expected === null
      ? ''
      : say((t, f) => t.board.overall(f.percent(company.progress!), f.percent(company.expected!))),
    Number.isFinite(newest) ? say((t, f) => t.board.dataTo(f.day(newest), Math.max(0, asOf - newest))) : '',
  ].filter((said) => said !== '');
}

/** A board, or the part of it that goes out, as one HTML file shows it on a day: every verdict is worked out here. The same board gives the same data. */
export const viewerData = (...board: Parameters<typeof viewerSteps>): ViewerBoard => runAtOnce(viewerSteps(...board));

/** viewerData, to be made in slices: a large board takes seconds. */
export function* viewerSteps(
  workspace: Workspace,
  datasets: readonly Dataset[],
  asOf: EpochDay,
  messages: AllMessages,
  locale: Locale,
): Steps<ViewerBoard> {
  const say = sayIn(messages);
  const rows: Assessed[] = [];
  for (const keyResult of workspace.keyResults) {
    rows.push(...assessBoard({ ...workspace, keyResults: [keyResult] }, datasets, asOf));
    yield;
  }
  const byId = new Map(rows.map((row) => [row.keyResult.id, row]));
  const groups = groupsOf(workspace, byId, { status: null, owner: null, level: null }, asOf);
  const counts = countByStatus(rows);
  const shownKeyResults: ViewerKeyResult[] = [];
  for (const row of groups.flatMap((group) => group.rows)) {
    shownKeyResults.push(viewerKeyResult(row, asOf, say));
    yield;
  }
  const shown = new Set(groups.map(({ objective }) => objective.id));
  return {
    version: 1,
    locale,
    title: workspace.title,
    day: asOf,
    headline: say((t) => t.board.headline(counts.all, counts.off, counts.risk, counts.open)),
    sub: subOf(workspace, rows, asOf, say),
    counts: COUNTS.map(([key, status]) => ({ status, word: say((t) => t.board.count[key]), count: counts[key] })),
    status: Object.fromEntries(STATUSES.map((status) => [status, say((t) => t.status[status])])) as Record<Status, Said>,
    objectives: groups.map(({ objective, depth, rollup }): ViewerObjective => ({
      id: objective.id,
      parent: objective.parentId !== null && shown.has(objective.parentId) ? objective.parentId : null,
      depth,
      title: objective.title,
      owner: objective.owner,
      level: say((t) => t.okr.levels[objective.level]),
      progress: rollup.progress,
      expected: rollup.expected,
      worst: rollup.worstBelow,
      aligned: (objective.alignedWith ?? []).map(({ objectiveId, note }) => ({ to: objectiveId, note })),
    })),
    keyResults: shownKeyResults,
    attention: needsAttention(rows).map(({ keyResult }) => keyResult.id),
    link: packBoard(workspace, datasets, { savedAt: `${isoOf(asOf)}T00:00:00.000Z`, allMetrics: true }),
  };
}
