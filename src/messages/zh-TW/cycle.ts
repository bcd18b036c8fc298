import type { Groups } from '../groups.ts';
import { goalChange } from './goal-change.ts';
import { proposals } from './proposals.ts';
import { revisions } from './revisions.ts';

export const cycle: Groups['cycle'] = { title: '週期', goalChange, proposals, revisions };
