import type { Groups } from '../groups.ts';
import { evidence } from './evidence.ts';
import { importing } from './importing.ts';
import { limits } from './limits.ts';
import { lineage } from './lineage.ts';
import { okrList } from './okr-list.ts';
import { tools } from './tools.ts';

/** Words of the screens that are fetched later, with the screens. */
export const later: Groups['later'] = { evidence, importing, limits, lineage, okrList, ...tools };
