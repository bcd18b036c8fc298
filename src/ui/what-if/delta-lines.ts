import type { BoardOutcome } from '../../domain/board-trial.ts';
import type { Objective } from '../../domain/objective.ts';
import { childrenOf } from '../../domain/rollup-tree.ts';
import type { Format } from '../../messages/format.ts';

/** The company (with an empty id) or an objective: where it ends now, and with what is tried. */
export interface DeltaLine {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly now: number | null;
  readonly then: number | null;
  /** The two differ as they are written. */
  readonly moves: boolean;
}

/** The company first, then objectives, parents before their children. */
export function deltaLines(
  outcome: BoardOutcome,
  objectives: readonly Objective[],
  company: string,
  tried: boolean,
  f: Format,
): readonly DeltaLine[] {
  const children = childrenOf(objectives);
  const shown = (share: number | null) => (share === null ? '–' : f.percent(share));
  const line = (id: string, title: string, depth: number, now: number | null, then: number | null): DeltaLine => {
    return { id, title, depth, now, then, moves: tried && shown(now) !== shown(then) };
  };
  const below = (parent: string | null, depth: number): readonly DeltaLine[] =>
    (children.get(parent) ?? []).flatMap(({ id, title }) => {
      const [now, then] = [outcome.now, outcome.then].map((tree) => tree.byObjective.get(id)?.progress ?? null);
      return [line(id, title, depth, now!, then!), ...below(id, depth + 1)];
    });
  return [line('', company, 0, outcome.now.company.progress, outcome.then.company.progress), ...below(null, 0)];
}
