import type { Groups } from '../groups.ts';

export const catalogue: Groups['catalogue'] = {
  title: '指標目錄',
};
