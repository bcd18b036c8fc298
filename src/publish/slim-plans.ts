import type { Contribution } from '../domain/contribution.ts';
import type { MetricEvent } from '../domain/metric-event.ts';
import type { Scenario } from '../domain/workspace.ts';
import { numberAll, type SlimNames } from './slim-names.ts';
import { slimKeyResult } from './slim-okrs.ts';

/** Events of the KPIs that go along. */
export function slimEvents(events: readonly MetricEvent[], { has, known }: SlimNames): MetricEvent[] {
  const kept = events.filter(({ metricId }) => has('metric', metricId));
  return numberAll(kept, 'e').map((event) => ({ ...event, metricId: known('metric', event.metricId) }));
}

export function slimContribution(contribution: Contribution, { has, known }: SlimNames): Contribution {
  const { metricId, keyResultId, parts } = contribution;
  return {
    ...contribution,
    metricId: metricId === null ? null : known('metric', metricId),
    keyResultId: keyResultId === null ? null : known('keyResult', keyResultId),
    parts: parts
      .filter((part) => has('keyResult', part.keyResultId))
      .map((part) => ({ ...part, keyResultId: known('keyResult', part.keyResultId) })),
  };
}

export function slimScenario({ adjustments, events, added, asks, ...scenario }: Scenario, names: SlimNames): Scenario {
  return {
    ...scenario,
    adjustments: adjustments
      .filter(({ keyResultId }) => names.has('keyResult', keyResultId))
      .map((adjustment) => ({ ...adjustment, keyResultId: names.known('keyResult', adjustment.keyResultId) })),
    ...(events?.length ? { events: slimEvents(events, names) } : {}),
    ...(added?.length ? { added: numberAll(added, 'y').map((keyResult) => slimKeyResult(keyResult, names)) } : {}),
    ...(asks && names.prose(asks) ? { asks } : {}),
  };
}
