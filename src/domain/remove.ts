import type { Contribution } from './contribution.ts';
import { without } from './edit-list.ts';
import type { Id } from './ids.ts';
import { readFromAll, sourcesOf } from './metric-sources.ts';
import type { Workspace } from './workspace.ts';

/** Contributions without what went; the key 'absent' stays absent. */
function keptParts(workspace: Workspace, change: (contribution: Contribution) => Contribution): Pick<Workspace, 'contributions'> {
  return workspace.contributions ? { contributions: workspace.contributions.map(change) } : {};
}

function deleteMetrics(workspace: Workspace, gone: (id: Id) => boolean): Workspace {
  return {
    ...workspace,
    metrics: workspace.metrics.filter((metric) => !gone(metric.id)),
    keyResults: workspace.keyResults.map((keyResult) =>
      keyResult.link && gone(keyResult.link.metricId) ? { ...keyResult, link: null } : keyResult,
    ),
    scenarios: workspace.scenarios.map((scenario) =>
      scenario.events ? { ...scenario, events: scenario.events.filter((event) => !gone(event.metricId)) } : scenario,
    ),
    ...(workspace.events ? { events: workspace.events.filter((event) => !gone(event.metricId)) } : {}),
    ...keptParts(workspace, (contribution) =>
      contribution.metricId !== null && gone(contribution.metricId) ? { ...contribution, metricId: null } : contribution,
    ),
  };
}

/** A KPI goes: what read it stays without it, what was noted on it goes with it. */
export const deleteMetric = (workspace: Workspace, id: Id): Workspace => deleteMetrics(workspace, (other) => other === id);

/** Sources go; a KPI goes on with the others that it has, and goes too where there is none. */
export function deleteSources(workspace: Workspace, gone: (id: Id) => boolean): Workspace {
  const orphans = new Set<Id>();
  const metrics = workspace.metrics.map((metric) => {
    const [newest, ...older] = sourcesOf(metric).filter((source) => !gone(source.datasetId));
    if (newest) return older.length + 1 === sourcesOf(metric).length ? metric : readFromAll(metric, [newest, ...older]);
    orphans.add(metric.id);
    return metric;
  });
  const left = { ...workspace, metrics, sources: workspace.sources.filter((source) => !gone(source.id)) };
  return orphans.size ? deleteMetrics(left, (id) => orphans.has(id)) : left;
}

function deleteKeyResults(workspace: Workspace, gone: (id: Id) => boolean): Workspace {
  return {
    ...workspace,
    keyResults: workspace.keyResults.filter((keyResult) => !gone(keyResult.id)),
    scenarios: workspace.scenarios.map((scenario) => ({
      ...scenario,
      adjustments: scenario.adjustments.filter((adjustment) => !gone(adjustment.keyResultId)),
    })),
    ...keptParts(workspace, (contribution) => ({
      ...contribution,
      keyResultId: contribution.keyResultId !== null && gone(contribution.keyResultId) ? null : contribution.keyResultId,
      parts: contribution.parts.filter((part) => !gone(part.keyResultId)),
    })),
  };
}

export const deleteKeyResult = (workspace: Workspace, id: Id): Workspace => deleteKeyResults(workspace, (other) => other === id);

/** The objective with its key results. Null where there is none. */
export function deleteObjective(workspace: Workspace, id: Id): Workspace | null {
  const gone = workspace.objectives.find((objective) => objective.id === id);
  if (!gone) return null;
  const own = new Set(workspace.keyResults.filter((keyResult) => keyResult.objectiveId === id).map((keyResult) => keyResult.id));
  const left = deleteKeyResults(workspace, (other) => own.has(other));
  return {
    ...left,
    // Children move up to the parent of the deleted objective: nobody loses work to a reorganisation.
    objectives: without(left.objectives, id).map((other) => ({
      ...other,
      parentId: other.parentId === id ? gone.parentId : other.parentId,
      ...(other.alignedWith ? { alignedWith: other.alignedWith.filter(({ objectiveId }) => objectiveId !== id) } : {}),
    })),
    scenarios: left.scenarios.map((scenario) =>
      scenario.added ? { ...scenario, added: scenario.added.filter(({ objectiveId }) => objectiveId !== id) } : scenario,
    ),
  };
}
