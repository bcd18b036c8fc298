import type { Workspace } from '../domain/workspace.ts';

/** What a board has that another one has not, counted. */
export interface BoardDifference {
  readonly kind: 'objectives' | 'keyResults' | 'checkIns' | 'kpis';
  /** How many more than now; negative = fewer. */
  readonly more: number;
}

export interface Comparison {
  /** Only what differs in number. */
  readonly counts: readonly BoardDifference[];
  /** Objectives, key results and KPIs that are in both and not alike, their check-ins aside. */
  readonly changed: number;
  readonly isSame: boolean;
}

export const countsOf = ({ objectives, keyResults, metrics }: Workspace): Readonly<Record<BoardDifference['kind'], number>> => ({
  objectives: objectives.length,
  keyResults: keyResults.length,
  checkIns: keyResults.reduce((sum, { checkIns }) => sum + checkIns.length, 0),
  kpis: metrics.length,
});

interface Named {
  readonly id: string;
}

/** The same text for the same entry, whatever the order of its fields. */
const print = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

function changedIn(then: readonly Named[], now: readonly Named[]): number {
  const prints = new Map(now.map((one) => [one.id, one]));
  return then.filter((one) => {
    const today = prints.get(one.id);
    return today !== undefined && today !== one && print(today) !== print(one);
  }).length;
}

/** How a board as it was differs from the one of today. */
export function compareBoards(then: Workspace, now: Workspace): Comparison {
  const [before, today] = [countsOf(then), countsOf(now)];
  const kinds = Object.keys(before) as BoardDifference['kind'][];
  const counts = kinds.map((kind) => ({ kind, more: before[kind] - today[kind] })).filter(({ more }) => more !== 0);
  const goals = ({ keyResults }: Workspace) => keyResults.map(({ checkIns: _, ...rest }) => rest);
  const changed = changedIn(then.objectives, now.objectives) + changedIn(goals(then), goals(now)) + changedIn(then.metrics, now.metrics);
  return { counts, changed, isSame: print(then) === print(now) };
}
