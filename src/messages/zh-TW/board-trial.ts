import type { Groups } from '../groups.ts';

export const boardTrial: Groups['boardTrial'] = {
  title: '模擬分析',
};
