import { SEVERITY, type Assessment, type Status } from './assessment.ts';
import type { Id } from './ids.ts';
import type { KeyResult } from './objective.ts';

/** An objective in numbers: weighted progress beside the worst status, never an average colour. */
export interface Rollup {
  /** Σ weight·clamp(progress) / Σ weight over key results that have a figure; null where none has. */
  readonly progress: number | null;
  /** The same with what the plans expect by now. */
  readonly expected: number | null;
  readonly worst: Status;
  /** Key results without a figure: they are left out of both sums and said so. */
  readonly withoutFigure: number;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

export const worseOf = (a: Status, b: Status): Status => (SEVERITY.indexOf(a) <= SEVERITY.indexOf(b) ? a : b);

/**
 * Rolls key results up. Weights need not add up to 1. Progress is clamped to [0, 1] here only, so that one overachiever cannot hide a
 * drifting neighbour.
 */
export function rollUp(keyResults: readonly KeyResult[], assessmentOf: (id: Id) => Assessment | undefined): Rollup {
  let weight = 0;
  let progress = 0;
  let expected = 0;
  let withoutFigure = 0;
  let worst: Status | null = null;
  for (const keyResult of keyResults) {
    const assessment = assessmentOf(keyResult.id);
    if (!assessment) continue;
    worst = worst === null ? assessment.status : worseOf(worst, assessment.status);
    if (!assessment.rollup) {
      withoutFigure++;
      continue;
    }
    weight += keyResult.weight;
    progress += keyResult.weight * clamp(assessment.rollup.progress);
    expected += keyResult.weight * clamp(assessment.rollup.expected);
  }
  return {
    progress: weight ? progress / weight : null,
    expected: weight ? expected / weight : null,
    worst: worst ?? 'no-data',
    withoutFigure,
  };
}
