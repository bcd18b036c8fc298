import type { Dataset } from '../domain/dataset.ts';
import type { ImportError } from '../domain/errors.ts';
import { nextId } from '../domain/ids.ts';
import type { Metric } from '../domain/metric.ts';
import { readFile } from '../import/import-client.ts';
import type { ImportChoices, ImportProposal, TableChoice, TableProposal } from '../import/protocol.ts';
import { toDataset } from '../import/to-dataset.ts';
import { candidatesOf, metricOf, type Candidate } from './candidates.ts';
import { language } from './i18n.svelte.ts';
import { view } from './view.svelte.ts';
import { store } from './workspace-store.svelte.ts';

export interface TableCandidates {
  readonly table: TableProposal;
  readonly dataset: Dataset;
  readonly candidates: readonly Candidate[];
}

/** Until somebody says which year it was, the figures have no place in time. */
export const needsYear = (table: TableProposal): boolean => table.questions.some((question) => question.code === 'year-unknown');

/** One file on its way in: what was understood, what was corrected, and what will be taken. Nothing is written before `accept`. */
class ImportSession {
  name = $state('');
  busy = $state(false);
  phase = $state.raw<{ readonly phase: 'reading' | 'understanding' | 'typing'; readonly rows: number }>({ phase: 'reading', rows: 0 });
  error = $state.raw<ImportError | null>(null);
  proposal = $state.raw<ImportProposal | null>(null);
  choices = $state.raw<ImportChoices>({});
  /** Names that a person gave, by table and candidate. */
  names = $state.raw<Readonly<Record<string, string>>>({});
  /** What a person ticked or unticked; hidden sheets begin unticked. */
  ticked = $state.raw<Readonly<Record<string, boolean>>>({});
  #file: Blob | null = null;
  #controller: AbortController | null = null;

  readonly tables: readonly TableCandidates[] = $derived.by(() => {
    const { proposal } = this;
    if (!proposal) return [];
    return proposal.tables.map((table, index) => {
      const dataset = toDataset(proposal, table, `preview${index}`, view.today);
      return { table, dataset, candidates: candidatesOf(dataset) };
    });
  });

  keyOf(table: TableProposal, candidate: Candidate): string {
    return `${table.key}|${candidate.key}`;
  }
  nameOf(table: TableProposal, candidate: Candidate): string {
    return this.names[this.keyOf(table, candidate)] ?? candidate.name;
  }
  rename(table: TableProposal, candidate: Candidate, name: string): void {
    this.names = { ...this.names, [this.keyOf(table, candidate)]: name };
  }
  isTaken(table: TableProposal, candidate: Candidate): boolean {
    return !needsYear(table) && (this.ticked[this.keyOf(table, candidate)] ?? !table.hidden);
  }
  take(table: TableProposal, candidate: Candidate, taken: boolean): void {
    this.ticked = { ...this.ticked, [this.keyOf(table, candidate)]: taken };
  }
  get takenCount(): number {
    return this.tables.reduce(
      (sum, { table, candidates }) => sum + candidates.filter((candidate) => this.isTaken(table, candidate)).length,
      0,
    );
  }

  /** Begins with a file (or pasted text); resolves when it was read or refused. */
  async begin(file: Blob, name: string): Promise<void> {
    this.#file = file;
    this.name = name;
    this.choices = {};
    this.names = {};
    this.ticked = {};
    this.proposal = null;
    await this.#read();
  }

  /** Takes every correction back: a wrong one may have made the file unreadable. */
  async startOver(): Promise<void> {
    this.choices = {};
    await this.#read();
  }

  /** Corrects a guess about the file and reads it again. */
  async choose(change: Partial<ImportChoices>): Promise<void> {
    this.choices = { ...this.choices, ...change };
    await this.#read();
  }

  /** Corrects a guess about one table and reads the file again. */
  async chooseInTable(key: string, change: TableChoice): Promise<void> {
    await this.choose({ tables: { ...this.choices.tables, [key]: { ...this.choices.tables?.[key], ...change } } });
  }

  cancel(): void {
    this.#controller?.abort();
  }

  close(): void {
    this.cancel();
    this.#file = null;
    this.proposal = null;
    this.error = null;
    this.name = '';
  }

  async #read(): Promise<void> {
    if (!this.#file) return;
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.busy = true;
    this.error = null;
    this.phase = { phase: 'reading', rows: 0 };
    const result = await readFile(this.#file, this.name, {
      locale: language.locale,
      choices: this.choices,
      signal: controller.signal,
      onProgress: (phase, rows) => (this.phase = { phase, rows }),
    });
    // A newer correction has begun its own reading: this answer is about a question nobody asks any more.
    if (this.#controller !== controller) return;
    this.busy = false;
    if (result.ok) this.proposal = result.value;
    else this.error = result.error;
  }

  /** Writes what was understood into the workspace, as one step to undo. Returns how many KPIs came. */
  accept(): number {
    const { proposal } = this;
    if (!proposal) return 0;
    const { workspace } = store;
    const taken = new Set([...workspace.sources.map((source) => source.id), ...store.datasets.keys()]);
    const datasets: Dataset[] = [];
    const metrics: Metric[] = [];
    const replaces: string[] = [];
    const metricIds = new Set(workspace.metrics.map((metric) => metric.id));
    for (const { table, candidates } of this.tables) {
      const wanted = candidates.filter((candidate) => this.isTaken(table, candidate));
      if (!wanted.length) continue;
      const id = nextId('d', taken);
      taken.add(id);
      const dataset = toDataset(proposal, table, id, view.today);
      datasets.push(dataset);
      const older = workspace.sources.find(
        (source) => source.info.file === dataset.source.file && source.info.sheet === dataset.source.sheet && !replaces.includes(source.id),
      );
      if (older) replaces.push(older.id);
      const known = older ? workspace.metrics.filter((metric) => metric.datasetId === older.id) : [];
      for (const metric of known)
        if (dataset.columns.some((column) => column.name === metric.column)) metrics.push({ ...metric, datasetId: id });
      for (const candidate of wanted) {
        const metric = metricOf(dataset, candidate, nextId('m', metricIds), this.nameOf(table, candidate));
        if (known.some((other) => other.column === metric.column && JSON.stringify(other.filters) === JSON.stringify(metric.filters)))
          continue;
        metricIds.add(metric.id);
        metrics.push(metric);
      }
    }
    store.addDatasets(datasets);
    store.dispatch({ kind: 'import', sources: datasets.map(({ id, source }) => ({ id, info: source })), metrics, replaces });
    this.close();
    return metrics.length;
  }
}

export const importSession = new ImportSession();
