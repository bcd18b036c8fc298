import { SEVERITY, type Status } from '../domain/assessment.ts';
import type { Id } from '../domain/ids.ts';
import type { Metric } from '../domain/metric.ts';
import { LEVELS, type Objective } from '../domain/objective.ts';
import type { Rollup } from '../domain/rollup.ts';
import { childrenOf, rollUpTree, type RollupNode } from '../domain/rollup-tree.ts';
import { inCount } from '../domain/status-count.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Assessed } from './assessed.ts';
import type { Filters } from './filters.ts';
import { needsAttention } from './board-model.ts';

/** One objective of the map with what hangs below it. */
export interface MapNode {
  readonly objective: Objective;
  readonly rollup: RollupNode;
  /** Its own key results that pass the filters. */
  readonly rows: readonly Assessed[];
  readonly children: readonly MapNode[];
  /** Key results of its own and of everything below, after the filters. */
  readonly size: number;
}

/** Where the cascade is broken or says nothing. */
export interface LooseEnds {
  /** Below the top level, and yet under no objective of this cycle. */
  readonly orphans: readonly Objective[];
  readonly withoutKeyResults: readonly Objective[];
  readonly withoutData: readonly Assessed[];
  /** KPIs that no key result of the cycle reads. */
  readonly idle: readonly Metric[];
}

export interface MapModel {
  readonly roots: readonly MapNode[];
  readonly company: Rollup;
  readonly ends: LooseEnds;
  /** Branches are what hangs below the top: the first place where the tree divides. */
  readonly branches: { readonly all: number; readonly off: number; readonly risk: number };
  /** Objective of the key result that needs attention most. */
  readonly worst: Objective | null;
}

type Sources = Pick<Workspace, 'objectives' | 'keyResults' | 'metrics' | 'activeCycleId' | 'contributions'>;

function endsOf(workspace: Sources, objectives: readonly Objective[], rows: readonly Assessed[]): LooseEnds {
  const known = new Set(objectives.map(({ id }) => id));
  const top = Math.min(...objectives.map(({ level }) => LEVELS.indexOf(level)));
  const withOwn = new Set(rows.map(({ keyResult }) => keyResult.objectiveId));
  const read = new Set<Id | null | undefined>(rows.map(({ keyResult }) => keyResult.link?.metricId));
  for (const { metricId } of workspace.contributions ?? []) read.add(metricId);
  const parents = new Set(objectives.map(({ parentId }) => parentId));
  return {
    orphans: objectives.filter(({ parentId, level }) => (parentId === null ? LEVELS.indexOf(level) > top : !known.has(parentId))),
    // An objective that hands everything down is measured by its children.
    withoutKeyResults: objectives.filter(({ id }) => !withOwn.has(id) && !parents.has(id)),
    withoutData: rows.filter(({ assessment }) => assessment.status === 'no-data'),
    idle: workspace.metrics.filter(({ id }) => !read.has(id)),
  };
}

function branchesOf(roots: readonly MapNode[]): MapModel['branches'] {
  let branches = roots;
  while (branches.length === 1 && branches[0]!.children.length) branches = branches[0]!.children;
  const are = (...some: readonly Status[]) => branches.filter(({ rollup }) => some.includes(rollup.worstBelow)).length;
  return { all: branches.length, off: are('off-track', 'missed'), risk: are('at-risk') };
}

/** The cascade of the active cycle. Filters leave what matches, and the way that leads to it; the counts are of the whole. */
export function mapOf(workspace: Sources, byId: ReadonlyMap<Id, Assessed>, filters: Filters): MapModel {
  const objectives = workspace.objectives.filter(({ cycleId }) => cycleId === workspace.activeCycleId);
  const rows = workspace.keyResults.flatMap(({ id }) => byId.get(id) ?? []);
  const tree = rollUpTree(
    objectives,
    rows.map(({ keyResult }) => keyResult),
    (id) => byId.get(id)?.assessment,
  );
  const own = new Map<Id, Assessed[]>(objectives.map(({ id }) => [id, []]));
  for (const row of rows) own.get(row.keyResult.objectiveId)?.push(row);
  const children = childrenOf(objectives);
  const filtering = filters.status !== null || filters.owner !== null || filters.level !== null;

  const visit = (objective: Objective, keep: (node: MapNode) => boolean, passes: (row: Assessed) => boolean): MapNode => {
    const below = (children.get(objective.id) ?? []).map((child) => visit(child, keep, passes)).filter(keep);
    const passing = (own.get(objective.id) ?? []).filter(passes);
    return {
      objective,
      rollup: tree.byObjective.get(objective.id)!,
      rows: passing,
      children: below,
      size: below.reduce((sum, { size }) => sum + size, passing.length),
    };
  };
  const rootsOf = (keep: (node: MapNode) => boolean, passes: (row: Assessed) => boolean) =>
    (children.get(null) ?? []).map((root) => visit(root, keep, passes)).filter(keep);
  const ofObjective = new Map(objectives.map((objective) => [objective.id, objective]));
  const passes = ({ keyResult, assessment }: Assessed) => {
    const objective = ofObjective.get(keyResult.objectiveId)!;
    return (
      (filters.status === null || inCount(assessment.status, filters.status)) &&
      (filters.owner === null || keyResult.owner === filters.owner || objective.owner === filters.owner) &&
      (filters.level === null || objective.level === filters.level)
    );
  };
  const whole = rootsOf(
    () => true,
    () => true,
  );
  const ends = endsOf(workspace, objectives, rows);
  // What hangs in the air is no branch of the cascade, unless there is nothing else.
  const rooted = whole.filter(({ objective }) => !ends.orphans.includes(objective));
  return {
    roots: filtering ? rootsOf(({ size }) => size > 0, passes) : whole,
    company: tree.company,
    ends,
    branches: branchesOf(rooted.length ? rooted : whole),
    worst: ofObjective.get(needsAttention(rows)[0]?.keyResult.objectiveId ?? '') ?? null,
  };
}

/** Every node, parents before their children. */
export const nodesOf = (nodes: readonly MapNode[]): readonly MapNode[] => nodes.flatMap((node) => [node, ...nodesOf(node.children)]);

/** So many key results are read at once without folding anything. */
const READABLE = 40;
/** Of a larger map, so many objectives are opened: the worst. */
const OPENED = 4;

/**
 * Which objectives are open at first: all of them on a small map. On a large one those that lead on to others, and the few that stand worst by
 * their own key results, so that the page begins with what is to be talked about.
 */
export function openAtFirst(roots: readonly MapNode[]): ReadonlySet<Id> {
  const nodes = nodesOf(roots);
  const total = roots.reduce((sum, { size }) => sum + size, 0);
  if (total <= READABLE) return new Set(nodes.map(({ objective }) => objective.id));
  const severe = ({ rows }: MapNode) =>
    rows.reduce((sum, { assessment }) => sum + Math.max(0, 3 - SEVERITY.indexOf(assessment.status)), 0) / Math.max(1, rows.length);
  const leaves = nodes.filter(({ children, rows }) => !children.length && rows.length);
  const worst = leaves.sort((a, b) => severe(b) - severe(a)).slice(0, OPENED);
  return new Set([...nodes.filter(({ children }) => children.length), ...worst].map(({ objective }) => objective.id));
}

export interface AlignedPair {
  readonly from: Objective;
  readonly to: Objective;
  /** What both sides say of it. */
  readonly notes: readonly string[];
}

/** Objectives that help or need each other across the tree, each pair once, whichever side says so. */
export function alignedPairs(objectives: readonly Objective[]): readonly AlignedPair[] {
  const byId = new Map(objectives.map((objective) => [objective.id, objective]));
  const pairs = new Map<string, { from: Objective; to: Objective; notes: string[] }>();
  for (const from of objectives) {
    for (const { objectiveId, note } of from.alignedWith ?? []) {
      const to = byId.get(objectiveId);
      if (!to || to === from) continue;
      const key = JSON.stringify([from.id, to.id].sort());
      const pair = pairs.get(key) ?? { from, to, notes: [] };
      if (note.trim() && !pair.notes.includes(note.trim())) pair.notes.push(note.trim());
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()];
}
