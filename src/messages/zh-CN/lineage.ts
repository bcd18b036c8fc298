import type { Groups } from '../groups.ts';

/** Words for where figures come from. */
export const lineage: Groups['later']['lineage'] = {
  written: '原文',
  cells: (count) => `${count} 个单元格`,
  more: (count) => `另有 ${count} 个`,
  madeOf: (periods, cells) => `由 ${periods} 期、${cells} 个单元格得出`,
  all: '查看每个数字的单元格',
};
