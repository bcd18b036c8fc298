import type { Groups } from '../groups.ts';

/** Words for the OKR list of a file. */
export const okrList: Groups['later']['okrList'] = {
  title: '文件里的目标和关键结果',
  understood: (keyResults, linked) => `${keyResults} 个关键结果，其中 ${linked} 个已关联指标。请核对，可以更正或不加入。`,
  cycle: (name, from, to) => `周期 ${name}：${from} 至 ${to}`,
  headline: (objectives, keyResults) => `看懂了：${objectives} 个目标，${keyResults} 个关键结果`,
  accept: (metrics, keyResults) => (metrics ? `导入 ${metrics} 个指标和 ${keyResults} 个关键结果` : `导入 ${keyResults} 个关键结果`),
  fresh: (keyResults, first) => `OKR 表里有 ${keyResults} 个关键结果看板上还没有，如“${first}”。`,
  look: '去看看',
};
