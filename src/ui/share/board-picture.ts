import type { Dataset } from '../../domain/dataset.ts';
import { isOnBoard } from '../../domain/goal-on.ts';
import { rollUpTree } from '../../domain/rollup-tree.ts';
import { countByStatus } from '../../domain/status-count.ts';
import type { Workspace } from '../../domain/workspace.ts';
import type { Assessed } from '../../picture/assessed.ts';
import { boardMarks } from '../../picture/board-marks.ts';
import { groupsOf } from '../../picture/board-model.ts';
import { NO_FILTERS } from '../../picture/filters.ts';
import type { Mark } from '../../picture/mark.ts';
import { sheet } from '../../picture/sheet.ts';
import { assessOne } from '../../state/assessments.svelte.ts';
import { language } from '../../state/i18n.svelte.ts';
import { view } from '../../state/view.svelte.ts';
import { footOfPicture, paper } from '../charts/paper.ts';
import { figuresOfRow } from './row-figures.ts';

/** A board as one picture: of the part of it that goes out, all key results, with the finding. */
export function boardPicture(workspace: Workspace, datasets: ReadonlyMap<string, Dataset>): Mark {
  const t = language.messages;
  const f = language.format;
  const { asOf } = view;
  const objectives = workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId);
  const inCycle = new Set(objectives.map(({ id }) => id));
  const rows: readonly Assessed[] = workspace.keyResults
    .filter((keyResult) => inCycle.has(keyResult.objectiveId) && isOnBoard(keyResult, asOf))
    .map((keyResult) => assessOne(keyResult, workspace, datasets, asOf));
  const byId = new Map(rows.map((row) => [row.keyResult.id, row]));
  const { company } = rollUpTree(
    objectives,
    rows.map(({ keyResult }) => keyResult),
    (id) => byId.get(id)?.assessment,
  );
  const counts = countByStatus(rows);
  const title = t.board.headline(counts.all, counts.off, counts.risk, counts.open);
  const overall =
    company.progress !== null && company.expected !== null
      ? [t.board.overall(f.percent(company.progress), f.percent(company.expected))]
      : [];
  const body = boardMarks(groupsOf(workspace, byId, NO_FILTERS, asOf), asOf, {
    head: {
      ...t.board.columns,
      title: t.okr.keyResult,
      current: t.okr.current,
      target: t.okr.target,
      baseline: t.okr.baseline,
    },
    row: (row) => figuresOfRow(row, asOf),
    meta: ({ objective: { level, owner, ambition } }) => [t.okr.levels[level], owner, t.okr.ambition[ambition]].filter(Boolean).join(' · '),
    progress: ({ rollup: { progress, expected } }) =>
      progress === null
        ? ''
        : [f.percent(progress), expected === null ? '' : t.board.planned(f.percent(expected))].filter(Boolean).join(' '),
    worst: ({ rollup, rows: own }) => (own.length || rollup.countsChildren ? `${t.board.worst} ${t.status[rollup.worst]}` : ''),
  });
  return sheet({ title, sentences: overall, foot: footOfPicture(workspace) }, body, paper(), title);
}
