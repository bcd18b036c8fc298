import { openChance } from './agenda.ts';
import { assessOn } from './assess-on.ts';
import type { EpochDay } from './calendar.ts';
import type { AssessInput } from './assess.ts';
import type { CheckIn, KeyResult } from './objective.ts';

/** A confidence that somebody told, with the chance that the figures of that day gave. */
export interface SaidOn {
  readonly checkIn: CheckIn;
  readonly day: EpochDay;
  readonly confidence: number;
  readonly chance: number | null;
}

/** The newest confidences up to a day, the oldest of them first; the last word of each day. */
export function confidencesOf({ checkIns }: KeyResult, asOf: EpochDay, most: number): CheckIn[] {
  const byDay = new Map<EpochDay, CheckIn>();
  for (const checkIn of checkIns) if (checkIn.confidence !== null && checkIn.day <= asOf) byDay.set(checkIn.day, checkIn);
  return [...byDay.values()].sort((a, b) => a.day - b.day).slice(-most);
}

/** What the figures of its day said to a confidence: by the goal valid then, as any past verdict. Takes as long as an assessment. */
export function saidOn(input: AssessInput, checkIn: CheckIn): SaidOn {
  const chance = openChance(assessOn({ ...input, asOf: checkIn.day }));
  return { checkIn, day: checkIn.day, confidence: checkIn.confidence!, chance };
}
