import type { OkrDraft } from '../../domain/okr-text.ts';
import { blankProposal, goalOfDraft, type Proposal } from './okr-proposal.ts';

/** Understood lines in their order, each with a key that stays while the text is edited. */
export function proposalsOf(draft: OkrDraft): readonly Proposal[] {
  return draft.objectives.flatMap((objective) => [
    ...(objective.line === 0 ? [] : [blankProposal(`o${objective.line}`, 'objective', objective.title, objective.owner ?? '')]),
    ...objective.keyResults.map((keyResult) => ({
      ...blankProposal(`k${keyResult.line}`, 'key-result', keyResult.title, keyResult.owner ?? ''),
      goal: goalOfDraft(keyResult, keyResult.title, keyResult.due),
      unit: keyResult.unit,
      due: keyResult.due ?? objective.due,
      // Written as a share; kept as a number that reads like the one in the text.
      weight: keyResult.weight === null ? 1 : keyResult.weight * 100,
      relative: keyResult.relative,
    })),
  ]);
}
