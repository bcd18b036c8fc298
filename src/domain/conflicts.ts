import { goodSideOf } from './good-side.ts';
import type { Assessment, Status } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import type { Id } from './ids.ts';
import { courseOf, type Course } from './kpi-course.ts';
import type { Metric } from './metric.ts';
import type { KeyResult, Objective } from './objective.ts';
import { ownTargetOf } from './own-target.ts';
import type { Series } from './series.ts';

/** A key result with its verdict. */
export interface Standing {
  readonly keyResult: KeyResult;
  readonly assessment: Assessment;
}

interface Between {
  /** Stable name, to remember that a reader silenced it. */
  readonly key: string;
  readonly keyResults: readonly KeyResult[];
}

/** KPI and OKR say different things: something to talk about in the review, never an error. */
export type Conflict =
  /** The KPI moved the good way, or meets the target of its own file, while a key result that it serves drifts. */
  | (Between & { readonly kind: 'improves-yet-drifts'; readonly metric: Metric; readonly course: Course | null })
  /** Every key result that the KPI serves is fine, while the KPI moved the bad way, or misses the target of its own file. */
  | (Between & { readonly kind: 'worsens-unseen'; readonly metric: Metric; readonly course: Course | null; readonly start: EpochDay })
  /** In one objective the steps are done while the numbers drift, or the numbers move while steps are overdue. */
  | (Between & {
      readonly kind: 'steps-without-numbers' | 'numbers-without-steps';
      readonly objective: Objective;
      readonly steps: readonly KeyResult[];
    });

export interface ConflictInput {
  readonly objectives: readonly Objective[];
  readonly metrics: readonly Metric[];
  readonly standings: readonly Standing[];
  readonly seriesOf: (metric: Metric) => Series | null;
  /** The targets by period of the KPI's own file. */
  readonly targetsOf: (metric: Metric) => Series | null;
  readonly asOf: EpochDay;
}

const isFine = (status: Status) => status === 'on-track' || status === 'achieved';
const drifts = ({ status, verdict }: Assessment) => status === 'off-track' || (status === 'at-risk' && verdict === 'unlikely');

/** The verdict itself says that this KPI jumped or turned the wrong way: it does not improve, wherever it came from before. */
const fellBack = ({ keyResult, assessment }: Standing, metric: Metric) =>
  keyResult.link?.metricId === metric.id && (assessment.verdict === 'level-shift' || assessment.verdict === 'reversed');

/** The figures that a KPI is a part of, or all of. */
const familyOf = ({ datasetId, column, role, denominator }: Metric) => JSON.stringify([datasetId, column, role, denominator]);

/** Filters that leave at most the rows of the other's, within one family. */
const isPartOf = (part: Metric, whole: Metric): boolean =>
  part.id === whole.id ||
  (part.filters.length > whole.filters.length &&
    whole.filters.every((filter) =>
      part.filters.some(
        ({ dimension, values }) => dimension === filter.dimension && values.every((value) => filter.values.includes(value)),
      ),
    ));

const keyOf = (kind: string, about: string, keyResults: readonly KeyResult[]) =>
  [kind, about, ...keyResults.map(({ id }) => id).sort()].join(':');

/** The KPI against the key results that it serves: those that read it, and those that read a part of it. */
function ofMetric(input: ConflictInput, metric: Metric, served: readonly Standing[], said: Set<Id>): Conflict | null {
  const series = input.seriesOf(metric);
  const sides = new Set(served.map(({ keyResult }) => goodSideOf(keyResult.goal)));
  const [good] = sides;
  if (!series || sides.size !== 1 || !good) return null;
  const drifting = served.filter(({ keyResult, assessment }) => drifts(assessment) && !said.has(keyResult.id));
  const fine = served.every(({ assessment }) => isFine(assessment.status));
  if (!fine && !drifting.length) return null;
  const concerned = fine ? served : drifting;
  const start = Math.min(...concerned.map(({ keyResult }) => keyResult.start));
  const due = Math.max(...concerned.map(({ keyResult }) => keyResult.due));
  const course = courseOf(series, start, due, input.asOf);
  const moved = course && course.moved === (fine ? -good : good) ? course : null;
  const improving = fine ? served : drifting.filter((standing) => !fellBack(standing, metric));
  const targets = moved && improving.length ? null : input.targetsOf(metric);
  const own = targets && ownTargetOf({ metric, series, targets, start, due, asOf: input.asOf, good });
  if (!(moved && improving.length) && own !== (fine ? 'misses' : 'meets')) return null;
  const about = (own ? concerned : improving).map(({ keyResult }) => keyResult);
  for (const { id } of about) said.add(id);
  const kind = fine ? 'worsens-unseen' : 'improves-yet-drifts';
  const base = { key: keyOf(kind, `${metric.id} ${metric.name}`, about), keyResults: about, metric, course: own ? null : moved };
  return kind === 'worsens-unseen' ? { ...base, kind, start } : { ...base, kind };
}

/** Steps and numbers of one objective. */
function ofObjective(objective: Objective, standings: readonly Standing[]): Conflict | null {
  const own = standings.filter(({ keyResult }) => keyResult.objectiveId === objective.id);
  const steps = own.filter(({ keyResult }) => keyResult.goal.kind === 'milestones' || keyResult.goal.kind === 'manual');
  const numbers = own.filter(
    ({ keyResult }) => keyResult.link !== null && (keyResult.goal.kind === 'reach' || keyResult.goal.kind === 'keep'),
  );
  const off = (some: readonly Standing[]) => some.filter(({ assessment }) => assessment.status === 'off-track');
  const allFine = (some: readonly Standing[]) => some.length > 0 && some.every(({ assessment }) => isFine(assessment.status));
  const begun = steps.some(({ assessment }) => (assessment.progress ?? 0) > 0);
  const build = (
    kind: 'steps-without-numbers' | 'numbers-without-steps',
    numbersOf: readonly Standing[],
    stepsOf: readonly Standing[],
  ): Conflict => {
    const keyResults = numbersOf.map(({ keyResult }) => keyResult);
    return {
      kind,
      key: keyOf(kind, `${objective.id} ${objective.title}`, keyResults),
      keyResults,
      objective,
      steps: stepsOf.map(({ keyResult }) => keyResult),
    };
  };
  if (allFine(steps) && begun && off(numbers).length) return build('steps-without-numbers', off(numbers), steps);
  if (allFine(numbers) && off(steps).length) return build('numbers-without-steps', numbers, off(steps));
  return null;
}

/**
 * Where KPIs and OKRs disagree. A KPI that its key results read is asked before a wider one of which they read a part, and no key result
 * is named twice for its KPI. A generator that yields before each KPI, so that a page can answer in between.
 */
export function* conflictsOf(input: ConflictInput): Generator<void, Conflict[]> {
  const { metrics, standings, objectives } = input;
  const linked = standings.filter(({ keyResult }) => keyResult.link && (keyResult.goal.kind === 'reach' || keyResult.goal.kind === 'keep'));
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const families = new Map<string, { standing: Standing; own: Metric }[]>();
  for (const standing of linked) {
    const own = byId.get(standing.keyResult.link!.metricId);
    if (!own) continue;
    const family = familyOf(own);
    families.set(family, [...(families.get(family) ?? []), { standing, own }]);
  }
  const said = new Set<Id>();
  const found: Conflict[] = [];
  // The narrowest first.
  for (const metric of [...metrics].sort((a, b) => b.filters.length - a.filters.length)) {
    const served = (families.get(familyOf(metric)) ?? []).filter(({ own }) => isPartOf(own, metric)).map(({ standing }) => standing);
    if (!served.length) continue;
    yield;
    const conflict = ofMetric(input, metric, served, said);
    if (conflict) found.push(conflict);
  }
  for (const objective of objectives) {
    const conflict = ofObjective(objective, standings);
    if (conflict) found.push(conflict);
  }
  return found;
}
