import type { Status } from '../domain/assessment.ts';
import type { Level } from '../domain/objective.ts';

/** Which rows of the board are shown; null = all. */
export interface Filters {
  readonly status: Status | null;
  readonly owner: string | null;
  readonly level: Level | null;
}

export const NO_FILTERS: Filters = { status: null, owner: null, level: null };
