import type { Id } from './ids.ts';
import type { MetricEvent } from './metric-event.ts';
import type { KeyResult, Objective } from './objective.ts';
import type { Counted } from './rollup.ts';
import { rollUpTree, type RollupTree } from './rollup-tree.ts';
import type { Prepared, WhatIf } from './what-if.ts';
import type { Adjustment } from './workspace.ts';

/** Everything that is tried on a board at once. */
export interface BoardTrial {
  readonly adjustments: ReadonlyMap<Id, Adjustment>;
  /** Beside the events that are noted already. */
  readonly events: readonly MetricEvent[];
  readonly added: readonly KeyResult[];
}

export const NOTHING_TRIED: BoardTrial = { adjustments: new Map(), events: [], added: [] };

export const isTried = ({ adjustments, events, added }: BoardTrial): boolean => adjustments.size + events.length + added.length > 0;

/** One key result of a board that is played with: analysed once, asked often. */
export interface TrialRow {
  readonly keyResult: KeyResult;
  readonly prepared: Prepared;
  /** Events that are noted on its KPI. */
  readonly events: readonly MetricEvent[];
  /** It is only tried: now there is nothing of it. */
  readonly added: boolean;
}

/** A key result as it stands and as it would stand. */
export interface RowOutcome {
  readonly row: TrialRow;
  readonly now: WhatIf;
  /** The same object as `now` where nothing that is tried touches it. */
  readonly then: WhatIf;
  readonly weight: number;
  readonly dropped: boolean;
  /** Something of its own is tried, or an event on its KPI. */
  readonly touched: boolean;
}

export interface BoardOutcome {
  readonly rows: ReadonlyMap<Id, RowOutcome>;
  /** Where the objectives are expected to end: Σ weight·clamp(expected progress at the due date) / Σ weight. */
  readonly now: RollupTree;
  readonly then: RollupTree;
}

const atEnd = ({ status, end }: WhatIf): Counted => ({ status, rollup: end && { progress: end.mid, expected: 1 } });

interface Answered {
  readonly adjustment: Adjustment | undefined;
  readonly events: readonly MetricEvent[];
  readonly outcome: RowOutcome;
}

const same = (a: readonly MetricEvent[], b: readonly MetricEvent[]): boolean =>
  a.length === b.length && a.every((event, i) => event === b[i]);

function outcomeOfRow(row: TrialRow, adjustment: Adjustment | undefined, tried: readonly MetricEvent[]): RowOutcome {
  const { keyResult, prepared, events, added } = row;
  const { now } = prepared;
  const { keyResultId: _, weight = keyResult.weight, dropped = false, ...trial } = adjustment ?? { keyResultId: keyResult.id };
  const asked = Object.keys(trial).length > 0 || tried.length > 0;
  const then = asked ? prepared.whatIf({ ...trial, ...(tried.length ? { events: [...events, ...tried] } : {}) }) : now;
  return { row, now, then, weight, dropped, touched: added || tried.length > 0 || adjustment !== undefined };
}

/**
 * A board to be played with. `outcome` answers only what a trial changed since the last one: while one lever is dragged, one key result is
 * computed and the tree is added up.
 */
export function boardToTry(objectives: readonly Objective[], rows: readonly TrialRow[]): (trial: BoardTrial) => BoardOutcome {
  const answered = new Map<Id, Answered>();
  const standing = rows.filter(({ added }) => !added);
  const byId = new Map(rows.map((row) => [row.keyResult.id, row]));
  const now = rollUpTree(
    objectives,
    standing.map(({ keyResult }) => keyResult),
    (id) => atEnd(byId.get(id)!.prepared.now),
  );

  function answer(row: TrialRow, { adjustments, events }: BoardTrial): RowOutcome {
    const { id, link } = row.keyResult;
    const adjustment = adjustments.get(id);
    const tried = link && events.length ? events.filter(({ metricId }) => metricId === link.metricId) : [];
    const before = answered.get(id);
    if (before && before.adjustment === adjustment && same(before.events, tried)) return before.outcome;
    const outcome = outcomeOfRow(row, adjustment, tried);
    answered.set(id, { adjustment, events: tried, outcome });
    return outcome;
  }

  return (trial) => {
    const outcomes = new Map(rows.map((row) => [row.keyResult.id, answer(row, trial)]));
    const counting = [...outcomes.values()].filter(({ dropped }) => !dropped);
    const then = rollUpTree(
      objectives,
      counting.map(({ row, weight }) => ({ id: row.keyResult.id, objectiveId: row.keyResult.objectiveId, weight })),
      (id) => atEnd(outcomes.get(id)!.then),
    );
    return { rows: outcomes, now, then };
  };
}
