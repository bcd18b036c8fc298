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
import { mergeCreated, mergesOf, type CreatedMetric } from './merges.ts';
import type { PickedFile, Reading } from './reading.ts';
import { choiceKey, recipeOf } from '../import/recipes.ts';

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
  /** KPIs that would be created, before merging, and into which other each is merged. */
  readonly created: readonly CreatedMetric[];
  readonly merges: ReadonlyMap<string, string>;
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

type ImportCommand = Extract<Command, { kind: 'import' }>;

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
  const commands: ImportCommand[] = [];
  const added: Dataset[] = [];
  const created: CreatedMetric[] = [];
  let metricCount = 0;
  for (const [index, { table, dataset, header }] of usable.entries()) {
    const source = answersFor(answers, table.key).apart ? null : (matched[index] ?? null);
    const refresh = source
      ? planRefresh({ workspace, datasetOf: (id) => datasets.get(id) }, source.id, dataset, answersFor(answers, table.key))
      : null;
    const known = [...(refresh?.refreshed.map(({ after }) => after) ?? []), ...(refresh?.empty ?? [])];
    const fresh = candidatesOf(dataset, table.timesOfDay).filter(
      ({ columnIndex, filters }) =>
        !known.some(({ column, filters: others }) => column === dataset.columns[columnIndex]?.name && sameFilters(others, filters)),
    );
    tables.push({ table, dataset, source, refresh, fresh });
    const metricIds = new Set(workspace.metrics.map((metric) => metric.id));
    const older = source ? datasets.get(source.id) : undefined;
    const own = fresh
      .filter((candidate) => isTaken(reading, table, candidate, older))
      .map((candidate) => {
        const id = nextId('m', metricIds);
        metricIds.add(id);
        const key = choiceKey(table, candidate);
        const name = tellApart(reading.corrections.names[key] ?? candidate.name, picked.name, board.workspace);
        return { key, metric: metricOf(dataset, candidate, id, name) };
      });
    created.push(...own);
    const metrics = [...known, ...own.map(({ metric }) => metric)];
    if (!metrics.length) continue;
    const command: ImportCommand = {
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
  const merges = mergesOf(created, reading.corrections.merged, datasets);
  const left = new Map(mergeCreated(created, merges, datasets).map((metric) => [metric.id, metric]));
  const isOwn = new Set(created.map(({ metric }) => metric.id));
  const settled = commands.map((command): ImportCommand => ({
    ...command,
    metrics: command.metrics.flatMap((metric) => left.get(metric.id) ?? (isOwn.has(metric.id) ? [] : metric)),
  }));
  workspace = settled.reduce((before, command) => {
    const result = applyCommand(before, command);
    return result.ok ? result.value : before;
  }, board.workspace);
  const recipe = recipeOf(picked.name, reading.plain, reading.corrections);
  if (recipe && commands.length) {
    const command: ImportCommand = { kind: 'import', sources: [], metrics: [], replaces: [], recipe };
    const result = applyCommand(workspace, command);
    if (result.ok) workspace = result.value;
    settled.push(command);
  }
  return { workspace, datasets, tables, commands: settled, added, metricCount: metricCount - merges.size, created, merges };
}
