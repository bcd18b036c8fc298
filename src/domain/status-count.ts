import type { Assessment, Status } from './assessment.ts';

export type CountKey = 'off' | 'risk' | 'on' | 'open';
const countOf: Record<Status, CountKey> = {
  'off-track': 'off',
  missed: 'off',
  'at-risk': 'risk',
  'on-track': 'on',
  achieved: 'on',
  'no-data': 'open',
  'too-early': 'open',
};

/** Status that a count filters by: each count stands for its most telling status. */
export const inCount = (status: Status, key: Status): boolean => countOf[status] === countOf[key];

/** Key results by what is to be said of them first. */
export function countByStatus(
  all: Iterable<{ readonly assessment: Assessment }>,
): Record<CountKey, number> & { achieved: number; stale: number; all: number } {
  const counts = { off: 0, risk: 0, on: 0, open: 0, achieved: 0, stale: 0, all: 0 };
  for (const { assessment } of all) {
    counts[countOf[assessment.status]]++;
    counts.all++;
    if (assessment.status === 'achieved') counts.achieved++;
    if (assessment.stale) counts.stale++;
  }
  return counts;
}
