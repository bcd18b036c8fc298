import type { Goal } from '../../domain/objective.ts';

export interface TargetRange {
  readonly now: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A step that a person would choose: 1, 2 or 5 times a power of ten, about a hundred of them over the range. */
function roundStep(range: number): number {
  const raw = range / 120;
  const power = 10 ** Math.floor(Math.log10(raw));
  return (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10) * power;
}

/** Where the slider of a target may go: from close to the baseline to half beyond the target; a limit moves by a fifth. */
export function targetRange(goal: Goal): TargetRange | null {
  if (goal.kind === 'milestones') return null;
  if (goal.kind === 'keep') {
    const now = goal.atLeast ?? goal.atMost;
    if (now === null) return null;
    const reach = Math.max(Math.abs(now) * 0.2, 1e-9);
    return { now, min: now - reach, max: now + reach, step: roundStep(2 * reach) };
  }
  const span = goal.target - goal.baseline;
  const [a, b] = [goal.baseline + 0.1 * span, goal.target + 0.5 * span];
  const step = roundStep(Math.abs(span) * 1.4);
  // The range begins on a multiple of the step, so that the present target can be met again.
  const min = goal.target - Math.round((goal.target - Math.min(a, b)) / step) * step;
  return { now: goal.target, min, max: Math.max(a, b), step };
}

/** The goal with its target (or its limit) moved. */
export function movedGoal(goal: Goal, target: number): Goal {
  const clean = Number(target.toPrecision(12));
  if (goal.kind === 'milestones') return goal;
  if (goal.kind === 'keep') return goal.atLeast !== null ? { ...goal, atLeast: clean } : { ...goal, atMost: clean };
  return { ...goal, target: clean };
}

/**
 * The speed from now on as a lever. The landing is linear in the pace factor, so that two landings (at factor 1 and 2) tell which factor
 * gives a wanted speed per period; null where nothing moves at all.
 */
export function speedLever(landing: number, doubled: number, periodsLeft: number, required: number | null) {
  const gained = doubled - landing;
  if (!(periodsLeft > 0) || gained === 0 || !Number.isFinite(gained)) return null;
  const now = gained / periodsLeft;
  const goal = required ?? now;
  const [low, high] = [Math.min(0, now, 2 * goal), Math.max(0, now, 2 * goal)];
  const step = roundStep(high - low);
  const min = now - Math.ceil((now - low) / step) * step;
  return { now, min, max: min + Math.ceil((high - min) / step) * step, step, factorOf: (speed: number) => speed / now };
}
