import type { Dataset } from '../domain/dataset.ts';
import type { LoadError } from '../domain/errors.ts';
import type { Id } from '../domain/ids.ts';
import type { Objective } from '../domain/objective.ts';
import type { Workspace } from '../domain/workspace.ts';

interface Identified {
  readonly id: Id;
}

const broken = (path: string, detail: string): LoadError => ({ code: 'broken-reference', path, detail });

function firstDuplicate(things: readonly Identified[]): Id | null {
  const seen = new Set<Id>();
  for (const { id } of things) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

/** First field whose id leads nowhere, among things that refer to others through one field. */
function firstDangling<T>(
  things: readonly T[],
  path: string,
  field: (thing: T) => Id | null,
  targets: readonly Identified[],
): LoadError | null {
  const known = new Set(targets.map(({ id }) => id));
  for (const [index, thing] of things.entries()) {
    const id = field(thing);
    if (id !== null && !known.has(id)) return broken(path.replace('*', String(index)), id);
  }
  return null;
}

/** An objective that is its own ancestor, or null. Linear: a chain that was walked to its end once is not walked again. */
function firstOwnAncestor(objectives: readonly Objective[]): Id | null {
  const parents = new Map(objectives.map(({ id, parentId }) => [id, parentId]));
  const clear = new Set<Id>();
  for (const { id } of objectives) {
    const chain = new Set<Id>();
    for (let at: Id | null = id; at !== null && !clear.has(at); at = parents.get(at) ?? null) {
      if (chain.has(at)) return at;
      chain.add(at);
    }
    for (const link of chain) clear.add(link);
  }
  return null;
}

/**
 * First reference that leads nowhere, id used twice, or objective above itself; null when all is sound. Adjustments of a scenario,
 * entries of minutes and lineage may outlive what they are about: a note does not make a document unreadable.
 */
export function findBrokenReference(workspace: Workspace, datasets: readonly Dataset[]): LoadError | null {
  const { sources, metrics, cycles, objectives, keyResults, scenarios } = workspace;
  const { events = [], contributions = [], meetings = [], proposals = [] } = workspace;
  const lists = { sources, metrics, cycles, objectives, keyResults, scenarios, events, contributions, meetings, proposals, datasets };
  for (const [path, things] of Object.entries(lists)) {
    const twice = firstDuplicate(things);
    if (twice !== null) return broken(path, twice);
  }
  const looped = firstOwnAncestor(objectives);
  return (
    firstDangling([workspace], 'activeCycleId', (it) => it.activeCycleId, cycles) ??
    firstDangling(metrics, 'metrics.*.datasetId', (it) => it.datasetId, sources) ??
    firstDangling(
      metrics.flatMap((metric) => metric.also ?? []),
      'metrics.also.*.datasetId',
      (it) => it.datasetId,
      sources,
    ) ??
    firstDangling(objectives, 'objectives.*.cycleId', (it) => it.cycleId, cycles) ??
    firstDangling(objectives, 'objectives.*.parentId', (it) => it.parentId, objectives) ??
    firstDangling(keyResults, 'keyResults.*.objectiveId', (it) => it.objectiveId, objectives) ??
    firstDangling(keyResults, 'keyResults.*.link.metricId', (it) => it.link?.metricId ?? null, metrics) ??
    firstDangling(events, 'events.*.metricId', (it) => it.metricId, metrics) ??
    firstDangling(
      scenarios.flatMap((scenario) => scenario.events ?? []),
      'scenarios.events.*.metricId',
      (it) => it.metricId,
      metrics,
    ) ??
    firstDangling(
      scenarios.flatMap(({ added }) => added ?? []),
      'scenarios.added.*.objectiveId',
      (it) => it.objectiveId,
      objectives,
    ) ??
    firstDangling(contributions, 'contributions.*.metricId', (it) => it.metricId, metrics) ??
    firstDangling(
      contributions.flatMap(({ parts }) => parts),
      'contributions.parts.*.keyResultId',
      (it) => it.keyResultId,
      keyResults,
    ) ??
    firstDangling(
      objectives.flatMap(({ alignedWith }) => alignedWith ?? []),
      'objectives.alignedWith.*.objectiveId',
      (it) => it.objectiveId,
      objectives,
    ) ??
    firstDangling(datasets, 'datasets.*.id', (it) => it.id, sources) ??
    (looped === null ? null : broken('objectives', looped))
  );
}
