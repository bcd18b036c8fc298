import type { Groups } from '../groups.ts';

export const cycle: Groups['cycle'] = {
  title: '週期',
};
