import { importing } from './importing.ts';
import { lineage } from './lineage.ts';
import { okrList } from './okr-list.ts';
import { tools } from './tools.ts';

/** Words of the screens that are fetched later, with the screens. */
export const later = { importing, lineage, okrList, ...tools };
