import type { KeyResult } from '../../domain/objective.ts';
import { retitle } from '../../domain/retitle.ts';
import type { Figures } from '../../state/next-cycle.svelte.ts';
import type { Format } from '../../messages/format.ts';

/** Goals with a path need a new baseline and target; limits and steps go on as they are. */
export const needsFigures = ({ goal }: KeyResult): boolean => goal.kind === 'reach' || goal.kind === 'manual';

export const isFilled = ({ baseline, target }: Figures): boolean =>
  baseline !== null && target !== null && Number.isFinite(baseline) && Number.isFinite(target) && baseline !== target;

/** The title under which a key result goes on: as it was written, or the old one with its figures replaced. */
export function titleOf({ title, goal, unit }: KeyResult, figures: Figures, f: Format): string {
  if (figures.title !== null) return figures.title;
  if ((goal.kind !== 'reach' && goal.kind !== 'manual') || !isFilled(figures)) return title;
  const shown = (value: number) => f.parts(value, unit).number;
  const pairs = (from: number, to: number) => {
    const size = unit === '%' ? from * 100 : from;
    const forms = [shown(from), String(Number(size.toPrecision(12))), size.toFixed(1)];
    return forms.map((form) => ({ from: form, to: shown(to) }));
  };
  return retitle(title, [...pairs(goal.baseline, figures.baseline!), ...pairs(goal.target, figures.target!)]);
}
