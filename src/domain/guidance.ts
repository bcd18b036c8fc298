import type { EpochDay, Grain } from './calendar.ts';
import { figuresOf } from './figures-of.ts';
import { fourParts, newestOf, overdueBy, type Part } from './four-parts.ts';
import { keyResultWarnings, type KeyResultWarning } from './guidance-key-result.ts';
import { objectiveWarnings, ownerWarnings, type ObjectiveWarning } from './guidance-objective.ts';
import type { Id } from './ids.ts';
import type { Metric } from './metric.ts';
import type { Cycle, KeyResult, Objective } from './objective.ts';
import type { Series } from './series.ts';

export type MetricWarning =
  | { readonly code: 'serves-nothing'; readonly metric: Metric; readonly lacks: readonly Part[] }
  | { readonly code: 'lacks-parts'; readonly metric: Metric; readonly lacks: readonly Part[] }
  /** `days` since the last day that its figures cover. */
  | { readonly code: 'old-data'; readonly metric: Metric; readonly days: number; readonly monitoring: Grain }
  /** `keyResults` read the same figures in the same way. */
  | { readonly code: 'same-base'; readonly metric: Metric; readonly keyResults: readonly KeyResult[] };

/** Something worth a look: it warns and never blocks. `key` is stable, to remember that a reader silenced it. */
export type Warning = { readonly key: string } & (ObjectiveWarning | KeyResultWarning | MetricWarning);
export type WarningCode = Warning['code'];

/** In the order of the list: goals first, then their figures, then the plan of the cycle. */
export const WARNING_CODES: readonly WarningCode[] = [
  'no-key-results',
  'met-at-start',
  'no-baseline',
  'not-linked',
  'same-base',
  'heavy-weight',
  'few-key-results',
  'many-key-results',
  'many-objectives',
  'longer-than-a-year',
  'old-data',
  'lacks-parts',
  'serves-nothing',
];

export interface GuidanceInput {
  readonly cycle: Cycle | null;
  /** Of the cycle. */
  readonly objectives: readonly Objective[];
  /** On the board on the day, as they stood on it. */
  readonly keyResults: readonly KeyResult[];
  readonly metrics: readonly Metric[];
  /** KPIs that are taken apart into key results. */
  readonly contributed: ReadonlySet<Id>;
  readonly seriesOf: (metric: Metric) => Series | null;
  readonly asOf: EpochDay;
}

type Bare = ObjectiveWarning | KeyResultWarning | MetricWarning;

/** Names are part of the key, since ids are only unique within one board. */
export function keyOf(warning: Bare): string {
  const about =
    warning.code === 'many-objectives'
      ? [warning.cycle.id, warning.cycle.name, warning.owner]
      : warning.code === 'same-base'
        ? [warning.metric.id, warning.metric.name, ...warning.keyResults.map(({ id }) => id).sort()]
        : 'metric' in warning
          ? [warning.metric.id, warning.metric.name]
          : 'keyResult' in warning
            ? [warning.keyResult.id, warning.keyResult.title]
            : [warning.objective.id, warning.objective.title];
  return ['guidance', warning.code, ...about].join(':');
}
export const keyed = (warnings: readonly Bare[]): Warning[] => warnings.map((warning) => ({ ...warning, key: keyOf(warning) }));

/** Key results that read the same figures in the same way: what is counted in one is counted in the other. */
export function sameBase(keyResults: readonly KeyResult[], metrics: readonly Metric[]): MetricWarning[] {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const groups = new Map<string, { metric: Metric; keyResults: KeyResult[] }>();
  for (const keyResult of keyResults) {
    const metric = keyResult.link && byId.get(keyResult.link.metricId);
    if (!metric || !keyResult.link) continue;
    const base = JSON.stringify([figuresOf(metric), metric.aggregation, metric.accrual, keyResult.link.reading]);
    const group = groups.get(base) ?? { metric, keyResults: [] };
    group.keyResults.push(keyResult);
    groups.set(base, group);
  }
  return [...groups.values()].filter((group) => group.keyResults.length > 1).map((group) => ({ code: 'same-base', ...group }));
}

function metricWarnings(metric: Metric, readers: readonly KeyResult[], input: GuidanceInput): MetricWarning[] {
  const series = input.seriesOf(metric);
  const parts = fourParts(metric, readers, series);
  const serves = readers.length > 0 || input.contributed.has(metric.id);
  if (!serves) return [{ code: 'serves-nothing', metric, lacks: parts.lacks }];
  const newest = newestOf(series, input.asOf);
  // After its time nobody waits for figures.
  const until = Math.min(input.asOf, parts.timeFrame?.end ?? input.asOf);
  const days = newest && parts.monitoring && overdueBy(newest.through, parts.monitoring.grain, until);
  return [
    ...(parts.lacks.length ? [{ code: 'lacks-parts', metric, lacks: parts.lacks } as const] : []),
    ...(days !== null && parts.monitoring ? [{ code: 'old-data', metric, days, monitoring: parts.monitoring.grain } as const] : []),
  ];
}

/**
 * Everything on a board that is worth a look. KPIs and OKRs that disagree are found apart (conflicts.ts). A generator that yields before slow
 * steps, so that a page can answer in between.
 */
export function* guidanceOf(input: GuidanceInput): Generator<void, readonly Warning[]> {
  const found: Bare[] = [];
  const { cycle, objectives, keyResults, metrics } = input;
  if (cycle) {
    found.push(...ownerWarnings(cycle, objectives));
    for (const objective of objectives) found.push(...objectiveWarnings(objective, cycle, objectives, keyResults));
  }
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  for (const keyResult of keyResults) {
    yield;
    const metric = keyResult.link && byId.get(keyResult.link.metricId);
    found.push(...keyResultWarnings(keyResult, metric ? input.seriesOf(metric) : null, !!metric));
  }
  found.push(...sameBase(keyResults, metrics));
  for (const metric of metrics) {
    yield;
    const readers = keyResults.filter(({ link }) => link?.metricId === metric.id);
    found.push(...metricWarnings(metric, readers, input));
  }
  const rank = (code: WarningCode) => WARNING_CODES.indexOf(code);
  return keyed(found.sort((a, b) => rank(a.code) - rank(b.code)));
}

/** Whether a warning is about this key result. */
export function isAbout(warning: Warning, keyResultId: Id): boolean {
  if (warning.code === 'same-base') return warning.keyResults.some(({ id }) => id === keyResultId);
  if (warning.code === 'heavy-weight') return warning.heaviest.id === keyResultId;
  return 'keyResult' in warning && warning.keyResult.id === keyResultId;
}
