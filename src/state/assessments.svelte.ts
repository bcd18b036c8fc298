import { assessOn } from '../domain/assess-on.ts';
import type { EpochDay } from '../domain/calendar.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { SeriesError } from '../domain/errors.ts';
import type { Id } from '../domain/ids.ts';
import { isOnBoard, keyResultOn } from '../domain/goal-on.ts';
import { metricSeries } from '../domain/metric-series.ts';
import { sourcesOf } from '../domain/metric-sources.ts';
import type { MetricEvent } from '../domain/metric-event.ts';
import type { Metric } from '../domain/metric.ts';
import type { KeyResult } from '../domain/objective.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Series } from '../domain/series.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Assessed } from '../picture/assessed.ts';
import { eventsOf } from './events.ts';
import { store } from './workspace-store.svelte.ts';
import { view } from './view.svelte.ts';

export type { Assessed } from '../picture/assessed.ts';

/** What is read for a key result beside its goal. */
interface Read {
  readonly series: Series | null;
  readonly events: readonly MetricEvent[];
}

// Workspace values are immutable, so an object's identity is its version: nothing is assessed twice while it stays the same.
const seriesCache = new WeakMap<Metric, { read: readonly (Dataset | undefined)[]; series: Result<Series, SeriesError> }>();
const assessedCache = new WeakMap<KeyResult, Read & { asOf: EpochDay; assessed: Assessed }>();

/** The series of a KPI, or why there is none. */
export function seriesOfMetric(metric: Metric, datasets: ReadonlyMap<Id, Dataset>): Result<Series, SeriesError> {
  const read = sourcesOf(metric).map((source) => datasets.get(source.datasetId));
  const known = seriesCache.get(metric);
  if (known?.read.every((dataset, i) => dataset === read[i])) return known.series;
  const series = metricSeries(metric, (id) => datasets.get(id));
  seriesCache.set(metric, { read, series });
  return series;
}

const indexCache = new WeakMap<readonly Metric[], ReadonlyMap<Id, Metric>>();

function metricsOf(metrics: readonly Metric[]): ReadonlyMap<Id, Metric> {
  const known = indexCache.get(metrics) ?? new Map(metrics.map((metric) => [metric.id, metric]));
  indexCache.set(metrics, known);
  return known;
}

function seriesOf(keyResult: KeyResult, workspace: Workspace, datasets: ReadonlyMap<Id, Dataset>): Result<Series | null, SeriesError> {
  if (keyResult.goal.kind === 'milestones' || keyResult.goal.kind === 'manual') return ok(null);
  if (!keyResult.link) return err({ code: 'not-linked' });
  const metric = metricsOf(workspace.metrics).get(keyResult.link.metricId);
  return metric ? seriesOfMetric(metric, datasets) : err({ code: 'missing-metric' });
}

/** What is known already of a key result as it is, as of a day. */
function knownOf(keyResult: KeyResult, { series, events }: Read, asOf: EpochDay): Assessed | null {
  const known = assessedCache.get(keyResult);
  return known && known.series === series && known.events === events && known.asOf === asOf ? known.assessed : null;
}

function assess(keyResult: KeyResult, result: Result<Series | null, SeriesError>, read: Read, asOf: EpochDay): Assessed {
  const { series } = read;
  const assessed = {
    keyResult: keyResultOn(keyResult, asOf),
    series,
    seriesError: result.ok ? null : result.error,
    events: read.events,
    assessment: assessOn({ keyResult, ...read, asOf }),
  };
  assessedCache.set(keyResult, { ...read, asOf, assessed });
  return assessed;
}

export function assessOne(keyResult: KeyResult, workspace: Workspace, datasets: ReadonlyMap<Id, Dataset>, asOf: EpochDay): Assessed {
  const result = seriesOf(keyResult, workspace, datasets);
  const read = { series: result.ok ? result.value : null, events: eventsOf(keyResult, workspace) };
  return knownOf(keyResult, read, asOf) ?? assess(keyResult, result, read, asOf);
}

/** Well below the 50 ms from which a page feels stuck, with room for drawing in the same breath. */
const SLICE_MS = 16;
/** As many are assessed at once whatever it takes: a usual board never shows one day while another is asked for. */
export const AT_ONCE = 24;

/** Key results that were on the board of the active cycle, as of the chosen day. */
export function keyResultsOnBoard(): readonly KeyResult[] {
  const { workspace } = store;
  const objectives = workspace.objectives.filter((objective) => objective.cycleId === workspace.activeCycleId);
  const inCycle = new Set(objectives.map((objective) => objective.id));
  return workspace.keyResults.filter((keyResult) => inCycle.has(keyResult.objectiveId) && isOnBoard(keyResult, view.asOf));
}

interface Round {
  readonly byId: ReadonlyMap<Id, Assessed>;
  readonly asOf: EpochDay;
  readonly done: number;
  readonly total: number;
}

/**
 * Assessments of every key result that was on the board of the active cycle, as of the chosen day. A small board is assessed at once; on a large one it takes
 * several slices, in which what was shown before stays.
 */
class Assessments {
  #round = $state(0);
  #complete: { readonly byId: ReadonlyMap<Id, Assessed>; readonly asOf: EpochDay } = { byId: new Map(), asOf: 0 };

  readonly #now: Round = $derived.by(() => {
    void this.#round;
    const { workspace, datasets } = store;
    const keyResults = keyResultsOnBoard();
    const until = performance.now() + SLICE_MS;
    let fresh = 0;
    const found = new Map<Id, Assessed>();
    for (const keyResult of keyResults) {
      const result = seriesOf(keyResult, workspace, datasets);
      const read = { series: result.ok ? result.value : null, events: eventsOf(keyResult, workspace) };
      const known = knownOf(keyResult, read, view.asOf);
      if (!known) fresh++;
      if (known || fresh <= AT_ONCE || performance.now() < until)
        found.set(keyResult.id, known ?? assess(keyResult, result, read, view.asOf));
    }
    const [done, total] = [found.size, keyResults.length];
    if (done === total) this.#complete = { byId: found, asOf: view.asOf };
    else {
      const ids = new Set(keyResults.map(({ id }) => id));
      // Rows of a board that is no longer open are not shown on another.
      if ([...this.#complete.byId.keys()].some((id) => !ids.has(id))) this.#complete = { byId: new Map(), asOf: view.asOf };
    }
    return { ...this.#complete, done, total };
  });

  // Each on its own, so that what shows one of them is not asked again in every slice.
  readonly #byId: ReadonlyMap<Id, Assessed> = $derived(this.#now.byId);
  readonly #asOf: EpochDay = $derived(this.#now.asOf);
  #isAsked = false;

  /** Begins to work through large boards once somebody asks: a board that is just arriving is prepared in slices of its own. */
  #ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    // Whoever asks is being drawn: what goes on belongs to none of them.
    queueMicrotask(() =>
      $effect.root(() => {
        $effect(() => {
          if (this.#now.done === this.#now.total) return;
          const timer = setTimeout(() => this.#round++);
          return () => clearTimeout(timer);
        });
      }),
    );
  }

  get byId(): ReadonlyMap<Id, Assessed> {
    this.#ask();
    return this.#byId;
  }

  /** The day of what is shown. */
  get asOf(): EpochDay {
    this.#ask();
    return this.#asOf;
  }

  /** How far the work on a large board is; null once it is done. */
  get working(): { readonly done: number; readonly total: number } | null {
    this.#ask();
    const { done, total } = this.#now;
    return done < total ? { done, total } : null;
  }
}

export const assessments = new Assessments();
