import type { Assessment } from './assessment.ts';
import { analyse, type Analysis, type AssessInput } from './assess.ts';
import type { EpochDay } from './calendar.ts';
import { keyResultOn } from './goal-on.ts';

/** Before its start a key result owes nothing yet: where it stands is told, a verdict is not. */
const notBegun = (assessment: Assessment, start: EpochDay): Assessment => ({
  ...assessment,
  status: 'too-early',
  verdict: null,
  stale: false,
  chance: null,
  reasons: [{ code: 'not-begun', start }],
});

/** What was to be said of a key result on a day: from the figures known then, by the goal and due date valid then. */
export function analyseOn(input: AssessInput): Analysis {
  const keyResult = keyResultOn(input.keyResult, input.asOf);
  const analysis = analyse({ ...input, keyResult });
  // That a key result has nothing to read is worth knowing before it begins.
  const readsNothing = analysis.frame === null && keyResult.goal.kind !== 'milestones';
  if (input.asOf >= keyResult.start || readsNothing) return analysis;
  return { ...analysis, assessment: notBegun(analysis.assessment, keyResult.start) };
}

export const assessOn = (input: AssessInput): Assessment => analyseOn(input).assessment;
