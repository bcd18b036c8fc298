import type { Cycle, KeyResult, Objective } from './objective.ts';

export type ObjectiveWarning =
  /** One owner has more objectives in the cycle than can be minded. */
  | {
      readonly code: 'many-objectives';
      readonly cycle: Cycle;
      readonly owner: string;
      readonly objectives: readonly Objective[];
      readonly limit: number;
    }
  | { readonly code: 'no-key-results'; readonly objective: Objective }
  | { readonly code: 'few-key-results'; readonly objective: Objective; readonly count: number }
  | { readonly code: 'many-key-results'; readonly objective: Objective; readonly count: number }
  /** One key result weighs so much that the others hardly count; share of the sum of weights. */
  | { readonly code: 'heavy-weight'; readonly objective: Objective; readonly heaviest: KeyResult; readonly share: number }
  /** From the first start to the last due date, in days. */
  | { readonly code: 'longer-than-a-year'; readonly objective: Objective; readonly days: number };

const MOST_OBJECTIVES = 5;
const MOST_OF_A_TEAM = 3;
const FEWEST_KEY_RESULTS = 2;
const MOST_KEY_RESULTS = 5;
const MOST_WEIGHT = 0.8;
/** A leap year is a year. */
const YEAR_DAYS = 366;

/** Owners with too many objectives in a cycle: a team that owns nothing but team objectives minds fewer. */
export function ownerWarnings(cycle: Cycle, objectives: readonly Objective[]): ObjectiveWarning[] {
  const byOwner = new Map<string, Objective[]>();
  for (const objective of objectives) {
    const owner = objective.owner.trim();
    if (owner) byOwner.set(owner, [...(byOwner.get(owner) ?? []), objective]);
  }
  return [...byOwner].flatMap(([owner, own]): ObjectiveWarning[] => {
    const limit = own.every(({ level }) => level === 'team') ? MOST_OF_A_TEAM : MOST_OBJECTIVES;
    return own.length > limit ? [{ code: 'many-objectives', cycle, owner, objectives: own, limit }] : [];
  });
}

/** How many key results an objective has, how they weigh, and how long it takes. */
export function objectiveWarnings(
  objective: Objective,
  cycle: Cycle,
  objectives: readonly Objective[],
  keyResults: readonly KeyResult[],
): ObjectiveWarning[] {
  const own = keyResults.filter(({ objectiveId }) => objectiveId === objective.id);
  const count = own.length;
  // An objective that hands everything down is measured by those below it.
  if (!count) return objectives.some(({ parentId }) => parentId === objective.id) ? [] : [{ code: 'no-key-results', objective }];
  const found: ObjectiveWarning[] = [];
  if (count < FEWEST_KEY_RESULTS) found.push({ code: 'few-key-results', objective, count });
  if (count > MOST_KEY_RESULTS) found.push({ code: 'many-key-results', objective, count });
  const heaviest = own.reduce((a, b) => (b.weight > a.weight ? b : a));
  const share = heaviest.weight / own.reduce((sum, { weight }) => sum + weight, 0);
  if (count > 1 && share > MOST_WEIGHT) found.push({ code: 'heavy-weight', objective, heaviest, share });
  const days = Math.max(cycle.end, ...own.map(({ due }) => due)) - Math.min(cycle.start, ...own.map(({ start }) => start)) + 1;
  if (days > YEAR_DAYS) found.push({ code: 'longer-than-a-year', objective, days });
  return found;
}
