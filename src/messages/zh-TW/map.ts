import type { Groups } from '../groups.ts';

export const map: Groups['map'] = {
  title: '地圖',
};
