import type { Groups } from '../groups.ts';

/** Words for where figures come from. */
export const lineage: Groups['later']['lineage'] = {
  written: '原文',
  cells: (count) => `${count} 個儲存格`,
  more: (count) => `另有 ${count} 個`,
  madeOf: (periods, cells) => `由 ${periods} 期、${cells} 個儲存格得出`,
  all: '查看每個數字的儲存格',
};
