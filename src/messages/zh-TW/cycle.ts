import type { Groups } from '../groups.ts';
import { goalChange } from './goal-change.ts';
import { proposals } from './proposals.ts';
import { revisions } from './revisions.ts';

export const cycle: Groups['cycle'] = { closing: '週期評分與下一週期', title: '週期', goalChange, proposals, revisions };
