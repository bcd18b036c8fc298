import type { Frame } from './frame.ts';
import { eraOf } from './goal-eras.ts';
import { isInside } from './progress.ts';
import type { Datum } from './steps.ts';

/** Inside the limits that were valid for the figure: limits that were changed later do not make it good or bad afterwards. */
export function isInsideThen({ goal, keptBefore, measured }: Frame, datum: Datum): boolean {
  if (goal.kind !== 'keep') return false;
  const place = keptBefore ? eraOf(keptBefore, datum, measured) : -1;
  const then = place >= 0 && place < keptBefore!.length - 1 ? keptBefore![place]!.goal : goal;
  const { atLeast, atMost } = then.kind === 'keep' ? then : goal;
  return isInside(datum.value, atLeast, atMost);
}

/** How many figures of the time so far were inside the limits of a goal to keep. */
export const insideCount = (frame: Frame): number => frame.window.filter((datum) => isInsideThen(frame, datum)).length;
