import type { Status } from '../domain/assessment.ts';

/** Statuses from which a script may want to be told by the exit status. */
const FAIL_ON = ['off-track', 'at-risk'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** The wanted status; null where nothing was said, undefined where it is none. */
export const failOnOf = (said: string | undefined): FailOn | null | undefined =>
  said === undefined ? null : FAIL_ON.find((status) => status === said);

/** Exit status 3 where a key result is that bad or worse, else 0. */
export function exitStatus(failOn: FailOn | null, statuses: readonly Status[]): 0 | 3 {
  const bad: readonly Status[] = failOn === 'at-risk' ? ['off-track', 'missed', 'at-risk'] : ['off-track', 'missed'];
  return failOn && statuses.some((status) => bad.includes(status)) ? 3 : 0;
}
