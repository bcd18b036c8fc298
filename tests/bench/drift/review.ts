import { analyse } from '../../../src/domain/assess.ts';
import type { Assessment, Status, Verdict } from '../../../src/domain/assessment.ts';
import type { EpochDay } from '../../../src/domain/calendar.ts';
import type { World } from './world.ts';

/** What the product says of one key result on one day, with the common rules and the truth beside it. */
export interface Review {
  readonly world: World;
  readonly asOf: EpochDay;
  /** Number of the review, from 1. */
  readonly week: number;
  /** Share of the time gone. */
  readonly elapsed: number;
  readonly status: Status;
  readonly verdict: Verdict | null;
  readonly stale: boolean;
  /** Decides off-track; null while it is too early. */
  readonly pBehind: number | null;
  /** Probability to be behind the path at all, wandering included; null where the product has none. */
  readonly pBehind0: number | null;
  readonly chance: number | null;
  readonly forecast: Assessment['forecast'];
  /** Progress as a share of the expected, and expected less progress in spans: what the common rules look at. */
  readonly ratio: number | null;
  readonly points: number | null;
  readonly drifts: boolean | null;
}

export const isOff = ({ status }: Review): boolean => status === 'off-track';
export const isRisk = (review: Review): boolean => isOff(review) || review.status === 'at-risk';
/** The rules of most products: less than three quarters of the expected progress; a tenth of the way behind. */
export const isRatioRed = ({ ratio }: Review): boolean => ratio !== null && ratio < 0.75;
export const isPointsRed = ({ points }: Review): boolean => points !== null && points >= 0.1;

const DECIDED: readonly Status[] = ['achieved', 'missed'];

/**
 * Reviews a key result as the page does on each of its review days: the assessment of the figures known that day, earlier reviews replayed
 * out of the same figures. Days on which the outcome is known already are left out.
 */
export function reviewsOf(world: World): Review[] {
  const { keyResult, reviews } = world;
  return reviews.flatMap((asOf, i): Review[] => {
    const { assessment, outlook } = analyse({ keyResult, series: world.seriesAt(asOf), asOf });
    const { status, verdict, stale, chance, forecast, progress, expected, state } = assessment;
    if (DECIDED.includes(status)) return [];
    return [
      {
        world,
        asOf,
        week: i + 1,
        elapsed: (asOf - keyResult.start) / (keyResult.due - keyResult.start),
        status,
        verdict,
        stale,
        pBehind: state?.pBehind ?? null,
        pBehind0: outlook?.facts.pBehind0 ?? null,
        chance,
        forecast,
        ratio: progress !== null && expected ? progress / expected : null,
        points: progress !== null && expected !== null ? expected - progress : null,
        drifts: world.driftsOn(asOf),
      },
    ];
  });
}
