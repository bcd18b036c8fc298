import { NOTHING_KNOWN, type Assessment } from './assessment.ts';
import type { EpochDay } from './calendar.ts';
import { keyResultOn } from './goal-on.ts';
import type { KeyResult, Sealed } from './objective.ts';
import type { Workspace } from './workspace.ts';

/** What can be said on a day of a key result that came without figures: what its sender said, from the day on which they said it. */
export function assessSealed({ day, status, verdict, progress, expected }: Sealed, asOf: EpochDay): Assessment {
  if (asOf < day) return NOTHING_KNOWN;
  return {
    ...NOTHING_KNOWN,
    status,
    verdict,
    value: progress,
    valueDay: day,
    baseline: 0,
    target: 1,
    progress,
    expected,
    expectedValue: expected,
    rollup: progress === null ? null : { progress: Math.min(1, Math.max(0, progress)), expected: expected ?? 0 },
    reasons: [progress === null ? { code: 'no-data' } : { code: 'sealed', day, progress, expected }],
  };
}

/** Whether a board came without figures: what would need them cannot be asked of it. */
export const isSealed = ({ keyResults }: Workspace): boolean => keyResults.some(({ sealed }) => sealed !== undefined);

/** Whole percent: what is between would let a figure be guessed. */
const roughly = (share: number | null): number | null => (share === null ? null : Math.round(share * 100) / 100);

function sealKeyResult(keyResult: KeyResult, { status, verdict, progress, expected, rollup }: Assessment, day: EpochDay): KeyResult {
  const { added, dropped, ...asItStood } = keyResultOn(keyResult, day);
  // Goals to keep count in the roll-up by time, everything else by how far it is.
  const [done, planned] = keyResult.goal.kind === 'keep' && rollup ? [rollup.progress, rollup.expected] : [progress, expected];
  return {
    ...asItStood,
    unit: '%',
    goal: { kind: 'manual', baseline: 0, target: 1, stretch: null, plan: { kind: 'linear' } },
    link: null,
    checkIns: keyResult.checkIns.map((checkIn) => ({ ...checkIn, value: null })),
    revisions: [],
    ...(added ? { added } : {}),
    ...(dropped ? { dropped } : {}),
    sealed: { day, status, verdict, progress: roughly(done), expected: roughly(planned) },
  };
}

/**
 * The board with progress and status only, as of a day: no KPI, no figure, no goal in numbers. What people wrote (titles, notes) stays as they
 * wrote it; checklists have no figures and stay whole.
 */
export function sealWorkspace(workspace: Workspace, assessmentOf: (keyResult: KeyResult) => Assessment | null, day: EpochDay): Workspace {
  const { title, cycles, activeCycleId, objectives, keyResults } = workspace;
  return {
    title,
    sources: [],
    metrics: [],
    cycles,
    activeCycleId,
    objectives,
    keyResults: keyResults.map((keyResult) => {
      if (keyResult.goal.kind === 'milestones' || keyResult.sealed) return keyResult;
      return sealKeyResult(keyResult, assessmentOf(keyResult) ?? NOTHING_KNOWN, day);
    }),
    scenarios: [],
  };
}
