import type { Id } from './ids.ts';

/** A key result that carries part of a KPI. */
export interface ContributionPart {
  readonly keyResultId: Id;
  /** Its planned part of the change, as a share of the common base (−0.08 = −8 points). */
  readonly planned: number;
}

/** One KPI taken apart into key results on a common base: 'cost −10% = supply −8 points + waste −2 points'. */
export interface Contribution {
  readonly id: Id;
  readonly name: string;
  /** The KPI that is taken apart; null where no column measures it. */
  readonly metricId: Id | null;
  /** The key result that wants the whole, where there is one. */
  readonly keyResultId: Id | null;
  /** What all shares are of, in the unit of the KPI: last year's cost. */
  readonly base: number;
  /** The change that is wanted, as a share of the base. */
  readonly wanted: number;
  readonly parts: readonly ContributionPart[];
}
