import type { Groups } from '../groups.ts';
import { goalChange } from './goal-change.ts';
import { proposals } from './proposals.ts';
import { revisions } from './revisions.ts';

export const cycle: Groups['cycle'] = { closing: '周期评分与下一周期', title: '周期', goalChange, proposals, revisions };
