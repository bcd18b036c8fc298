import type { Groups } from '../groups.ts';

export const boardTrial: Groups['boardTrial'] = {
  title: '模拟分析',
};
