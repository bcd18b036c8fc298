import type { Groups } from '../groups.ts';

export const guidance: Groups['guidance'] = {
  title: '值得留意',
};
