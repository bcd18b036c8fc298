import { goalChange } from './goal-change.ts';
import { proposals } from './proposals.ts';
import { revisions } from './revisions.ts';

export const cycle = { closing: 'Scores and the next cycle', title: 'Cycle', goalChange, proposals, revisions };
