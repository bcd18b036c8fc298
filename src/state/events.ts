import type { Id } from '../domain/ids.ts';
import type { MetricEvent } from '../domain/metric-event.ts';
import type { KeyResult } from '../domain/objective.ts';
import type { Workspace } from '../domain/workspace.ts';

const NONE: readonly MetricEvent[] = [];
// The identity of the list is its version: the same events of a KPI are the same array, so that what was computed with them stays known.
const byMetric = new WeakMap<readonly MetricEvent[], ReadonlyMap<Id, readonly MetricEvent[]>>();

function indexOf(events: readonly MetricEvent[]): ReadonlyMap<Id, readonly MetricEvent[]> {
  const known = byMetric.get(events);
  if (known) return known;
  const index = new Map<Id, MetricEvent[]>();
  for (const event of events) index.set(event.metricId, [...(index.get(event.metricId) ?? []), event]);
  byMetric.set(events, index);
  return index;
}

/** Headwinds and tailwinds of the KPI that a key result reads. */
export function eventsOf({ link }: Pick<KeyResult, 'link'>, { events }: Workspace): readonly MetricEvent[] {
  return (link && events && indexOf(events).get(link.metricId)) || NONE;
}
