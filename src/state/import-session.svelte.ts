import type { Dataset } from '../domain/dataset.ts';
import type { ImportError } from '../domain/errors.ts';
import type { RefreshAnswers } from '../domain/refresh-plan.ts';
import { mergeMetrics } from '../domain/merge-metrics.ts';
import { readFile } from '../import/import-client.ts';
import type { ImportChoices, ImportProposal, TableChoice, TableProposal } from '../import/protocol.ts';
import { toDataset } from '../import/to-dataset.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import { fileLinks } from './file-links.svelte.ts';
import { language } from './i18n.svelte.ts';
import { answersFor, isTaken, planImport, type ImportAnswers, type ImportPlan, type PlannedTable } from './import-plan.ts';
import { readAsBefore, type PickedFile, type Reading } from './reading.ts';
import { choiceKey, NO_CORRECTIONS, type Corrections } from '../import/recipes.ts';
import { view } from './view.svelte.ts';
import { store } from './workspace-store.svelte.ts';

export { needsYear } from './import-plan.ts';

export interface TableCandidates {
  readonly table: TableProposal;
  readonly dataset: Dataset;
  readonly candidates: readonly Candidate[];
}

/** KPIs among which one can still be chosen to merge with. */
const MOST_PARTNERS = 60;

/** One file on its way in: what was understood, what was corrected, and what will be taken. Nothing is written before `accept`. */
class ImportSession {
  busy = $state(false);
  phase = $state.raw<{ readonly phase: 'reading' | 'understanding' | 'typing'; readonly rows: number }>({ phase: 'reading', rows: 0 });
  error = $state.raw<ImportError | null>(null);
  reading = $state.raw<Reading | null>(null);
  /** What a person said about a newer copy of a file that is here already. */
  answers = $state.raw<ImportAnswers>({});
  /** Whether a newer copy is looked at as any other file is, with all its guesses. */
  showsReading = $state(false);
  #picked = $state.raw<PickedFile | null>(null);
  #controller: AbortController | null = null;

  readonly tables: readonly TableCandidates[] = $derived.by(() => {
    const { proposal } = this;
    if (!proposal) return [];
    return proposal.tables.map((table, index) => {
      const dataset = toDataset(proposal, table, `preview${index}`, view.today);
      return { table, dataset, candidates: candidatesOf(dataset, table.timesOfDay) };
    });
  });

  /** What taking it in would do now. */
  readonly plan: ImportPlan | null = $derived(
    this.#picked && this.reading ? planImport(store, this.#picked, this.reading, this.answers, view.today) : null,
  );

  get name(): string {
    return this.#picked?.name ?? '';
  }
  get proposal(): ImportProposal | null {
    return this.reading?.proposal ?? null;
  }
  get choices(): ImportChoices {
    return this.#corrections.choices;
  }
  /** Whether some table is a newer copy of a source that is here already. */
  get refreshes(): boolean {
    return this.plan?.tables.some((table) => table.refresh) ?? false;
  }
  get #corrections(): Corrections {
    return this.reading?.corrections ?? NO_CORRECTIONS;
  }
  #correct(change: Partial<Corrections>): void {
    if (this.reading) this.reading = { ...this.reading, corrections: { ...this.#corrections, ...change } };
  }

  nameOf(table: TableProposal, candidate: Candidate): string {
    return this.#corrections.names[choiceKey(table, candidate)] ?? candidate.name;
  }
  rename(table: TableProposal, candidate: Candidate, name: string): void {
    this.#correct({ names: { ...this.#corrections.names, [choiceKey(table, candidate)]: name } });
  }
  isTaken(table: TableProposal, candidate: Candidate): boolean {
    if (!this.reading) return false;
    if (this.isKnown(table, candidate)) return true;
    const source = this.#plannedOf(table)?.source;
    return isTaken(this.reading, table, candidate, source ? store.datasets.get(source.id) : undefined);
  }
  /** Whether this is a KPI already: then it is read again, whatever was said of it at another import. */
  isKnown(table: TableProposal, candidate: Candidate): boolean {
    return this.#plannedOf(table)?.fresh.every((other) => other.key !== candidate.key) ?? false;
  }
  #plannedOf(table: TableProposal): PlannedTable | undefined {
    return this.plan?.tables.find((other) => other.table === table);
  }
  take(table: TableProposal, candidate: Candidate, taken: boolean): void {
    this.#correct({ taken: { ...this.#corrections.taken, [choiceKey(table, candidate)]: taken } });
  }
  /** Into which other KPI this one goes, by choiceKey; '' where it stays itself. */
  mergedInto(table: TableProposal, candidate: Candidate): string {
    return this.plan?.merges.get(choiceKey(table, candidate)) ?? '';
  }
  /** Other proposed KPIs that this one could be merged into; none where there are too many to choose from. */
  partnersOf(table: TableProposal, candidate: Candidate): readonly { readonly key: string; readonly label: string }[] {
    const { created = [], merges = new Map<string, string>() } = this.plan ?? {};
    const key = choiceKey(table, candidate);
    const own = created.find((one) => one.key === key);
    if (!own || created.length > MOST_PARTNERS || [...merges.values()].includes(key)) return [];
    return created
      .filter((one) => one !== own && !merges.has(one.key) && mergeMetrics(one.metric, own.metric) !== null)
      .map(({ key: partner, metric: { name, datasetId } }) => {
        // KPIs of one name in several sheets are told apart by these.
        const sheet = datasetId === own.metric.datasetId ? '' : this.plan?.datasets.get(datasetId)?.source.sheet;
        return { key: partner, label: sheet ? `${name} · ${sheet}` : name };
      });
  }
  merge(table: TableProposal, candidate: Candidate, into: string): void {
    this.#correct({ merged: { ...this.#corrections.merged, [choiceKey(table, candidate)]: into } });
  }
  get takenCount(): number {
    return this.plan?.metricCount ?? 0;
  }

  /** Says what a newer copy leaves open. */
  answer(tableKey: string, change: Partial<RefreshAnswers>): void {
    this.answers = { ...this.answers, [tableKey]: { ...answersFor(this.answers, tableKey), ...change } };
  }

  /** Says that this is another file, which looks like one that is here: nothing of it is replaced. */
  setApart(): void {
    for (const { table, source } of this.plan?.tables ?? []) if (source) this.answer(table.key, { apart: true });
  }

  /** Begins with a file (or pasted cells); resolves when it was read or refused. */
  async begin(picked: PickedFile): Promise<void> {
    this.#picked = picked;
    this.reading = null;
    this.answers = {};
    this.showsReading = false;
    await this.#reads((options) => readAsBefore(picked, store.workspace.recipes ?? [], options));
  }

  /** Shows a file that was read already. */
  show(picked: PickedFile, reading: Reading): void {
    this.close();
    this.#picked = picked;
    this.reading = reading;
  }

  /** Takes every correction back: a wrong one may have made the file unreadable. */
  async startOver(): Promise<void> {
    await this.#readAgain({});
  }

  /** Corrects a guess about the file and reads it again. */
  async choose(change: Partial<ImportChoices>): Promise<void> {
    await this.#readAgain({ ...this.choices, ...change });
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
    this.#picked = null;
    this.reading = null;
    this.error = null;
    this.answers = {};
    this.showsReading = false;
  }

  async #readAgain(choices: ImportChoices): Promise<void> {
    const [picked, before] = [this.#picked, this.reading];
    if (!picked || !before) return;
    // Choices add up even while the file is being read with the ones before.
    this.#correct({ choices });
    await this.#reads(async (options) => {
      const result = await readFile(picked.file, picked.name, { ...options, choices });
      return result.ok ? { ok: true, value: { ...(this.reading ?? before), proposal: result.value } } : result;
    });
  }

  async #reads(read: (options: Omit<Parameters<typeof readFile>[2], 'choices'>) => ReturnType<typeof readAsBefore>): Promise<void> {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    this.busy = true;
    this.error = null;
    this.phase = { phase: 'reading', rows: 0 };
    const result = await read({
      locale: language.locale,
      signal: controller.signal,
      onProgress: (phase, rows) => (this.phase = { phase, rows }),
    });
    // A large file arrives in a task of its own; what is shown of it is worked out in the next.
    await new Promise((resolve) => setTimeout(resolve));
    // A newer correction has begun its own reading: this answer is about a question nobody asks any more.
    if (this.#controller !== controller) return;
    this.busy = false;
    if (result.ok) this.reading = result.value;
    else this.error = result.error;
  }

  /** Writes what was understood into the workspace, as one step to undo. Returns how many KPIs came. */
  accept(): number {
    const [plan, picked] = [this.plan, this.#picked];
    if (!plan || !picked) return 0;
    store.addDatasets(plan.added);
    store.dispatchAll(plan.commands);
    void fileLinks.keep(picked);
    this.close();
    return plan.metricCount;
  }
}

export const importSession = new ImportSession();
