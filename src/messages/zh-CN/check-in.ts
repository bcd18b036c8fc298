import type { Groups } from '../groups.ts';

/** 进展更新：人的看法。 */
export const checkIn: Groups['meeting']['checkIn'] = {
  by: '谁写的',
  change: '修改进展更新',
  changeOf: (day) => `修改：${day}`,
  empty: '请填写数值、信心指数或记事中的至少一项。',
  history: '信心指数与达成概率',
  said: '信心指数',
  computed: '当日计算的概率',
  recent: '最近的进展更新',
  saidBy: (name) => `${name}`,
};
