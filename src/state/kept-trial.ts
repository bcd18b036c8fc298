import type { BoardTrial } from '../domain/board-trial.ts';
import type { Scenario, Workspace } from '../domain/workspace.ts';

const KEY = 'leeway-trial';

/** What is being played with, as it is kept for a reload. */
interface Kept {
  readonly scenario: Scenario;
  /** Names of the key results that it changes: on another board they are others. */
  readonly titles: readonly string[];
}

/** The trial of a scenario, without what it says of key results and KPIs that are gone. */
export function trialOf({ adjustments, events = [], added = [] }: Scenario, { keyResults, metrics, objectives }: Workspace): BoardTrial {
  const known = new Set(keyResults.map(({ id }) => id));
  const kpis = new Set(metrics.map(({ id }) => id));
  const goals = new Set(objectives.map(({ id }) => id));
  return {
    adjustments: new Map(adjustments.filter(({ keyResultId }) => known.has(keyResultId)).map((one) => [one.keyResultId, one])),
    events: events.filter(({ metricId }) => kpis.has(metricId)),
    added: added.filter(({ objectiveId }) => goals.has(objectiveId)),
  };
}

/** What a scenario keeps of a trial; what is empty stays absent. */
export const scenarioParts = ({ adjustments, events, added }: BoardTrial): Pick<Scenario, 'adjustments' | 'events' | 'added'> => ({
  adjustments: [...adjustments.values()],
  ...(events.length ? { events } : {}),
  ...(added.length ? { added } : {}),
});

const titlesOf = ({ adjustments }: Pick<Scenario, 'adjustments'>, { keyResults }: Workspace): string[] =>
  adjustments.map(({ keyResultId }) => keyResults.find(({ id }) => id === keyResultId)?.title ?? '');

/** Keeps what is tried until the tab is closed; null forgets it. */
export function keepTrial(scenario: Scenario | null, workspace: Workspace): void {
  try {
    if (!scenario) return sessionStorage.removeItem(KEY);
    const kept: Kept = { scenario, titles: titlesOf(scenario, workspace) };
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Storage is blocked or full: what is tried then lasts until the page is left.
  }
}

/** What was tried before a reload, if it was on this board; it is checked like any file. */
export async function keptTrial(workspace: Workspace): Promise<Scenario | null> {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
    if (!kept) return null;
    const { parseScenario } = await import('../storage/parse-scenario.ts');
    const scenario = parseScenario(kept.scenario);
    return scenario && titlesOf(scenario, workspace).join('\n') === kept.titles.join('\n') ? scenario : null;
  } catch {
    // Nothing readable was kept: then nothing is tried.
    return null;
  }
}
