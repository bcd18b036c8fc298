import type { Groups } from '../groups.ts';

export const meeting: Groups['meeting'] = {
  title: '复盘',
};
