import { applyCommand } from '../domain/apply-command.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Command } from '../domain/command.ts';
import type { Dataset } from '../domain/dataset.ts';
import { headerPrint } from '../domain/header-print.ts';
import { nextId, type Id } from '../domain/ids.ts';
import { matchSources } from '../domain/match-source.ts';
import { planRefresh, type RefreshAnswers, type RefreshPlan } from '../domain/refresh-plan.ts';
import type { DataSource, Workspace } from '../domain/workspace.ts';
import type { TableProposal } from '../import/protocol.ts';
import { toDataset } from '../import/to-dataset.ts';
import { candidateKeys, candidatesOf, metricOf, type Candidate } from './candidates.ts';
import type { PickedFile, Reading } from './reading.ts';
import { choiceKey, recipeOf } from './recipes.ts';

/** The board that files go into. */
export interface BoardData {
  readonly workspace: Workspace;
  readonly datasets: ReadonlyMap<Id, Dataset>;
}

/** Answers about one file, by table key. */
export type ImportAnswers = Readonly<Record<string, RefreshAnswers>>;

const AS_PROPOSED: RefreshAnswers = { columns: {}, absent: 'keep' };

/** Answers about a table; as proposed where nobody said anything. */
export const answersFor = (answers: ImportAnswers, key: string): RefreshAnswers => answers[key] ?? AS_PROPOSED;

/** Until somebody says which year it was, the figures have no place in time. */
export const needsYear = (table: TableProposal): boolean => table.questions.some((question) => question.code === 'year-unknown');

/** What one table of a file brings. */
export interface PlannedTable {
  readonly table: TableProposal;
  /** The data as it will be kept. */
  readonly dataset: Dataset;
  /** The source that this is a newer copy of. */
  readonly source: DataSource | null;
  readonly refresh: RefreshPlan | null;
  /** KPIs that the board does not have yet. */
  readonly fresh: readonly Candidate[];
}

/** What taking a file in would do. */
export interface ImportPlan extends BoardData {
  readonly tables: readonly PlannedTable[];
  readonly commands: readonly Command[];
  readonly added: readonly Dataset[];
  /** How many KPIs are new or refreshed. */
  readonly metricCount: number;
}

/** Whether a proposed KPI is taken: as a person said; otherwise all of visible sheets but what was not wanted last time. */
export function isTaken(reading: Reading, table: TableProposal, candidate: Candidate, older: Dataset | undefined): boolean {
  if (needsYear(table)) return false;
  const said = reading.corrections.taken[choiceKey(table, candidate)];
  return said ?? (!table.hidden && !(older && candidateKeys(older).has(candidate.key)));
}

/** The name of a new KPI; with its file where another one is called the same, as the reports of two departments do. */
const tellApart = (name: string, file: string, { metrics }: Workspace): string =>
  metrics.some((metric) => metric.name === name) ? `${name} · ${file.replace(/\.[^.]+$/, '')}` : name;

const sameFilters = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** Works out what a file brings to a board. Nothing is written: the commands, and the data that they speak of, are. */
export function planImport(board: BoardData, picked: PickedFile, reading: Reading, answers: ImportAnswers, today: EpochDay): ImportPlan {
  const taken = new Set([...board.workspace.sources.map((source) => source.id), ...board.datasets.keys()]);
  const read = reading.proposal.tables.map((table) => {
    const id = nextId('d', taken);
    taken.add(id);
    const dataset = toDataset(reading.proposal, table, id, today);
    const { format } = dataset.source;
    const source = {
      ...dataset.source,
      format: picked.pasted ? ('paste' as const) : format,
      ...(picked.path ? { path: picked.path } : {}),
    };
    return { table, dataset: { ...dataset, source }, header: headerPrint(table.columns, table.layout) };
  });
  const usable = read.filter(({ table }) => !needsYear(table));
  const matched = matchSources(usable, board.workspace, (id) => board.datasets.get(id));
  let { workspace } = board;
  const datasets = new Map(board.datasets);
  const tables: PlannedTable[] = [];
  const commands: Command[] = [];
  const added: Dataset[] = [];
  let metricCount = 0;
  for (const [index, { table, dataset, header }] of usable.entries()) {
    const source = answersFor(answers, table.key).apart ? null : (matched[index] ?? null);
    const refresh = source
      ? planRefresh({ workspace, datasetOf: (id) => datasets.get(id) }, source.id, dataset, answersFor(answers, table.key))
      : null;
    const known = [...(refresh?.refreshed.map(({ after }) => after) ?? []), ...(refresh?.empty ?? [])];
    const fresh = candidatesOf(dataset).filter(
      ({ columnIndex, filters }) =>
        !known.some(({ column, filters: others }) => column === dataset.columns[columnIndex]?.name && sameFilters(others, filters)),
    );
    tables.push({ table, dataset, source, refresh, fresh });
    const metricIds = new Set(workspace.metrics.map((metric) => metric.id));
    const older = source ? datasets.get(source.id) : undefined;
    const created = fresh
      .filter((candidate) => isTaken(reading, table, candidate, older))
      .map((candidate) => {
        const id = nextId('m', metricIds);
        metricIds.add(id);
        const name = reading.corrections.names[choiceKey(table, candidate)] ?? candidate.name;
        return metricOf(dataset, candidate, id, tellApart(name, picked.name, workspace));
      });
    const metrics = [...known, ...created];
    if (!metrics.length) continue;
    const command: Command = {
      kind: 'import',
      sources: [{ id: dataset.id, info: dataset.source, header }],
      metrics,
      replaces: refresh?.replaces ?? [],
    };
    const result = applyCommand(workspace, command);
    if (!result.ok) continue;
    workspace = result.value;
    datasets.set(dataset.id, dataset);
    commands.push(command);
    added.push(dataset);
    metricCount += metrics.length;
  }
  const recipe = recipeOf(picked.name, reading.plain, reading.corrections);
  if (recipe && commands.length) {
    const command: Command = { kind: 'import', sources: [], metrics: [], replaces: [], recipe };
    const result = applyCommand(workspace, command);
    if (result.ok) workspace = result.value;
    commands.push(command);
  }
  return { workspace, datasets, tables, commands, added, metricCount };
}
