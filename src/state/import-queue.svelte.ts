import type { ImportError } from '../domain/errors.ts';
import type { RefreshedMetric } from '../domain/refresh-plan.ts';
import { fileLinks } from './file-links.svelte.ts';
import { language } from './i18n.svelte.ts';
import { needsYear, planImport, type BoardData, type ImportPlan } from './import-plan.ts';
import { importSession } from './import-session.svelte.ts';
import { readAsBefore, type PickedFile, type Reading } from './reading.ts';
import { view } from './view.svelte.ts';
import { store } from './workspace-store.svelte.ts';

/** One of several files that were brought at once; neither reading nor error while it waits. */
export interface QueuedFile {
  readonly picked: PickedFile;
  readonly reading?: Reading;
  readonly error?: ImportError;
}

/** A file with what taking it in after those before it would do. */
export interface QueuedPlan extends QueuedFile {
  readonly plan: ImportPlan | null;
  /** Whether a person has to look at it first. */
  readonly asks: boolean;
}

/** Most of a KPI's past is another one: that is no correction, but perhaps another department's file. */
const isRewritten = ({ series, added, restated }: RefreshedMetric) => restated.length > (series.points.length - added.length) / 2;

/** Whether a person has to look at a file before it comes in. */
const asksOf = (reading: Reading, { tables, metricCount }: ImportPlan): boolean =>
  metricCount === 0 ||
  reading.proposal.okr !== undefined ||
  reading.proposal.tables.some(needsYear) ||
  tables.some(({ refresh }) => refresh && (refresh.missing.length + refresh.unread.length > 0 || refresh.refreshed.some(isRewritten)));

const byName = new Intl.Collator(undefined, { numeric: true });

/** Several files on their way in: each is read, then all that leave nothing to ask are taken with one confirmation. */
class ImportQueue {
  files = $state.raw<readonly QueuedFile[]>([]);
  #controller: AbortController | null = null;

  readonly planned: readonly QueuedPlan[] = $derived.by(() => {
    let board: BoardData = store;
    return this.files.map((file) => {
      if (!file.reading) return { ...file, plan: null, asks: false };
      const plan = planImport(board, file.picked, file.reading, {}, view.today);
      const asks = asksOf(file.reading, plan);
      // What must be looked at does not come in now, so nothing that follows builds on it.
      if (!asks) board = plan;
      return { ...file, plan, asks };
    });
  });

  get busy(): boolean {
    return this.files.some(({ reading, error }) => !reading && !error);
  }
  get ready(): readonly QueuedPlan[] {
    return this.planned.filter(({ plan, asks }) => plan && !asks);
  }

  /** Begins with files in the order of their names: of two that hold the same month, the later one wins. */
  async begin(picked: readonly PickedFile[]): Promise<void> {
    this.close();
    importSession.close();
    const controller = new AbortController();
    this.#controller = controller;
    this.files = [...picked].sort((a, b) => byName.compare(a.name, b.name)).map((one) => ({ picked: one }));
    for (const file of this.files) {
      const result = await readAsBefore(file.picked, store.workspace.recipes ?? [], {
        locale: language.locale,
        signal: controller.signal,
      });
      if (controller.signal.aborted) return;
      const read = result.ok ? { picked: file.picked, reading: result.value } : { picked: file.picked, error: result.error };
      this.files = this.files.map((other) => (other.picked === file.picked ? read : other));
    }
  }

  remove({ picked }: QueuedFile): void {
    this.files = this.files.filter((other) => other.picked !== picked);
  }

  /** Looks at one file alone; the others wait. */
  open(file: QueuedFile): void {
    this.remove(file);
    if (file.reading) importSession.show(file.picked, file.reading);
  }

  /** Takes in all files that leave nothing to ask, as one step to undo. */
  accept(): void {
    const { ready } = this;
    const kept = ready.at(-1)?.plan?.workspace.sources;
    const added = ready.flatMap(({ plan }) => plan?.added ?? []);
    store.addDatasets(added.filter(({ id }) => kept?.some((source) => source.id === id)));
    store.dispatchAll(ready.flatMap(({ plan }) => plan?.commands ?? []));
    for (const { picked } of ready) void fileLinks.keep(picked);
    this.files = this.files.filter((file) => !ready.some(({ picked }) => picked === file.picked));
  }

  close(): void {
    this.#controller?.abort();
    this.files = [];
  }
}

export const importQueue = new ImportQueue();
